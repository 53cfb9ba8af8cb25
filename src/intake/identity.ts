/** Lines → contracts: which lines are one contract, which are copies, other holders, or contradictions. */
import type { Field } from '../domain/field.ts';
import { compareText, fold } from '../domain/text.ts';
import { lotKey } from './lines/lot.ts';
import { type OwnedLine, byPlace, contentOf } from './owned-line.ts';
import { type Part, wholesOf } from './wholes.ts';

/** What became of a line that is no contract by itself. */
interface Merged {
  readonly line: OwnedLine;
  readonly as: 'copy' | 'holder' | 'amendment' | Part['as'];
}

/** Lines that are one contract. */
export interface Cluster {
  /** The contract's identifier, given last. */
  id: string;
  /** The line that the contract is read from; amendments replace it by what it becomes. */
  kept: OwnedLine;
  /** Every other line that says the same contract. */
  merged: readonly Merged[];
  /** Lines with its key and another content, left out; with the fields that differ. */
  rejected: readonly Contradiction[];
  /** The first cluster with the same key, when this one is another lot without its number. */
  readonly sharesKeyWith: OwnedLine | undefined;
}

interface Contradiction {
  readonly line: OwnedLine;
  readonly fields: readonly Field[];
}

const NO_OTHER: readonly never[] = [];

/** The cluster of one line, so far. */
function clusterOf(kept: OwnedLine): Cluster {
  return { id: '', kept, merged: NO_OTHER, rejected: NO_OTHER, sharesKeyWith: undefined };
}

/**
 * Groups lines by member + reference + lot, and settles each group. The result does not depend on the order of the
 * lines. Amendments are left to `applyAmendments`.
 */
export function clustersOf(lines: readonly OwnedLine[]): Cluster[] {
  const isShared = keysMaybeShared(lines);
  const groups = new Map<string, OwnedLine[]>();
  const clusters: Cluster[] = [];
  for (const [place, line] of lines.entries()) {
    if (isShared[place] === 0) {
      clusters.push(clusterOf(line));
      continue;
    }
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  for (const group of groups.values()) {
    if (group.length === 1) clusters.push(clusterOf(group[0]!));
    else for (const cluster of settle(group)) clusters.push(cluster);
  }
  return clusters;
}

/**
 * By line, 1 when another line may have its key: told by a hash of the keys, for those of a million lines would be as
 * large as their register.
 */
function keysMaybeShared(lines: readonly OwnedLine[]): Uint8Array {
  const isShared = new Uint8Array(lines.length);
  // An open table of hashes, at most half full: the place of the first line with each, counted from 1.
  const mask = 2 ** Math.ceil(Math.log2(lines.length * 2 + 2)) - 1;
  const firsts = new Uint32Array(mask + 1);
  const hashes = new Uint32Array(lines.length);
  for (const [place, line] of lines.entries()) {
    const hash = hashOf(keyOf(line));
    hashes[place] = hash;
    let slot = hash & mask;
    while (firsts[slot] !== 0 && hashes[firsts[slot]! - 1] !== hash) slot = (slot + 1) & mask;
    const first = firsts[slot]!;
    if (first === 0) firsts[slot] = place + 1;
    else isShared[first - 1] = isShared[place] = 1;
  }
  return isShared;
}

/** FNV-1a, 32 bits, then mixed (MurmurHash3's last step), for tables look at the low bits only. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
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

/** A cluster in the making: the lines that say one contract, the fullest first, and those that contradict them. */
interface Settling {
  readonly lines: OwnedLine[];
  readonly rejected: Contradiction[];
}

/**
 * Settles the lines of one key. Fuller lines come first, then in an order that no shuffling changes: what is one contract
 * and what contradicts it does not depend on the order of the lines.
 */
function settle(group: readonly OwnedLine[]): Cluster[] {
  const wholes = wholesOf(group);
  const parts = new Map(wholes.map(whole => [whole.line, whole.parts]));
  const ordered = wholes
    .map(({ line }) => ({ line, said: saidBy(line), content: contentOf(line) }))
    .sort(
      (a, b) =>
        byFullness(a.line, b.line) ||
        compareText(a.said, b.said) ||
        compareText(a.content, b.content) ||
        byPlace(a.line, b.line),
    );
  const settling: Settling[] = [];
  for (const { line } of ordered) {
    const same = settling.find(({ lines }) => differences(line, lines[0]!).length === 0);
    if (same) {
      same.lines.push(line);
      continue;
    }
    const contradicted = settling.find(({ lines }) => lines.some(other => isSameSubject(line, other)));
    if (!contradicted) settling.push({ lines: [line], rejected: [] });
    else {
      const fields = differences(line, contradicted.lines[0]!);
      contradicted.rejected.push(
        ...[{ line }, ...parts.get(line)!].map(part => ({ line: part.line, fields })),
      );
    }
  }
  const [first, ...others] = settling.map(of => settled(of, parts));
  return [first!, ...others.map(cluster => ({ ...cluster, sharesKeyWith: first!.kept }))];
}

/** Of lines that say the same of a contract, the first in the file is kept; the others are copies, or other holders. */
function settled({ lines, rejected }: Settling, parts: ReadonlyMap<OwnedLine, readonly Part[]>): Cluster {
  const said = saidBy(lines[0]!);
  const isSame = lines.map(line => saidBy(line) === said);
  const same = lines.filter((_, l) => isSame[l]).sort(byPlace);
  const [kept, ...others] = [...same, ...lines.filter((_, l) => !isSame[l])];
  const holders = [kept!];
  const merged = others.map((line): Merged => {
    if (holders.some(holder => sameHolder(line, holder))) return { line, as: 'copy' };
    holders.push(line);
    return { line, as: 'holder' };
  });
  merged.push(...lines.flatMap(line => parts.get(line)!));
  return { ...clusterOf(kept!), merged, rejected };
}

/** What a line says of its contract, its holder apart, and the section title that it happens to stand under. */
function saidBy(line: OwnedLine): string {
  return contentOf({ ...line, supplier: '', supplierId: '', section: '' });
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

/** Same holder: by its number when both lines give one, otherwise by its name. */
export function sameHolder(a: OwnedLine, b: OwnedLine): boolean {
  if (a.supplierId && b.supplierId) return a.supplierId === b.supplierId;
  return fold(a.supplier) === fold(b.supplier);
}

const endText = ({ term }: OwnedLine): string =>
  [term.firmEnd, term.statedCurrentEnd, term.statedLatestEnd, term.openEnded].join(' ');
const renewalText = ({ term }: OwnedLine): string =>
  [term.renewal, term.renewals, term.renewalMonths].join(' ');

/** The line kept is the one with the latest end, then the larger amount: the more recent state of a contract. */
function byFullness(a: OwnedLine, b: OwnedLine): number {
  const lastEnd = ({ term }: OwnedLine): string =>
    term.statedLatestEnd ?? term.statedCurrentEnd ?? term.firmEnd ?? '';
  return compareText(lastEnd(b), lastEnd(a)) || (b.amount?.stated ?? 0) - (a.amount?.stated ?? 0);
}
