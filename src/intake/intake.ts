/** From the landlords' files, as they are, to their contracts: nothing is lost, and every doubt is said. */
import type { Contract, Location, Member } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { STEP, type Watch } from '../domain/progress.ts';
import type { IntakeSettings } from '../domain/settings.ts';
import type { LeftOutRow, Source, SourceFile } from '../domain/source.ts';
import { compareText } from '../domain/text.ts';
import { leftOutBy, remarksOnIdentity, sourcesOf, tallyOf } from './account.ts';
import { applyAmendments, remarksOnAmendments } from './amending.ts';
import { resolve } from './contracts.ts';
import { type Cluster, clustersOf } from './identity.ts';
import { type Owned, owned } from './owners.ts';
import { type TableReading, readTables } from './tables.ts';

/** Everything that was read, and where each row went. */
export interface Intake {
  /** One a table, by file. `rows` = `contracts` + `duplicates` + `skipped` + `rejected`. */
  readonly sources: readonly Source[];
  /** By identifier. */
  readonly contracts: readonly Contract[];
  /** By identifier: those configured, and those that the files added. */
  readonly members: readonly Member[];
  /** Rows that are no contract, by place. */
  readonly leftOut: readonly LeftOutRow[];
  /** By place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads files into contracts, as seen on the day `asOf`; `watch` is told how far it has got. The order of the files and of their rows changes nothing but
 * the places named. Bad data never throws: it is left out, or left blank, and said.
 */
export async function readContracts(
  files: readonly SourceFile[],
  settings: IntakeSettings,
  asOf: Day,
  watch: Watch = () => {},
): Promise<Intake> {
  const { tables, clusters, members, memberFrom, diagnostics } = await readClusters(files, settings, watch);
  const leftOut = tables.flatMap(({ leftOut: rows }) => rows);
  const tally = tallyOf(tables.map(({ leftOut: rows }) => rows));
  const contracts: Contract[] = [];
  for (const resolved of resolve(clusters, settings.classification, asOf)) {
    contracts.push(resolved.contract);
    if (contracts.length % STEP === 0) watch({ stage: 'contracts', contracts: contracts.length });
    tally.count(resolved);
    leftOut.push(...leftOutBy(resolved));
    diagnostics.push(...remarksOnIdentity(resolved));
  }
  return {
    sources: sourcesOf(
      tables.map(({ source }) => source),
      tally,
      memberFrom,
    ),
    contracts,
    members,
    leftOut: leftOut.sort((a, b) => byPlace(a.at, b.at)),
    diagnostics: diagnostics.sort((a, b) => byPlace(a.at, b.at) || compareText(a.code, b.code)),
  };
}

interface Clusters extends Pick<Owned, 'members' | 'memberFrom'> {
  readonly tables: readonly Omit<TableReading, 'lines' | 'remarks'>[];
  readonly clusters: Cluster[];
  readonly diagnostics: Diagnostic[];
}

/** Reads the files and groups their lines, which nothing else keeps. */
async function readClusters(
  files: readonly SourceFile[],
  settings: IntakeSettings,
  watch: Watch,
): Promise<Clusters> {
  const { tables, diagnostics } = await readTables(files, settings, watch);
  const { lines, members, memberFrom, diagnostics: doubtsOnMembers } = owned(tables, settings.members);
  const clusters = clustersOf(lines.filter(({ amendment }) => !amendment));
  const amending = applyAmendments(
    lines.filter(({ amendment }) => amendment),
    clusters,
  );
  return {
    tables: tables.map(({ source, leftOut }) => ({ source, leftOut })),
    clusters,
    members,
    memberFrom,
    diagnostics: [
      ...diagnostics,
      ...tables.flatMap(({ remarks }) => remarks.all()),
      ...doubtsOnMembers,
      ...remarksOnAmendments(amending),
    ],
  };
}

function byPlace(a: Location, b: Location): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.sheet ?? '', b.sheet ?? '') ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? '').length - (b.column ?? '').length ||
    compareText(a.column ?? '', b.column ?? '')
  );
}
