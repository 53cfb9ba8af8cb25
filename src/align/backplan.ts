/** Back-planning: from the start of a joint contract to the first day of the work that it needs. */
import { categoryRule } from '../data/category-rules.ts';
import type { Category } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import { type Day, addDays, minDay } from '../domain/day.ts';
import type { LegalCheck } from '../domain/legal.ts';
import type { Milestone } from '../domain/plan.ts';
import { type PlacedCalendar, calendarChecks } from './calendar-checks.ts';
import type { Sitting } from './calendar/meetings.ts';
import { type CalendarRequest, type Placement, placeStages } from './calendar/place.ts';
import { type AskedCalendar, blockedStage, earliestStart, shareFor } from './calendar/possible.ts';
import { type TimedStage, stagesOf } from './calendar/stage-days.ts';
import { boardsOf, hasBegun } from './calendar/under-way.ts';
import { covers } from './calendar/working-days.ts';

/** Most days by which a publication is moved into its window: tenders would be too old to sign after more. */
const WINDOW_REACH = 92;

/**
 * A tender whose calendar is wanted. Without a coordinator, the award must suit the committee of any member: a start
 * possible then is possible with any.
 */
export interface BackPlanRequest extends Omit<AskedCalendar, 'window' | 'share'> {
  readonly category: Category;
}

export interface BackPlan {
  /** In the order of the table of stages. When impossible, what it would have taken at the least. */
  readonly milestones: readonly Milestone[];
  /** The day on which the call is published: the one whose thresholds apply. */
  readonly launchOn: Day;
  /** First day of the first stage. */
  readonly beginsOn: Day;
  /** The board that approves the convention, by member. */
  readonly boards: ReadonlyMap<MemberId, Sitting>;
  readonly checks: readonly LegalCheck[];
  /** The last stage that would have to begin before as-of (or find a meeting that is not held), and the first start possible. */
  readonly impossible?: { readonly stage: string; readonly earliestStart?: Day };
}

/**
 * The calendar of a joint contract that starts on `start`, at the pace chosen. When the start does not leave that much
 * time, every stage gets as much of the way from the least time to the usual one as there is room for, and a check says
 * so; a start is impossible only when the least time is too long. A publication window that is only advised (insurance)
 * is kept when time allows at the same durations, within three months, and otherwise given up with a check.
 */
export function backPlan(start: Day, request: BackPlanRequest): BackPlan {
  const share = shareFor(start, request);
  const { placement, outside } = inWindow(start, { ...request, share: share ?? 0 });
  const { milestones, boards } = placement;
  if (share === undefined) {
    const earliest = earliestStart(request);
    const stage = blockedStage(placement, request.asOf)!;
    const plan = planOf({ milestones, boards, outside }, [], request);
    return { ...plan, impossible: { stage, ...(earliest && { earliestStart: earliest }) } };
  }
  const stages = stagesOf(request.procedure, request.settings);
  const usualBegin = firstDayOf(placeStages(start, request).milestones);
  return planOf({ milestones, boards, outside, usualBegin }, stages, request);
}

/**
 * The calendar of a procedure that was planned before: as it was planned, once its work has begun (nothing of it can be
 * moved by planning it again, nor is it impossible). `undefined` while nothing has begun: it is planned afresh.
 */
export function planUnderWay(
  milestones: readonly Milestone[],
  request: Omit<BackPlanRequest, 'procedure'>,
): BackPlan | undefined {
  if (!hasBegun(milestones, request)) return undefined;
  const window = windowOf(request.category);
  const outside = window !== undefined && !covers(window, milestone(milestones, 'publication').from);
  return planOf({ milestones, boards: boardsOf(milestones, request), outside }, [], request);
}

function planOf(
  calendar: PlacedCalendar,
  stages: readonly TimedStage[],
  { category }: Pick<BackPlanRequest, 'category'>,
): BackPlan {
  const { milestones, boards } = calendar;
  return {
    milestones,
    launchOn: milestone(milestones, 'publication').from,
    beginsOn: firstDayOf(milestones),
    boards,
    checks: calendarChecks(category, stages, calendar),
  };
}

function firstDayOf(milestones: readonly Milestone[]): Day {
  return milestones.map(stage => stage.from).reduce(minDay);
}

/** The stage of that name. Throws when there is no such stage: a mistake in the source code. */
export function milestone(milestones: readonly Milestone[], code: string): Milestone {
  const found = milestones.find(stage => stage.code === code);
  if (!found) throw new RangeError(`no such stage: ${code}`);
  return found;
}

/** Published inside the window advised when that is possible, else outside it. */
function inWindow(
  start: Day,
  request: BackPlanRequest & CalendarRequest,
): { placement: Placement; outside: boolean } {
  const plain = placeStages(start, request);
  const window = windowOf(request.category);
  if (!window) return { placement: plain, outside: false };
  const placement = placeStages(start, { ...request, window });
  const { from } = milestone(plain.milestones, 'publication');
  const { from: wanted } = milestone(placement.milestones, 'publication');
  const near = wanted >= addDays(from, -WINDOW_REACH);
  if (near && blockedStage(placement, request.asOf) === undefined) return { placement, outside: false };
  return { placement: plain, outside: from !== wanted };
}

function windowOf({ id }: Category): CalendarRequest['window'] {
  const rule = categoryRule(id, 'PUBLICATION_WINDOW');
  return rule && { from: rule.from!, to: rule.to! };
}
