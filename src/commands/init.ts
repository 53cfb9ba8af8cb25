/** `coop-plan init`: registers in, a commented configuration out, for the lead to complete once. */
import { join } from 'node:path';
import { CONFIGURATION_NAMES } from '../config/load.ts';
import { Mistake } from '../domain/mistake.ts';
import { exists, foldersOf, writeAtomically } from '../io.ts';
import { proposedConfiguration } from '../report/proposal.ts';
import type { ExitCode, Run } from './run.ts';
import { type ReadingOptions, read } from './shared.ts';

export interface InitOptions extends ReadingOptions {
  /** Write over a configuration that is already there. */
  readonly force?: boolean;
}

/** Writes `coop-plan.yaml` beside the registers (or to `--output`; `-` for the screen). Never over an edited one. */
export async function init(paths: readonly string[], options: InitOptions, run: Run): Promise<ExitCode> {
  const { register } = await read(paths, options, run);
  const text = proposedConfiguration(register, run.texts);
  const target = options.output?.at(-1) ?? join(foldersOf(paths)[0] ?? '.', CONFIGURATION_NAMES[0]);
  if (target === '-') {
    run.write(text);
    return 0;
  }
  if (exists(target) && !options.force) throw new Mistake('OUTPUT_EXISTS', { path: target });
  writeAtomically(target, text);
  if (!options.quiet) {
    run.tell(run.texts.command.written(target));
    run.tell(run.texts.command.proposed(paths.map(quoted).join(' ')));
  }
  return 0;
}

/** A path as it is typed. */
function quoted(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path;
}
