/** How soon a joint contract can start, whatever its value will be. */
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Category } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { ProcedureCode } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import { earliestStart } from './calendar/possible.ts';
import { isSocial } from './procedure.ts';

/**
 * First start that a category's procedure can lead to with those members in the least time, whatever the tender's value
 * and coordinator: a formal procedure takes longest. Every later start is possible too. `undefined`: none in six years.
 */
export type EarliestStart = (category: Category, members: readonly MemberId[]) => Day | undefined;

/** Seen from a day. Each answer is worked out once: only the procedure and the members' meetings count. */
export function earliestStartsFrom(asOf: Day, settings: CalendarSettings): EarliestStart {
  const known = new Map<string, Day | undefined>();
  return (category, members) => {
    const procedure: ProcedureCode = isSocial(category, settings) ? 'SOCIAL_ADAPTED' : 'FORMAL';
    const meeting = members.filter(member => settings.meetings[member]).toSorted(compareText);
    const key = [procedure, ...meeting].join(' ');
    if (!known.has(key)) known.set(key, earliestStart({ procedure, members: meeting, settings, asOf }));
    return known.get(key);
  };
}
