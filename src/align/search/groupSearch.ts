/**
 * The best tenders of a key at given starts, exactly.
 *
 * At fixed tiers a member's choices do not depend on the others', except through head counts. So: value every
 * member at the highest tiers that could be reached (an upper bound); when enough members join, that is the
 * optimum (phase A). Else try the tiers in order of their own upper bounds, with a dynamic programme for the
 * head counts that bind (phase B). Pairs of members that must be apart or together are settled by branching.
 */
import { bestUnderHeadcounts, violated } from './headcount.ts';
import { type PatternTable, bestMask } from './patternTable.ts';
import { type Opening, placementOf, relaxPatterns } from './patterns.ts';
import type { KeyProblem, KeySolution, MemberProblem } from './problem.ts';

/** A key made ready for many searches: for each start, the highest tier that it can reach and who may join. */
export interface ReadyKey {
  readonly problem: KeyProblem;
  /** By start; −1 when no tender is possible there. */
  readonly topTier: readonly number[];
  /** By start, then member. */
  readonly mayJoin: readonly (readonly boolean[])[];
}

/** Bounds the tiers: a start reaches a tier only if enough members may join it at that tier. */
export function readyKey(problem: KeyProblem): ReadyKey {
  const topTier: number[] = [];
  const mayJoin: boolean[][] = [];
  const highest = problem.tiers.findLastIndex(least => least <= problem.membersAtMost);
  for (let start = 0; start < problem.starts.length; start += 1) {
    let tier = highest;
    let joiners: boolean[] = [];
    for (; tier >= 0; tier -= 1) {
      joiners = problem.members.map(member => canJoin(problem, member, tier, start));
      let count = 0;
      for (const joins of joiners) if (joins) count += 1;
      if (count >= problem.tiers[tier]!) break;
    }
    topTier.push(tier);
    mayJoin.push(joiners);
  }
  return { problem, topTier, mayJoin };
}

function canJoin(problem: KeyProblem, member: MemberProblem, tier: number, start: number): boolean {
  const { worth, contracts } = member;
  const size = problem.starts.length;
  const width = problem.tiers.length * size;
  let reachable = false;
  let gain = -problem.starts[start]!.coordination;
  for (let contract = 0, place = tier * size + start; contract < contracts; contract += 1, place += width) {
    const own = worth[place]!;
    if (own === -Infinity) continue;
    reachable = true;
    if (own > 0) gain += own;
  }
  return reachable && (gain >= 0 || !problem.everyMemberGains);
}

/**
 * The best tenders with exactly these starts (ascending); `undefined` when it is proven that none is worth more
 * than `floor`. A value at or under `floor` only comes with an upper bound above it: a search was cut short.
 */
export function solveStarts(
  key: ReadyKey,
  opened: readonly number[],
  floor: number,
): KeySolution | undefined {
  if (opened.some(start => key.topTier[start]! < 0)) return undefined;
  const top = opened.map(start => key.topTier[start]!);
  const first = valuedAt(key, { opened, tiers: top });
  if (first.upper <= floor) return undefined;
  const whole = settle(first, floor);
  if (whole?.value === first.upper) return whole;
  return bestOfTiers(key, opened, top, floor);
}

/** Phase B: every combination of tiers, best bound first, until no bound is above the best value. */
function bestOfTiers(
  key: ReadyKey,
  opened: readonly number[],
  top: readonly number[],
  floor: number,
): KeySolution | undefined {
  const valued = combinations(top)
    .map(tiers => valuedAt(key, { opened, tiers }))
    .sort((a, b) => b.upper - a.upper);
  let best: KeySolution | undefined;
  for (const candidate of valued) {
    const least = Math.max(floor, best?.value ?? floor);
    if (candidate.upper <= least) break;
    const solution = settle(candidate, least);
    if (solution) best = best ? better(best, solution) : solution;
  }
  return best;
}

/** Members valued at given tiers, under what branching has settled. */
interface Valued {
  readonly key: ReadyKey;
  readonly opening: Opening;
  /** Members that may join one of the starts, by rank. */
  readonly members: readonly number[];
  /** Upper bounds by pattern, for each of `members`; `-Infinity` for patterns that are ruled out. */
  readonly relaxed: PatternTable;
  /** No solution at these tiers is worth more. */
  readonly upper: number;
}

function valuedAt(key: ReadyKey, opening: Opening): Valued {
  const { problem, mayJoin } = key;
  const { opened } = opening;
  const members: number[] = [];
  for (let rank = 0; rank < problem.members.length; rank += 1) {
    if (opened.some(start => mayJoin[start]![rank]!)) members.push(rank);
  }
  const masks = 1 << opened.length;
  const worth = new Float64Array(members.length * masks);
  members.forEach((rank, m) => relaxPatterns(problem, problem.members[rank]!, opening, worth, m * masks));
  return valued(key, opening, members, { members: members.length, masks, worth });
}

function valued(key: ReadyKey, opening: Opening, members: readonly number[], relaxed: PatternTable): Valued {
  let upper = -procedures(key, opening);
  for (let m = 0; m < members.length; m += 1) {
    upper += relaxed.worth[m * relaxed.masks + bestMask(relaxed, m)]!;
  }
  return { key, opening, members, relaxed, upper };
}

/** The best solution at the tiers of `candidate` worth more than `floor`, or none. */
function settle(candidate: Valued, floor: number): KeySolution | undefined {
  if (candidate.upper <= floor) return undefined;
  const found = underHeadcounts(candidate);
  if (!found || found.upper <= floor) return undefined;
  const broken = brokenPair(candidate, found.masks);
  if (!broken) return found;
  return broken
    .map(branch => settle(restricted(candidate, branch), floor))
    .reduce((a, b) => (a && b ? better(a, b) : (a ?? b)));
}

