/** `coop-plan render`: a saved plan in, the same reports as when it was computed out. */
import { readText } from '../io.ts';
import { type OutputOptions, outputsFor } from './outputs.ts';
import type { ExitCode, Run } from './run.ts';
import { writeOutputs } from './write.ts';

export async function render([path]: readonly string[], options: OutputOptions, run: Run): Promise<ExitCode> {
  const outputs = outputsFor('schedule', options, [path!], 'table', run);
  const { savedPlan } = await import('../report/saved.ts');
  const outcome = savedPlan(path!, readText(path!));
  await writeOutputs({ kind: 'schedule', ...outcome }, outputs, options, run);
  return 0;
}
