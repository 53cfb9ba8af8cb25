/**
 * Ends of contracts as the planner compares them. Contracts end on few different days (month ends, most of them), so
 * each is worked out once and shared: a large group has millions of comparisons to make.
 */
import type { Nature } from '../domain/category.ts';
import { type Day, addDays, addMonths, dayNumber, monthsBetween } from '../domain/day.ts';
import { type Notice, noticeDeadlineFor } from '../domain/term.ts';
import { formalThresholdOn, waiverOn } from './legal.ts';

/** An end of a contract. */
export interface Exit {
  /** Last day in force, inclusive. */
  readonly end: Day;
  /** The day after: the first day under another contract. */
  readonly next: Day;
  /** The same as a number, to compare. */
  readonly after: number;
  /** The same in whole months from as-of, for valuation only. */
  readonly month: number;
  /** Last day to act for the contract to stop there, or (express renewal) to go on beyond: its end without notice. */
  readonly deadline: Day;
}

export interface PlanDates {
  readonly exit: (end: Day, notice: Notice | undefined) => Exit;
  /** The day so many months after, as a number. */
  readonly monthsAfter: (day: Day, months: number) => number;
  /** European threshold and waiver for a nature on a day, in cents. */
  readonly formal: (on: Day, nature: Nature) => number;
  readonly waiver: (on: Day, nature: Nature) => number;
}

/** Dates seen from an as-of day. */
export function planDates(asOf: Day): PlanDates {
  return {
    exit: once(
      (end: Day, notice: Notice | undefined): Exit => {
        const next = addDays(end, 1);
        const deadline = notice ? noticeDeadlineFor(end, notice) : end;
        return { end, next, after: dayNumber(next), month: monthsBetween(asOf, next), deadline };
      },
      (end, notice) => (notice ? `${end} ${'months' in notice ? notice.months : `${notice.days}d`}` : end),
    ),
    monthsAfter: once(
      (day: Day, months: number) => dayNumber(addMonths(day, months)),
      (day, months) => `${day} ${months}`,
    ),
    formal: once(
      (on: Day, nature: Nature): number => formalThresholdOn(on, nature).amount,
      (on, nature) => on + nature,
    ),
    waiver: once(
      (on: Day, nature: Nature): number => waiverOn(on, nature),
      (on, nature) => on + nature,
    ),
  };
}

/** A pure function of two arguments that works each result out once. */
function once<A, B, Result>(
  work: (a: A, b: B) => Result,
  name: (a: A, b: B) => string,
): (a: A, b: B) => Result {
  const known = new Map<string, Result>();
  return (a, b) => {
    const key = name(a, b);
    let result = known.get(key);
    if (result === undefined) {
      result = work(a, b);
      known.set(key, result);
    }
    return result;
  };
}
