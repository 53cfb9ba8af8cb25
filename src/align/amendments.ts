/** What a term says of the contract as it was first signed, and of the amendments that have prolonged it since. */
import { type Day, addDays, addMonths, monthsBetween } from '../domain/day.ts';
import { type Term, endOfPeriod } from '../domain/term.ts';

/** The firm period in months: what the 10 % are counted on, read strictly. Absent when the register says nothing. */
export function initialMonthsOf({ firmMonths, start, firmEnd }: Term): number | undefined {
  if (firmMonths !== undefined) return firmMonths;
  return start && firmEnd ? monthsBetween(start, addDays(firmEnd, 1)) : undefined;
}

/**
 * Months begun by which the last end lies beyond what the firm period and its renewals make: earlier amendments have
 * prolonged the contract by as much, and count with a new one (R2194-9). 0 when nothing shows any.
 */
export function amendedMonthsOf(term: Term): number {
  const { firmEnd, latestEnd, renewal, renewals, renewalMonths = 0 } = term;
  if (!firmEnd || !latestEnd) return 0;
  const renewed = renewal === 'none' ? 0 : typeof renewals === 'number' ? renewals : undefined;
  if (renewed === undefined) return 0;
  return monthsBegun(endOfPeriod(addDays(firmEnd, 1), renewed * renewalMonths), latestEnd);
}

/** Months from the day after `end` to that after `laterEnd`, a month begun counting whole; 0 when it is not later. */
export function monthsBegun(end: Day, laterEnd: Day): number {
  if (laterEnd <= end) return 0;
  const [from, to] = [addDays(end, 1), addDays(laterEnd, 1)];
  const whole = monthsBetween(from, to);
  return addMonths(from, whole) < to ? whole + 1 : whole;
}
