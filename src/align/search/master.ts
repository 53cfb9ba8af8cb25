/** The best choice over all keys under the capacity of the quarters, with a bound that says how good it is. */
import { branch } from './branch.ts';
import { betterOf, exchanged, pricedGreedy } from './incumbent.ts';
import { type Choice, type MasterProblem, valueOf } from './masterProblem.ts';
import { findPrices } from './prices.ts';

export interface MasterSolution {
  readonly choice: Choice;
  readonly value: number;
  /** No plan is worth more. Equal to `value` when the plan is proven optimal. */
  readonly bound: number;
  /** Worth of one more launch in each quarter. */
  readonly prices: Float64Array;
  readonly nodes: number;
}

/** A plan is tried again at the prices of every so many steps. */
const EVERY = 10;

/**
 * Solves the master problem. `accept` refuses plans for what the bids do not show; the plan given is one that it
 * accepts, or takes no bid at all when it refuses every plan met.
 */
export function solveMaster(
  problem: MasterProblem,
  accept: (choice: Choice) => boolean = () => true,
): MasterSolution {
  let choice: Choice | undefined;
  let step = 0;
  const attempt = (prices: Float64Array): number => {
    if (step++ % EVERY === 0) {
      const tried = exchanged(problem, pricedGreedy(problem, prices));
      if (feasible(problem, tried) && accept(tried))
        choice = choice ? betterOf(problem, choice, tried) : tried;
    }
    return choice ? valueOf(problem, choice) : 0;
  };
  const { prices, bound } = findPrices(problem, 0, attempt);
  const none = problem.keys.map(() => -1);
  const start = choice ?? none;
  // Ties are settled by the order of the search: look for an equal value too when there is no plan yet.
  const least = choice ? valueOf(problem, choice) : -Infinity;
  const found = bound > least ? branch(problem, prices, bound, least, accept) : undefined;
  const best = found?.choice ?? start;
  return {
    choice: best,
    value: valueOf(problem, best),
    bound: Math.max(found?.bound ?? bound, valueOf(problem, best)),
    prices,
    nodes: found?.nodes ?? 0,
  };
}

/** True when every key that must take a bid has one. */
function feasible({ keys }: MasterProblem, choice: Choice): boolean {
  return keys.every(({ required }, key) => !required || choice[key]! >= 0);
}
