/** Registers and the group's decisions in, schedule out: what every command on a plan begins with. */
import { planTenders } from '../align/align.ts';
import { CATEGORIES, categoryLookup } from '../data/categories.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ruling } from '../domain/ruling.ts';
import { fold } from '../domain/text.ts';
import { readDecisions } from '../intake/decisions.ts';
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

/** What the group has decided, in the order of the files' names and of their rows. */
async function rulingsOf({
  decisions,
  register,
  settings,
}: Reading): Promise<{ rulings: readonly Ruling[]; diagnostics: readonly Diagnostic[] }> {
  const { members, categories = [] } = register;
  const aliases = new Map(
    settings.intake.members.flatMap(({ id, aliases: others }) =>
      others.map(name => [fold(name), id] as const),
    ),
  );
  const names = { members, aliases, categories: [...CATEGORIES, ...categories] };
  const reads = await Promise.all(decisions.map(file => readDecisions(file, names)));
  return {
    rulings: reads.flatMap(({ value }) => value),
    diagnostics: reads.flatMap(({ diagnostics }) => diagnostics),
  };
}
