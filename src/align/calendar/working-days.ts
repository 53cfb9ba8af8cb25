/** Which days things can be done on: week-ends, public holidays, closed days and blackout periods. */
import { isHoliday } from '../../data/holidays.ts';
import type { Blackout, CalendarSettings } from '../../domain/calendar.ts';
import { type Day, addDays, weekday } from '../../domain/day.ts';

export type WorkingYear = Pick<CalendarSettings, 'blackouts' | 'closedDays'>;

/** Longest run of days searched for an open one: a year and a half, more than any blackout. */
const SEARCH_DAYS = 550;

/** Neither a week-end, nor a public holiday, nor a closed day of the group. */
export function isWorkingDay(value: Day, year: Pick<WorkingYear, 'closedDays'>): boolean {
  return weekday(value) <= 5 && !isHoliday(value) && !year.closedDays.includes(value);
}

/** A working day outside the blackout periods. */
export function isOpenDay(value: Day, year: WorkingYear): boolean {
  return isWorkingDay(value, year) && !year.blackouts.some(blackout => covers(blackout, value));
}

/** The last day on or before `value` that `accepts` it; `undefined` when there is none in a year and a half. */
export function lastDay(value: Day, accepts: (candidate: Day) => boolean): Day | undefined {
  return search(value, accepts, -1);
}

/** The first day on or after `value` that `accepts` it. */
export function firstDay(value: Day, accepts: (candidate: Day) => boolean): Day | undefined {
  return search(value, accepts, 1);
}

/** Whether a day of any year (`MM-DD` to `MM-DD`, inclusive, possibly over the new year) covers `value`. */
export function covers({ from, to }: Blackout, value: Day): boolean {
  const monthDay = value.slice(5);
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

function search(value: Day, accepts: (candidate: Day) => boolean, step: 1 | -1): Day | undefined {
  let candidate = value;
  for (let tried = 0; tried < SEARCH_DAYS; tried += 1, candidate = addDays(candidate, step)) {
    if (accepts(candidate)) return candidate;
  }
  return undefined;
}
