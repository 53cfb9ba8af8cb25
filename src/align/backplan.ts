/** Back-planning: from the start of a joint contract to the first day of the work that it needs. */
import { categoryRule } from '../data/category-rules.ts';
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Category } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import { type Day, addDays, maxDay } from '../domain/day.ts';
import type { LegalCheck } from '../domain/legal.ts';
import type { Milestone, ProcedureCode } from '../domain/plan.ts';
import type { Sitting } from './calendar/meetings.ts';
import { type CalendarRequest, type Placement, placeStages } from './calendar/place.ts';
import { legalCheck } from './legal-check.ts';

/** Longest way ahead that an earliest start is looked for, in days: six years. */
const FARTHEST = 2192;

/** A tender whose calendar is wanted. */
export interface BackPlanRequest {
  readonly procedure: ProcedureCode;
  readonly category: Category;
  readonly members: readonly MemberId[];
  /** Without it, the award must suit the committee of any member: a start possible then is possible with any. */
  readonly coordinator?: MemberId;
  readonly settings: CalendarSettings;
  readonly asOf: Day;
}

export interface BackPlan {
  /** In the order of the table of stages. When impossible, what it would have taken. */
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
 * The calendar of a joint contract that starts on `start`. A publication window that is only advised (insurance) is kept
 * when time allows, and otherwise given up with a check.
 */
export function backPlan(start: Day, request: BackPlanRequest): BackPlan {
  const { placement, outside } = placementFor(start, request);
  const blocked = blockedStage(placement, request.asOf);
  const launchOn = milestone(placement.milestones, 'publication').from;
  const earliest = blocked && earliestStart(request);
  return {
    milestones: placement.milestones,
    launchOn,
    beginsOn: placement.milestones.map(stage => stage.from).toSorted()[0]!,
    boards: placement.boards,
    checks: calendarChecks(request.category, placement, outside),
    ...(blocked && { impossible: { stage: blocked, ...(earliest && { earliestStart: earliest }) } }),
  };
}

/**
 * The first start after as-of that every stage can lead to; every later one is possible too (a later start never begins
 * a stage earlier). `undefined` when there is none within six years.
 */
export function earliestStart(request: BackPlanRequest): Day | undefined {
  let impossible = 0;
  let possible = FARTHEST;
  if (!isPossible(addDays(request.asOf, possible), request)) return undefined;
  while (possible - impossible > 1) {
    const middle = Math.floor((possible + impossible) / 2);
    if (isPossible(addDays(request.asOf, middle), request)) possible = middle;
    else impossible = middle;
  }
  return addDays(request.asOf, possible);
}

/** The stage of that name. Throws when the table has no such stage: a mistake in the source code. */
export function milestone(milestones: readonly Milestone[], code: string): Milestone {
  const found = milestones.find(stage => stage.code === code);
  if (!found) throw new RangeError(`no such stage: ${code}`);
  return found;
}

function isPossible(start: Day, request: BackPlanRequest): boolean {
  return blockedStage(placeStages(start, request), request.asOf) === undefined;
}

/** Inside the publication window when that is possible, else outside it. */
function placementFor(start: Day, request: BackPlanRequest): { placement: Placement; outside: boolean } {
  const plain = placeStages(start, request);
  const window = windowOf(request.category);
  if (!window) return { placement: plain, outside: false };
  const placement = placeStages(start, { ...request, window });
  if (blockedStage(placement, request.asOf) === undefined) return { placement, outside: false };
  const { from } = milestone(plain.milestones, 'publication');
  const { from: wanted } = milestone(placement.milestones, 'publication');
  return { placement: plain, outside: from !== wanted };
}

function windowOf({ id }: Category): CalendarRequest['window'] {
  const rule = categoryRule(id, 'PUBLICATION_WINDOW');
  return rule && { from: rule.from!, to: rule.to! };
}

/** The last stage, in time, that would have to begin before `asOf` or that finds no day. */
function blockedStage({ milestones, unmet }: Placement, asOf: Day): string | undefined {
  return milestones.findLast(stage => stage.from < asOf || unmet.includes(stage.code))?.code;
}

function calendarChecks(
  category: Category,
  { milestones, boards }: Placement,
  outside: boolean,
): LegalCheck[] {
  const launchOn = milestone(milestones, 'publication').from;
  const signedOn = [...boards.values()]
    .map(board => board.on)
    .reduce(maxDay, milestone(milestones, 'convention').to);
  const params = { signedOn, launchOn };
  const checks = [legalCheck('CONVENTION_BEFORE_LAUNCH', 'informs', 'CONVENTION_BEFORE_LAUNCH', params)];
  const window = categoryRule(category.id, 'PUBLICATION_WINDOW');
  if (outside && window) {
    checks.push(
      legalCheck('PUBLICATION_WINDOW', 'warns', window, { launchOn, from: window.from!, to: window.to! }),
    );
  }
  return checks;
}
