/** The decisions that the group keeps beside its registers. */
import { CATEGORIES } from '../data/categories.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Ruling } from '../domain/ruling.ts';
import { fold } from '../domain/text.ts';
import { readDecisions } from '../intake/decisions.ts';
import type { Reading } from './shared.ts';

/** What the group has decided, in the order of the files' names and of their rows. */
export async function rulingsOf({
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
