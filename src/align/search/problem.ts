/**
 * The search's own view of a key (a category in a zone): numbers only, no dates, no names. Amounts are whole cents
 * held in doubles; starts, tiers, members and contracts are known by their rank.
 */

/** What a tender costs whatever its members, and what each member adds. */
interface StartCost {
  /** F_T, less what keeping the tender is worth to the search. */
  readonly procedure: number;
  /** g_T. */
  readonly coordination: number;
}

/** A member's contracts in a key. */
export interface MemberProblem {
  readonly contracts: number;
  /**
   * w_i(T, r): what each contract is worth at each tier and start, `-Infinity` when it cannot get there.
   * Read with {@link at}. Grows with the tier.
   */
  readonly worth: Float64Array;
  /** The same with what keeping the contract in its tender is worth to the search; the same array without. */
  readonly sought: Float64Array;
}

/** Two members, by rank. */
export type Pair = readonly [number, number];

/** Everything that decides the tenders of one key. */
export interface KeyProblem {
  readonly starts: readonly StartCost[];
  /** Least number of members of each tier, ascending; the first is 2 or more. */
  readonly tiers: readonly number[];
  readonly members: readonly MemberProblem[];
  /** J: most starts. */
  readonly waves: number;
  /** M: most members of a tender; `Infinity` without a limit. */
  readonly membersAtMost: number;
  /** IR: a member's worth in a tender, less g_T, is never negative. */
  readonly everyMemberGains: boolean;
  /** Pairs never in the same tender. */
  readonly apart: readonly Pair[];
  /** `[a, b]`: a joins a tender only if b does. */
  readonly together: readonly Pair[];
  /** Starts at which there must be a tender. */
  readonly required: readonly number[];
}

/** The same problem when nothing has to be made. */
export function withoutRequired(problem: KeyProblem): KeyProblem {
  return problem.required.length === 0 ? problem : { ...problem, required: [] };
}

/** Rank in {@link MemberProblem.worth}. */
export function at(problem: KeyProblem, contract: number, tier: number, start: number): number {
  return (contract * problem.tiers.length + tier) * problem.starts.length + start;
}

/** A solution, its masks as they come or packed. */
export type Found = Omit<KeySolution, 'masks'> & { readonly masks: ArrayLike<number> };

/** The tenders of a key at given starts: who takes part where. */
export interface KeySolution {
  /** Starts that are opened, ascending. */
  readonly opened: readonly number[];
  /** Value to the search, in cents. */
  readonly value: number;
  /** Proven upper bound on the value at these starts: the value itself, unless a search was cut short. */
  readonly upper: number;
  /** Tier reached at each opened start. */
  readonly tiers: readonly number[];
  /** Starts joined by each member, as a set of bits over `opened`. */
  readonly masks: readonly number[];
}
