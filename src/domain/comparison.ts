/** Two plans side by side: two runs, or the same run under two settings. */
import type { CategoryId } from './category.ts';
import type { ContractId } from './contract.ts';
import type { Cents } from './money.ts';
import type { Gain, TenderId } from './plan.ts';

/** Something in the first plan and in the second. */
interface Pair<T> {
  readonly first: T;
  readonly second: T;
}

export interface Comparison {
  readonly objective: Pair<Cents>;
  /** Names of tenders (same category, territory, start and members) in both plans, sorted. */
  readonly kept: readonly TenderId[];
  readonly onlyFirst: readonly TenderId[];
  readonly onlySecond: readonly TenderId[];
  /** Contracts that are in a tender of one plan and not of the other, sorted. */
  readonly joinedOnlyFirst: readonly ContractId[];
  readonly joinedOnlySecond: readonly ContractId[];
  /** Every category that has a tender in either plan, sorted. */
  readonly categories: readonly CategoryComparison[];
}

export interface CategoryComparison {
  readonly category: CategoryId;
  readonly tenders: Pair<number>;
  readonly gain: Pair<Cents>;
}

/** The tenders of a plan valued under other settings: nothing is chosen again. */
export interface Revaluation {
  readonly objective: Cents;
  /** In the order of the plan. A tender that loses its members under these settings is left out. */
  readonly tenders: readonly (Pick<Gain, 'low' | 'expected' | 'high'> & { readonly id: TenderId })[];
}
