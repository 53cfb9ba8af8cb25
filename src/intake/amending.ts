/** Amendments (avenants) change the contract that they name. */
import type { Field } from '../domain/field.ts';
import { type Day, addDays, maxDay } from '../domain/day.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import { type TermReading, endOfPeriod, stoppedAt } from '../domain/term.ts';
import { compareText } from '../domain/text.ts';
import { type Cluster, clustersOf, keyOf, quickFold } from './identity.ts';
import { type OwnedLine, byPlace, contentOf } from './owned-line.ts';
import { lotKey } from './lines/lot.ts';
import { settleTerm } from './lines/settleTerm.ts';

/** An amendment and what came of it. */
interface Amended {
  /** The line of the contract that it changes. */
  readonly base: OwnedLine;
  readonly line: OwnedLine;
  readonly changed: readonly Field[];
  readonly aside: readonly Field[];
}

export interface Amending {
  readonly applied: readonly Amended[];
  /** Amendments to contracts that no register has: read as contracts, and said. */
  readonly alone: readonly OwnedLine[];
}

/**
 * Applies amendments, first to last, to the contracts of `clusters`, whose kept line is replaced by the amended one.
 * An amendment changes ends, holder and status. Its amount is set aside: registers write there the new total as
 * often as the difference, and nothing says which.
 */
export function applyAmendments(amendments: readonly OwnedLine[], clusters: Cluster[]): Amending {
  const applied: Amended[] = [];
  const alone: OwnedLine[] = [];
  if (amendments.length === 0) return { applied, alone };
  const known = { byReference: indexByReference(clusters), byKey: indexByKey(clusters) };
  for (const line of amendments.toSorted(inTurn)) {
    const target = targetOf(line, known);
    if (!target) {
      alone.push(line);
      continue;
    }
    const { kept, changed, aside } = amended(target.kept, line);
    target.kept = kept;
    target.merged = [...target.merged, { line, as: 'amendment' }];
    applied.push({ base: kept, line, changed, aside });
  }
  clusters.push(...clustersOf(alone));
  return { applied, alone };
}

/** What is said of each amendment. */
export function remarksOnAmendments({ applied, alone }: Amending): Diagnostic[] {
  return [
    ...applied.map(({ base, line, changed, aside }) =>
      diagnostic(
        'AMENDMENT_APPLIED',
        line.at,
        { row: base.at.row, file: base.at.file, changed, aside },
        line.amendment!.mark,
      ),
    ),
    ...alone.map(line =>
      diagnostic(
        'AMENDMENT_ALONE',
        line.at,
        { reference: line.amendment!.of ?? line.reference },
        line.amendment!.mark,
      ),
    ),
  ];
}

/** By number, then by end, then by content: the same whatever the order of the lines. */
function inTurn(a: OwnedLine, b: OwnedLine): number {
  const number = (line: OwnedLine): number => Number(/\d+/.exec(line.amendment!.mark)?.[0] ?? 0);
  return (
    number(a) - number(b) ||
    compareText(lastEnd(a.term) ?? '', lastEnd(b.term) ?? '') ||
    compareText(contentOf(a), contentOf(b)) ||
    byPlace(a, b)
  );
}

/** Where amendments look for the contract that they change. */
interface KnownClusters {
  /** By landlord and reference. */
  readonly byReference: ReadonlyMap<string, readonly Cluster[]>;
  /** By the key of lines without a reference. */
  readonly byKey: ReadonlyMap<string, Cluster>;
}

function indexByReference(clusters: readonly Cluster[]): KnownClusters['byReference'] {
  const index = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const { owner, reference } = cluster.kept;
    if (!reference) continue;
    const key = `${owner} ${quickFold(reference)}`;
    const known = index.get(key);
    if (known) known.push(cluster);
    else index.set(key, [cluster]);
  }
  return index;
}

function indexByKey(clusters: readonly Cluster[]): KnownClusters['byKey'] {
  const index = new Map<string, Cluster>();
  for (const cluster of clusters) {
    if (cluster.kept.reference) continue;
    const key = keyOf(cluster.kept);
    if (!index.has(key)) index.set(key, cluster);
  }
  return index;
}

