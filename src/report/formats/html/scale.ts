/** From days to places on the timeline, in percents of its width: it stretches without being drawn again. */
import {
  type Day,
  type Quarter,
  addDays,
  addMonths,
  day,
  daysBetween,
  maxDay,
  minDay,
  quarterOf,
  startOfQuarter,
  yearOf,
} from '../../../domain/day.ts';
import type { Outcome } from '../../../domain/outcome.ts';

export interface Scale {
  readonly from: Day;
  /** Last day shown, inclusive. */
  readonly to: Day;
  readonly quarters: readonly { readonly quarter: Quarter; readonly from: Day }[];
  readonly years: readonly { readonly year: number; readonly from: Day }[];
  /** Place of the beginning of a day: « 12.5% »; before 0 or beyond 100 for days out of sight. */
  readonly at: (value: Day) => string;
  /** Width of a period, both days included, cut at the edges. */
  readonly width: (from: Day, to: Day) => string;
}

/** Months shown after the last start, so that its contract is seen to begin. */
const AFTER_LAST_START = 15;

/** From the quarter of the first work to the end of the year in which the last contract is well under way. */
export function scaleOf({ asOf, plan }: Outcome): Scale {
  const first = plan.tenders
    .flatMap(({ milestones }) => milestones.map(({ from }) => from))
    .reduce(minDay, asOf);
  const last = plan.tenders.map(({ start }) => addMonths(start, AFTER_LAST_START)).reduce(maxDay, asOf);
  const from = startOfQuarter(first);
  const to = day(`${yearOf(last)}-12-31`);
  const quarters = [];
  for (let start = from; start <= to; start = addMonths(start, 3)) {
    quarters.push({ quarter: quarterOf(start), from: start });
  }
  const days = daysBetween(from, to) + 1;
  const at = (value: Day): string => percent(daysBetween(from, value) / days);
  return {
    from,
    to,
    quarters,
    years: quarters
      .filter((quarter, i) => i === 0 || quarter.quarter.endsWith('Q1'))
      .map(quarter => ({ year: yearOf(quarter.from), from: quarter.from })),
    at,
    width: (start, end) =>
      percent(Math.max(daysBetween(maxDay(start, from), addDays(minDay(end, to), 1)), 0) / days),
  };
}

const percent = (share: number): string => `${Number((100 * share).toFixed(2))}%`;
