/** Registers and the group's decisions in, schedule out: what every command on a plan begins with. */
import { planTenders } from '../align/align.ts';
import { categoryLookup } from '../data/categories.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { readText } from '../io.ts';
import { rulingsOf } from './rulings.ts';
import type { Run } from './run.ts';
import { type Reading, type ReadingOptions, read } from './shared.ts';

export interface Planning extends Pick<Reading, 'settings' | 'files'> {
  readonly outcome: Outcome;
}

export interface PlanningOptions extends ReadingOptions {
  /** The saved plan of an earlier run, to keep what can be kept of it. */
  readonly previous?: string;
}

/** The schedule for these registers, as the decisions found beside them and the earlier plan allow. */
export async function planned(
  paths: readonly string[],
  options: PlanningOptions,
  run: Run,
): Promise<Planning> {
  const previous = await previousPlan(options);
  const reading = await read(paths, options, run);
  const { settings, files } = reading;
  const { rulings, diagnostics } = await rulingsOf(reading);
  const register = { ...reading.register, diagnostics: [...reading.register.diagnostics, ...diagnostics] };
  const categoryOf = categoryLookup(register.categories);
  const plan = planTenders(register, settings, { categoryOf, rulings, ...(previous && { previous }) });
  return { settings, files, outcome: { ...register, plan } };
}

async function previousPlan({ previous }: PlanningOptions): Promise<Plan | undefined> {
  if (previous === undefined) return undefined;
  // Reading a plan back needs its whole schema, which nothing else here does.
  const { savedPlan } = await import('../report/saved.ts');
  return savedPlan(previous, readText(previous)).plan;
}
