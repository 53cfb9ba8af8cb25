/** The joint starts that a category may have, and the quarters in which their procedures are launched. */
import type { Category } from '../domain/category.ts';
import {
  type Day,
  type Quarter,
  addDays,
  addMonths,
  dayNumber,
  daysInMonth,
  monthsBetween,
  quarterOf,
  startOfQuarter,
  yearOf,
} from '../domain/day.ts';
import type { PlanSettings } from '../domain/settings.ts';

/** A day on which a joint contract may start. */
export interface JointStart {
  readonly day: Day;
  /** The day before. */
  readonly eve: Day;
  /** Whole months from as-of, for valuation only. */
  readonly month: number;
  /** `day`, as a number to compare. */
  readonly number: number;
  /** Last day on which a deferred member may join, as a number. */
  readonly lastEntry: number;
  readonly launchOn: Day;
  readonly launch: Quarter;
}

/** The joint starts of a category. */
export type Grid = (category: Category) => readonly JointStart[];

/** The grid seen from a day. Categories of the same lead time and custom have the same starts, worked out once. */
export function gridFrom(asOf: Day, settings: PlanSettings): Grid {
  const known = new Map<string, readonly JointStart[]>();
  return category => {
    const { leadMonths, startsOn = '' } = category;
    const name = `${leadMonths} ${startsOn}`;
    const starts = known.get(name) ?? jointStarts(category, settings, asOf);
    known.set(name, starts);
    return starts;
  };
}

/** The day of launch of a procedure for a joint start: the category's lead time before. */
export function launchOf(start: Day, category: Category): Day {
  return addMonths(start, -category.leadMonths);
}

/**
 * The starts of a category's joint contracts: the first days of calendar quarters (the one day of each year that
 * custom or law asks for, such as 1 January for insurance), from as-of + lead time to `lastStartMonths`, ascending.
 */
export function jointStarts(category: Category, settings: PlanSettings, asOf: Day): JointStart[] {
  const earliest = addMonths(asOf, category.leadMonths);
  const latest = addMonths(asOf, settings.lastStartMonths);
  const days = category.startsOn
    ? yearlyDays(category.startsOn, earliest, latest)
    : quarterDays(earliest, latest);
  return days.map(day => jointStart(day, category, settings, asOf));
}

/** A start with what the planner reads of it, whether or not it is on the grid. */
export function jointStart(day: Day, category: Category, settings: PlanSettings, asOf: Day): JointStart {
  const launchOn = launchOf(day, category);
  return {
    day,
    eve: addDays(day, -1),
    month: monthsBetween(asOf, day),
    number: dayNumber(day),
    lastEntry: dayNumber(addMonths(day, settings.deferredMonths)),
    launchOn,
    launch: quarterOf(launchOn),
  };
}

function quarterDays(earliest: Day, latest: Day): Day[] {
  const days: Day[] = [];
  const first = startOfQuarter(earliest);
  for (let k = first < earliest ? 1 : 0; ; k += 1) {
    const start = addMonths(first, 3 * k);
    if (start > latest) return days;
    days.push(start);
  }
}

/** `monthDay` is `MM-DD`; 29 February falls on 28 in other years. */
function yearlyDays(monthDay: string, earliest: Day, latest: Day): Day[] {
  const days: Day[] = [];
  for (let year = yearOf(earliest); year <= yearOf(latest); year += 1) {
    const month = Number(monthDay.slice(0, 2));
    const last = daysInMonth(year, month);
    const dayOfMonth = Math.min(Number(monthDay.slice(3, 5)), last);
    const text = `${String(year).padStart(4, '0')}-${monthDay.slice(0, 2)}-${String(dayOfMonth).padStart(2, '0')}`;
    if (text >= earliest && text <= latest) days.push(text as Day);
  }
  return days;
}
