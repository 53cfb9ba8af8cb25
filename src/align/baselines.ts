/**
 * What simpler ways of planning would give, by the same values and within the same limits: the lead sees what
 * planning adds, and the tests see that the search is never below them.
 */
import type { MemberId } from '../domain/contract.ts';
import { type Quarter, yearOf } from '../domain/day.ts';
import type { Cents } from '../domain/money.ts';
import type { Baseline } from '../domain/plan.ts';
import { type Quarters, type SearchedKey, coordinationRules } from './choose.ts';
import type { CoordinationRules } from './coordinators.ts';
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

/**
 * Taking the best tender that is left, again and again, while it is worth something, its quarter has room and one of
 * its members can still coordinate it in that year.
 */
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
  const coordination = coordinationLeft(coordinationRules([], ground));
  let objective = 0;
  let tenders = 0;
  for (;;) {
    let best: { pool: Pool; offer: Offer } | undefined;
    for (const pool of pools) {
      for (const offer of pool.offers) {
        const better = offer.solution.value > (best?.offer.solution.value ?? 0);
        if (better && room.get(offer.launch)! > 0 && coordination.free(offer)) best = { pool, offer };
      }
    }
    if (!best) return { objective: objective as Cents, tenders };
    const { pool, offer } = best;
    objective += offer.solution.value;
    tenders += 1;
    room.set(offer.launch, room.get(offer.launch)! - 1);
    coordination.take(offer);
    take(pool, offer.solution);
  }
}

/** Coordinations given to the least loaded member that still may, tender by tender. */
function coordinationLeft({ limit }: CoordinationRules) {
  const taken = new Map<string, number>();
  const load = (member: MemberId, year: number): number => taken.get(`${member} ${year}`) ?? 0;
  const least = ({ members, year }: Offer): MemberId | undefined =>
    members
      .filter(member => load(member, year) < limit(member, year))
      .reduce<MemberId | undefined>(
        (a, b) => (a !== undefined && load(a, year) <= load(b, year) ? a : b),
        undefined,
      );
  return {
    free: (offer: Offer): boolean => least(offer) !== undefined,
    take: (offer: Offer): void => {
      const member = least(offer)!;
      taken.set(`${member} ${offer.year}`, load(member, offer.year) + 1);
    },
  };
}

interface Offer {
  readonly launch: Quarter;
  readonly year: number;
  readonly members: readonly MemberId[];
  readonly solution: KeySolution;
}

/** A key from which tenders are taken one by one. */
interface Pool {
  readonly open: OpenKey;
  problem: KeyProblem;
  left: number;
  offers: readonly Offer[];
}

function poolOf(open: OpenKey, waves: number): Pool {
  const { required: _required, ...problem } = open.ready.problem;
  return { open, problem, left: waves, offers: waves > 0 ? offersOf(problem, open) : [] };
}

function offersOf(problem: KeyProblem, { starts, buyers }: OpenKey): Offer[] {
  const ready = readyKey(problem);
  return starts.flatMap(({ launch, launchOn }, start) => {
    const solution = solveStarts(ready, [start], 0);
    if (!solution || solution.value <= 0) return [];
    const members = buyers.filter((_, m) => solution.masks[m] !== 0).map(({ id }) => id);
    return [{ launch, year: yearOf(launchOn), members, solution }];
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
  pool.offers = pool.left > 0 ? offersOf(pool.problem, pool.open) : [];
}
