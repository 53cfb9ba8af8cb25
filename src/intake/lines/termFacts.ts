/** The cells of one line that speak of its term, gathered: columns first, then what phrases add. */
import { type Day, addDays, addMonths } from '../../domain/day.ts';
import { compareText, fold } from '../../domain/text.ts';
import type { DateCell } from '../cells/dateColumn.ts';
import { isAbsent } from '../cells/absent.ts';
import { readStatus } from '../cells/status.ts';
import { MOST_RENEWALS, type TermContext, type TermSayings, type TermWords } from '../cells/termWords.ts';
import { type Problem, problem } from '../cells/problem.ts';
import { memoize } from '../cells/memo.ts';
import type { ColumnMatch, Field } from '../fields.ts';
import type { Readers } from './readers.ts';
import { type TermFacts, firmEndFrom, wholeMonths } from './settleTerm.ts';

type DraftFacts = { -readonly [Key in keyof TermFacts]: TermFacts[Key] } & {
  /** The cells that said each thing, as written, to show beside those that contradict them. */
  readonly wrote: Map<string, string>;
};

const ENDS = ['end', 'firmEnd', 'currentEnd', 'latestEnd'] as const;
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
const statusOf = memoize(readStatus);

/** Receives what must be said of one cell. */
export type Say = (column: ColumnMatch, value: string, problems: readonly Problem[]) => void;

/** The places of the cells that {@link termFactsOf} looks at. */
export function termColumns(readers: Readers): readonly number[] {
  const fields: readonly Field[] = [...PHRASES.map(([field]) => field), ...COUNTS, 'status'];
  const columns = [...readers.dates.values(), ...readers.renewalEnds].map(({ column }) => column);
  columns.push(...fields.flatMap(field => readers.columns.get(field) ?? []));
  return [...new Set(columns.map(({ index }) => index))];
}

