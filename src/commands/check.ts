/** `coop-plan check`: how well each register was read, and every problem with what to do about it. */
import type { ExitCode, Run } from './run.ts';
import { type ReadingOptions, emit, exitCodeFor, read } from './shared.ts';

export async function check(paths: readonly string[], options: ReadingOptions, run: Run): Promise<ExitCode> {
  const { register } = await read(paths, options, run);
  await emit({ kind: 'check', ...register }, options, run, 'table');
  return exitCodeFor(register.diagnostics, options);
}
