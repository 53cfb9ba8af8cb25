/** Whether stages can still be done in time: what blocks a calendar, how much time stages can get, how soon a start is. */
import { type Day, addDays } from '../../domain/day.ts';
import { type CalendarRequest, type Placement, placeStages } from './place.ts';
import { FULL_PACE, type PaceShare } from './stage-days.ts';

/** Longest way ahead that an earliest start is looked for, in days: six years. */
const FARTHEST = 2192;

/** A calendar that is asked for on a day: nothing can be done before it. */
export interface AskedCalendar extends CalendarRequest {
  readonly asOf: Day;
}

/** The last stage, in time, that would have to begin before `asOf` or that finds no day. */
export function blockedStage({ milestones, unmet }: Placement, asOf: Day): string | undefined {
  return milestones.findLast(stage => stage.from < asOf || unmet.includes(stage.code))?.code;
}

/**
 * The most time that stages can get for the contract to start on `start`; `undefined` when not even the least time is
 * left. A later start never leaves less: longer stages never begin later, and a later start never begins one earlier.
 */
export function shareFor(start: Day, request: AskedCalendar): PaceShare | undefined {
  if (isPossible(start, request, FULL_PACE)) return FULL_PACE;
  if (!isPossible(start, request, 0)) return undefined;
  return firstTrue(0, FULL_PACE, share => !isPossible(start, request, share)) - 1;
}

/**
 * The first start after as-of that every stage can lead to in the least time that it can be done in; every later one is
 * possible too. `undefined` when there is none within six years.
 */
export function earliestStart(request: AskedCalendar): Day | undefined {
  const possible = (offset: number): boolean => isPossible(addDays(request.asOf, offset), request, 0);
  return possible(FARTHEST) ? addDays(request.asOf, firstTrue(0, FARTHEST, possible)) : undefined;
}

function isPossible(start: Day, request: AskedCalendar, share: PaceShare): boolean {
  return blockedStage(placeStages(start, { ...request, share }), request.asOf) === undefined;
}

/** The least whole number above `no` that `holds`, when `no` does not, `yes` does, and so does all that follows one that does. */
function firstTrue(no: number, yes: number, holds: (value: number) => boolean): number {
  if (yes - no <= 1) return yes;
  const middle = Math.floor((no + yes) / 2);
  return holds(middle) ? firstTrue(no, middle, holds) : firstTrue(middle, yes, holds);
}
