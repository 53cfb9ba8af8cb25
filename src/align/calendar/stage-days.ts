/** How many days each stage of a procedure gets. */
import { legalNumber } from '../../data/legal-rules.ts';
import { STAGES, type Stage } from '../../data/stages.ts';
import type { CalendarSettings } from '../../domain/calendar.ts';
import type { ProcedureCode } from '../../domain/plan.ts';

export interface TimedStage extends Stage {
  /** Calendar days, first and last included. */
  readonly days: number;
  /** Whole days that the law wants after its first day; 0 when it wants none. */
  readonly floor: number;
}

/** The stages that a procedure has, in order, with their durations at the pace chosen or as configured. */
export function stagesOf(procedure: ProcedureCode, settings: CalendarSettings): readonly TimedStage[] {
  const formal = procedure === 'FORMAL';
  return STAGES.flatMap(stage => {
    const usual = (formal ? stage.formal : stage.adapted)[settings.pace];
    if (usual === 0) return [];
    const days = settings.stageDays[stage.id] ?? usual;
    return [{ ...stage, days, floor: formal ? floorOf(stage, settings.electronic) : 0 }];
  });
}

function floorOf({ legalFloor }: Stage, electronic: boolean): number {
  if (!legalFloor) return 0;
  return legalNumber(electronic ? legalFloor : `${legalFloor}_PAPER`);
}
