/** The amount of one line: which column, which VAT, and how it becomes an annual amount excluding VAT. */
import type { Amount, VatBasis } from '../../domain/contract.ts';
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
    const { amount, problems } = annualised(
      { ...basis, ...cell },
      cell.stated,
      reader,
      term,
      rateOf(row, readers) ?? vatRate,
    );
    if (amount.annual !== undefined || !fallback) {
      if (problems.length > 0) remarks.cell(row.row, reader.column, text, problems);
    }
    if (amount.annual !== undefined) return amount;
    fallback ??= amount;
  }
  if (!fallback && readers.amounts[0] && !unread) {
    const { column } = readers.amounts[0];
    remarks.cell(row.row, column, row.cells[column.index] ?? '', [problem('AMOUNT_ABSENT', {})]);
  }
  return fallback;
}

const wordsOf = memoize(readAmountWords);

/** What the row's « Périodicité » says of its amounts. */
function basisOf(row: Row, { columns }: Readers): Pick<AmountWords, 'vat' | 'period'> | undefined {
  const column = columns.get('amountBasis');
  const text = column && row.cells[column.index];
  if (!text) return undefined;
  const { vat, period } = wordsOf(text);
  return { ...(vat && { vat }), ...(period && { period }) };
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
): { amount: Amount; problems: readonly Problem[] } {
  const period = cell.period ?? reader.period;
  const vat: VatBasis = cell.vat ?? reader.vat;
  const said = { stated, period, vat };
  if (!cell.usable) return { amount: { ...said, derivation: 'none' }, problems: [] };
  if (vat === 'ttc' && vatRate === undefined) {
    return {
      amount: { ...said, derivation: 'none' },
      problems: [problem('AMOUNT_VAT_INCLUDED', { cells: 1 })],
    };
  }
  const problems: Problem[] = [];
  const converted = vat === 'ttc' ? { vatRate: vatRate! } : {};
  if (vat === 'ttc') problems.push(problem('AMOUNT_VAT_CONVERTED', { rate: vatRate!, cells: 1 }));
  if (vat === 'unknown') problems.push(problem('AMOUNT_VAT_ASSUMED', { cells: 1 }));
  const net = vat === 'ttc' ? stated / (1 + vatRate!) : stated;
  const amount = (annual: number, derivation: Amount['derivation'], months?: number): Amount => ({
    ...said,
    annual: roundCents(annual),
    derivation,
    ...(months !== undefined && { months }),
    ...converted,
  });
  switch (period) {
    case 'annual':
      return { amount: amount(net, 'as-stated'), problems };
    case 'monthly':
      return { amount: amount(net * 12, 'multiplied'), problems };
    case 'whole-term': {
      const months = monthsCovered(term);
      if (months !== undefined) return { amount: amount((net / months) * 12, 'divided', months), problems };
      return {
        amount: { ...said, ...converted, derivation: 'none' },
        problems: [...problems, problem('AMOUNT_NOT_ANNUALISED', {})],
      };
    }
    case 'unknown':
      return {
        amount: amount(net, 'assumed-annual'),
        problems: [...problems, problem('AMOUNT_PERIOD_ASSUMED', { cells: 1 })],
      };
  }
}

/**
 * Months that a whole-term amount covers: the firm period and every renewal (R2121-1, R2121-8: the value of a
 * contract includes its renewals), or the firm period alone when the renewals are not counted.
 */
export function monthsCovered(term: TermReading): number | undefined {
  const { start, firmEnd, firmMonths, renewals, renewalMonths, statedLatestEnd, statedCurrentEnd } = term;
  if (statedLatestEnd && start) return monthsFrom(start, statedLatestEnd);
  const renewed =
    typeof renewals === 'number' && term.renewal !== 'none' ? renewals * (renewalMonths ?? 0) : 0;
  const end = firmEnd ?? statedCurrentEnd;
  const firm = firmMonths ?? (start && end && monthsFrom(start, end));
  return firm === undefined ? undefined : firm + renewed;
}

function monthsFrom(
  start: NonNullable<TermReading['start']>,
  end: NonNullable<TermReading['firmEnd']>,
): number | undefined {
  if (end < start) return undefined;
  const whole = wholeMonths(start, end);
  return whole ?? Math.round(((dayNumber(end) - dayNumber(start) + 1) / DAYS_PER_MONTH) * 100) / 100;
}
