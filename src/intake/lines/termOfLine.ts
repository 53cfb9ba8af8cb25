/** What the cells of a line say of its term, and what must be said of them. */
import type { Day } from '../../domain/day.ts';
import type { TermReading } from '../../domain/term.ts';
import type { Problem } from '../cells/problem.ts';
import type { ColumnMatch, Field } from '../fields.ts';
import { mentionsTerm } from './asides.ts';
import type { Readers } from './readers.ts';
import type { Remarks } from './remarks.ts';
import { settleTerm } from './settleTerm.ts';
import { termColumns, termFactsOf } from './termFacts.ts';

export interface LineTerm {
  readonly reading: TermReading;
  /** Day on which the register says that it was ended early. */
  readonly terminatedOn?: Day;
  /** No end is written: it is so long after the notification, for want of a start. */
  readonly endsAfterNotification: boolean;
  readonly sayings: readonly Saying[];
}

/** Problems of one cell, or of the whole line when no column is about them. */
interface Saying {
  readonly column?: ColumnMatch;
  readonly value: string;
  readonly problems: readonly Problem[];
}

/** Beyond this many different terms, a register does not repeat itself and remembering costs memory. */
const REMEMBERED = 50_000;

/** Reads terms from records; many lines of a register have the same, which are read once and shared. */
export function termReader(readers: Readers): (cells: readonly string[]) => LineTerm {
  const columns = termColumns(readers);
  const comments = readers.columns.get('comments')?.index;
  const known = new Map<string, LineTerm>();
  return cells => {
    let key = '';
    for (const index of columns) key += `${cells[index] ?? ''}\u001F`;
    const comment = comments === undefined ? undefined : cells[comments];
    if (comment && mentionsTerm(comment)) key += comment;
    const found = known.get(key);
    if (found) return found;
    const term = readTerm(cells, readers);
    if (known.size < REMEMBERED) known.set(key, term);
    return term;
  };
}

/** Says of a row what its term cells gave reason to say. */
export function sayAll(row: number, { sayings }: LineTerm, remarks: Remarks): void {
  for (const { column, value, problems } of sayings) {
    if (column) remarks.cell(row, column, value, problems);
    else for (const problem of problems) remarks.row(row, problem);
  }
}

function readTerm(cells: readonly string[], readers: Readers): LineTerm {
  const sayings: Saying[] = [];
  const facts = termFactsOf(cells, readers, (column, value, problems) =>
    sayings.push({ column, value, problems }),
  );
  const { reading, problems } = settleTerm(facts);
  for (const problem of problems) {
    const column = columnAbout(problem, cells, readers);
    const value = column ? (cells[column.index] ?? '') : '';
    sayings.push({ ...(column && { column }), value, problems: [problem] });
  }
  return {
    reading,
    endsAfterNotification: facts.startAssumed === true && ENDS.every(field => facts[field] === undefined),
    sayings,
    ...(facts.terminated && { terminatedOn: facts.terminated }),
  };
}

const ENDS = ['end', 'firmEnd', 'currentEnd', 'latestEnd'] as const;

/** Columns that a problem of the term may be about, the likeliest first. */
const ABOUT: readonly (readonly [RegExp, readonly Field[]])[] = [
  [/^NOTICE_/, ['notice', 'noticeDeadline', 'termWords', 'duration']],
  [/^END_/, ['end', 'firmEnd', 'latestEnd', 'currentEnd', 'period', 'termWords', 'duration']],
  [
    /^(?:RENEWAL|TERM|FIRM)/,
    ['renewal', 'renewals', 'termWords', 'duration', 'renewalDuration', 'latestEnd', 'totalDuration', 'end'],
  ],
];

function columnAbout({ code }: Problem, cells: readonly string[], readers: Readers): ColumnMatch | undefined {
  const fields = ABOUT.find(([pattern]) => pattern.test(code))?.[1] ?? [];
  const columns = fields.flatMap(field => readers.columns.get(field) ?? []);
  return columns.find(({ index }) => cells[index]) ?? columns[0];
}
