/** What a run found and proposes: the one value that reports are made from. */
import type { Category } from './category.ts';
import type { Contract, Member } from './contract.ts';
import type { Day } from './day.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Plan } from './plan.ts';
import type { Source } from './source.ts';

/** What was read and understood. */
export interface Register {
  readonly asOf: Day;
  /** Name of the group, when the configuration gives it. */
  readonly group?: string;
  /** Categories that the configuration adds. */
  readonly categories?: readonly Category[];
  readonly sources: readonly Source[];
  readonly members: readonly Member[];
  readonly contracts: readonly Contract[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The register and the schedule proposed for it. */
export interface Outcome extends Register {
  readonly plan: Plan;
}
