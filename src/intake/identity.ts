/** Lines → contracts: which lines are one contract, which are copies, other holders, or contradictions. */
import type { MemberId } from '../domain/contract.ts';
import type { Field } from '../domain/field.ts';
import { compareText, fold } from '../domain/text.ts';
import type { Line } from './lines/line.ts';
import { lotKey } from './lines/lot.ts';

/** A line whose landlord is known. */
export interface OwnedLine extends Line {
  readonly owner: MemberId;
  /** Place of its table among those read. */
  readonly table: number;
}

/** What became of a line that is no contract by itself. */
interface Merged {
  readonly line: OwnedLine;
  readonly as: 'copy' | 'holder' | 'amendment';
}

/** Lines that are one contract. */
export interface Cluster {
  /** The line that the contract is read from; amendments replace it by what it becomes. */
  kept: OwnedLine;
  /** Every other line that says the same contract. */
  readonly merged: Merged[];
  /** Lines with its key and another content, left out; with the fields that differ. */
  readonly rejected: { readonly line: OwnedLine; readonly fields: readonly Field[] }[];
  /** The first cluster with the same key, when this one is another lot without its number. */
  readonly sharesKeyWith?: OwnedLine;
}

/**
 * Groups lines by member + reference + lot, and settles each group. The result does not depend on the order of the
 * lines. Amendments are left to `applyAmendments`.
 */
export function clustersOf(lines: readonly OwnedLine[]): Map<string, Cluster[]> {
  const groups = new Map<string, OwnedLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const clusters = new Map<string, Cluster[]>();
  for (const [key, group] of groups) {
    clusters.set(key, group.length === 1 ? [{ kept: group[0]!, merged: [], rejected: [] }] : settle(group));
  }
  return clusters;
}

/** Member + reference + lot; without a reference, what tells the line from others. */
export function keyOf(line: OwnedLine): string {
  const lot = lotKey(line.lot || line.lotInTitle);
  if (line.reference) return `${line.owner} ${quickFold(line.reference)} ${lot}`;
  return `${line.owner}  ${quickFold(line.title)} ${lot} ${quickFold(line.supplier)} ${line.term.start ?? ''}`;
}

/** `fold`, without its cost for the plain references that most registers have. */
export function quickFold(text: string): string {
  return /^[A-Za-z0-9]*$/.test(text) ? text.toLowerCase() : fold(text);
}

/**
 * Settles the lines of one key. Fuller lines come first, so that what is kept does not depend on their order; of
 * lines that differ by their holder only, the first in the file.
 */
function settle(group: readonly OwnedLine[]): Cluster[] {
  const ordered = group
    .map(line => ({ line, content: contentOf({ ...line, supplier: '', supplierId: '' }) }))
    .sort(
      (a, b) => byFullness(a.line, b.line) || compareText(a.content, b.content) || byPlace(a.line, b.line),
    );
  const clusters: Cluster[] = [];
  for (const { line } of ordered) {
    const place = placeFor(line, clusters);
    if (place === undefined)
      clusters.push({
        kept: line,
        merged: [],
        rejected: [],
        ...(clusters[0] && { sharesKeyWith: clusters[0].kept }),
      });
    else if ('fields' in place) place.cluster.rejected.push({ line, fields: place.fields });
    else place.cluster.merged.push({ line, as: place.as });
  }
  return clusters;
}

type Place =
  | { readonly cluster: Cluster; readonly as: 'copy' | 'holder' }
  | { readonly cluster: Cluster; readonly fields: readonly Field[] }
  | undefined;

function placeFor(line: OwnedLine, clusters: readonly Cluster[]): Place {
  for (const cluster of clusters) {
    if (differences(line, cluster.kept).length > 0) continue;
    return { cluster, as: linesOf(cluster).some(other => sameHolder(line, other)) ? 'copy' : 'holder' };
  }
  const contradicted = clusters.find(cluster => linesOf(cluster).some(other => isSameSubject(line, other)));
  return contradicted && { cluster: contradicted, fields: differences(line, contradicted.kept) };
}

function linesOf({ kept, merged }: Cluster): readonly OwnedLine[] {
  return [kept, ...merged.map(({ line }) => line)];
}

/** What two lines say differently of one contract, holders apart. */
function differences(a: OwnedLine, b: OwnedLine): readonly Field[] {
  const fields: Field[] = [];
  if (fold(a.title) !== fold(b.title)) fields.push('title');
  if (a.term.start !== b.term.start) fields.push('start');
  if (endText(a) !== endText(b)) fields.push('end');
  if (renewalText(a) !== renewalText(b)) fields.push('renewal');
  if (JSON.stringify(a.term.notice) !== JSON.stringify(b.term.notice)) fields.push('notice');
  if (a.amount?.stated !== b.amount?.stated) fields.push('amount');
  if (a.status !== b.status) fields.push('status');
  return fields;
}

/** Same subject and same holder (or none said): the two lines speak of one contract, and contradict each other. */
function isSameSubject(a: OwnedLine, b: OwnedLine): boolean {
  const sameTitle = fold(a.title) === fold(b.title) || !a.title || !b.title;
  return sameTitle && (sameHolder(a, b) || !a.supplier || !b.supplier);
}

function sameHolder(a: OwnedLine, b: OwnedLine): boolean {
  if (a.supplierId && b.supplierId) return a.supplierId === b.supplierId;
  return fold(a.supplier) === fold(b.supplier);
}

const endText = ({ term }: OwnedLine): string =>
  [term.firmEnd, term.statedCurrentEnd, term.statedLatestEnd, term.openEnded].join(' ');
const renewalText = ({ term }: OwnedLine): string =>
  [term.renewal, term.renewals, term.renewalMonths].join(' ');

/** Everything that a line says, for an order that no shuffling changes. */
export function contentOf(line: OwnedLine): string {
  const { row: _, at: __, table: ___, ...said } = line;
  return JSON.stringify(said, Object.keys(said).sort().concat(NESTED));
}
const NESTED = [
  'start', 'firmEnd', 'firmMonths', 'renewal', 'renewals', 'renewalMonths', 'notice', 'months', 'days', 'openEnded',
  'statedCurrentEnd', 'statedLatestEnd', 'statedRunning', 'stated', 'annual', 'period', 'vat', 'derivation', 'mark', 'of',
]; // prettier-ignore

/** The line kept is the one with the latest end, then the larger amount: the more recent state of a contract. */
function byFullness(a: OwnedLine, b: OwnedLine): number {
  const lastEnd = ({ term }: OwnedLine): string =>
    term.statedLatestEnd ?? term.statedCurrentEnd ?? term.firmEnd ?? '';
  return compareText(lastEnd(b), lastEnd(a)) || (b.amount?.stated ?? 0) - (a.amount?.stated ?? 0);
}

/** Order of lines in the sources. */
export function byPlace(a: Line, b: Line): number {
  return (
    compareText(a.at.file, b.at.file) ||
    compareText(a.at.sheet ?? '', b.at.sheet ?? '') ||
    a.at.row - b.at.row
  );
}
