/** The steps that every command on registers takes. */
import { loadSettings } from '../config/load.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { Mistake } from '../domain/mistake.ts';
import type { Register } from '../domain/outcome.ts';
import type { ReadingStep } from '../domain/progress.ts';
import type { Settings } from '../domain/settings.ts';
import type { SourceFile } from '../domain/source.ts';
import { isDecisionsFile } from '../intake/decisions.ts';
import { readContracts } from '../intake/intake.ts';
import { filesBeside, foldersOf, readFiles, readSources } from '../io.ts';
import type { Subject } from '../report/formats/format.ts';
import { explain, problemCounts } from '../report/sections/data.ts';
import { dayOption } from './options.ts';
import { type OutputOptions, type Outputs, showsProblems } from './outputs.ts';
import type { ExitCode, Run } from './run.ts';
import { writeOutputs } from './write.ts';

/** Options of every command that reads registers, as commander gives them. */
export interface ReadingOptions extends OutputOptions {
  readonly asOf?: string;
  readonly config?: string;
  readonly encoding?: string;
  readonly set?: readonly string[];
  readonly strict?: boolean;
}

export interface Reading {
  readonly settings: Settings;
  /** The files that registers were looked for in. */
  readonly files: readonly SourceFile[];
  /** The group's own decisions, found beside the registers. */
  readonly decisions: readonly SourceFile[];
  readonly register: Register;
  readonly leftOut: Awaited<ReturnType<typeof readContracts>>['leftOut'];
}

/** Configuration, files, contracts: what every command begins with. */
export async function read(paths: readonly string[], options: ReadingOptions, run: Run): Promise<Reading> {
  const { settings } = loadSettings(options.config, foldersOf(paths), options.set);
  const asOf =
    options.asOf === undefined ? (settings.asOf ?? run.today()) : dayOption('--as-of', options.asOf);
  const intakeSettings = { ...settings.intake, ...(options.encoding && { encoding: options.encoding }) };
  const files = readSources(paths).filter(({ path }) => !isDecisionsFile(path));
  const watch = options.quiet
    ? undefined
    : (step: ReadingStep) => run.progress(() => run.texts.command.progress(step));
  const { leftOut, ...found } = await readContracts(files, intakeSettings, asOf, watch);
  const register = {
    asOf,
    ...(settings.group && { group: settings.group }),
    ...addedCategories(settings),
    ...found,
  };
  if (register.sources.length === 0) {
    tellErrors(register.diagnostics, run);
    throw new Mistake('NOTHING_READABLE', {});
  }
  return {
    settings: { ...settings, intake: intakeSettings },
    files,
    decisions: readFiles(filesBeside(paths, isDecisionsFile)),
    register,
    leftOut,
  };
}

/** Reports name the categories that the configuration adds. */
function addedCategories({ intake }: Settings): Pick<Register, 'categories'> {
  const { categories = [] } = intake.classification;
  return categories.length > 0 ? { categories: categories.map(({ category }) => category) } : {};
}

/** Writes the subject where and how the options say, then what is wrong with the data when it was not shown. */
export async function emit(
  subject: Subject,
  outputs: Outputs,
  options: ReadingOptions,
  run: Run,
): Promise<void> {
  await writeOutputs(subject, outputs, options, run);
  if (!options.quiet && !showsProblems(outputs)) tellProblems(subject.diagnostics, run);
}

/** 0, or 1 when the data have errors (with `--strict`, warnings too). */
export function exitCodeFor(diagnostics: readonly Diagnostic[], options: ReadingOptions): ExitCode {
  const bad = (severity: Diagnostic['severity']): boolean =>
    severity === 'error' || (options.strict === true && severity === 'warning');
  return diagnostics.some(({ severity }) => bad(severity)) ? 1 : 0;
}

function tellProblems(diagnostics: readonly Diagnostic[], run: Run): void {
  if (diagnostics.some(({ severity }) => severity !== 'info')) {
    run.tell(run.texts.command.dataProblems(problemCounts(diagnostics, run.texts)));
  }
}

function tellErrors(diagnostics: readonly Diagnostic[], run: Run): void {
  for (const diagnostic of diagnostics.filter(({ severity }) => severity === 'error')) {
    const { message, hint } = explain(diagnostic, run.texts);
    run.tell([`${run.texts.report.place(diagnostic.at)} : ${message}`, hint].filter(Boolean).join(' '));
  }
}