/** « 31/12/2026 reconductible 2 fois »: the words behind an end. */
interface Behind {
  readonly column: ColumnMatch;
  readonly text: string;
  readonly said: TermSayings;
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
  for (const { column, text, said } of behind) {
    const problems = takeWords(facts, said, column, text, readers);
    if (problems.length > 0) say(column, text, problems);
  }
  readCounts(facts, cells, readers, say);
  readRenewalEnds(facts, cells, readers, say);
  readStatusOf(facts, cells, readers);
  return facts;
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
const COUNT = /^\s*(\d+)(?:[.,]0+)?\s*$/;

/** « En cours », « Résilié au 30/06/2026 », « Prolongé jusqu'au 31/03/2027 ». */
function readStatusOf(facts: DraftFacts, cells: readonly string[], readers: Readers): void {
  const column = readers.columns.get('status');
  const text = column && cells[column.index];
  if (!text) return;
  const { status } = statusOf(text);
  if (status === 'running') facts.statedRunning = true;
  if (status === 'denounced' || (status === 'terminated' && /r[ée]sili/i.test(text))) {
    const stop = dayIn(EFFECT.exec(text)?.[1], readers);
    const day = stop ?? onlyDayIn(text, readers);
    if (!day) return;
    if (stop || status === 'terminated') facts.terminated ??= day;
    else facts.denounced = day;
  } else if (status === 'running') {
    const day = prolongedUntil(text, readers);
    if (day && day > (facts.currentEnd ?? '')) facts.currentEnd = day;
  }
}

/** The day to which a text says that the contract is prolonged, if any (« Avenant 2 : prolongation jusqu'au 31/03/2027 »). */
export function prolongedUntil(text: string, readers: Readers): Day | undefined {
  return PROLONGED.test(text) ? dayIn(UNTIL.exec(text)?.[1], readers) : undefined;
}
const PROLONGED = /prolong(?!eable)/i;
const A_DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:er)?\s+\p{L}{3,}\s+\d{4}`;
/** « Reconduit le 01/01/2026 » is no end. */
const UNTIL = new RegExp(
  String.raw`(?:jusqu\W?(?:au|en|à|a)|\bau|until)\s+(?:le\s+)?(${A_DAY}|\p{L}{3,}\s+\d{4})`,
  'iu',
);
/** The day on which it stops, not the one of the letter: « résilié par courrier du 15/06/2026 pour le 31/12/2026 ». */
const EFFECT = new RegExp(
  String.raw`(?:\bau|\bpour(?: le)?|\beffet(?: le| du| au)?|\béchéance(?: du| au)?)\s+(?:le\s+)?(${A_DAY})`,
  'iu',
);
const DAYS = new RegExp(A_DAY, 'giu');

function onlyDayIn(text: string, readers: Readers): Day | undefined {
  const dates = text.match(DAYS);
  return dates?.length === 1 ? dayIn(dates[0], readers) : undefined;
}

function dayIn(date: string | undefined, readers: Readers): Day | undefined {
  return date === undefined ? undefined : readers.dateInWords(date).last;
}

/** The dates of a line; what is written behind its ends comes back, to be taken after the columns about it. */
function readDates(facts: DraftFacts, cells: readonly string[], readers: Readers, say: Say): Behind[] {
  const behind: Behind[] = [];
  const take = (field: Field, edge: 'first' | 'last'): DateCell | undefined => {
    const reader = readers.dates.get(field);
    const text = reader && cells[reader.column.index];
    if (!text) return undefined;
    const read = reader.read(text);
    const isEnd = (ENDS as readonly Field[]).includes(field);
    const said = isEnd && read.behind !== undefined ? saidBehind(read.behind, readers) : undefined;
    if (said) behind.push({ column: reader.column, text, said });
    const cell = said ? { ...read, problems: said.problems } : read;
    if (cell.problems.length > 0) say(reader.column, text, cell.problems);
    const partial = partialOf(cell, edge);
    if (partial) say(reader.column, text, [partial]);
    return cell;
  };
  const start = take('start', 'first');
  if (start?.first) facts.start = start.first;
  const ranges = [start];
  const period = readers.dates.get('period');
  const whole = take('period', 'first');
  if (whole && !whole.until) readWholePeriod(facts, whole, period!.column, cells, say);
  else ranges.push(whole);
  for (const field of ENDS) {
    const cell = take(field, 'last');
    const end = cell?.until?.last ?? cell?.last;
    if (end) facts[field] = end;
    if (cell?.latest?.last && end && cell.latest.last > end) facts.latestEnd ??= cell.latest.last;
    if (cell?.until) ranges.push(cell);
  }
  for (const range of ranges) {
    if (range?.first) facts.start ??= range.first;
    if (range?.until?.last) facts.end ??= range.until.last;
  }
  const terminated = take('terminated', 'last')?.last;
  if (terminated) facts.terminated = terminated;
  const deadline = take('noticeDeadline', 'last')?.last;
  if (deadline) facts.noticeDeadline = deadline;
  if (facts.start) return behind;
  const notified = readers.dates.get('notified');
  const day = take('notified', 'first')?.first;
  if (!notified || !day) return behind;
  facts.start = day;
  facts.startAssumed = true;
  say(notified.column, '', [problem('START_FROM_NOTIFICATION', { cells: 1 })]);
  return behind;
}

/** What the words behind an end say of renewals and notice; nothing when a word of them is not understood. */
function saidBehind(words: string, readers: Readers): TermWords | undefined {
  if (WAS_RENEWED.test(fold(words))) return undefined;
  const said = readers.words('renewal')(words);
  const isUnderstood = said.problems.every(({ code }) => code === 'TERM_AMBIGUOUS');
  const isAbout = (['firm', 'totalMonths', 'since', 'until'] as const).every(key => said[key] === undefined);
  return isUnderstood && isAbout && (said.renewal ?? said.notice) ? said : undefined;
}

/**
 * A column for the end of each period (« Fin année 1 ») or of each renewal (« Fin reconduction 1 »): the last one filled
 * is the last end, unless the line says that more renewals follow. Reads after the columns and phrases that speak of
 * the firm period and of the renewals, which it completes.
 */
function readRenewalEnds(
  facts: DraftFacts,
  cells: readonly string[],
  { renewalEnds }: Readers,
  say: Say,
): void {
  const days = new Set<Day>();
  for (const { column, read } of renewalEnds) {
    const text = cells[column.index];
    const cell = text ? read(text) : undefined;
    if (cell && cell.problems.length > 0) say(column, text!, cell.problems);
    if (cell?.last) days.add(cell.last);
  }
  const ends = [...days].sort(compareText);
  if (ends.length === 0) return;
  const arePeriods = renewalEnds.every(({ column }) => !OF_A_RENEWAL.test(fold(column.heading)));
  const isWhole = facts.end !== undefined && ends.length > 1 && facts.end === ends.at(-1);
  const firmEnd = facts.firmEnd ?? firmEndFrom(facts.start, facts.firm) ?? (isWhole ? undefined : facts.end);
  if (isWhole) delete facts.end;
  if (!firmEnd && arePeriods) facts.firmEnd = ends[0]!;
  const first = firmEnd ?? facts.firmEnd;
  const renewed = first === undefined ? ends : ends.filter(end => end > first);
  if (renewed.length === 0) return;
  const lengths = new Set(
    renewed.flatMap((end, k) => {
      const before = renewed[k - 1] ?? first;
      return before === undefined ? [] : [wholeMonths(addDays(before, 1), end)];
    }),
  );
  const [months] = lengths;
  if (lengths.size === 1 && months !== undefined) {
    facts.renewalMonths ??= months;
    if (first === undefined) facts.firmEnd = addDays(addMonths(addDays(renewed[0]!, 1), -months), -1);
  }
  if (typeof facts.renewals === 'number' ? facts.renewals > renewed.length : facts.renewals) return;
  facts.latestEnd ??= renewed.at(-1)!;
  facts.renewals ??= renewed.length;
}
const OF_A_RENEWAL = /reconduction|renouvellement|option|prolongation/;

/** « (reconduit) » says what was done, not what may be. */
const WAS_RENEWED = /\b(?:reconduit|renouvele|prolonge)e?s?\b/;

/** « 2026 » in a column of periods is the whole year; a lone day is one end of a period, and only a heading says which. */
function readWholePeriod(
  facts: DraftFacts,
  { first, last, precision }: DateCell,
  column: ColumnMatch,
  cells: readonly string[],
  say: Say,
): void {
  if (!first || !last) return;
  if (precision !== 'day') facts.start ??= first;
  if (precision !== 'day' || ENDS_THERE.test(column.heading)) facts.end ??= last;
  else
    say(column, cells[column.index]!, [problem('DATE_UNREADABLE', { expected: 'dd/MM/yyyy - dd/MM/yyyy' })]);
}
const ENDS_THERE = /fin\b|[ée]ch[ée]ance|\bend|expir|terme/i;

/** « mars 2027 » is its first day for a start, its last for an end: said, since it was not written. */
function partialOf(cell: DateCell, edge: 'first' | 'last'): Problem | undefined {
  const partial = cell.precision !== undefined && cell.precision !== 'day' && cell[edge];
  return partial ? problem('DATE_PARTIAL', { day: partial }) : undefined;
}

function readPhrase(
  facts: DraftFacts,
  text: string,
  column: ColumnMatch,
  context: TermContext,
  readers: Readers,
): readonly Problem[] {
  const field = column.field!;
  if (field === 'renewals') {
    const count = COUNT.exec(text);
    if (count) return takeCount(facts, Number(count[1]), text);
  }
  const duration = readers.durations.get(field)?.read(text);
  if (duration && (duration.months !== undefined || duration.days !== undefined)) {
    return [...duration.problems, ...takeDuration(facts, field, duration, text)];
  }
  if (
    duration?.problems[0]?.code === 'DURATION_IMPLAUSIBLE' &&
    !(field === 'renewalDuration' || field === 'notice')
  ) {
    return duration.problems;
  }
  if (duration && /^\s*0+(?:[.,]0+)?\s*$/.test(text)) return [];
  const said = readers.words(context)(text);
  return [...said.problems, ...takeWords(facts, said, column, text, readers)];
}

function takeCount(facts: DraftFacts, count: number, text: string): readonly Problem[] {
  if (count > MOST_RENEWALS) return [problem('NUMBER_UNREADABLE', {})];
  return offer(facts, 'renewals', count, text);
}

function takeDuration(
  facts: DraftFacts,
  field: Field,
  { months, days }: { readonly months?: number; readonly days?: number },
  text: string,
): readonly Problem[] {
  const duration = months === undefined ? { days: days! } : { months };
  if (field === 'duration') return offer(facts, 'firm', duration, text);
  if (field === 'notice') return offer(facts, 'notice', duration, text);
  if (months === undefined) return [problem('DURATION_UNREADABLE', {})];
  return offer(facts, field === 'totalDuration' ? 'totalMonths' : 'renewalMonths', months, text);
}

const TACIT_HEADING = /tacit|auto/i;
/** « Extendable », « Option to extend »: an extension is taken by a decision, in English practice. */
const EXPRESS_HEADING = /expres|extend|\boptions?\b/i;

function takeWords(
  facts: DraftFacts,
  said: TermSayings,
  column: ColumnMatch,
  text: string,
  readers: Readers,
): Problem[] {
  const problems: Problem[] = [];
  const { firm, renewals, renewalMonths, totalMonths, notice, openEnded, since, until } = onlyRenewals(
    facts,
    said,
    column,
  );
  const total = column.field === 'totalDuration' && firm?.months !== undefined && totalMonths === undefined;
  if (firm)
    problems.push(
      ...(total ? offer(facts, 'totalMonths', firm.months!, text) : offer(facts, 'firm', firm, text)),
    );
  if (renewals !== undefined) problems.push(...offer(facts, 'renewals', renewals, text));
  if (renewalMonths !== undefined) problems.push(...offer(facts, 'renewalMonths', renewalMonths, text));
  if (totalMonths !== undefined) problems.push(...offer(facts, 'totalMonths', totalMonths, text));
  if (notice) problems.push(...offer(facts, 'notice', notice, text));
  if (said.renewal) problems.push(...takeMode(facts, said.renewal, column, text));
  if (openEnded) facts.openEnded = true;
  const start = since && readers.dateInWords(since).first;
  const end = until && readers.dateInWords(until).last;
  if (start) problems.push(...offerDay(facts, 'start', start));
  if (end) problems.push(...offerDay(facts, 'end', end));
  return problems;
}

/** « 1+1 ans » under « Reconductions » is two renewals of a year, when the firm period is known to be another. */
function onlyRenewals(facts: DraftFacts, said: TermSayings, { field }: ColumnMatch): TermSayings {
  const { firm, renewals, renewalMonths } = said;
  if (field !== 'renewal' && field !== 'renewals') return said;
  if (typeof renewals !== 'number' || !firm?.months || firm.months !== renewalMonths) return said;
  const months = facts.firm?.months ?? wholeMonths(facts.start, facts.firmEnd ?? facts.end);
  const whole = firm.months + renewals * renewalMonths;
  if (months === undefined || months === firm.months || (!facts.firm && months === whole)) return said;
  const { firm: _, ...rest } = said;
  return { ...rest, renewals: renewals + 1 };
}

function takeMode(
  facts: DraftFacts,
  mode: NonNullable<TermSayings['renewal']>,
  { field, heading }: ColumnMatch,
  text: string,
): readonly Problem[] {
  const qualified = mode === 'yes' && field === 'renewal' ? modeOfHeading(heading) : mode;
  if (facts.renewal === undefined || facts.renewal === 'yes') {
    facts.renewal = qualified;
    facts.wrote.set('renewal', text);
    return [];
  }
  return qualified === 'yes' || qualified === facts.renewal
    ? []
    : [conflict(facts.wrote.get('renewal')!, text)];
}

/** « Reconduction tacite (O/N) »: yes means tacit; « Extendable »: yes means express. */
function modeOfHeading(heading: string): 'tacit' | 'express' | 'yes' {
  const [tacit, express] = [TACIT_HEADING.test(heading), EXPRESS_HEADING.test(heading)];
  return tacit === express ? 'yes' : tacit ? 'tacit' : 'express';
}

/** The first cell to say something is kept; a later one that says otherwise is a contradiction. */
function offer<Key extends 'firm' | 'totalMonths' | 'renewals' | 'renewalMonths' | 'notice'>(
  facts: DraftFacts,
  key: Key,
  value: NonNullable<DraftFacts[Key]>,
  text: string,
): Problem[] {
  const known = facts[key];
  if (known === undefined) {
    facts[key] = value;
    facts.wrote.set(key, text);
    return [];
  }
  return JSON.stringify(known) === JSON.stringify(value) ? [] : [conflict(facts.wrote.get(key)!, text)];
}

function offerDay(facts: DraftFacts, key: 'start' | 'end', value: Day): Problem[] {
  const known = facts[key];
  if (known === undefined) facts[key] = value;
  return known === undefined || known === value ? [] : [conflict(known, value)];
}

function conflict(kept: string, other: string): Problem {
  return problem('TERM_CONFLICT', { kept, other });
}
