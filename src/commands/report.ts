/** `coop-plan report`: registers in, everything that one quarterly meeting needs out, and what changed since the last. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FailOn } from '../domain/alert.ts';
import { nextQuarter, quarterOf } from '../domain/day.ts';
import { Mistake } from '../domain/mistake.ts';
import { alertsOf } from '../followup/alerts.ts';
import { changesBetween } from '../followup/changes.ts';
import { quarterlyOf } from '../followup/quarterly.ts';
import type { NamedContent } from '../io.ts';
import { csvTable } from '../report/formats/csv.ts';
import { alertLines } from '../report/quarter/alertLines.ts';
import { changesJson } from '../report/quarter/changesJson.ts';
import { decisionRegister } from '../report/quarter/decisionRegister.ts';
import type { QuarterlyOutcome } from '../report/quarter/subject.ts';
import { quarterViewOf } from '../report/quarter/view.ts';
import { SCHEMA_VERSION } from '../report/schema/register.ts';
import { failOnOption, quarterOption } from './options.ts';
import { type Outputs, QUARTER_EXTRAS, outputsFor } from './outputs.ts';
import { type Planning, type PlanningOptions, inputsOf, planned } from './planning.ts';
import type { ExitCode, Run } from './run.ts';
import { emit, exitCodeFor } from './shared.ts';
import { contentsOfSet, writeSet } from './write.ts';

/** The files of a set are put in place together, so held together: this many contracts take 3 GB. */
const MOST_IN_A_SET = 100_000;

export interface ReportOptions extends PlanningOptions {
  /** `2027-Q1`; the quarter after as-of without. */
  readonly quarter?: string;
  readonly failOn?: readonly string[];
  /** Everything is made, nothing is written. */
  readonly dryRun?: boolean;
}

export async function report(
  paths: readonly string[],
  { outputDir, ...options }: ReportOptions,
  run: Run,
): Promise<ExitCode> {
  const conditions = (options.failOn ?? []).map(failOnOption);
  const asked = options.quarter === undefined ? undefined : quarterOption('--quarter', options.quarter);
  const outputs = outputsFor(
    'quarter',
    { ...options, ...(outputDir && { outputDir }) },
    inputsOf(paths, options),
    'table',
    run,
  );
  const { folder, ...others } = outputs;
  const planning = await planned(paths, options, run);
  const { outcome, before, decisions } = planning;
  const { length: contracts } = outcome.contracts;
  if (folder !== undefined && contracts > MOST_IN_A_SET)
    throw new Mistake('REPORT_TOO_LARGE', { contracts, most: MOST_IN_A_SET });
  const quarter = asked ?? nextQuarter(quarterOf(outcome.asOf));
  const since = before && { plan: before.plan, changes: changesBetween(before, outcome) };
  const quarterly = quarterlyOf(outcome, quarter, decisions.rulings, since);
  const subject = { kind: 'quarter' as const, ...outcome, quarterly, ...(before && { before }) };

  await emit(subject, options.dryRun ? withoutFiles(others) : others, options, run);
  const files = folder === undefined ? [] : await filesOf(subject, planning, outputs, run);
  if (options.dryRun) {
    const paths = others.targets.flatMap(({ path }) => path ?? []);
    tellFiles([...paths, ...files.map(({ name }) => join(folder!, name))], options, run);
  } else if (folder !== undefined) writeSet(folder, files, outputs, options, run);
  if (others.targets.length === 0 && !options.quiet) tellFirst(subject, run);
  const alerts = alertsOf(conditions, outcome, quarterly);
  for (const line of alertLines(alerts, subject, run.texts)) run.tell(line);
  if (!options.quiet && !before) tellUnjudged(conditions, run);
  return alerts.length > 0 ? 3 : exitCodeFor([...outcome.diagnostics, ...outcome.plan.diagnostics], options);
}

/** The whole set: reports, the plan for the next run, the register of decisions, what changed, and the manifest. */
async function filesOf(
  subject: QuarterlyOutcome & { readonly kind: 'quarter' },
  { decisions }: Planning,
  outputs: Outputs,
  run: Run,
): Promise<readonly NamedContent[]> {
  const { texts } = run;
  const register = decisionRegister(decisions.rows, subject, texts, texts.format.sheetDay);
  const { changes } = subject.quarterly;
  const files: NamedContent[] = [
    ...(await contentsOfSet(subject, outputs, run)),
    { name: QUARTER_EXTRAS.decisions, content: csvTable(register, outputs.csvDialect, texts) },
    ...(changes ? [{ name: QUARTER_EXTRAS.changes, content: changesJson(changes, texts) }] : []),
  ];
  return [...files, { name: QUARTER_EXTRAS.manifest, content: manifest(subject, files) }];
}

/** Which files are one report, and their checksums: a set with a file of another report does not match. */
function manifest({ asOf, group, quarterly }: QuarterlyOutcome, files: readonly NamedContent[]): string {
  const value = {
    schemaVersion: SCHEMA_VERSION,
    generator: `coop-plan ${COOP_PLAN_VERSION}`,
    ...(group !== undefined && { group }),
    asOf,
    quarter: quarterly.quarter,
    files: files.map(({ name, content }) => ({
      name,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What the meeting must know first, when the report went to files. */
function tellFirst(subject: QuarterlyOutcome, { tell, texts }: Run): void {
  for (const sentence of quarterViewOf(subject, texts).toKnow) tell(`- ${sentence}`);
}

/** Conditions about what changed cannot be met without an earlier plan. */
function tellUnjudged(conditions: readonly FailOn[], { tell, texts }: Run): void {
  for (const { kind } of conditions)
    if (kind === 'plan-changed') tell(texts.quarter.alertWithoutPrevious(kind));
}

function withoutFiles(outputs: Outputs): Outputs {
  return { ...outputs, targets: outputs.targets.filter(({ path }) => path === undefined) };
}

function tellFiles(paths: readonly string[], { quiet }: ReportOptions, { tell, texts }: Run): void {
  if (!quiet) for (const path of paths) tell(texts.quarter.wouldWrite(path));
}
