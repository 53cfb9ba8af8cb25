/** Calendars of procedures whose work has begun. */
import type { MemberId } from '../../domain/contract.ts';
import type { Milestone } from '../../domain/plan.ts';
import { type Sitting, sittingBefore } from './meetings.ts';
import type { AskedCalendar } from './possible.ts';

/** Whether something of it is already done, or should be: its first stage begins before as-of. */
export function hasBegun(milestones: readonly Milestone[], { asOf }: Pick<AskedCalendar, 'asOf'>): boolean {
  return milestones.some(({ from }) => from < asOf);
}

/** The board of each member that approves a convention signed on the last day of its stage. */
export function boardsOf(
  milestones: readonly Milestone[],
  { members, settings }: Pick<AskedCalendar, 'members' | 'settings'>,
): ReadonlyMap<MemberId, Sitting> {
  const signed = milestones.find(({ code }) => code === 'convention');
  if (!signed) return new Map();
  return new Map(
    members.map(member => [
      member,
      sittingBefore(settings.meetings[member]?.board ?? [], signed.to, signed.to),
    ]),
  );
}
