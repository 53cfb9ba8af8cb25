/** Registers and the group's decisions in, schedule out: what every command on a plan begins with. */
import { planTenders } from '../align/align.ts';
import { categoryLookup } from '../data/categories.ts';
import type { Outcome } from '../domain/outcome.ts';
import { rulingsOf } from './rulings.ts';
import type { Run } from './run.ts';
import { type Reading, type ReadingOptions, read } from './shared.ts';

export interface Planning extends Pick<Reading, 'settings' | 'files'> {
  readonly outcome: Outcome;
}

/** The schedule for these registers, as the decisions found beside them allow. */
export async function planned(
  paths: readonly string[],
  options: ReadingOptions,
  run: Run,
): Promise<Planning> {
  const reading = await read(paths, options, run);
  const { settings, files } = reading;
  const { rulings, diagnostics } = await rulingsOf(reading);
  const register = { ...reading.register, diagnostics: [...reading.register.diagnostics, ...diagnostics] };
  const categoryOf = categoryLookup(register.categories);
  const plan = planTenders(register, settings, { categoryOf, rulings });
  return { settings, files, outcome: { ...register, plan } };
}
