/** `coop-plan diff`: two saved plans in, what changed from one to the other out. */
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

export async function diff(
  [earlier, later]: readonly string[],
  { format, output, quiet }: OutputOptions,
  run: Run,
): Promise<ExitCode> {
  const path = output?.at(-1);
  const ending = path && ENDINGS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  const form = choiceOption('--format', format ?? ending ?? 'table', DIFF_FORMATS);
  if (path !== undefined) checkWritable(path, [earlier!, later!]);
  const before = savedPlan(earlier!, readText(earlier!));
  const after = savedPlan(later!, readText(later!));
  const text = textOf(
    { before, after, changes: changesBetween(before, after) },
    form,
    path === undefined,
    run,
  );
  if (path === undefined) run.write(text);
  else {
    writeAtomically(path, text);
    if (!quiet) run.tell(run.texts.command.written(path));
  }
  return 0;
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
