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
import { type Draft, draftValue } from './drafts.ts';
import type { Ground } from './ground.ts';
import { type OpenKey, type WayFilter, openKey } from './openKey.ts';
import type { Continuity } from './previous.ts';
import { readyKey, solveStarts } from './search/groupSearch.ts';
import { placementOf } from './search/patterns.ts';
import type { KeyProblem, KeySolution } from './search/problem.ts';

/** Ends this near, in months, are what a spreadsheet would group. */
const NEAR = 6;

/** Only final ends that lie within six months of the joint start, on either side. */
const nearFinalEnds: WayFilter = (way, { finalMonth }, start) =>
  way.lever !== 'non-renewal' && Math.abs(finalMonth - start.month) <= NEAR;

/** The same, and anniversaries whose notice is open. */
export const nearEnds: WayFilter = (way, standing, start) =>
  way.lever === 'non-renewal' ? way.joinMonth - start.month <= NEAR : nearFinalEnds(way, standing, start);

/** Grouping the contracts whose final ends lie within six months of one another's start. */
export function naiveBaseline(
  keys: readonly SearchedKey[],
  quarters: Quarters,
  frozen: readonly Draft[],
  continuity: Continuity,
  ground: Ground,
): Baseline {
  return greedyBaseline(keys, quarters, frozen, continuity, ground, nearFinalEnds);
}

/**
 * Beside the frozen tenders, taking the best one that is left, again and again, while it is worth something, its quarter has room and one of
 * its members can still coordinate it in that year.
 */
export function greedyBaseline(
  keys: readonly SearchedKey[],
  quarters: Quarters,
  frozen: readonly Draft[],
  continuity: Continuity,
  ground: Ground,
  accepts?: WayFilter,
): Baseline {
  const plain = { ...continuity, contractAt: new Map(), tenderAt: new Set<string>() };
  const room = new Map(quarters.list.map((quarter, q) => [quarter, quarters.capacity[q]!]));
  const pools = keys.map(({ key, rules }, rank) =>
    poolOf(openKey(key, rules, plain, ground, accepts), rank, rules.waves),
  );
  const coordination = coordinationLeft(coordinationRules(frozen, ground));
  let objective = frozen.reduce((sum, draft) => sum + draftValue(draft, ground), 0);
  let tenders = frozen.length;
  let offers = pools.flatMap(pool => pool.offers).sort(bestFirst);
  while (offers.length > 0) {
    const [offer, ...others] = offers as [Offer, ...Offer[]];
    offers = others;
    // Room never comes back: what cannot be taken now never will.
    if (room.get(offer.launch)! <= 0 || !coordination.free(offer)) continue;
    const pool = pools[offer.pool]!;
    objective += offer.solution.value;
    tenders += 1;
    room.set(offer.launch, room.get(offer.launch)! - 1);
    coordination.take(offer);
    take(pool, offer.solution);
    offers = [...others.filter(other => other.pool !== offer.pool), ...pool.offers].sort(bestFirst);
  }
  return { objective: objective as Cents, tenders };
}

function bestFirst(a: Offer, b: Offer): number {
  return b.solution.value - a.solution.value || a.pool - b.pool || a.year - b.year;
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
  /** Rank of its pool. */
  readonly pool: number;
  readonly launch: Quarter;
  readonly year: number;
  readonly members: readonly MemberId[];
  readonly solution: KeySolution;
}

/** A key from which tenders are taken one by one. */
interface Pool {
  readonly rank: number;
  readonly launches: readonly { readonly launch: Quarter; readonly year: number }[];
  readonly buyers: readonly MemberId[];
  problem: KeyProblem;
  left: number;
  offers: readonly Offer[];
}

/** Only numbers are kept of the open key: a large group has too many to hold them all open. */
function poolOf({ ready, starts, buyers }: OpenKey, rank: number, waves: number): Pool {
  const { required: _required, ...problem } = ready.problem;
  const pool: Pool = {
    rank,
    launches: starts.map(({ launch, launchOn }) => ({ launch, year: yearOf(launchOn) })),
    buyers: buyers.map(({ id }) => id),
    problem,
    left: waves,
    offers: [],
  };
  if (waves > 0) pool.offers = offersOf(pool);
  return pool;
}

function offersOf({ rank, problem, launches, buyers }: Pool): Offer[] {
  const ready = readyKey(problem);
  return launches.flatMap((launch, start) => {
    const solution = solveStarts(ready, [start], 0);
    if (!solution || solution.value <= 0) return [];
    return [{ pool: rank, ...launch, members: buyers.filter((_, m) => solution.masks[m] !== 0), solution }];
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
  pool.offers = pool.left > 0 ? offersOf(pool) : [];
}
