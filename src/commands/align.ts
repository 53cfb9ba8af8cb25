/** `coop-plan align`: registers in, joint purchasing schedule out. */
import { outputsFor } from './outputs.ts';
import { planned } from './planning.ts';
import type { ExitCode, Run } from './run.ts';
import { type ReadingOptions, emit, exitCodeFor } from './shared.ts';

export async function align(paths: readonly string[], options: ReadingOptions, run: Run): Promise<ExitCode> {
  const outputs = outputsFor('schedule', options, paths, 'table', run);
  const { outcome } = await planned(paths, options, run);
  await emit({ kind: 'schedule', ...outcome }, outputs, options, run);
  return exitCodeFor([...outcome.diagnostics, ...outcome.plan.diagnostics], options);
}
