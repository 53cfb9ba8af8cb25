/** `coop-plan explain`: the story of one contract or of one joint tender. */
import { Mistake } from '../domain/mistake.ts';
import { rawRow } from '../intake/rawRow.ts';
import { checkWritable, expandPaths, writeAtomically } from '../io.ts';
import { contractStory } from '../report/explain/contractStory.ts';
import type { Story } from '../report/explain/story.ts';
import { tenderStory } from '../report/explain/tenderStory.ts';
import { EXPLAIN_FORMATS, type ExplainFormat, writeStory } from '../report/explain/write.ts';
import { contractNamed, tenderNamed } from './lookUp.ts';
import { choiceOption } from './options.ts';
import { type Planning, type PlanningOptions, planned } from './planning.ts';
import type { ExitCode, Run } from './run.ts';
import { exitCodeFor } from './shared.ts';

export interface ExplainOptions extends PlanningOptions {
  readonly contract?: string;
  readonly tender?: string;
}

/** Width of a written page, whatever the terminal. */
const FILE_WIDTH = 100;

export async function explain(
  paths: readonly string[],
  options: ExplainOptions,
  run: Run,
): Promise<ExitCode> {
  const { output = [], contract, tender } = options;
  if ((contract === undefined) === (tender === undefined)) throw new Mistake('EXPLAIN_WHAT', {});
  const formats = output.map(path => formatFor(options, path));
  const shown = formatFor(options);
  if (output.length > 0) {
    const inputs = expandPaths(paths);
    for (const path of output) checkWritable(path, inputs);
  }
  const planning = await planned(paths, options, run);
  const story = await storyOf(planning, options, run);
  output.forEach((path, i) => {
    writeAtomically(
      path,
      writeStory(story, formats[i]!, { texts: run.texts, width: FILE_WIDTH, colour: false }),
    );
    if (!options.quiet) run.tell(run.texts.command.written(path));
  });
  if (output.length === 0) run.write(writeStory(story, shown, run));
  return exitCodeFor(planning.outcome.diagnostics, options);
}

async function storyOf(
  { outcome, settings, files }: Planning,
  { contract: reference, tender }: ExplainOptions,
  { texts }: Run,
): Promise<Story> {
  if (tender !== undefined) return tenderStory(tenderNamed(tender, outcome), outcome, texts);
  const contract = contractNamed(reference!, outcome);
  const raw = await rawRow(files, contract.source, settings.intake);
  return contractStory(contract, raw, outcome, texts);
}

const ENDINGS: Readonly<Record<string, ExplainFormat>> = { md: 'markdown', json: 'json', txt: 'table' };

/** As asked; else by the ending of the file, or text. */
function formatFor({ format }: ExplainOptions, path?: string): ExplainFormat {
  if (format !== undefined) return choiceOption('--format', format, EXPLAIN_FORMATS);
  const known = path === undefined ? 'table' : ENDINGS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (!known)
    throw new Mistake('OUTPUT_FORMAT_UNKNOWN', { path: path!, formats: EXPLAIN_FORMATS.join(', ') });
  return known;
}
