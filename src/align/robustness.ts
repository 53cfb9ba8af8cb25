/**
 * How much hangs on each end date being right. Each contract's end is moved by the tolerance, either way; it takes its
 * best way to the same start if it still has one, and leaves the tender otherwise. The loss to the tender, in the worse
 * direction, is the contract's exposure.
 */
import type { Contract, ContractId, MemberId } from '../domain/contract.ts';
import { type Day, addMonths } from '../domain/day.ts';
import { type Cents, ZERO } from '../domain/money.ts';
import type { DateToVerify, Fragility, TenderId } from '../domain/plan.ts';
import type { Term } from '../domain/term.ts';
import { compareText } from '../domain/text.ts';
import { type Draft, type DraftEntry, draftValue, rateOf } from './drafts.ts';
import type { Ground } from './ground.ts';
import { waysTo } from './levers.ts';
import { standingOf } from './standing.ts';
import { idOf } from './tenders.ts';
import { valuationOf, worth } from './worth.ts';

/** A tender that could lose this part of its gain to one wrong date is fragile. */
const FRAGILE = 0.1;
/** The dates to verify carry this part of the plan's exposure, and are never more than so many. */
const CARRIED = 0.5;
const AT_MOST = 20;

export interface Exposure {
  readonly tender: TenderId;
  readonly contract: ContractId;
  readonly end: Day;
  readonly loss: Cents;
}

/** Exposure of every contract of a draft whose tender could still change. */
export function exposuresOf(draft: Draft, ground: Ground): Exposure[] {
  const valued = valuedOf(draft, ground);
  const tender = idOf(draft);
  return draft.entries
    .filter(({ contract }) => contract.term.currentEnd)
    .map(entry => ({
      tender,
      contract: entry.contract.id,
      end: entry.way.leavesOn,
      loss: exposure(valued, entry, ground),
    }));
}

/** The contract on which a tender hangs most, when that is much. */
export function fragilityOf(exposures: readonly Exposure[], gain: Cents): Fragility | undefined {
  const worst = exposures.reduce<Exposure | undefined>((a, b) => (a && a.loss >= b.loss ? a : b), undefined);
  return worst && worst.loss > FRAGILE * gain ? { contract: worst.contract, loss: worst.loss } : undefined;
}

/** The few contracts that carry half of the plan's exposure, most exposed first. */
export function datesToVerify(exposures: readonly Exposure[]): DateToVerify[] {
  const sorted = exposures
    .filter(({ loss }) => loss > 0)
    .sort((a, b) => b.loss - a.loss || compareText(a.contract, b.contract));
  const total = sorted.reduce((sum, { loss }) => sum + loss, 0);
  const dates: DateToVerify[] = [];
  let carried = 0;
  for (const { contract, end, tender, loss } of sorted) {
    if (carried >= CARRIED * total || dates.length === AT_MOST) break;
    carried += loss;
    dates.push({ contract, end, tender, exposure: loss });
  }
  return dates;
}

/** What a draft is worth, kept while each of its contracts is moved. */
interface Valued {
  readonly draft: Draft;
  readonly value: Cents;
  readonly rate: number;
  /** Contracts of each member. */
  readonly entries: ReadonlyMap<MemberId, number>;
}

function valuedOf(draft: Draft, ground: Ground): Valued {
  const entries = new Map<MemberId, number>();
  for (const { contract } of draft.entries)
    entries.set(contract.member, (entries.get(contract.member) ?? 0) + 1);
  return { draft, value: draftValue(draft, ground), rate: rateOf(draft, ground), entries };
}

/** Loss in the worse direction. */
function exposure(valued: Valued, entry: DraftEntry, ground: Ground): Cents {
  const { toleranceMonths } = ground.settings;
  const losses = [-toleranceMonths, toleranceMonths].map(
    months => valued.value - valueIfMoved(valued, entry, months, ground),
  );
  return Math.max(ZERO, ...losses) as Cents;
}

function valueIfMoved(
  { draft, value, rate, entries }: Valued,
  entry: DraftEntry,
  months: number,
  ground: Ground,
): number {
  const others = value - worth(entry.valuation, entry.way, rate);
  const moved = worthIfMoved(draft, entry, months, rate, ground);
  if (moved !== undefined) return others + moved;
  if (entries.get(entry.contract.member)! > 1) return others;
  // With one member left there is no joint purchase, and nothing is gained or lost.
  if (entries.size <= 2) return 0;
  return draftValue({ ...draft, entries: draft.entries.filter(other => other !== entry) }, ground);
}

/** Worth of the best way to the same start once the ends are moved; `undefined` when there is none. */
function worthIfMoved(
  { open, start }: Draft,
  { contract }: DraftEntry,
  months: number,
  rate: number,
  ground: Ground,
): number | undefined {
  const moved: Contract = { ...contract, term: movedTerm(contract.term, months) };
  const standing = standingOf(moved, open.key.category, ground);
  const valuation = valuationOf(standing, ground);
  const worths = waysTo(standing, start).map(way => worth(valuation, way, rate));
  return worths.length === 0 ? undefined : Math.max(...worths);
}

/** The same term with every end moved: the duration that the register gives may be wrong, not the start. */
function movedTerm(term: Term, months: number): Term {
  const moved = (end: Day | undefined): Day | undefined => end && addMonths(end, months);
  const [firmEnd, currentEnd, latestEnd] = [
    moved(term.firmEnd),
    moved(term.currentEnd),
    moved(term.latestEnd),
  ];
  const { noticeDeadline: _deadline, ...rest } = term;
  return {
    ...rest,
    ...(firmEnd && { firmEnd }),
    ...(term.firmMonths !== undefined && { firmMonths: term.firmMonths + months }),
    ...(currentEnd && { currentEnd }),
    ...(latestEnd && { latestEnd }),
  };
}
