/** The dates of one line's term: starts, ends, periods, one column a renewal, and what stands behind an end. */
import { type Day, addDays, addMonths } from '../../domain/day.ts';
import { endOfPeriod } from '../../domain/term.ts';
import { compareText, fold } from '../../domain/text.ts';
import type { DateCell } from '../cells/dateColumn.ts';
import { type Problem, problem } from '../cells/problem.ts';
import type { TermSayings } from '../cells/termPieces.ts';
import type { ColumnMatch, Field } from '../fields.ts';
import { saidAside } from './asides.ts';
import type { DraftFacts, Say } from './draftFacts.ts';
import type { Readers } from './readers.ts';
import { firmEndFrom, wholeMonths } from './settleTerm.ts';

const ENDS = ['end', 'firmEnd', 'currentEnd', 'latestEnd'] as const;

/** What stands beside the columns about it: « 31/12/2026 reconductible 2 fois ». */
export interface Aside {
  readonly column: ColumnMatch;
  readonly text: string;
  readonly said: TermSayings;
}

/** The dates of a line; what is written behind its ends comes back, to be taken after the columns about it. */
export function readDates(facts: DraftFacts, cells: readonly string[], readers: Readers, say: Say): Aside[] {
  const behind: Aside[] = [];
  const take = (field: Field, edge: 'first' | 'last'): DateCell | undefined => {
    const reader = readers.dates.get(field);
    const text = reader && cells[reader.column.index];
    if (!text) return undefined;
    const read = reader.read(text);
    const isEnd = (ENDS as readonly Field[]).includes(field);
    const words = read.until?.behind ?? (isEnd ? read.behind : undefined);
    const said = words === undefined ? undefined : saidAside(words, readers);
    if (said) behind.push({ column: reader.column, text, said });
    const cell = said ? { ...read, problems: [...othersThanIgnored(read.problems), ...said.problems] } : read;
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
    const [first, last] = [end, cell?.latest?.last].filter(day => day !== undefined).sort(compareText);
    if (first) facts[field] = first;
    else if (cell && cell.problems.length > 0) facts.endUnread = true;
    // « 31/12/2028 (31/12/2026 hors reconductions) » writes the last one first.
    if (last && first && last > first) facts.latestEnd ??= last;
    if (cell?.until) ranges.push(cell);
  }
  for (const range of ranges) {
    if (range?.first) facts.start ??= range.first;
    if (range?.until?.last) facts.end ??= range.until.last;
  }
  if (whole?.until) sayPeriodConflicts(facts, whole, period!.column, cells, say);
  const terminated = take('terminated', 'last')?.last;
  if (terminated) facts.terminated = terminated;
  const deadline = take('noticeDeadline', 'last')?.last;
  if (deadline) facts.noticeDeadline = deadline;
  if (facts.start) return behind;
  const day = take('notified', 'first')?.first;
  if (day) {
    facts.start = day;
    facts.startAssumed = true;
  }
  return behind;
}

/** A period that contradicts the columns of starts and ends, which are kept. */
function sayPeriodConflicts(
  { start, end }: DraftFacts,
  { first, until }: DateCell,
  column: ColumnMatch,
  cells: readonly string[],
  say: Say,
): void {
  const pairs = [
    [start, first],
    [end, until?.last],
  ] as const;
  const conflicts = pairs.flatMap(([kept, other]) =>
    kept && other && kept !== other ? [problem('TERM_CONFLICT', { kept, other })] : [],
  );
  if (conflicts.length > 0) say(column, cells[column.index]!, conflicts);
}

const othersThanIgnored = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ code }) => code !== 'DATE_WORDS_IGNORED');

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

/**
 * A column for the end of each period (« Fin année 1 ») or of each renewal (« Fin reconduction 1 »): the last one filled
 * is the last end, unless the line says that more renewals follow. Reads after the columns and phrases that speak of
 * the firm period and of the renewals, which it completes.
 */
export function readRenewalEnds(
  facts: DraftFacts,
  cells: readonly string[],
  { renewalEnds }: Readers,
  say: Say,
): void {
  const ends = daysIn(cells, renewalEnds, say);
  if (ends.length === 0) return;
  const arePeriods = renewalEnds.every(({ column }) => !OF_A_RENEWAL.test(fold(column.heading)));
  // « Date de fin » may repeat the last of them.
  const isLast = facts.end !== undefined && ends.length > 1 && facts.end === ends.at(-1);
  const known = facts.firmEnd ?? firmEndFrom(facts.start, facts.firm) ?? (isLast ? undefined : facts.end);
  if (isLast) delete facts.end;
  if (!known && arePeriods) facts.firmEnd = ends[0]!;
  const firmEnd = known ?? facts.firmEnd;
  const renewed = firmEnd === undefined ? ends : ends.filter(end => end > firmEnd);
  if (renewed.length === 0) return;
  const months = monthsBetweenEnds(firmEnd === undefined ? renewed : [firmEnd, ...renewed]);
  if (months !== undefined) {
    facts.renewalMonths ??= months;
    if (firmEnd === undefined) facts.firmEnd = addDays(addMonths(addDays(renewed[0]!, 1), -months), -1);
  }
  if (typeof facts.renewals === 'number' ? facts.renewals > renewed.length : facts.renewals) return;
  facts.latestEnd ??= renewed.at(-1)!;
  facts.renewals ??= renewed.length;
}

/** The days of a series of columns, ascending, each once. */
function daysIn(cells: readonly string[], columns: Readers['renewalEnds'], say: Say): readonly Day[] {
  const days = new Set<Day>();
  for (const { column, read } of columns) {
    const text = cells[column.index];
    const cell = text ? read(text) : undefined;
    if (cell && cell.problems.length > 0) say(column, text!, cell.problems);
    if (cell?.last) days.add(cell.last);
  }
  return [...days].sort(compareText);
}

/** Whole months from each end to the next, when they are the same everywhere. */
function monthsBetweenEnds(ends: readonly Day[]): number | undefined {
  const lengths = new Set(ends.slice(1).map((end, k) => wholeMonths(addDays(ends[k]!, 1), end)));
  return lengths.size === 1 ? [...lengths][0] : undefined;
}
const OF_A_RENEWAL = /reconduction|renouvellement|option|prolongation/;

/** A contract is notified some weeks before it starts, seldom longer. */
const MOST_MONTHS_AHEAD = 6;

/**
 * A contract notified on 12/12/2023 for a year, renewed three times, that ends on 31/12/2027 at the latest, starts on
 * 01/01/2024. True when the end and the duration give such a start soon after the notification; it is then taken.
 */
export function startBehindEnd(facts: DraftFacts): boolean {
  const { start: notified, firm, renewals, renewalMonths, totalMonths, latestEnd, firmEnd, end } = facts;
  const months = firm?.months;
  if (!notified || months === undefined) return false;
  const more = typeof renewals === 'number' ? renewals * (renewalMonths ?? months) : 0;
  const whole = totalMonths ?? months + more;
  const periods: readonly (readonly [Day | undefined, number])[] = [
    [firmEnd ?? end, months],
    [latestEnd ?? end, whole],
  ];
  const starts = periods.flatMap(([last, length]) => {
    const start = last && addMonths(addDays(last, 1), -length);
    return start && endOfPeriod(start, length) === last ? [start] : [];
  });
  const start = starts.find(day => day > notified && day <= addMonths(notified, MOST_MONTHS_AHEAD));
  if (start === undefined || starts.includes(notified)) return false;
  facts.start = start;
  delete facts.startAssumed;
  return true;
}
