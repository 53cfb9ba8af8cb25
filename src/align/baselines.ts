/**
 * What simpler ways of planning would give, by the same values and within the same limits: the lead sees what
 * planning adds, and the tests see that the search is never below them.
 */
import { type Cents, ZERO } from '../domain/money.ts';
import type { Baseline } from '../domain/plan.ts';
import type { Quarters, SearchedKey } from './choose.ts';
import type { Ground } from './ground.ts';
import { type OpenKey, type WayFilter, openKey } from './openKey.ts';
import type { Continuity } from './previous.ts';
import { readyKey, solveStarts } from './search/groupSearch.ts';
import { placementOf } from './search/patterns.ts';
import type { KeyProblem, KeySolution } from './search/problem.ts';

/** Ends this near, in months, are what a spreadsheet would group. */
const NEAR = 6;

/** Only final ends that lie within six months of the joint start, on either side. */
export const nearFinalEnds: WayFilter = (way, { finalMonth }, start) =>
  way.lever !== 'non-renewal' && Math.abs(finalMonth - start.month) <= NEAR;

/** The same, and anniversaries whose notice is open. */
export const nearEnds: WayFilter = (way, standing, start) =>
  way.lever === 'non-renewal' ? way.joinMonth - start.month <= NEAR : nearFinalEnds(way, standing, start);

/** Grouping the contracts whose final ends lie within six months of one another's start. */
export function naiveBaseline(
  keys: readonly SearchedKey[],
  quarters: Quarters,
  continuity: Continuity,
  ground: Ground,
): Baseline {
  return greedyBaseline(keys, quarters, continuity, ground, nearFinalEnds);
}

/** Taking the best tender that is left, again and again, while it is worth something and its quarter has room. */
export function greedyBaseline(
  keys: readonly SearchedKey[],
  quarters: Quarters,
  continuity: Continuity,
  ground: Ground,
  accepts?: WayFilter,
): Baseline {
  const plain = { ...continuity, contractAt: new Map(), tenderAt: new Set<string>() };
  const room = new Map(quarters.list.map((quarter, q) => [quarter, quarters.capacity[q]!]));
  const pools = keys.map(({ key, rules }) =>
    poolOf(openKey(key, rules, plain, ground, accepts), rules.waves),
  );
  let objective = 0;
  let tenders = 0;
  for (;;) {
    const offers = pools.flatMap(pool => pool.offers.map(offer => ({ pool, offer })));
    const possible = offers.filter(({ offer, pool }) => pool.left > 0 && room.get(offer.launch)! > 0);
    const best = possible.reduce<(typeof possible)[number] | undefined>(
      (a, b) => (a && a.offer.solution.value >= b.offer.solution.value ? a : b),
      undefined,
    );
    if (!best) return { objective: (objective || ZERO) as Cents, tenders };
    objective += best.offer.solution.value;
    tenders += 1;
    room.set(best.offer.launch, room.get(best.offer.launch)! - 1);
    take(best.pool, best.offer.solution);
  }
}

type Offer = { readonly launch: Quarters['list'][number]; readonly solution: KeySolution };

/** A key from which tenders are taken one by one. */
interface Pool {
  readonly launches: readonly Quarters['list'][number][];
  problem: KeyProblem;
  left: number;
  offers: readonly Offer[];
}

function poolOf({ ready, starts }: OpenKey, waves: number): Pool {
  const launches = starts.map(({ launch }) => launch);
  const { required: _required, ...problem } = ready.problem;
  return { launches, problem, left: waves, offers: offersOf(problem, launches) };
}

function offersOf(problem: KeyProblem, launches: Pool['launches']): Offer[] {
  const ready = readyKey(problem);
  return launches.flatMap((launch, start) => {
    const solution = solveStarts(ready, [start], 0);
    return solution && solution.value > 0 ? [{ launch, solution }] : [];
  });
}

/** Takes a tender's contracts out of the pool. */
function take(pool: Pool, solution: KeySolution): void {
  const width = pool.problem.tiers.length * pool.problem.starts.length;
  const members = pool.problem.members.map((member, rank) => {
    if (solution.masks[rank] === 0) return member;
    const { positions } = placementOf(pool.problem, member, solution, solution.masks[rank]!);
    const worth = member.worth.slice();
    positions.forEach((position, c) => position >= 0 && worth.fill(-Infinity, c * width, (c + 1) * width));
    return { contracts: member.contracts, worth, sought: worth };
  });
  pool.problem = { ...pool.problem, members };
  pool.left -= 1;
  pool.offers = pool.left > 0 ? offersOf(pool.problem, pool.launches) : [];
}
