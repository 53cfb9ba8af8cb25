/** The estimated value of a group's need, which decides its procedure. */
import { type Day, addMonths, monthsBetween } from '../domain/day.ts';
import { type Cents, ZERO, roundCents, sumCents } from '../domain/money.ts';

/** What one contract brings to a tender. */
export interface Share {
  /** One year, excluding VAT. */
  readonly annual: Cents;
  /** First day under the joint contract: the joint start, or later for a deferred entry. */
  readonly joinsOn: Day;
}

/**
 * Value of a group: each member's need over the time it spends in the joint contract, renewals and options included
 * (R2121-1), excluding VAT. A member that enters late counts from the month of its entry: a month begun is a month.
 * `options` is the share added for options, 0.1 for 10 %.
 */
export function estimatedValue(
  shares: readonly Share[],
  start: Day,
  durationMonths: number,
  options = 0,
): Cents {
  return sumCents(shares.map(share => valueOf(share, start, durationMonths, options)));
}

/** The same for one contract. */
export function valueOf(share: Share, start: Day, durationMonths: number, options = 0): Cents {
  const months = monthsUnder(share.joinsOn, start, durationMonths);
  return months === 0 ? ZERO : roundCents((share.annual * months * (1 + options)) / 12);
}

function monthsUnder(joinsOn: Day, start: Day, durationMonths: number): number {
  const deferred = joinsOn <= start ? 0 : monthsBetween(start, joinsOn);
  const end = addMonths(start, durationMonths);
  return joinsOn >= end ? 0 : durationMonths - deferred;
}
