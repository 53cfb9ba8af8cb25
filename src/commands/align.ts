/** `coop-plan align`: registers in, joint purchasing schedule out. */
import { planTenders } from '../align/align.ts';
import type { ExitCode, Run } from './run.ts';
import { type ReadingOptions, emit, exitCodeFor, read } from './shared.ts';

export async function align(paths: readonly string[], options: ReadingOptions, run: Run): Promise<ExitCode> {
  const { settings, register } = await read(paths, options, run);
  const plan = planTenders(register, settings);
  await emit({ kind: 'schedule', ...register, plan }, options, run, 'table');
  return exitCodeFor(register.diagnostics, options);
}
