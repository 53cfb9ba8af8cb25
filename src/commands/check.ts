/** `coop-plan check`: how well each register was read, and every problem with what to do about it. */
import { outputsFor } from './outputs.ts';
import { rulingsOf } from './rulings.ts';
import type { ExitCode, Run } from './run.ts';
import { type ReadingOptions, emit, exitCodeFor, read } from './shared.ts';

export async function check(paths: readonly string[], options: ReadingOptions, run: Run): Promise<ExitCode> {
  const outputs = outputsFor('check', options, paths, 'table', run);
  const reading = await read(paths, options, run);
  const { diagnostics } = await rulingsOf(reading);
  const register = { ...reading.register, diagnostics: [...reading.register.diagnostics, ...diagnostics] };
  await emit({ kind: 'check', ...register }, outputs, options, run);
  return exitCodeFor(register.diagnostics, options);
}
