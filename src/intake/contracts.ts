/** Clusters of lines → contracts, as seen on a day: identifiers, status, category, what the day reveals. */
import type { Classification } from '../domain/category.ts';
import type { Contract, ContractId, ContractStatus } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { ClassificationSettings } from '../domain/settings.ts';
import { type Term, type TermReading, stoppedAt, termOn } from '../domain/term.ts';
import { compareText, fingerprint, fold, slug } from '../domain/text.ts';
import { type Problem, problem } from './cells/problem.ts';
import { type Reading, classifier } from './classify/classify.ts';
import { type Cluster, sameHolder } from './identity.ts';
import { monthsCovered } from './lines/amount.ts';
import { lotKey } from './lines/lot.ts';
import type { OwnedLine } from './owned-line.ts';

/** A contract, the lines it comes from, and what must be said of it. */
export interface Resolved {
  readonly contract: Contract;
  readonly cluster: Cluster;
  readonly problems: readonly Problem[];
}

/**
 * Makes the contracts one by one, sorted by identifier; identifiers do not depend on the order of the lines. The
 * clusters are taken over, and forgotten as their contract is made: lines and contracts together would be twice as large.
 */
export function* resolve(
  clusters: Cluster[],
  settings: ClassificationSettings,
  asOf: Day,
): Generator<Resolved> {
  const classify = classifier(settings);
  const seen = termsOn(asOf);
  for (const cluster of identified(clusters)) {
    const { kept } = cluster;
    const id = cluster.id as ContractId;
    const { term, months } = seen(kept.term, kept.status);
    const status = statusOn(kept, term, asOf);
    const category = classify(needOf(kept, id, months));
    const contract = contractFrom(cluster, id, term, status, category);
    yield { contract, cluster, problems: problemsOf(kept, term, status, asOf) };
  }
}

const STOPS = ['not-renewed', 'last-period', 'denounced'] as const;
type Stops = (typeof STOPS)[number];
const stops = (status: OwnedLine['status']): status is Stops => STOPS.includes(status as Stops);

/** The term of a contract that the register says is not renewed: over at its end, or at the one in force. */
function stopped(term: TermReading, status: Stops, asOf: Day): TermReading {
  const end = term.statedCurrentEnd ?? term.firmEnd;
  if (!end) return term;
  // Notice given on an unknown day, an end that is past: it was for that end.
  const isOver = status === 'not-renewed' || (status === 'denounced' && end < asOf);
  return stoppedAt(term, isOver ? end : (termOn(term, asOf).currentEnd ?? end));
}

interface Seen {
  readonly term: Term;
  readonly months: number | undefined;
}

/** Lines share their readings (see `termReader`): each is seen once, but for the few that a status stops. */
function termsOn(asOf: Day): (reading: TermReading, status: OwnedLine['status']) => Seen {
  const known = new Map<TermReading, Seen>();
  const see = (reading: TermReading): Seen => ({
    term: termOn(reading, asOf),
    months: monthsCovered(reading),
  });
  return (reading, status) => {
    if (stops(status)) return see(stopped(reading, status, asOf));
    const found = known.get(reading);
    if (found) return found;
    const seen = see(reading);
    if (known.size < REMEMBERED) known.set(reading, seen);
    return seen;
  };
}
const REMEMBERED = 50_000;

/** What the classifier looks at. */
function needOf(line: OwnedLine, contractId: ContractId, months: number | undefined): Reading {
  const need: { -readonly [Key in keyof Reading]: Reading[Key] } = {
    title: line.title || line.reference,
    contractId,
  };
  if (line.reference) need.reference = line.reference;
  if (line.cpv) need.cpv = line.cpv;
  if (line.family) need.family = line.family;
  if (line.section) need.section = line.section;
  if (line.nature) need.nature = line.nature;
  if (months !== undefined) need.months = months;
  return need;
}

function contractFrom(
  cluster: Cluster,
  id: ContractId,
  term: Term,
  status: ContractStatus,
  category: Classification,
): Contract {
  const { kept } = cluster;
  const { supplier, supplierId } = holdersOf(cluster);
  const contract: { -readonly [Key in keyof Contract]: Contract[Key] } = {
    id,
    member: kept.owner,
    title: kept.title || kept.reference,
    status,
    category,
    term,
    source: kept.at,
  };
  if (kept.reference) contract.reference = kept.reference;
  if (kept.lot) contract.lot = kept.lot;
  if (supplier) contract.supplier = supplier;
  if (supplierId) contract.supplierId = supplierId;
  if (kept.cpv) contract.cpv = kept.cpv;
  if (kept.territory) contract.territory = kept.territory;
  if (kept.amount) contract.amount = kept.amount;
  return contract;
}

