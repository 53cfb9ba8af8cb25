/** The amount of one line: which column, which VAT, and how it becomes an annual amount excluding VAT. */
import type { Amount } from '../../domain/contract.ts';
import { dayNumber } from '../../domain/day.ts';
import { type Cents, roundCents } from '../../domain/money.ts';
import type { TermReading } from '../../domain/term.ts';
import type { AmountCell } from '../cells/amountColumn.ts';
import { type AmountWords, readAmountWords } from '../cells/amounts.ts';
import { memoize } from '../cells/memo.ts';
import { type Problem, problem } from '../cells/problem.ts';
import type { Row } from '../table.ts';
import { wholeMonths } from './settleTerm.ts';
import type { AmountReader, Readers } from './readers.ts';
import type { Remarks } from './remarks.ts';

/** Mean length of a month, for durations that are not whole months. */
const DAYS_PER_MONTH = 365.25 / 12;

/**
 * Reads the amount cells in order of preference and keeps the first that can be used, else the first that says
 * something. `vatRate`: the configuration's, 0.2 for 20 %.
 */
export function amountOf(
  row: Row,
  term: TermReading,
  readers: Readers,
  vatRate: number | undefined,
  remarks: Remarks,
): Amount | undefined {
  const basis = basisOf(row, readers);
  let fallback: Amount | undefined;
  let unread = false;
  for (const reader of readers.amounts) {
    const text = row.cells[reader.column.index];
    if (!text) continue;
    const cell = reader.read(text);
    if (cell.problems.length > 0) remarks.cell(row.row, reader.column, text, cell.problems);
    unread ||= cell.problems.length > 0;
    if (cell.stated === undefined) continue;
    const said = basis ? { ...basisUnder(reader, basis), ...cell } : cell;
    const { amount, problem: doubt } = annualised(
      said,
      cell.stated,
      reader,
      term,
      rateOf(row, readers) ?? vatRate,
    );
    if (amount.annual !== undefined || !fallback) sayOf(amount, doubt, row, text, reader, remarks);
    if (amount.annual !== undefined) return amount;
    fallback ??= amount;
  }
  if (!fallback && !unread) {
    const column = readers.amounts[0]?.column;
    if (column) remarks.cell(row.row, column, row.cells[column.index] ?? '', [AMOUNT_ABSENT]);
    else remarks.table(AMOUNT_COLUMN_ABSENT);
  }
  return fallback;
}

function sayOf(
  amount: Amount,
  doubt: Problem | undefined,
  row: Row,
  text: string,
  { column }: AmountReader,
  remarks: Remarks,
): void {
  if (doubt) remarks.cell(row.row, column, text, [doubt]);
  if (amount.annual === undefined) return;
  if (amount.vat === 'unknown') remarks.cell(row.row, column, text, [VAT_ASSUMED]);
  if (amount.vatRate !== undefined) {
    remarks.cell(row.row, column, text, [
      problem('AMOUNT_VAT_CONVERTED', { rate: amount.vatRate, cells: 1 }),
    ]);
  }
}

const wordsOf = memoize(readAmountWords);

/** What the row's « Périodicité » says of its amounts. */
function basisOf(row: Row, { columns }: Readers): Pick<AmountWords, 'vat' | 'period' | 'months'> | undefined {
  const column = columns.get('amountBasis');
  const text = column && row.cells[column.index];
  if (!text) return undefined;
  const { vat, period, months } = wordsOf(text);
  return { ...(vat && { vat }), ...(period && { period }), ...(months && { months }) };
}

/** « Périodicité » is often that of the bills: where the heading says what the amount covers, it is believed. */
function basisUnder(
  { period, vat }: AmountReader,
  basis: Pick<AmountWords, 'vat' | 'period' | 'months'>,
): Pick<AmountWords, 'vat' | 'period' | 'months'> {
  const { vat: said, ...covers } = basis;
  return { ...(period === 'unknown' && covers), ...(vat === 'unknown' && said && { vat: said }) };
}

/** The row's own rate of VAT: `20`, `20 %`, `0,2`. */
function rateOf(row: Row, { columns }: Readers): number | undefined {
  const column = columns.get('vatRate');
  const text = column && row.cells[column.index];
  const digits = text && /^\s*(\d{1,2}(?:[.,]\d+)?)\s*%?\s*$/.exec(text)?.[1];
  if (!digits) return undefined;
  const number = Number(digits.replace(',', '.'));
  const rate = number < 1 ? number : number / 100;
  return rate > 0 && rate <= 0.3 ? rate : undefined;
}

