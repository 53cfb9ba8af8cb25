/** How many days each stage of a procedure gets. */
import { legalNumber } from '../../data/legal-rules.ts';
import { STAGES, type Stage } from '../../data/stages.ts';
import type { CalendarSettings } from '../../domain/calendar.ts';
import type { ProcedureCode } from '../../domain/plan.ts';

/**
 * How much of the time between the least and the usual days stages get, in thousandths: the same share for each, so
 * that none is sacrificed to another. `FULL_PACE`: the usual days; 0: the least that can be done.
 */
export type PaceShare = number;
export const FULL_PACE: PaceShare = 1000;

export interface TimedStage extends Stage {
  /** Calendar days, first and last included. */
  readonly days: number;
  /** What it gets when there is time enough: at the pace chosen, or as configured. */
  readonly usualDays: number;
  /** Whole days that the law wants after its first day; 0 when it wants none. */
  readonly floor: number;
}

/** Procedures of one kind have the same stages under the same settings: they are worked out once. */
const KNOWN = new WeakMap<CalendarSettings, Map<string, readonly TimedStage[]>>();

/** The stages that a procedure has, in order, with the days that each gets. */
export function stagesOf(
  procedure: ProcedureCode,
  settings: CalendarSettings,
  share: PaceShare = FULL_PACE,
): readonly TimedStage[] {
  const known = KNOWN.get(settings) ?? new Map<string, readonly TimedStage[]>();
  KNOWN.set(settings, known);
  const name = `${procedure} ${share}`;
  const stages = known.get(name) ?? timedStages(procedure, settings, share);
  known.set(name, stages);
  return stages;
}

function timedStages(procedure: ProcedureCode, settings: CalendarSettings, share: PaceShare): TimedStage[] {
  const formal = procedure === 'FORMAL';
  return STAGES.flatMap(stage => {
    const table = formal ? stage.formal : stage.adapted;
    if (table[settings.pace] === 0) return [];
    const usualDays = settings.stageDays[stage.id] ?? table[settings.pace];
    // A group that allows itself less than the table's minimum knows its own trade.
    const least = Math.min(usualDays, table.minimum);
    const days = least + Math.floor(((usualDays - least) * share) / FULL_PACE);
    return [{ ...stage, days, usualDays, floor: formal ? floorOf(stage, settings.electronic) : 0 }];
  });
}

function floorOf({ legalFloor }: Stage, electronic: boolean): number {
  if (!legalFloor) return 0;
  return legalNumber(electronic ? legalFloor : `${legalFloor}_PAPER`);
}
