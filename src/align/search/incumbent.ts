/** Good plans found fast: bids taken in order of what they are worth at given prices, then exchanges. */
import { type Bid, type Choice, type MasterProblem, fits, move, roomLeft } from './masterProblem.ts';
import { reduced } from './prices.ts';

/** Each key in turn, the one with most to lose first, takes its best bid at those prices that still fits. */
export function pricedGreedy(problem: MasterProblem, prices: Float64Array): Choice {
  const room = [...problem.capacity];
  const choice: number[] = problem.keys.map(() => -1);
  const offers = problem.keys.map(({ bids, required }, key) => {
    const best = Math.max(...bids.map(bid => reduced(bid, prices)), 0);
    return { key, urgency: required ? Infinity : best };
  });
  offers.sort((a, b) => b.urgency - a.urgency || a.key - b.key);
  for (const { key } of offers) {
    const { bids, required } = problem.keys[key]!;
    let worth = required ? -Infinity : 0;
    bids.forEach((bid, rank) => {
      const value = reduced(bid, prices);
      if (value <= worth || !fits(bid, room)) return;
      worth = value;
      choice[key] = rank;
    });
    move(bids[choice[key]!], room, -1);
  }
  return choice;
}

/** Replaces a key's bid by a better one, until that does not help. The value never goes down. */
export function improved(problem: MasterProblem, from: Choice): Choice {
  const choice = [...from];
  const room = roomLeft(problem, choice);
  while (oneKey(problem, choice, room));
  return choice;
}

/** The same, and the bids of two keys at once: much slower, so for plans that are already good. */
export function exchanged(problem: MasterProblem, from: Choice): Choice {
  const choice = [...from];
  const room = roomLeft(problem, choice);
  const effort: Effort = {
    pairs: PAIRS,
    tops: problem.keys.map(({ bids }) => Math.max(0, ...bids.map(b => b.value))),
  };
  while (oneKey(problem, choice, room) || twoKeys(problem, choice, room, effort));
  return choice;
}

/** Pairs of keys that may still be looked at (with many keys the search need not be thorough), and each key's best bid. */
interface Effort {
  pairs: number;
  readonly tops: readonly number[];
}
const PAIRS = 1_000_000;

function bidOf({ keys }: MasterProblem, key: number, rank: number): Bid | undefined {
  return keys[key]!.bids[rank];
}

function gainOf(problem: MasterProblem, key: number, from: number, to: number): number {
  return (bidOf(problem, key, to)?.value ?? 0) - (bidOf(problem, key, from)?.value ?? 0);
}

/** The best bid for a key with the room as it is; the one that it has when none is better. */
function bestFor(problem: MasterProblem, key: number, room: readonly number[]): number {
  const { bids, required } = problem.keys[key]!;
  let best = -1;
  let worth = required ? -Infinity : 0;
  bids.forEach((bid, rank) => {
    if (bid.value <= worth || !fits(bid, room)) return;
    worth = bid.value;
    best = rank;
  });
  return best;
}

function oneKey(problem: MasterProblem, choice: number[], room: number[]): boolean {
  let any = false;
  problem.keys.forEach((_, key) => {
    const old = choice[key]!;
    move(bidOf(problem, key, old), room, 1);
    const best = bestFor(problem, key, room);
    const better = gainOf(problem, key, old, best) > 0;
    if (better) choice[key] = best;
    any ||= better;
    move(bidOf(problem, key, choice[key]!), room, -1);
  });
  return any;
}

/** Moves one key to any other bid, even a worse one, when another key then gains more. */
function twoKeys(problem: MasterProblem, choice: number[], room: number[], effort: Effort): boolean {
  for (let key = 0; key < problem.keys.length; key += 1) {
    if (effort.pairs < 0) return false;
    const old = choice[key]!;
    const freed = new Set(bidOf(problem, key, old)?.uses);
    if (freed.size === 0) continue;
    const { bids, required } = problem.keys[key]!;
    move(bidOf(problem, key, old), room, 1);
    for (let rank = required ? 0 : -1; rank < bids.length; rank += 1) {
      const bid = bids[rank];
      if (rank === old || (bid && !fits(bid, room))) continue;
      const loss = -gainOf(problem, key, old, rank);
      effort.pairs -= problem.keys.length;
      if (effort.pairs < 0) break;
      move(bid, room, -1);
      const other = partnerFor(problem, choice, room, { key, loss, freed }, effort);
      if (other) {
        choice[key] = rank;
        move(bidOf(problem, other.key, choice[other.key]!), room, 1);
        choice[other.key] = other.rank;
        move(bidOf(problem, other.key, other.rank), room, -1);
        return true;
      }
      move(bid, room, 1);
    }
    move(bidOf(problem, key, old), room, -1);
  }
  return false;
}

/** What another key must make up for, and where it may find room. */
interface Sought {
  readonly key: number;
  readonly loss: number;
  readonly freed: ReadonlySet<number>;
}

/** Another key whose gain, with the room freed, is more than the loss. */
function partnerFor(
  problem: MasterProblem,
  choice: readonly number[],
  room: number[],
  { key, loss, freed }: Sought,
  { tops }: Effort,
): { key: number; rank: number } | undefined {
  for (let other = 0; other < problem.keys.length; other += 1) {
    const old = choice[other]!;
    const has = problem.keys[other]!.bids[old]?.value ?? 0;
    if (other === key || tops[other]! - has <= loss) continue;
    move(bidOf(problem, other, old), room, 1);
    const rank = bestFor(problem, other, room);
    move(bidOf(problem, other, old), room, -1);
    const uses = rank !== old && problem.keys[other]!.bids[rank]?.uses.some(quarter => freed.has(quarter));
    if (uses && gainOf(problem, other, old, rank) > loss) return { key: other, rank };
  }
  return undefined;
}
