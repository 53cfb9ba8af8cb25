/** Where a report goes and in which form: what the options ask for, settled before any work. */
import { join } from 'node:path';
import type { MemberId } from '../domain/contract.ts';
import { Mistake } from '../domain/mistake.ts';
import { QUARTER_SECTIONS, type QuarterSectionId } from '../i18n/quarterTexts.ts';
import { SECTIONS, type SectionId } from '../i18n/texts.ts';
import { isDecisionsFile } from '../intake/decisions.ts';
import { checkFolderWritable, checkWritable, expandPaths, filesBeside } from '../io.ts';
import { CSV_DIALECTS, type CsvDialect } from '../report/formats/csvDialect.ts';
import type { Subject } from '../report/formats/format.ts';
import { FORMATS, FORMAT_IDS, type FormatId, formatOfPath } from '../report/formats/registry.ts';
import { choiceOption } from './options.ts';
import type { Run } from './run.ts';

/** Options of every command that writes a report, as commander gives them. */
export interface OutputOptions {
  readonly format?: string;
  readonly view?: string;
  readonly output?: readonly string[];
  readonly outputDir?: string;
  readonly csvDialect?: string;
  readonly alarms?: string;
  readonly member?: string;
  readonly ocidPrefix?: string;
  readonly quiet?: boolean;
}

/** One thing to write; on standard output when it has no path. */
export interface Target {
  readonly format: FormatId;
  readonly path?: string;
  readonly section?: SectionId | QuarterSectionId;
  readonly member?: MemberId;
}

export interface Outputs {
  /** Files, folders and patterns that are read. */
  readonly inputs: readonly string[];
  readonly targets: readonly Target[];
  /** The folder that gets the whole set. */
  readonly folder?: string;
  readonly csvDialect?: CsvDialect;
  readonly alarms?: readonly number[];
  readonly ocidPrefix?: string;
  /** A member as the user names it. */
  readonly member?: string;
}

/** A file of a set. */
export interface SetTarget extends Target {
  readonly path: string;
  /** The whole schedule, not its quarter. */
  readonly whole?: true;
  /** There is something to write only beside an earlier plan. */
  readonly compares?: true;
}

/** Files of a whole set, in every language; a calendar a member comes on top. */
const SCHEDULE_SET: readonly SetTarget[] = [
  { path: 'plan.html', format: 'html' },
  { path: 'plan.xlsx', format: 'xlsx' },
  { path: 'plan.ics', format: 'ics' },
  { path: 'plan.json', format: 'json' },
  { path: 'plan.ocds.json', format: 'ocds' },
  { path: 'plan.md', format: 'markdown' },
  { path: 'plan.txt', format: 'table' },
  ...(['schedule', 'participations', 'decisions', 'alone', 'publication'] as const).map(
    (section): SetTarget => ({ path: `${section}.csv`, format: 'csv', section }),
  ),
];

/** Files of a quarterly report. `decisions.csv` is the group's own register: what is to be done is in `deadlines.csv`. */
const QUARTER_SET: readonly SetTarget[] = [
  { path: 'report.md', format: 'markdown' },
  { path: 'report.html', format: 'html' },
  { path: 'report.xlsx', format: 'xlsx' },
  { path: 'plan.html', format: 'html', whole: true },
  { path: 'plan.ics', format: 'ics' },
  { path: 'plan.json', format: 'json' },
  { path: 'schedule.csv', format: 'csv', section: 'schedule' },
  { path: 'participations.csv', format: 'csv', section: 'participations' },
  { path: 'deadlines.csv', format: 'csv', section: 'decisions' },
  { path: 'alone.csv', format: 'csv', section: 'alone' },
  { path: 'unplanned.csv', format: 'csv', section: 'unplanned' },
  { path: 'contract-changes.csv', format: 'csv', section: 'contractChanges', compares: true },
  { path: 'tender-changes.csv', format: 'csv', section: 'tenderChanges', compares: true },
];

/** What a kind of subject writes into a folder. */
export const SETS: Readonly<Partial<Record<Subject['kind'], readonly SetTarget[]>>> = {
  schedule: SCHEDULE_SET,
  quarter: QUARTER_SET,
};
/** What the quarterly report writes beside its set. */
export const QUARTER_EXTRAS = {
  decisions: 'decisions.csv',
  changes: 'changes.json',
  manifest: 'manifest.json',
};
const OPTIONS_OF_FORMATS = {
  csvDialect: ['--csv-dialect', 'csv'],
  alarms: ['--alarms', 'ics'],
  member: ['--member', 'ics'],
  ocidPrefix: ['--ocid-prefix', 'ocds'],
} as const satisfies Partial<Record<keyof OutputOptions, readonly [string, FormatId]>>;

