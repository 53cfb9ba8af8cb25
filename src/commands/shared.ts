/** The steps that every command on registers takes. */
import { loadSettings } from '../config/load.ts';
import { type Day, parseDay } from '../domain/day.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { Mistake } from '../domain/mistake.ts';
import type { Register } from '../domain/outcome.ts';
import type { Settings } from '../domain/settings.ts';
import { SECTIONS, type SectionId } from '../i18n/texts.ts';
import { readContracts } from '../intake/intake.ts';
import { checkWritable, expandPaths, foldersOf, readSources, writeAtomically } from '../io.ts';
import type { Subject } from '../report/formats/format.ts';
import { FORMATS, FORMAT_IDS, type FormatId, formatOfPath } from '../report/formats/registry.ts';
import { explain, problemCounts } from '../report/sections/data.ts';
import type { ExitCode, Run } from './run.ts';

/** Options of every command that reads registers, as commander gives them. */
export interface ReadingOptions {
  readonly asOf?: string;
  readonly config?: string;
  readonly encoding?: string;
  readonly set?: readonly string[];
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly format?: string;
  readonly view?: string;
  readonly output?: string;
}

export interface Reading {
  readonly settings: Settings;
  readonly register: Register;
  readonly leftOut: Awaited<ReturnType<typeof readContracts>>['leftOut'];
}

/** Configuration, files, contracts: what every command begins with. */
export async function read(paths: readonly string[], options: ReadingOptions, run: Run): Promise<Reading> {
  const { settings } = loadSettings(options.config, foldersOf(paths), options.set);
  const asOf =
    options.asOf === undefined ? (settings.asOf ?? run.today()) : dayOption('--as-of', options.asOf);
  if (options.output) checkWritable(options.output, expandPaths(paths));
  const intakeSettings = { ...settings.intake, ...(options.encoding && { encoding: options.encoding }) };
  const { leftOut, ...found } = await readContracts(readSources(paths), intakeSettings, asOf);
  const register = { asOf, ...(settings.group && { group: settings.group }), ...found };
  if (register.sources.length === 0) {
    tellErrors(register.diagnostics, run);
    throw new Mistake('NOTHING_READABLE', {});
  }
  return { settings, register, leftOut };
}

/** Writes the subject where and how the options say. */
export async function emit(
  subject: Subject,
  options: ReadingOptions,
  run: Run,
  fallback: FormatId,
): Promise<void> {
  const format = formatFor(options, fallback);
  const render = await FORMATS[format].load();
  const section = sectionOption(options.view);
  const content = render(subject, { ...run, ...(section && { section }) });
  if (options.output) {
    writeAtomically(options.output, content);
    if (!options.quiet) run.tell(run.texts.command.written(options.output));
  } else run.write(content);
  if (!options.quiet && format !== 'table') tellProblems(subject.diagnostics, run);
}

/** 0, or 1 when the data have errors (with `--strict`, warnings too). */
export function exitCodeFor(diagnostics: readonly Diagnostic[], options: ReadingOptions): ExitCode {
  const bad = (severity: Diagnostic['severity']): boolean =>
    severity === 'error' || (options.strict === true && severity === 'warning');
  return diagnostics.some(({ severity }) => bad(severity)) ? 1 : 0;
}

/** A day given by an option, `YYYY-MM-DD`. */
export function dayOption(option: string, value: string): Day {
  const day = parseDay(value);
  if (!day) throw new Mistake('BAD_DAY', { option, value });
  return day;
}

/** A choice given by an option. */
export function choiceOption<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find(candidate => candidate === value);
  if (!choice) throw new Mistake('BAD_CHOICE', { option, value, choices: choices.join(', ') });
  return choice;
}

function sectionOption(value: string | undefined): SectionId | undefined {
  return value === undefined ? undefined : choiceOption('--view', value, SECTIONS);
}

function formatFor({ format, output }: ReadingOptions, fallback: FormatId): FormatId {
  if (format !== undefined) return choiceOption('--format', format, FORMAT_IDS);
  if (output === undefined) return fallback;
  const byEnding = formatOfPath(output);
  if (!byEnding) throw new Mistake('OUTPUT_FORMAT_UNKNOWN', { path: output, formats: FORMAT_IDS.join(', ') });
  return byEnding;
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