/** The contract of the same lot that the amendment names; one that names no lot changes the only one of its reference. */
function targetOf(line: OwnedLine, { byReference, byKey }: KnownClusters): Cluster | undefined {
  const { owner, reference, amendment } = line;
  for (const named of [amendment!.of, reference, initialNotice(reference)]) {
    if (!named) continue;
    const candidates = byReference.get(`${owner} ${quickFold(named)}`) ?? [];
    const lot = lotKey(line.lot || line.lotInTitle);
    const sameLot = candidates.filter(({ kept }) => lotKey(kept.lot || kept.lotInTitle) === lot);
    if (sameLot.length === 1) return sameLot[0];
    if (lot === '' && candidates.length === 1) return candidates[0];
  }
  return reference ? undefined : byKey.get(keyOf(line));
}

/** In the « données essentielles », a number ends with two digits, those of the modification: `00` at first. */
function initialNotice(reference: string): string | undefined {
  return /^(?:19|20)\d{2}\w+(?!00)\d{2}$/.test(reference) ? `${reference.slice(0, -2)}00` : undefined;
}

function amended(base: OwnedLine, line: OwnedLine): { kept: OwnedLine; changed: Field[]; aside: Field[] } {
  const changed: Field[] = [];
  const aside: Field[] = [];
  let kept = base;
  const end = lastEnd(sinceStart(line, base));
  if (end && base.term.start && end < base.term.start) aside.push('end');
  else if (end && end !== lastEnd(base.term)) {
    kept = { ...kept, term: prolonged(base.term, end) };
    changed.push('end');
  }
  if (line.supplier && base.supplier && line.supplier !== base.supplier) {
    kept = { ...kept, supplier: line.supplier, supplierId: line.supplierId };
    changed.push('supplier');
  }
  // An amendment that says « en cours » says nothing new.
  if (line.status && line.status !== 'running' && line.status !== base.status) {
    const { statedRunning: _, ...term } = kept.term;
    kept = { ...kept, status: line.status, term };
    changed.push('status');
  }
  if (line.amount && line.amount.stated !== base.amount?.stated) aside.push('amount');
  return { kept, changed, aside };
}

/** Without a start of its own, the duration that an amendment restates counts from the contract's start. */
function sinceStart({ term, endsAfterNotification }: OwnedLine, base: OwnedLine): TermReading {
  const { start } = base.term;
  const writesNoEnd = endsAfterNotification || (!term.start && lastEnd(term) === undefined);
  if (!start || term.firmMonths === undefined || !writesNoEnd) return term;
  return { ...term, start, firmEnd: endOfPeriod(start, term.firmMonths) };
}

/** A later end prolongs the term in force; an earlier one ends it. */
function prolonged(before: TermReading, end: Day): TermReading {
  const { openEnded: _, ...term } = before;
  const known = lastEnd(term);
  const { renewals, renewalMonths, ...firm } = term;
  if (known && end < known) return stoppedAt(term, end);
  const { firmMonths, firmEnd, statedLatestEnd, statedCurrentEnd: __, renewal, ...rest } = firm;
  return settleTerm({
    ...rest,
    ...(firmMonths !== undefined && { firm: { months: firmMonths } }),
    ...(firmEnd && { firmEnd }),
    ...(renewal !== 'unknown' && { renewal }),
    ...(renewals !== undefined && { renewals }),
    ...(renewalMonths !== undefined && { renewalMonths }),
    currentEnd: end,
    // What renews tacitly without a cap goes on doing so.
    ...(!(renewal === 'tacit' && typeof renewals !== 'number' && !statedLatestEnd) && {
      latestEnd: statedLatestEnd ? maxDay(statedLatestEnd, end) : end,
    }),
  }).reading;
}

/** The last end that a reading gives. */
function lastEnd(term: TermReading): Day | undefined {
  const { firmEnd, renewals, renewalMonths, statedCurrentEnd, statedLatestEnd } = term;
  if (statedLatestEnd) return statedLatestEnd;
  if (firmEnd && typeof renewals === 'number' && renewals > 0 && renewalMonths) {
    return endOfPeriod(addDays(firmEnd, 1), renewals * renewalMonths);
  }
  return statedCurrentEnd ?? firmEnd;
}
