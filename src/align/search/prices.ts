/**
 * Prices of the limits, and the upper bound that they prove. With a price λ_q on each launch (or other use of a limit),
 * L(λ) = Σ_q λ_q K_q + Σ_keys max(0, best bid − its prices) is never below the best plan (Lagrangian duality);
 * subgradient steps look for the prices that make it smallest.
 */
import type { Bid, MasterProblem } from './masterProblem.ts';

/** Prices, in cents a use, and what they prove. */
export interface Priced {
  readonly prices: Float64Array;
  /** No plan is worth more. */
  readonly bound: number;
}

const STEPS = 300;
/** A step that is not getting anywhere is halved after so many tries. */
const PATIENCE = 12;

/** Worth of a bid once what it uses is paid for. */
export function reduced(bid: Bid, prices: Float64Array): number {
  let value = bid.upper;
  for (const quarter of bid.uses) value -= prices[quarter]!;
  return value;
}

/**
 * Looks for the prices that prove most. `visit` is shown the prices of each step, and returns the value of the best
 * plan known: how far the bound still is from it sets the stride.
 */
export function findPrices(problem: MasterProblem, visit: (prices: Float64Array) => number): Priced {
  const prices = new Float64Array(problem.capacity.length);
  let best: Priced = { prices: prices.slice(), bound: Infinity };
  let reach = 1;
  let stalled = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const { bound, excess } = evaluate(problem, prices);
    if (bound < best.bound - 0.5) {
      best = { prices: prices.slice(), bound };
      stalled = 0;
    } else {
      stalled += 1;
      if (stalled % PATIENCE === 0) reach /= 2;
    }
    const value = visit(prices);
    const norm = excess.reduce((sum, e, q) => (e > 0 || prices[q]! > 0 ? sum + e * e : sum), 0);
    // Plans are worth whole cents: a bound less than one above a plan proves it optimal.
    if (norm === 0 || best.bound - value < 1) break;
    const stride = (reach * (bound - value)) / norm;
    excess.forEach((e, q) => (prices[q] = Math.max(0, prices[q]! + stride * e)));
  }
  return best;
}

/** L(λ), and by how much the bids that it picks ask more than each quarter can carry. */
function evaluate(problem: MasterProblem, prices: Float64Array): { bound: number; excess: number[] } {
  let bound = 0;
  const excess = problem.capacity.map((room, quarter) => {
    if (room === Infinity) return 0;
    bound += prices[quarter]! * room;
    return -room;
  });
  for (const { bids, required } of problem.keys) {
    let best = required ? -Infinity : 0;
    let picked: Bid | undefined;
    for (const bid of bids) {
      const value = reduced(bid, prices);
      if (value > best) [best, picked] = [value, bid];
    }
    bound += best;
    if (picked)
      for (const quarter of picked.uses) if (problem.capacity[quarter] !== Infinity) excess[quarter]! += 1;
  }
  return { bound, excess };
}
