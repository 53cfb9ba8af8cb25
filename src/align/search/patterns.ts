/**
 * How one member takes part in a set of opened starts. A pattern is the set of starts that it joins (bits over
 * `opened`); within a pattern each contract goes to the start where it is worth most, or stays out.
 */
import { type KeyProblem, type MemberProblem, at } from './problem.ts';

/** Opened starts, and the tier at which each is valued. */
export interface Opening {
  readonly opened: readonly number[];
  readonly tiers: readonly number[];
}

/** A member's contracts placed under a pattern. */
export interface Placement {
  /** Worth to the search less coordination; `-Infinity` when the pattern cannot be had. */
  readonly value: number;
  /** Position in `opened` of each contract, −1 when it stays out. */
  readonly positions: readonly number[];
  /** False when the search was cut short: `value` may be below the best. */
  readonly exact: boolean;
}

/** Nodes after which the placement of a member's contracts is cut short. */
const NODES = 20_000;
const NONE: Placement = { value: -Infinity, positions: [], exact: true };

/**
 * Upper bounds on a member's worth for every pattern, written to `total` from `from` on, by mask: each contract free to
 * choose, the joining rules (one contract at least in each start, no loss) not yet looked at.
 */
export function relaxPatterns(
  problem: KeyProblem,
  { contracts, sought }: MemberProblem,
  { opened, tiers }: Opening,
  total: Float64Array,
  from: number,
): void {
  const size = problem.starts.length;
  const width = problem.tiers.length * size;
  if (opened.length === 1) {
    const place = tiers[0]! * size + opened[0]!;
    let sum = 0;
    for (let contract = 0; contract < contracts; contract += 1) {
      const worth = sought[contract * width + place]!;
      if (worth > 0) sum += worth;
    }
    total[from + 1] = sum - problem.starts[opened[0]!]!.coordination;
    return;
  }
  const masks = 1 << opened.length;
  const places = opened.map((start, k) => tiers[k]! * size + start);
  const best = new Float64Array(masks).fill(-Infinity);
  for (let contract = 0; contract < contracts; contract += 1) {
    for (let mask = 1; mask < masks; mask += 1) {
      const rest = mask & (mask - 1);
      const k = 31 - Math.clz32(mask ^ rest);
      const top = Math.max(best[rest]!, sought[contract * width + places[k]!]!);
      best[mask] = top;
      if (top > 0) total[from + mask]! += top;
    }
  }
  for (let mask = 1; mask < masks; mask += 1) {
    for (let k = 0; k < opened.length; k += 1) {
      if (mask & (1 << k)) total[from + mask]! -= problem.starts[opened[k]!]!.coordination;
    }
  }
}

/**
 * The best placement of a member's contracts that joins exactly the starts of `mask`: at least one contract in
 * each, and no loss in any when every member gains. Each contract's own best choice when that satisfies the rules,
 * else an exhaustive search with bounds.
 */
export function placementOf(
  problem: KeyProblem,
  member: MemberProblem,
  opening: Opening,
  mask: number,
): Placement {
  if (bitCount(mask) > member.contracts) return NONE;
  const free = freePlacement(problem, member, opening, mask);
  return satisfies(problem, member, opening, mask, free.positions)
    ? free
    : repaired(problem, member, opening, mask);
}

/** Each contract where it is worth most; the earliest start between equals, out rather than in for nothing. */
function freePlacement(
  problem: KeyProblem,
  member: MemberProblem,
  opening: Opening,
  mask: number,
): Placement {
  const { opened, tiers } = opening;
  const positions: number[] = [];
  let value = -coordination(problem, opening, mask);
  for (let contract = 0; contract < member.contracts; contract += 1) {
    let position = -1;
    let best = 0;
    for (let k = 0; k < opened.length; k += 1) {
      if (!(mask & (1 << k))) continue;
      const worth = member.sought[at(problem, contract, tiers[k]!, opened[k]!)]!;
      if (worth > best) [position, best] = [k, worth];
    }
    positions.push(position);
    value += best;
  }
  return { value, positions, exact: true };
}

function coordination(problem: KeyProblem, { opened }: Opening, mask: number): number {
  return opened.reduce(
    (sum, start, k) => (mask & (1 << k) ? sum + problem.starts[start]!.coordination : sum),
    0,
  );
}

function satisfies(
  problem: KeyProblem,
  member: MemberProblem,
  { opened, tiers }: Opening,
  mask: number,
  positions: readonly number[],
): boolean {
  return opened.every((start, k) => {
    if (!(mask & (1 << k))) return true;
    let joined = 0;
    let own = -problem.starts[start]!.coordination;
    positions.forEach((position, contract) => {
      if (position !== k) return;
      joined += 1;
      own += member.worth[at(problem, contract, tiers[k]!, start)]!;
    });
    return joined > 0 && (own >= 0 || !problem.everyMemberGains);
  });
}

/** Depth-first over the contracts, a contract's best choices first, cut by what the rest could bring at most. */
function repaired(problem: KeyProblem, member: MemberProblem, opening: Opening, mask: number): Placement {
  const { opened, tiers } = opening;
  const sought = (contract: number, k: number): number =>
    member.sought[at(problem, contract, tiers[k]!, opened[k]!)]!;
  const joined = opened.map((_, k) => k).filter(k => mask & (1 << k));
  const choices = Array.from({ length: member.contracts }, (_, contract) =>
    [...joined.map(k => ({ k, worth: sought(contract, k) })), { k: -1, worth: 0 }]
      .filter(({ worth }) => worth !== -Infinity)
      .sort((a, b) => b.worth - a.worth),
  );
  const hope = hopes(choices);
  const positions: number[] = Array.from({ length: member.contracts }, () => -1);
  let best: Placement = NONE;
  let nodes = 0;
  const place = (contract: number, value: number): void => {
    nodes += 1;
    if (nodes > NODES || value + hope[contract]! <= best.value) return;
    if (contract === member.contracts) {
      if (satisfies(problem, member, opening, mask, positions))
        best = { value, positions: [...positions], exact: true };
      return;
    }
    for (const { k, worth } of choices[contract]!) {
      positions[contract] = k;
      place(contract + 1, value + worth);
    }
    positions[contract] = -1;
  };
  place(0, -coordination(problem, opening, mask));
  return nodes > NODES ? { ...best, exact: false } : best;
}

/** The most that the contracts from each rank on can still bring: each its first choice. */
function hopes(choices: readonly (readonly { readonly worth: number }[])[]): number[] {
  const hope = [0];
  for (const [first] of choices.toReversed()) hope.unshift(hope[0]! + first!.worth);
  return hope;
}

/** Number of starts in a pattern. */
function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