/**
 * Gives each cluster its identifier, in order; the few that would share one are told apart by their content. Those given
 * are forgotten.
 */
function* identified(clusters: Cluster[]): Generator<Cluster> {
  for (const cluster of clusters) cluster.id = idOf(cluster.kept);
  clusters.sort(
    (a, b) =>
      compareText(a.id, b.id) ||
      compareText(appearance(a.kept), appearance(b.kept)) ||
      compareText(a.kept.at.file, b.kept.at.file) ||
      a.kept.at.row - b.kept.at.row,
  );
  // In this order, an identifier is taken by the one before it, or by one that was told apart.
  let last: string | undefined;
  const toldApart = new Set<string>();
  clusters.reverse();
  for (let cluster = clusters.pop(); cluster; cluster = clusters.pop()) {
    const wanted = cluster.id;
    for (let n = 2; cluster.id === last || toldApart.has(cluster.id); n += 1) cluster.id = `${wanted}-${n}`;
    if (cluster.id === wanted) last = wanted;
    else toldApart.add(cluster.id);
    yield cluster;
  }
}

/** What a contract shows, the most telling first: the same in a register and in what `normalize` makes of it. */
function appearance({ title, reference, term, amount, supplier }: OwnedLine): string {
  const { start, firmEnd, statedCurrentEnd, statedLatestEnd } = term;
  return [
    title || reference,
    start,
    firmEnd,
    statedCurrentEnd,
    statedLatestEnd,
    amount?.stated,
    supplier,
  ].join('\u001F');
}

/** `member-reference-lot`; without a reference, a fingerprint of what tells the line from others. */
function idOf(line: OwnedLine): string {
  const lot = lotKey(line.lot || line.lotInTitle).replaceAll(' ', '-');
  const own = line.reference
    ? slug(line.reference)
    : fingerprint([fold(line.title), fold(line.supplier), line.term.start ?? '', lot]);
  return `${line.owner}-${own || fingerprint([line.reference])}${lot && `-${lot}`}`;
}

/**
 * One holder, or those of a consortium, the lead one (mandataire) first, then in alphabetical order. Of a name that lines
 * write in several ways, the first in that order, whatever the order of the lines.
 */
function holdersOf({ kept, merged }: Cluster): { supplier: string; supplierId: string | undefined } {
  if (merged.length === 0) return { supplier: kept.supplier, supplierId: kept.supplierId };
  const isLead = ({ supplier }: OwnedLine): number => (/\bmandataire\b/i.test(supplier) ? 0 : 1);
  const lines = [kept, ...merged.map(({ line }) => line)].sort(
    (a, b) =>
      isLead(a) - isLead(b) ||
      compareText(a.supplier, b.supplier) ||
      compareText(a.supplierId ?? '', b.supplierId ?? ''),
  );
  const named = lines.filter(({ supplier }) => supplier);
  const holders = named.filter((line, l) => !named.slice(0, l).some(earlier => sameHolder(line, earlier)));
  const names = new Set(holders.map(({ supplier }) => supplier));
  const supplierId = [...holders, ...lines].find(line => line.supplierId)?.supplierId;
  return { supplier: [...names].join(' / '), supplierId };
}

/** What the register says wins over dates when it says that the contract is over, never to say that it still runs. */
function statusOn({ status, terminatedOn }: OwnedLine, term: Term, asOf: Day): ContractStatus {
  // A contract ended early at a day to come runs until then.
  if (terminatedOn ? terminatedOn < asOf : status === 'terminated') return 'terminated';
  if (status === 'denounced' && !(term.currentEnd && term.currentEnd >= asOf)) return 'terminated';
  if (status === 'ended') return 'ended';
  if (term.start && term.start > asOf) return 'upcoming';
  if (term.openEnded) return 'running';
  if (term.currentEnd) return term.currentEnd < asOf ? 'ended' : 'running';
  return 'unknown';
}

function problemsOf(line: OwnedLine, term: Term, status: ContractStatus, asOf: Day): readonly Problem[] {
  if (status === 'unknown') return [problem('END_UNKNOWN', {})];
  const end = term.currentEnd;
  if (status !== 'ended' || !end || end >= asOf) return [];
  if (line.status === 'running') return [problem('STATUS_CONTRADICTED', { end })];
  const couldHaveRun = term.renewal === 'express' && term.latestEnd !== undefined && term.latestEnd >= asOf;
  return couldHaveRun && line.status !== 'ended' ? [problem('RENEWAL_NOT_SHOWN', { end })] : [];
}
