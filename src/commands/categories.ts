/** `coop-plan categories`: the purchasing categories, and the reasoning that classes a title. */
import { loadSettings } from '../config/load.ts';
import { CATEGORIES } from '../data/categories.ts';
import { Mistake } from '../domain/mistake.ts';
import { type Reading, explainer } from '../intake/classify/classify.ts';
import { checkWritable, writeAtomically } from '../io.ts';
import {
  CATEGORY_FORMATS,
  type CategoryFormat,
  writeReasoning,
  writeTaxonomy,
} from '../report/categories/write.ts';
import { choiceOption } from './options.ts';
import type { ExitCode, Run } from './run.ts';

/** Options of the command, as commander gives them. */
export interface CategoriesOptions extends Partial<Omit<Reading, 'title' | 'months'>> {
  readonly months?: string;
  readonly config?: string;
  readonly format?: string;
  readonly output?: readonly string[];
  readonly quiet?: boolean;
}

/** `question`: nothing for the list, or `explain` and the words of a title. */
export async function categories(
  question: readonly string[],
  options: CategoriesOptions,
  run: Run,
): Promise<ExitCode> {
  const { output = [] } = options;
  for (const path of output) checkWritable(path, []);
  const { classification } = loadSettings(options.config, ['.']).settings.intake;
  const added = (classification.categories ?? []).map(({ category }) => category);
  const reading = readingFrom(question, options);
  const explanation = reading && explainer(classification)(reading);

  const content = (format: CategoryFormat): string =>
    reading && explanation
      ? writeReasoning({ title: reading.title, explanation, added }, format, run)
      : writeTaxonomy([...CATEGORIES, ...added], format, run);
  for (const path of output) {
    writeAtomically(path, content(formatFor(options, path)));
    if (!options.quiet) run.tell(run.texts.command.written(path));
  }
  if (output.length === 0) run.write(content(formatFor(options)));
  return 0;
}

function readingFrom(question: readonly string[], options: CategoriesOptions): Reading | undefined {
  const [verb, ...words] = question;
  if (verb === undefined) return undefined;
  choiceOption('categories', verb, ['explain']);
  if (words.length === 0) throw new Mistake('MISSING_ARGUMENT', { name: 'explain "…"' });
  const { cpv, family, section, nature } = options;
  const months = Number(options.months);
  return {
    title: words.join(' '),
    ...(cpv !== undefined && { cpv }),
    ...(family !== undefined && { family }),
    ...(section !== undefined && { section }),
    ...(nature !== undefined && { nature }),
    ...(months > 0 && { months }),
  };
}

function formatFor({ format }: CategoriesOptions, path?: string): CategoryFormat {
  if (format !== undefined) return choiceOption('--format', format, CATEGORY_FORMATS);
  const ending = path === undefined ? 'table' : path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return CATEGORY_FORMATS.find(known => known === ending) ?? 'table';
}
