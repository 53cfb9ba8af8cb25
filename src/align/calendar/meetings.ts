/** On which meeting a decision is taken, when members give their meetings. */
import { type Day, addDays, maxDay } from '../../domain/day.ts';

/** Boards and committees sit at least once a quarter: a list of dates says nothing of what comes later than this. */
const KNOWN_AFTER_LAST = 92;

/** The meeting that takes a decision. */
export interface Sitting {
  readonly on: Day;
  /** No date is known: the member must hold one on or before that day. */
  readonly assumed: boolean;
  /** Every date given is too late. */
  readonly unmet: boolean;
}

/**
 * The last of the meetings given on or before `limit`. Without any, or when `limit` is more than a quarter after the last
 * one given, the day is assumed: `open`, the last open day.
 */
export function sittingBefore(dates: readonly Day[], limit: Day, open: Day): Sitting {
  const before = dates.filter(date => date <= limit);
  if (before.length === 0) return { on: open, assumed: true, unmet: dates.length > 0 };
  const last = before.reduce(maxDay);
  const known = before.length < dates.length || limit <= addDays(last, KNOWN_AFTER_LAST);
  return { on: known ? last : open, assumed: !known, unmet: false };
}
