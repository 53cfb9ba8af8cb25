/** Places the stages of a procedure backwards from the start of the joint contract. */
import type { CalendarSettings, DayRule } from '../../domain/calendar.ts';
import type { MemberId } from '../../domain/contract.ts';
import { type Day, addDays, maxDay, minDay } from '../../domain/day.ts';
import type { Milestone, ProcedureCode } from '../../domain/plan.ts';
import { lastDayOfPeriod } from './legal-periods.ts';
import { type Sitting, sittingBefore } from './meetings.ts';
import { type PaceShare, type TimedStage, stagesOf } from './stage-days.ts';
import { type WorkingYear, covers, isOpenDay, isWorkingDay, lastDay } from './working-days.ts';

/** What a calendar is made for. */
export interface CalendarRequest {
  readonly procedure: ProcedureCode;
  readonly members: readonly MemberId[];
  /** Its committee decides; while it is not known, the committee of any member must be able to. */
  readonly coordinator?: MemberId;
  readonly settings: CalendarSettings;
  /** Days of the year between which the call is to be published. */
  readonly window?: { readonly from: string; readonly to: string };
  /** The time that stages get; the usual time without it. */
  readonly share?: PaceShare;
}

/** Stages placed, in the order of the table. */
export interface Placement {
  readonly milestones: readonly Milestone[];
  /** The board that approves the convention, by member. */
  readonly boards: ReadonlyMap<MemberId, Sitting>;
  /** Stages for which no day was found: no meeting is known early enough, or no day of the year suits. */
  readonly unmet: readonly string[];
}

interface PlacedStage {
  readonly milestone: Milestone;
  readonly sittings: ReadonlyMap<MemberId, Sitting>;
  readonly met: boolean;
}

/** Most members give no meeting: their calendars only depend on the start and on the procedure. */
const KNOWN = new WeakMap<CalendarSettings, Map<string, Placement>>();

/**
 * Every stage as late as it can be for the contract to start on `start`. Each ends before the next one that does not run
 * beside it begins; a bound that falls on a day on which it cannot be is moved earlier: no stage gets less than its days.
 */
export function placeStages(start: Day, request: CalendarRequest): Placement {
  const { members, coordinator, settings } = request;
  const { meetings } = settings;
  if (members.some(member => meetings[member]) || (coordinator !== undefined && meetings[coordinator])) {
    return placedFor(start, request);
  }
  const placement = withoutMeetings(start, request);
  // Boards are supposed to sit on the day on which the convention is signed.
  const board = stagesOf(request.procedure, settings, request.share).findIndex(
    ({ endsOn }) => endsOn === 'board',
  );
  const on = placement.milestones[board]?.to;
  const sitting = on && { on, assumed: true, unmet: false };
  return { ...placement, boards: new Map(sitting && members.map(member => [member, sitting])) };
}

/** A calendar in which no meeting is known, whoever takes part: worked out once. */
function withoutMeetings(start: Day, request: CalendarRequest): Placement {
  const { procedure, settings, window, share } = request;
  const known = KNOWN.get(settings) ?? new Map<string, Placement>();
  KNOWN.set(settings, known);
  const name = `${start} ${procedure} ${share} ${window?.from} ${window?.to}`;
  const placement = known.get(name) ?? placedFor(start, { ...request, members: [] });
  known.set(name, placement);
  return placement;
}

function placedFor(start: Day, request: CalendarRequest): Placement {
  const stages = stagesOf(request.procedure, request.settings, request.share);
  const placed = new Map<string, PlacedStage>();
  for (const stage of stages.toReversed()) {
    const next = stages.slice(stages.indexOf(stage) + 1).find(later => !areParallel(stage, later));
    const limit = next ? placed.get(next.id)!.milestone.from : start;
    placed.set(stage.id, placeStage(stage, addDays(limit, -1), request));
  }
  return {
    milestones: stages.map(stage => placed.get(stage.id)!.milestone),
    boards: placed.get(stages.find(stage => stage.endsOn === 'board')?.id ?? '')?.sittings ?? new Map(),
    unmet: stages.flatMap(stage => (placed.get(stage.id)!.met ? [] : [stage.id])),
  };
}

function areParallel(a: TimedStage, b: TimedStage): boolean {
  return a.parallelWith.includes(b.id) || b.parallelWith.includes(a.id);
}

/** The stage that ends on `limit` at the latest. */
function placeStage(stage: TimedStage, limit: Day, request: CalendarRequest): PlacedStage {
  const { settings, window } = request;
  const open = lastDay(limit, day => fits(stage.endsOn, day, settings));
  const sittings = sittingsOf(stage, limit, open ?? limit, request);
  const days = [...sittings.values()].map(sitting => sitting.on);
  const readyBy = days.length > 0 ? days.reduce(minDay) : (open ?? limit);
  // A convention is signed once the last board has approved it; it is ready for the first one.
  const to = stage.endsOn === 'board' && days.length > 0 ? days.reduce(maxDay) : readyBy;
  const from = lastDay(
    addDays(readyBy, 1 - stage.days),
    day =>
      fits(stage.beginsOn, day, settings) &&
      leavesTheLawItsDays(stage, day, to) &&
      (stage.id !== 'publication' || !window || covers(window, day)),
  );
  const met =
    open !== undefined && from !== undefined && ![...sittings.values()].some(sitting => sitting.unmet);
  return { milestone: { code: stage.id, from: from ?? to, to }, sittings, met };
}

/** The meetings that end a stage, by member; none for a stage that no meeting ends. */
function sittingsOf(
  { endsOn }: TimedStage,
  limit: Day,
  open: Day,
  { members, coordinator, settings }: CalendarRequest,
): ReadonlyMap<MemberId, Sitting> {
  if (endsOn !== 'board' && endsOn !== 'committee') return new Map();
  const concerned = endsOn === 'board' || coordinator === undefined ? members : [coordinator];
  return new Map(
    concerned.map(member => [member, sittingBefore(settings.meetings[member]?.[endsOn] ?? [], limit, open)]),
  );
}

/** Tenders are received after the last day of their period; a standstill is over with its last day. */
function leavesTheLawItsDays({ floor, endsOn }: TimedStage, from: Day, to: Day): boolean {
  if (floor === 0) return true;
  const last = lastDayOfPeriod(from, floor);
  return endsOn === 'open' ? last < to : last <= to;
}

function fits(rule: DayRule, day: Day, year: WorkingYear): boolean {
  if (rule === 'any') return true;
  return rule === 'working' ? isWorkingDay(day, year) : isOpenDay(day, year);
}
