/** The cells of one line that speak of its term, gathered: columns first, then what phrases add. */
import { isAbsent } from '../cells/absent.ts';
import { problem } from '../cells/problem.ts';
import { MOST_RENEWALS, type TermContext } from '../cells/termPieces.ts';
import type { Field } from '../fields.ts';
import { mentionsTerm, saidInComment } from './asides.ts';
import type { DraftFacts, Say } from './draftFacts.ts';
import { COUNT, readPhrase, takeWords } from './phrases.ts';
import type { Readers } from './readers.ts';
import type { TermFacts } from './settleTerm.ts';
import { readStatusOf } from './statusDays.ts';
import { type Aside, readDates, readRenewalEnds, startBehindEnd } from './termDates.ts';

/** Fields that may hold a phrase, with what a lone duration means there; in order of trust. */
const PHRASES: readonly (readonly [Field, TermContext])[] = [
  ['duration', 'term'],
  ['termWords', 'term'],
  ['renewal', 'renewal'],
  ['renewals', 'renewal'],
  ['notice', 'notice'],
  ['totalDuration', 'term'],
  ['renewalDuration', 'renewal'],
];
/** Fields that hold whole numbers only. */
const COUNTS = ['renewalsDone', 'renewalsLeft'] as const;

/** The places of the cells that {@link termFactsOf} looks at. */
export function termColumns(readers: Readers): readonly number[] {
  const fields: readonly Field[] = [...PHRASES.map(([field]) => field), ...COUNTS, 'status'];
  const columns = [...readers.dates.values(), ...readers.renewalEnds].map(({ column }) => column);
  columns.push(...fields.flatMap(field => readers.columns.get(field) ?? []));
  return [...new Set(columns.map(({ index }) => index))];
}

/** Reads the term cells of a record, saying on the way what could not be read. */
export function termFactsOf(cells: readonly string[], readers: Readers, say: Say): TermFacts {
  const facts: DraftFacts = { wrote: new Map() };
  const behind = readDates(facts, cells, readers, say);
  for (const [field, context] of PHRASES) {
    const column = readers.columns.get(field);
    const text = column && cells[column.index];
    if (!text || (isAbsent(text) && field !== 'renewal')) continue;
    const problems = readPhrase(facts, text, column, context, readers);
    if (problems.length > 0) say(column, text, problems);
  }
  for (const { column, text, said } of [...behind, ...inComment(cells, readers, say)]) {
    const problems = takeWords(facts, said, column, text, readers);
    if (problems.length > 0) say(column, text, problems);
  }
  readCounts(facts, cells, readers, say);
  readRenewalEnds(facts, cells, readers, say);
  readStatusOf(facts, cells, readers);
  const notified = facts.startAssumed && readers.dates.get('notified');
  if (notified) {
    const code = startBehindEnd(facts) ? 'START_FROM_END' : 'START_FROM_NOTIFICATION';
    say(notified.column, '', [problem(code, { cells: 1 })]);
  }
  return facts;
}

/** « TR 1 an, préavis 3 mois » among the comments. */
function inComment(cells: readonly string[], readers: Readers, say: Say): readonly Aside[] {
  const column = readers.columns.get('comments');
  const text = column && cells[column.index];
  if (!text || !mentionsTerm(text)) return [];
  const said = saidInComment(text, readers);
  if (said) return [{ column, text, said }];
  say(column, text, [problem('COMMENT_ON_TERM_UNREAD', { cells: 1 })]);
  return [];
}

/** Renewals taken and left, as whole numbers. */
function readCounts(facts: DraftFacts, cells: readonly string[], readers: Readers, say: Say): void {
  for (const field of COUNTS) {
    const column = readers.columns.get(field);
    const text = column && cells[column.index];
    if (!text || isAbsent(text)) continue;
    const count = COUNT.exec(text)?.[1];
    if (count !== undefined && Number(count) <= MOST_RENEWALS) facts[field] = Number(count);
    else say(column, text, [problem('NUMBER_UNREADABLE', {})]);
  }
}
