/** `coop-plan diff`: two saved plans in, what changed from one to the other out. */
import { Mistake } from '../domain/mistake.ts';
import { changesBetween } from '../followup/changes.ts';
import { checkWritable, readText, writeAtomically } from '../io.ts';
import { changesMarkdown } from '../report/formats/markdown.ts';
import { changesPage } from '../report/formats/quarterPage.ts';
import { changesJson } from '../report/quarter/changesJson.ts';
import type { ComparedRuns } from '../report/quarter/subject.ts';
import { savedPlan } from '../report/saved.ts';
import { DIFF_FORMATS, type DiffFormat } from './choices.ts';
import { choiceOption } from './options.ts';
import type { OutputOptions } from './outputs.ts';
import type { ExitCode, Run } from './run.ts';
import { FILE_WIDTH } from './write.ts';

/** File endings, and the form that each asks for. */
const ENDINGS: Readonly<Record<string, DiffFormat>> = { txt: 'table', md: 'markdown', json: 'json' };

interface Target {
  readonly form: DiffFormat;
  /** On standard output without. */
  readonly path?: string;
}

export async function diff(
  [earlier, later]: readonly string[],
  options: OutputOptions,
  run: Run,
): Promise<ExitCode> {
  const targets = targetsOf(options);
  for (const { path } of targets) if (path !== undefined) checkWritable(path, [earlier!, later!]);
  const before = savedPlan(earlier!, readText(earlier!));
  const after = savedPlan(later!, readText(later!));
  const runs = { before, after, changes: changesBetween(before, after) };
  for (const { form, path } of targets) {
    const text = textOf(runs, form, path === undefined, run);
    if (path === undefined) run.write(text);
    else {
      writeAtomically(path, text);
      if (!options.quiet) run.tell(run.texts.command.written(path));
    }
  }
  return 0;
}

function targetsOf({ format, output }: OutputOptions): readonly Target[] {
  const asked = format === undefined ? undefined : choiceOption('--format', format, DIFF_FORMATS);
  if (output === undefined) return [{ form: asked ?? 'table' }];
  if (asked && output.length > 1) throw new Mistake('OUTPUTS_WITH_FORMAT', {});
  return output.map(path => ({ path, form: asked ?? formByEnding(path) }));
}

function formByEnding(path: string): DiffFormat {
  const form = ENDINGS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (!form) throw new Mistake('OUTPUT_FORMAT_UNKNOWN', { path, formats: DIFF_FORMATS.join(', ') });
  return form;
}

function textOf(runs: ComparedRuns, form: DiffFormat, shown: boolean, { texts, width, colour }: Run): string {
  switch (form) {
    case 'json':
      return changesJson(runs.changes, texts);
    case 'markdown':
      return changesMarkdown(runs, texts);
    case 'table':
      return changesPage(runs, { texts, width: shown ? width : FILE_WIDTH, colour: shown && colour });
  }
}
