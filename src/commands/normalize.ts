/** `coop-plan normalize`: registers in, the same contracts out, in one common layout. */
import { rawRows } from '../intake/rawRows.ts';
import { csvTable } from '../report/formats/csv.ts';
import { rejectsTable } from '../report/rejects.ts';
import { checkWritable, expandPaths, writeAtomically } from '../io.ts';
import { outputsFor } from './outputs.ts';
import type { ExitCode, Run } from './run.ts';
import { type ReadingOptions, emit, exitCodeFor, read } from './shared.ts';

export interface NormalizeOptions extends ReadingOptions {
  /** Where to write the rejected rows, as they were, with the reason. */
  readonly rejects?: string;
}

export async function normalize(
  paths: readonly string[],
  options: NormalizeOptions,
  run: Run,
): Promise<ExitCode> {
  const outputs = outputsFor('register', options, paths, 'csv', run);
  if (options.rejects !== undefined) checkWritable(options.rejects, expandPaths(paths));
  const { register, leftOut, files, settings } = await read(paths, options, run);
  await emit({ kind: 'register', ...register }, outputs, options, run);
  if (options.rejects) {
    const rejected = leftOut.filter(({ why }) => why.kind === 'rejected').map(({ at }) => at);
    const cellsOf = await rawRows(files, rejected, settings.intake);
    const table = rejectsTable(leftOut, register.diagnostics, cellsOf, run.texts);
    writeAtomically(options.rejects, csvTable(table, outputs.csvDialect, run.texts));
  }
  return exitCodeFor(register.diagnostics, options);
}
