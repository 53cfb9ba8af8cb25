/** The best choice over all keys under the limits of the group, with a bound that says how good it is. */
import { branch } from './branch.ts';
import { exchanged, improved, pricedGreedy } from './incumbent.ts';
import { type Choice, type MasterProblem, valueOf } from './masterProblem.ts';
import { findPrices } from './prices.ts';

export interface MasterSolution {
  readonly choice: Choice;
  readonly value: number;
  /** No plan is worth more. Equal to `value` when the plan is proven optimal. */
  readonly bound: number;
  /** Worth of one more use of each limit. */
  readonly prices: Float64Array;
  readonly nodes: number;
}

/** A plan is tried again at the prices of every so many steps. */
const EVERY = 10;
/** Values are whole cents, bounds are not: what rounding errors may amount to, in cents. */
const ROUNDING = 1e-3;

/** Solves the master problem. When keys that must take a bid leave no plan at all, none is taken. */
export function solveMaster(problem: MasterProblem): MasterSolution {
  let best: Choice | undefined;
  const worth = (): number => (best ? valueOf(problem, best) : -Infinity);
  const consider = (tried: Choice): boolean => {
    if (valueOf(problem, tried) <= worth() || !complete(problem, tried)) return false;
    best = tried;
    return true;
  };
  let step = 0;
  const { prices, bound } = findPrices(problem, trial => {
    if (step++ % EVERY === 0) {
      const tried = improved(problem, pricedGreedy(problem, trial));
      if (consider(tried)) consider(exchanged(problem, tried));
    }
    return Math.max(0, worth());
  });
  const proof = branch(problem, prices, bound + ROUNDING, worth());
  if (proof.choice) best = proof.choice;
  const choice = best ?? problem.keys.map(() => -1);
  const value = valueOf(problem, choice);
  return { choice, value, bound: Math.max(value, proof.bound), prices, nodes: proof.nodes };
}

/** True when every key that must take a bid has one. */
function complete({ keys }: MasterProblem, choice: Choice): boolean {
  return keys.every(({ required }, key) => !required || choice[key]! >= 0);
}
