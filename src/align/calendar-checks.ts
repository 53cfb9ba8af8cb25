/** What is to be said of a calendar: the convention's place in it, the window missed, the stages that got little time. */
import { categoryRule } from '../data/category-rules.ts';
import type { Category } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import { type Day, daysBetween, maxDay } from '../domain/day.ts';
import type { LegalCheck } from '../domain/legal.ts';
import type { Milestone } from '../domain/plan.ts';
import type { Sitting } from './calendar/meetings.ts';
import type { TimedStage } from './calendar/stage-days.ts';
import { legalCheck } from './legal-check.ts';

/** A calendar as placed. */
export interface PlacedCalendar {
  readonly milestones: readonly Milestone[];
  readonly boards: ReadonlyMap<MemberId, Sitting>;
  /** The call is published outside the window advised for its category. */
  readonly outside: boolean;
  /** The day on which the work would have had to begin for every stage to get its usual time. */
  readonly usualBegin?: Day;
}

/** The checks of a calendar; `stages` say what each stage usually gets. */
export function calendarChecks(
  category: Category,
  stages: readonly TimedStage[],
  calendar: PlacedCalendar,
): LegalCheck[] {
  return [conventionCheck(calendar), ...windowChecks(category, calendar), ...tightChecks(stages, calendar)];
}

function conventionCheck({ milestones, boards }: PlacedCalendar): LegalCheck {
  const { to } = milestones.find(({ code }) => code === 'convention')!;
  const signedOn = [...boards.values()].map(board => board.on).reduce(maxDay, to);
  const params = { signedOn, launchOn: publishedOn(milestones) };
  return legalCheck('CONVENTION_BEFORE_LAUNCH', 'informs', 'CONVENTION_BEFORE_LAUNCH', params);
}

function windowChecks({ id }: Category, { milestones, outside }: PlacedCalendar): LegalCheck[] {
  const window = categoryRule(id, 'PUBLICATION_WINDOW');
  if (!outside || !window) return [];
  const params = { launchOn: publishedOn(milestones), from: window.from!, to: window.to! };
  return [legalCheck('PUBLICATION_WINDOW', 'warns', window, params)];
}

/** Which stages got less than they usually do, as `stage days/usual`. */
function tightChecks(
  stages: readonly TimedStage[],
  { milestones, usualBegin }: PlacedCalendar,
): LegalCheck[] {
  const short = stages.flatMap(({ id, usualDays }) => {
    const stage = milestones.find(({ code }) => code === id);
    const days = stage ? daysBetween(stage.from, stage.to) + 1 : usualDays;
    return days < usualDays ? [`${id} ${days}/${usualDays}`] : [];
  });
  if (short.length === 0) return [];
  const params = { stages: short.join(' ; '), ...(usualBegin && { usualBegin }) };
  return [legalCheck('CALENDAR_TIGHT', 'warns', 'CALENDAR_TIGHT', params)];
}

function publishedOn(milestones: readonly Milestone[]): Day {
  return milestones.find(({ code }) => code === 'publication')!.from;
}
