/** Stages of a joint procedure, from the survey of needs to the hand-over: `tables/stages.csv`. */
import type { DayRule, Pace } from '../domain/calendar.ts';
import type { Mark } from '../domain/legal.ts';
import { markOf } from './marks.ts';
import rows from './tables/stages.csv';

/** Calendar days of a stage at each pace, first and last days included. */
type StageDays = Readonly<Record<Pace, number>>;

export interface Stage {
  readonly id: string;
  readonly label: { readonly fr: string; readonly en: string };
  /** In a formal procedure. */
  readonly formal: StageDays;
  /** In an adapted procedure; all zero when it has no such stage. */
  readonly adapted: StageDays;
  /** Code of the legal rule (`legal.csv`) that a formal procedure may not shorten; its paper form ends in `_PAPER`. */
  readonly legalFloor?: string;
  /** Stages beside which it runs; empty when it waits for the one before. */
  readonly parallelWith: readonly string[];
  readonly beginsOn: DayRule;
  readonly endsOn: DayRule;
  /** Person-days that it takes the coordinator's buyers, in a procedure of the usual total. */
  readonly buyerDays: number;
  readonly source: string;
  readonly mark: Mark;
}

/** In the order in which they happen. */
export const STAGES: readonly Stage[] = rows.map(stageOf);

function stageOf(row: Readonly<Record<string, string>>): Stage {
  return {
    id: row.stage_id!,
    label: { fr: row.label_fr!, en: row.label_en! },
    formal: days(row, ''),
    adapted: days(row, 'adapted_'),
    ...(row.legal_floor && { legalFloor: row.legal_floor }),
    parallelWith: row.parallel_with!.split(' ').filter(Boolean),
    beginsOn: row.begins_on as DayRule,
    endsOn: row.ends_on as DayRule,
    buyerDays: Number(row.buyer_days),
    source: row.source!,
    mark: markOf(row.mark!),
  };
}

function days(row: Readonly<Record<string, string>>, kind: string): StageDays {
  return {
    minimum: Number(row[`${kind}min_days`]),
    typical: Number(row[`${kind}typical_days`]),
    comfort: Number(row[`${kind}comfort_days`]),
  };
}