function annualised(
  cell: AmountCell,
  stated: Cents,
  reader: AmountReader,
  term: TermReading,
  vatRate: number | undefined,
): { amount: Amount; problem: Problem | undefined } {
  const period = cell.period ?? reader.period;
  const vat = cell.vat ?? reader.vat;
  if (!cell.usable) return { amount: { stated, period, vat, derivation: 'none' }, problem: undefined };
  if (vat === 'ttc' && vatRate === undefined)
    return { amount: { stated, period, vat, derivation: 'none' }, problem: VAT_INCLUDED };
  const net = vat === 'ttc' ? stated / (1 + vatRate!) : stated;
  const months =
    period === 'whole-term'
      ? (cell.months ?? (reader.firmOnly ? firmMonthsOf(term) : monthsCovered(term)))
      : undefined;
  const { derivation, annual, problem: doubt } = yearOf(period, net, months);
  if (annual === undefined)
    return {
      amount: { stated, period, vat, derivation, ...(vat === 'ttc' && { vatRate: vatRate! }) },
      problem: doubt,
    };
  const amount: { -readonly [Key in keyof Amount]: Amount[Key] } =
    vat === 'ttc'
      ? { stated, period, vat, derivation, vatRate: vatRate!, annual }
      : { stated, period, vat, derivation, annual };
  if (months !== undefined) amount.months = months;
  return { amount, problem: doubt };
}

const AMOUNT_ABSENT = problem('AMOUNT_ABSENT', {});
const AMOUNT_COLUMN_ABSENT = problem('AMOUNT_COLUMN_ABSENT', { cells: 1 });
const VAT_INCLUDED = problem('AMOUNT_VAT_INCLUDED', { cells: 1 });
const VAT_ASSUMED = problem('AMOUNT_VAT_ASSUMED', { cells: 1 });
const PERIOD_ASSUMED = problem('AMOUNT_PERIOD_ASSUMED', { cells: 1 });
const NOT_ANNUALISED = problem('AMOUNT_NOT_ANNUALISED', {});

const TIMES_A_YEAR = { monthly: 12, quarterly: 4, 'half-yearly': 2 } as const;

interface Year extends Pick<Amount, 'derivation' | 'annual'> {
  readonly problem?: Problem;
}

/** The annual amount, in cents, and how it was reached; `months`: what a whole-term amount covers. */
function yearOf(period: Amount['period'], net: number, months: number | undefined): Year {
  switch (period) {
    case 'annual':
      return { derivation: 'as-stated', annual: roundCents(net) };
    case 'monthly':
    case 'quarterly':
    case 'half-yearly':
      return { derivation: 'multiplied', annual: roundCents(net * TIMES_A_YEAR[period]) };
    case 'unknown':
      return { derivation: 'assumed-annual', annual: roundCents(net), problem: PERIOD_ASSUMED };
    case 'whole-term':
      return months === undefined
        ? { derivation: 'none', problem: NOT_ANNUALISED }
        : { derivation: 'divided', annual: roundCents((net / months) * 12) };
  }
}

/**
 * Months that a whole-term amount covers: the firm period and every renewal (R2121-1, R2121-8: the value of a
 * contract includes its renewals), or the firm period alone when the renewals are not counted.
 */
export function monthsCovered(term: TermReading): number | undefined {
  const { start, renewals, renewalMonths, statedLatestEnd } = term;
  if (statedLatestEnd && start) return monthsFrom(start, statedLatestEnd);
  const renewed =
    typeof renewals === 'number' && term.renewal !== 'none' ? renewals * (renewalMonths ?? 0) : 0;
  const firm = firmMonthsOf(term);
  return firm === undefined ? undefined : firm + renewed;
}

/** Months of the firm period, as well as they are known. */
function firmMonthsOf({ start, firmEnd, firmMonths, statedCurrentEnd }: TermReading): number | undefined {
  const end = firmEnd ?? statedCurrentEnd;
  return firmMonths ?? (start && end && monthsFrom(start, end));
}

function monthsFrom(
  start: NonNullable<TermReading['start']>,
  end: NonNullable<TermReading['firmEnd']>,
): number | undefined {
  if (end < start) return undefined;
  const whole = wholeMonths(start, end);
  return whole ?? Math.round(((dayNumber(end) - dayNumber(start) + 1) / DAYS_PER_MONTH) * 100) / 100;
}
