/**
 * How much hangs on each end date being right. Each contract's end is moved by the tolerance, either way; it takes its
 * best way to the same start if it still has one, and leaves the tender otherwise. The loss to the tender, in the worse
 * direction, is the contract's exposure.
 */
import type { Contract, ContractId } from '../domain/contract.ts';
import { type Day, addMonths } from '../domain/day.ts';
import { type Cents, ZERO } from '../domain/money.ts';
import type { DateToVerify, Fragility } from '../domain/plan.ts';
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
  readonly draft: Draft;
  readonly contract: ContractId;
  readonly end: Day;
  readonly loss: Cents;
}

/** Exposure of every contract of a draft whose tender could still change. */
export function exposuresOf(draft: Draft, ground: Ground): Exposure[] {
  return draft.entries.flatMap(entry => {
    const { currentEnd } = entry.contract.term;
    if (!currentEnd) return [];
    return [
      { draft, contract: entry.contract.id, end: entry.way.leavesOn, loss: exposure(draft, entry, ground) },
    ];
  });
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
  for (const { contract, end, draft, loss } of sorted) {
    if (carried >= CARRIED * total || dates.length === AT_MOST) break;
    carried += loss;
    dates.push({ contract, end, tender: idOf(draft), exposure: loss });
  }
  return dates;
}

function exposure(draft: Draft, entry: DraftEntry, ground: Ground): Cents {
  const { toleranceMonths } = ground.settings;
  const value = draftValue(draft, ground);
  const losses = [-toleranceMonths, toleranceMonths].map(
    months => value - valueIfMoved(draft, entry, months, ground),
  );
  return Math.max(ZERO, ...losses) as Cents;
}

function valueIfMoved(draft: Draft, entry: DraftEntry, months: number, ground: Ground): number {
  const moved = movedEntry(draft, entry, months, ground);
  const entries = draft.entries.flatMap(other => (other === entry ? (moved ?? []) : other));
  const members = new Set(entries.map(({ contract }) => contract.member)).size;
  // With one member left there is no joint purchase, and nothing is gained or lost.
  return members < 2 ? 0 : draftValue({ ...draft, entries }, ground);
}

/** The entry with its ends moved, by its best way to the same start; `undefined` when it has none. */
function movedEntry(draft: Draft, entry: DraftEntry, months: number, ground: Ground): DraftEntry | undefined {
  const { settings, asOf } = ground;
  const contract: Contract = { ...entry.contract, term: movedTerm(entry.contract.term, months) };
  const standing = standingOf(contract, draft.open.key.category, settings, asOf);
  const valuation = valuationOf(standing, settings);
  const rate = rateOf(draft, ground);
  const [best] = waysTo(standing, draft.start).sort(
    (a, b) => worth(valuation, b, rate) - worth(valuation, a, rate),
  );
  return best && { contract, standing, valuation, way: best, others: [] };
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
