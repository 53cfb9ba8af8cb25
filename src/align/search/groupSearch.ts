/**
 * The best tenders of a key at given starts, exactly.
 *
 * At fixed tiers a member's choices do not depend on the others', except through head counts. So: value every
 * member at the highest tiers that could be reached (an upper bound); when enough members join, that is the
 * optimum (phase A). Else try the tiers in order of their own upper bounds, with a dynamic programme for the
 * head counts that bind (phase B). Pairs of members that must be apart or together are settled by branching.
 */
import { bestMask, bestUnderHeadcounts, violated } from './headcount.ts';
import { type Opening, placementOf, relaxedPatterns } from './patterns.ts';
import { type KeyProblem, type KeySolution, type MemberProblem, at } from './problem.ts';

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
  problem.starts.forEach((_, start) => {
    let tier = problem.tiers.findLastIndex(least => least <= problem.membersAtMost);
    let joiners: boolean[] = [];
    for (; tier >= 0; tier -= 1) {
      joiners = problem.members.map(member => canJoin(problem, member, tier, start));
      if (joiners.filter(Boolean).length >= problem.tiers[tier]!) break;
    }
    topTier.push(tier);
    mayJoin.push(joiners);
  });
  return { problem, topTier, mayJoin };
}

function canJoin(problem: KeyProblem, member: MemberProblem, tier: number, start: number): boolean {
  let reachable = false;
  let gain = -problem.starts[start]!.coordination;
  for (let contract = 0; contract < member.contracts; contract += 1) {
    const worth = member.worth[at(problem, contract, tier, start)]!;
    if (worth === -Infinity) continue;
    reachable = true;
    gain += Math.max(0, worth);
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
  readonly relaxed: readonly Float64Array[];
  /** No solution at these tiers is worth more. */
  readonly upper: number;
}

function valuedAt(key: ReadyKey, opening: Opening): Valued {
  const { problem, mayJoin } = key;
  const members: number[] = [];
  const relaxed: Float64Array[] = [];
  problem.members.forEach((member, rank) => {
    if (!opening.opened.some(start => mayJoin[start]![rank]!)) return;
    members.push(rank);
    relaxed.push(relaxedPatterns(problem, member, opening));
  });
  return valued(key, opening, members, relaxed);
}

function valued(
  key: ReadyKey,
  opening: Opening,
  members: readonly number[],
  relaxed: readonly Float64Array[],
): Valued {
  let upper = -procedures(key, opening);
  for (const worth of relaxed) upper += worth[bestMask(worth)]!;
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
  const exact = relaxed.map((worth, m) =>
    exactWhereBest(problem, problem.members[members[m]!]!, opening, worth),
  );
  const free = exact.map(({ values }) => bestMask(values));
  const fits = violated({ least, most }, free).length === 0;
  const all = fits
    ? exact
    : relaxed.map((worth, m) => exactPatterns(problem, problem.members[members[m]!]!, opening, worth));
  const masks = fits ? free : bestUnderHeadcounts({ values: all.map(({ values }) => values), least, most });
  const slack = all.reduce((sum, patterns) => sum + patterns.slack, 0);
  const everyone: number[] = problem.members.map(() => 0);
  let value = -procedures(key, opening);
  masks?.forEach((mask, m) => {
    everyone[members[m]!] = mask;
    value += all[m]!.values[mask]!;
  });
  const found = { opened: opening.opened, tiers: opening.tiers, masks: everyone };
  if (masks && value > -Infinity) return { ...found, value, upper: value + slack };
  // Nothing was found, which proves nothing when a placement was cut short.
  return slack > 0 ? { ...found, value: -Infinity, upper: candidate.upper } : undefined;
}

function procedures({ problem }: ReadyKey, { opened }: Opening): number {
  return opened.reduce((sum, start) => sum + problem.starts[start]!.procedure, 0);
}

/** Worth of a member's patterns, and by how much a pattern whose search was cut short might be better. */
interface Patterns {
  readonly values: Float64Array;
  readonly slack: number;
}

/**
 * The relaxed worths, made exact only if the best of them breaks a joining rule. It cannot when the member is free
 * and values its contracts at their worth: leaving a start that does not pay for itself would be better still.
 */
function exactWhereBest(
  problem: KeyProblem,
  member: MemberProblem,
  opening: Opening,
  relaxed: Float64Array,
): Patterns {
  const best = bestMask(relaxed);
  const free = member.sought === member.worth && relaxed[0] === 0;
  if (free || best === 0 || placementOf(problem, member, opening, best).value === relaxed[best]) {
    return { values: relaxed, slack: 0 };
  }
  return exactPatterns(problem, member, opening, relaxed);
}

function exactPatterns(
  problem: KeyProblem,
  member: MemberProblem,
  opening: Opening,
  relaxed: Float64Array,
): Patterns {
  const values = relaxed.slice();
  let slack = 0;
  for (let mask = 1; mask < values.length; mask += 1) {
    if (relaxed[mask] === -Infinity) continue;
    const placement = placementOf(problem, member, opening, mask);
    values[mask] = placement.value;
    if (!placement.exact) slack = Math.max(slack, relaxed[mask]! - Math.max(0, placement.value));
  }
  return { values, slack };
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
  const { key, opening, members } = candidate;
  const relaxed = candidate.relaxed.map((worth, m) =>
    members[m] === member
      ? worth.map((value, mask) => (Boolean((mask >> position) & 1) === joins ? value : -Infinity))
      : worth,
  );
  const held = members.includes(member);
  // A member that may not join at all cannot be held in: that branch has no solution.
  return joins && !held ? { ...candidate, upper: -Infinity } : valued(key, opening, members, relaxed);
}

/** Every choice of a tier per start up to `top`, in a fixed order. */
function combinations(top: readonly number[]): number[][] {
  return top.reduce<number[][]>(
    (all, tier) => all.flatMap(tiers => Array.from({ length: tier + 1 }, (_, t) => [...tiers, t])),
    [[]],
  );
}
