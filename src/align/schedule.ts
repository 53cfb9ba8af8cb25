/** Everything that law and calendar say of a joint tender, once its start and its contracts are chosen. */
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Category } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import { type Day, type Quarter, quarterOf } from '../domain/day.ts';
import { type Cents, ZERO, sumCents } from '../domain/money.ts';
import type { Coded, Milestone, ProcedureCode, Step, Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import { type BackPlan, type BackPlanRequest, backPlan, milestone, planUnderWay } from './backplan.ts';
import type { Sitting } from './calendar/meetings.ts';
import { durationChecks, durationFor } from './duration.ts';
import { type Entry, leverChecks } from './lever-checks.ts';
import { type LotShare, lotChecks, lotsFor, smallLots } from './lots.ts';
import { procedureChecks } from './procedure-checks.ts';
import { procedureFor } from './procedure.ts';
import { valueOf } from './value.ts';

/** A tender whose start and contracts are chosen. */
export interface TenderDraft {
  readonly category: Category;
  /** The territory of a local tender. */
  readonly territory?: string;
  readonly start: Day;
  /** Absent while the coordinators are not chosen. */
  readonly coordinator?: MemberId;
  readonly entries: readonly Entry[];
  /** The calendar of the earlier plan, for a tender that is taken from it as it is. */
  readonly planned?: readonly Milestone[];
}

/** What the choices of the group are for a calendar. */
export interface ScheduleSettings {
  readonly calendar: CalendarSettings;
  /** Duration of a joint framework, in months. */
  readonly jointMonths: number;
}

type Described =
  | 'launchOn'
  | 'durationMonths'
  | 'duration'
  | 'annualAmount'
  | 'estimatedValue'
  | 'lots'
  | 'procedure'
  | 'milestones'
  | 'checks'
  | 'warnings';

export interface TenderSchedule extends Pick<Tender, Described> {
  /** The quarter in which the call is published. */
  readonly publishedIn: Quarter;
  /** First day of the first stage. */
  readonly beginsOn: Day;
  /** The day on which the award is decided. */
  readonly awardOn: Day;
  /** What each member must do for the procedure: state its needs, sign the convention, take part in the award. */
  readonly steps: ReadonlyMap<MemberId, readonly Step[]>;
  readonly impossible?: BackPlan['impossible'];
}

/** Value, procedure, duration, lots, calendar, checks and members' steps of a tender. */
export function scheduleTender(draft: TenderDraft, settings: ScheduleSettings, asOf: Day): TenderSchedule {
  const { category, start } = draft;
  const duration = durationFor(category, start, settings.jointMonths, settings.calendar);
  const shares = sharesOf(draft, duration.months, settings.calendar.options);
  const estimatedValue = sumCents(shares.map(share => share.value));
  const members = [...new Set(shares.map(share => share.member))].toSorted(compareText);
  const plan = calendarFor(draft, members, estimatedValue, settings.calendar, asOf);
  const need = { category, launchOn: plan.launchOn, value: estimatedValue };
  const procedure = { ...procedureFor(need, settings.calendar), code: plan.procedure };
  const lots = lotsFor(category, shares);
  const apart =
    procedure.code === 'FORMAL'
      ? smallLots(lots, category.nature, plan.launchOn, settings.calendar.buyerClass)
      : [];
  return {
    launchOn: plan.launchOn,
    publishedIn: quarterOf(plan.launchOn),
    beginsOn: plan.beginsOn,
    awardOn: milestone(plan.milestones, 'cao').to,
    durationMonths: duration.months,
    duration,
    annualAmount: sumCents(shares.map(share => share.annual)),
    estimatedValue,
    lots,
    procedure,
    milestones: plan.milestones,
    checks: [
      ...procedureChecks(need, valuesOf(shares), settings.calendar),
      ...durationChecks(category, start, duration),
      ...lotChecks(lots, apart),
      ...leverChecksOf(draft, duration.months, settings.calendar),
      ...plan.checks,
    ],
    warnings: calendarWarnings(plan),
    steps: stepsOf(plan, members),
    ...(plan.impossible && { impossible: plan.impossible }),
  };
}

function sharesOf({ entries, start, territory }: TenderDraft, months: number, options: number): LotShare[] {
  return entries.map(({ contract, joinsOn }) => {
    const annual = contract.amount?.annual ?? ZERO;
    const value = valueOf({ annual, joinsOn }, start, months, options);
    return {
      contract: contract.id,
      member: contract.member,
      annual,
      value,
      territory: territory ?? contract.territory ?? '',
    };
  });
}

function leverChecksOf(
  { entries, start, category }: TenderDraft,
  months: number,
  { buyerClass }: CalendarSettings,
) {
  return entries.flatMap(entry => leverChecks(entry, { start, months, nature: category.nature, buyerClass }));
}

function valuesOf(shares: readonly LotShare[]): ReadonlyMap<MemberId, Cents> {
  const values = new Map<MemberId, Cents>();
  for (const { member, value } of shares.toSorted((a, b) => compareText(a.member, b.member))) {
    values.set(member, sumCents([values.get(member) ?? ZERO, value]));
  }
  return values;
}

/**
 * The calendar with the procedure of its own launch day. The longest procedure gives a first launch day; a shorter one
 * launches later, and holds if it is still the right one then (thresholds change on 1 January).
 */
function calendarFor(
  { category, start, coordinator, planned: earlier }: TenderDraft,
  members: readonly MemberId[],
  value: Cents,
  settings: CalendarSettings,
  asOf: Day,
): BackPlan & { readonly procedure: ProcedureCode } {
  const request = { category, members, settings, asOf, ...(coordinator !== undefined && { coordinator }) };
  const planned = (procedure: ProcedureCode): BackPlan =>
    backPlan(start, { ...request, procedure } satisfies BackPlanRequest);
  const codeOn = (launchOn: Day): ProcedureCode => procedureFor({ category, launchOn, value }, settings).code;
  const underWay = earlier && planUnderWay(earlier, request);
  if (underWay) return { ...underWay, procedure: codeOn(underWay.launchOn) };
  const formal = planned('FORMAL');
  const procedure = codeOn(formal.launchOn);
  if (procedure === 'FORMAL') return { ...formal, procedure };
  const shorter = planned(procedure);
  return codeOn(shorter.launchOn) === 'FORMAL'
    ? { ...formal, procedure: 'FORMAL' }
    : { ...shorter, procedure };
}

/** What each member does for the tender, by day: the same list for all members that sign on the same occasion. */
function stepsOf(
  { milestones, boards }: BackPlan,
  members: readonly MemberId[],
): ReadonlyMap<MemberId, readonly Step[]> {
  const needs: Step = { code: 'STATE_NEEDS', by: milestone(milestones, 'recensement').to, params: {} };
  const award: Step = { code: 'AWARD', by: milestone(milestones, 'cao').to, params: {} };
  const bySitting = new Map<Sitting | undefined, readonly Step[]>();
  const stepsAround = (sitting: Sitting | undefined): readonly Step[] => {
    const by = sitting?.on ?? milestone(milestones, 'convention').to;
    const params = { assumed: sitting?.assumed === false ? 0 : 1 };
    return [needs, { code: 'SIGN_CONVENTION', by, params } satisfies Step, award].sort(byDay);
  };
  return new Map(
    members.map(member => {
      const sitting = boards.get(member);
      const steps = bySitting.get(sitting) ?? stepsAround(sitting);
      bySitting.set(sitting, steps);
      return [member, steps];
    }),
  );
}

/** Steps by day, then by code. */
export function byDay(a: Step, b: Step): number {
  return compareText(a.by, b.by) || compareText(a.code, b.code);
}

function calendarWarnings({ impossible }: BackPlan): Coded[] {
  if (!impossible) return [];
  const { stage, earliestStart } = impossible;
  return [{ code: 'START_IMPOSSIBLE', params: { stage, ...(earliestStart && { earliestStart }) } }];
}
