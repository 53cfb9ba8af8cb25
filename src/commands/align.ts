/** `coop-plan align`: registers in, joint purchasing schedule out. */
import { planTenders } from '../align/align.ts';
import { categoryLookup } from '../data/categories.ts';
import { outputsFor } from './outputs.ts';
import type { ExitCode, Run } from './run.ts';
import { type ReadingOptions, emit, exitCodeFor, read } from './shared.ts';

export async function align(paths: readonly string[], options: ReadingOptions, run: Run): Promise<ExitCode> {
  const outputs = outputsFor('schedule', options, paths, 'table', run);
  const { settings, register } = await read(paths, options, run);
  const categoryOf = categoryLookup(register.categories);
  const plan = planTenders(register, settings, { categoryOf });
  await emit({ kind: 'schedule', ...register, plan }, outputs, options, run);
  return exitCodeFor(register.diagnostics, options);
}