/**
 * What the options ask for. Throws a {@link Mistake} when it cannot be: an unknown format or section, a format that
 * does not show this kind of subject, a file that is an input, is locked, or is in no folder.
 */
export function outputsFor(
  kind: Subject['kind'],
  options: OutputOptions,
  inputs: readonly string[],
  fallback: FormatId,
  run: Run,
): Outputs {
  const targets = targetsOf(options, kind, fallback);
  const set = SETS[kind];
  const folder = set && options.outputDir;
  for (const target of targets) checkTarget(target, kind, run);
  if (folder === undefined && set) checkOptions(options, targets);
  const names = folder === undefined ? [] : namesInSet(kind);
  checkPlaces(targets, folder, names, inputs);
  return {
    inputs,
    targets,
    ...(folder !== undefined && { folder }),
    ...(options.csvDialect !== undefined && {
      csvDialect: choiceOption('--csv-dialect', options.csvDialect, CSV_DIALECTS),
    }),
    ...(options.alarms !== undefined && { alarms: daysOption('--alarms', options.alarms) }),
    ...(options.ocidPrefix !== undefined && { ocidPrefix: options.ocidPrefix }),
    ...(options.member !== undefined && { member: options.member }),
  };
}

/** True when something goes to standard output in the terminal's own form, problems included. */
export function showsProblems({ targets }: Outputs): boolean {
  return targets.some(({ format, path }) => format === 'table' && path === undefined);
}

function namesInSet(kind: Subject['kind']): readonly string[] {
  const extras = kind === 'quarter' ? Object.values(QUARTER_EXTRAS) : [];
  return [...SETS[kind]!.map(({ path }) => path), ...extras];
}

function targetsOf(
  { format, view, output, outputDir }: OutputOptions,
  kind: Subject['kind'],
  fallback: FormatId,
): readonly Target[] {
  const views = kind === 'quarter' ? [...QUARTER_SECTIONS, ...SECTIONS] : SECTIONS;
  const section = view === undefined ? undefined : choiceOption('--view', view, views);
  const asked = format === undefined ? undefined : choiceOption('--format', format, FORMAT_IDS);
  if (output === undefined) {
    return outputDir !== undefined && !asked
      ? []
      : [{ format: asked ?? fallback, ...(section && { section }) }];
  }
  if (asked && output.length > 1) throw new Mistake('OUTPUTS_WITH_FORMAT', {});
  return output.map(path => ({ path, format: asked ?? formatByEnding(path), ...(section && { section }) }));
}

function formatByEnding(path: string): FormatId {
  const format = formatOfPath(path);
  if (!format) throw new Mistake('OUTPUT_FORMAT_UNKNOWN', { path, formats: FORMAT_IDS.join(', ') });
  return format;
}

/** Every file of a report must be one that can be written, and is not read. */
function checkPlaces(
  targets: readonly Target[],
  folder: string | undefined,
  names: readonly string[],
  inputs: readonly string[],
): void {
  const paths = targets.flatMap(({ path }) => path ?? []);
  if (paths.length === 0 && folder === undefined) return;
  const files = [...expandPaths(inputs), ...filesBeside(inputs, isDecisionsFile)];
  for (const path of paths) checkWritable(path, files);
  if (folder === undefined) return;
  checkFolderWritable(folder);
  for (const name of names) checkWritable(join(folder, name), files, folder);
}

/** An option that no target uses is a misunderstanding. */
function checkOptions(options: OutputOptions, targets: readonly Target[]): void {
  for (const [name, [option, format]] of Object.entries(OPTIONS_OF_FORMATS)) {
    const given = options[name as keyof typeof OPTIONS_OF_FORMATS] !== undefined;
    if (given && !targets.some(target => target.format === format)) {
      throw new Mistake('OPTION_OF_FORMAT', { option, format });
    }
  }
}

function checkTarget({ format, path, section }: Target, kind: Subject['kind'], run: Run): void {
  const { needsPlan, sections, bytes } = FORMATS[format];
  if (needsPlan && !SETS[kind]) {
    const others = FORMAT_IDS.filter(id => !FORMATS[id].needsPlan);
    throw new Mistake('FORMAT_NEEDS_PLAN', { format, formats: others.join(', ') });
  }
  if (section && !sections) throw new Mistake('VIEW_NOT_IN_FORMAT', { view: section, format });
  if (bytes && path === undefined && run.terminal) throw new Mistake('OUTPUT_IS_BYTES', { format });
}

/** Whole days, in a list: `90,30,7`. */
function daysOption(option: string, value: string): readonly number[] {
  const days = value.split(',').map(text => text.trim());
  if (!days.every(text => /^\d{1,4}$/.test(text))) {
    throw new Mistake('BAD_LIST', { option, value, example: '90,30,7' });
  }
  return [...new Set(days.map(Number))].sort((a, b) => b - a);
}
