/** Periods that the law fixes, counted as it counts them. */
import { type Day, addDays } from '../../domain/day.ts';
import { firstDay, isWorkingDay } from './working-days.ts';

/**
 * Last day of a period of `days` days after `sentOn`: it runs from the day after at 0:00 to the last day at 24:00, put
 * off to the next working day when the last day is not one (the group's own closed days do not count).
 * Notice sent on Monday 6 January 2025, 30 days → Wednesday 5 February: tenders are due on the 6th or later.
 */
export function lastDayOfPeriod(sentOn: Day, days: number): Day {
  return firstDay(addDays(sentOn, days), day => isWorkingDay(day, { closedDays: [] }))!;
}
