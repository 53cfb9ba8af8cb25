/**
 * Depth-first search for a better plan, and the proof that there is none. At fixed prices every bid has a regret:
 * how far it lies below its key's best. A plan's value is at most the bound less its regrets and less the price of
 * what it leaves unused; so only the bids whose regret is under (bound − best value) matter.
 */
import { type Bid, type Choice, type MasterProblem, fits, move } from './masterProblem.ts';
import { reduced } from './prices.ts';

/** What the search ends with. */
export interface Branched {
  readonly choice: Choice | undefined;
  readonly value: number;
  /** No plan is worth more; equal to `value` when the search ended by itself. */
  readonly bound: number;
  readonly nodes: number;
}

const NODES = 300_000;

interface Option {
  readonly rank: number;
  readonly bid: Bid | undefined;
  readonly regret: number;
}

/**
 * Looks for a plan worth more than `least`. `bound` is L(prices), not rounded. */
export function branch(problem: MasterProblem, prices: Float64Array, bound: number, least: number): Branched {
  let value = least;
  // Values are whole cents: a better plan is worth one more at least.
  let slack = bound - (value + 1);
  const keys = problem.keys
    .map((_, k) => ({ k, options: optionsOf(problem, k, prices, slack) }))
    .sort((a, b) => spread(b.options) - spread(a.options) || a.k - b.k);
  const room = [...problem.capacity];
  const choice: number[] = problem.keys.map(() => -1);
  const idle = idlePrices(
    problem,
    prices,
    keys.map(({ options }) => options),
  );
  let found: Choice | undefined;
  let proven = value;
  let nodes = 0;
  const settle = (soFar: number, upper: number): void => {
    // A plan whose bids might be worth more than was found counts for the proof.
    proven = Math.max(proven, upper);
    if (soFar <= value) return;
    value = soFar;
    slack = bound - (value + 1);
    found = [...choice];
  };
  const visit = (depth: number, regret: number, soFar: number, upper: number): void => {
    nodes += 1;
    if (nodes > NODES || regret + idle(depth, room) > slack) return;
    if (depth === keys.length) {
      settle(soFar, upper);
      return;
    }
    const { k, options } = keys[depth]!;
    for (const { rank, bid, regret: own } of options) {
      if (regret + own > slack) break;
      if (bid && !fits(bid, room)) continue;
      move(bid, room, -1);
      choice[k] = rank;
      visit(depth + 1, regret + own, soFar + (bid?.value ?? 0), upper + (bid?.upper ?? 0));
      choice[k] = -1;
      move(bid, room, 1);
    }
  };
  if (slack >= 0) visit(0, 0, 0, 0);
  return { choice: found, value, bound: nodes > NODES ? Math.floor(bound) : Math.max(value, proven), nodes };
}

/** A key's bids that may be part of a better plan, least regret first. */
function optionsOf(problem: MasterProblem, k: number, prices: Float64Array, slack: number): Option[] {
  const { bids, required } = problem.keys[k]!;
  const all = bids.map((bid, rank) => ({ rank, bid: bid as Bid | undefined, worth: reduced(bid, prices) }));
  if (!required) all.unshift({ rank: -1, bid: undefined, worth: 0 });
  const best = Math.max(...all.map(({ worth }) => worth));
  return all
    .map(({ rank, bid, worth }) => ({ rank, bid, regret: best - worth }))
    .filter(({ regret }) => regret <= slack)
    .sort((a, b) => a.regret - b.regret || a.rank - b.rank);
}

/** Keys whose second choice costs most come first: they leave the fewest ways to try. */
function spread(options: readonly Option[]): number {
  return options[1]?.regret ?? Infinity;
}

/**
 * The price of launches that can no longer be used: in each quarter, the room that the keys still to come cannot
 * fill. Complementary slackness: at the bound, a quarter with a price is full.
 */
function idlePrices(
  problem: MasterProblem,
  prices: Float64Array,
  options: readonly (readonly Option[])[],
): (depth: number, room: readonly number[]) => number {
  const priced = problem.capacity
    .map((_, q) => q)
    .filter(q => problem.capacity[q] !== Infinity && prices[q]! > 0);
  const most: number[][] = [priced.map(() => 0)];
  for (const list of options.toReversed()) {
    const after = most[0]!;
    most.unshift(priced.map((q, p) => after[p]! + Math.max(0, ...list.map(({ bid }) => usesOf(bid, q)))));
  }
  return (depth, room) => {
    let lost = 0;
    priced.forEach((q, p) => {
      const unused = room[q]! - most[depth]![p]!;
      if (unused > 0) lost += unused * prices[q]!;
    });
    return lost;
  };
}

function usesOf(bid: Bid | undefined, quarter: number): number {
  return bid ? bid.uses.filter(used => used === quarter).length : 0;
}
