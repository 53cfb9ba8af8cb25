/** Registers and the group's decisions in, schedule out: what every command on a plan begins with. */
import { planTenders } from '../align/align.ts';
import { categoryLookup } from '../data/categories.ts';
import type { Outcome } from '../domain/outcome.ts';
import { carriedOver } from '../followup/carriedOver.ts';
import { readText } from '../io.ts';
import { type GroupDecisions, rulingsOf } from './rulings.ts';
import type { Run } from './run.ts';
import { type Reading, type ReadingOptions, read } from './shared.ts';

export interface Planning extends Pick<Reading, 'settings' | 'files'> {
  readonly outcome: Outcome;
  /** What the group has decided. */
  readonly decisions: GroupDecisions;
  /** The earlier run, when one was given. */
  readonly before?: Outcome;
}

export interface PlanningOptions extends ReadingOptions {
  /** The saved plan of an earlier run, to keep what can be kept of it. */
  readonly previous?: string;
}

/** Every file that is read, and so is never written: the registers, and the earlier plan. */
export function inputsOf(paths: readonly string[], { previous }: PlanningOptions): readonly string[] {
  return previous === undefined ? paths : [...paths, previous];
}

/** The schedule for these registers, as the decisions found beside them and the earlier plan allow. */
export async function planned(
  paths: readonly string[],
  options: PlanningOptions,
  run: Run,
): Promise<Planning> {
  const before = await earlierRun(options);
  const reading = await read(paths, options, run);
  const { settings, files } = reading;
  const decisions = await rulingsOf(reading);
  const diagnostics = [...reading.register.diagnostics, ...decisions.diagnostics];
  const register = { ...reading.register, diagnostics };
  const plan = planTenders(register, settings, {
    categoryOf: categoryLookup(register.categories),
    rulings: decisions.rulings,
    ...(before && { previous: carriedOver(before, register.contracts) }),
  });
  return { settings, files, outcome: { ...register, plan }, decisions, ...(before && { before }) };
}

async function earlierRun({ previous }: PlanningOptions): Promise<Outcome | undefined> {
  if (previous === undefined) return undefined;
  // Reading a plan back needs its whole schema, which nothing else here does.
  const { savedPlan } = await import('../report/saved.ts');
  return savedPlan(previous, readText(previous));
}