/** The greater of two values, under the greater of their bounds. */
function better(a: KeySolution, b: KeySolution): KeySolution {
  const best = b.value > a.value ? b : a;
  return { ...best, upper: Math.max(a.upper, b.upper) };
}

/** The optimum under head counts alone: pairs of members are not looked at. */
function underHeadcounts(candidate: Valued): KeySolution | undefined {
  const { key, opening, members, relaxed } = candidate;
  const { problem } = key;
  const least = opening.tiers.map(tier => problem.tiers[tier]!);
  const most = problem.membersAtMost;
  let table = exactTable(candidate, false);
  let masks: number[] | undefined = members.map((_, m) => bestMask(table, m));
  if (violated({ least, most }, masks).length > 0) {
    table = exactTable(candidate, true);
    masks = bestUnderHeadcounts({ table, least, most });
  }
  const everyone: number[] = problem.members.map(() => 0);
  let value = -procedures(key, opening);
  masks?.forEach((mask, m) => {
    everyone[members[m]!] = mask;
    value += table.worth[m * relaxed.masks + mask]!;
  });
  const found = { opened: opening.opened, tiers: opening.tiers, masks: everyone };
  if (masks && value > -Infinity) return { ...found, value, upper: value + table.slack };
  // Nothing was found, which proves nothing when a placement was cut short.
  return table.slack > 0 ? { ...found, value: -Infinity, upper: candidate.upper } : undefined;
}

function procedures({ problem }: ReadyKey, { opened }: Opening): number {
  let sum = 0;
  for (const start of opened) sum += problem.starts[start]!.procedure;
  return sum;
}

/** Worths of patterns, and by how much all of them might be better where a search was cut short. */
interface ExactTable extends PatternTable {
  readonly slack: number;
}

/**
 * The relaxed worths made exact: for `every` pattern, or only for the members whose best pattern breaks a joining rule.
 */
function exactTable({ key, opening, members, relaxed }: Valued, every: boolean): ExactTable {
  const { problem } = key;
  let worth: Float64Array | undefined;
  let slack = 0;
  for (let m = 0; m < members.length; m += 1) {
    const member = problem.members[members[m]!]!;
    if (!every && isExactWhereBest(problem, member, opening, relaxed, m)) continue;
    worth ??= relaxed.worth.slice();
    slack += makeExact(problem, member, opening, worth, m * relaxed.masks, relaxed.masks);
  }
  return { ...relaxed, worth: worth ?? relaxed.worth, slack };
}

/**
 * Whether a member's best pattern keeps the joining rules. It does when the member is free and values its contracts at
 * their worth: leaving a start that does not pay for itself would be better still.
 */
function isExactWhereBest(
  problem: KeyProblem,
  member: MemberProblem,
  opening: Opening,
  relaxed: PatternTable,
  m: number,
): boolean {
  const from = m * relaxed.masks;
  const best = bestMask(relaxed, m);
  const free = member.sought === member.worth && relaxed.worth[from] === 0;
  return (
    free || best === 0 || placementOf(problem, member, opening, best).value === relaxed.worth[from + best]
  );
}

/** Makes the relaxed worths of a member exact; by how much one that was cut short might be better. */
function makeExact(
  problem: KeyProblem,
  member: MemberProblem,
  opening: Opening,
  worth: Float64Array,
  from: number,
  masks: number,
): number {
  let slack = 0;
  for (let mask = 1; mask < masks; mask += 1) {
    const bound = worth[from + mask]!;
    if (bound === -Infinity) continue;
    const placement = placementOf(problem, member, opening, mask);
    worth[from + mask] = placement.value;
    if (!placement.exact) slack = Math.max(slack, bound - Math.max(0, placement.value));
  }
  return slack;
}

/** A member kept out of an opened start, or held in it. */
interface Ruling {
  readonly member: number;
  readonly position: number;
  readonly joins: boolean;
}

/** The two ways out of a pair that a solution breaks; `undefined` when it breaks none. */
function brokenPair(
  { key, opening }: Valued,
  masks: readonly number[],
): readonly [Ruling, Ruling] | undefined {
  for (let position = 0; position < opening.opened.length; position += 1) {
    const joins = (member: number): boolean => Boolean((masks[member]! >> position) & 1);
    for (const [a, b] of key.problem.apart) {
      if (joins(a) && joins(b)) {
        return [
          { member: a, position, joins: false },
          { member: b, position, joins: false },
        ];
      }
    }
    for (const [a, b] of key.problem.together) {
      if (joins(a) && !joins(b)) {
        return [
          { member: a, position, joins: false },
          { member: b, position, joins: true },
        ];
      }
    }
  }
  return undefined;
}

function restricted(candidate: Valued, { member, position, joins }: Ruling): Valued {
  const { key, opening, members, relaxed } = candidate;
  const m = members.indexOf(member);
  // A member that may not join at all cannot be held in: that branch has no solution.
  if (m < 0) return joins ? { ...candidate, upper: -Infinity } : candidate;
  const worth = relaxed.worth.slice();
  for (let mask = 0; mask < relaxed.masks; mask += 1) {
    if (Boolean((mask >> position) & 1) !== joins) worth[m * relaxed.masks + mask] = -Infinity;
  }
  return valued(key, opening, members, { ...relaxed, worth });
}

/** Every choice of a tier per start up to `top`, in a fixed order. */
function combinations(top: readonly number[]): number[][] {
  return top.reduce<number[][]>(
    (all, tier) => all.flatMap(tiers => Array.from({ length: tier + 1 }, (_, t) => [...tiers, t])),
    [[]],
  );
}
