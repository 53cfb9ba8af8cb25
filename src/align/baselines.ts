/**
 * What simpler ways of planning would give, by the same values and within the same limits: the lead sees what
 * planning adds, and the tests see that the search is never below them.
 */
import type { MemberId } from '../domain/contract.ts';
import { yearOf } from '../domain/day.ts';
import type { Cents } from '../domain/money.ts';
import type { Baseline } from '../domain/plan.ts';
import { type Quarters, type SearchedKey, coordinationRules } from './choose.ts';
import type { CoordinationRules } from './coordinators.ts';
import { type Draft, draftValue } from './drafts.ts';
import type { JointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import { type OpenKey, type WayFilter, narrowed } from './openKey.ts';
import { readyKey, solveStarts } from './search/groupSearch.ts';
import { placementOf } from './search/patterns.ts';
import { type Found, type KeyProblem, withoutRequired } from './search/problem.ts';

/** Ends this near, in months, are what a spreadsheet would group. */
const NEAR = 6;

/** Only final ends that lie within six months of the joint start, on either side. */
export const nearFinalEnds: WayFilter = (way, { finalMonth }, start) =>
  way.lever !== 'non-renewal' && Math.abs(finalMonth - start.month) <= NEAR;

/** The same, and anniversaries whose notice is open. */
export const nearEnds: WayFilter = (way, standing, start) =>
  way.lever === 'non-renewal' ? way.joinMonth - start.month <= NEAR : nearFinalEnds(way, standing, start);

/** A tender that may be taken. */
interface Offer {
  readonly start: JointStart;
  readonly year: number;
  readonly members: readonly MemberId[];
  readonly solution: Found;
}

/** A key from which tenders are taken one by one. */
export interface Pool {
  /** Worth something, best first. */
  readonly offers: readonly Offer[];
  /** Which ways are looked at; all of them without. */
  readonly accepts?: WayFilter;
}

/** What can be taken first of a key. Its own columns of one start tell it, when nothing else bears on them. */
export function poolOf(open: OpenKey, { columns }: SearchedKey, ground: Ground, accepts?: WayFilter): Pool {
  if (open.rules.waves === 0) return { offers: [] };
  if (accepts) return { offers: offersOf(open, withoutRequired(narrowed(open, accepts, ground))), accepts };
  const searched = open.plain === open.ready.problem && open.plain.required.length === 0;
  return {
    offers: searched
      ? sorted(
          open,
          columns.filter(({ opened }) => opened.length === 1),
        )
      : offersOf(open, withoutRequired(open.plain)),
  };
}

/**
 * Beside the frozen tenders, taking the best one that is left, again and again, while it is worth something, its quarter
 * has room and one of its members can still coordinate it in that year.
 */
export function greedyBaseline(
  pools: readonly Pool[],
  openAt: (k: number) => OpenKey,
  quarters: Quarters,
  frozen: readonly Draft[],
  ground: Ground,
): Baseline {
  const room = new Map(quarters.list.map((quarter, q) => [quarter, quarters.capacity[q]!]));
  const coordination = coordinationLeft(coordinationRules(frozen, ground));
  const left = pools.map(({ offers }) => [...offers]);
  const taken = pools.map((): Found[] => []);
  let objective = frozen.reduce((sum, draft) => sum + draftValue(draft, ground), 0);
  let tenders = frozen.length;
  for (;;) {
    const k = bestOf(left);
    const offer = left[k]?.shift();
    if (!offer) return { objective: objective as Cents, tenders };
    const { launch } = offer.start;
    // Room never comes back: what cannot be taken now never will.
    if (room.get(launch)! <= 0 || !coordination.free(offer)) continue;
    objective += offer.solution.value;
    tenders += 1;
    room.set(launch, room.get(launch)! - 1);
    coordination.take(offer);
    taken[k]!.push(offer.solution);
    left[k] = offersWithout(taken[k]!, openAt(k), pools[k]!, ground);
  }
}

/** The key whose next offer is best; the first between equals. */
function bestOf(left: readonly (readonly Offer[])[]): number {
  let best = -1;
  let value = 0;
  for (let k = 0; k < left.length; k += 1) {
    const offer = left[k]![0];
    if (offer && offer.solution.value > value) [best, value] = [k, offer.solution.value];
  }
  return best;
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

/** Every tender of one start that is worth something, best first. */
function offersOf(open: OpenKey, problem: KeyProblem): Offer[] {
  const ready = readyKey(problem);
  return sorted(
    open,
    open.starts.flatMap((_, start) => solveStarts(ready, [start], 0) ?? []),
  );
}

function sorted({ starts, buyers }: OpenKey, solutions: readonly Found[]): Offer[] {
  return solutions
    .filter(({ value }) => value > 0)
    .map(solution => {
      const start = starts[solution.opened[0]!]!;
      const members = buyers.filter((_, m) => solution.masks[m] !== 0).map(({ id }) => id);
      return { start, year: yearOf(start.launchOn), members, solution };
    })
    .sort((a, b) => b.solution.value - a.solution.value || a.start.number - b.start.number);
}

/** What a key still offers once some of its tenders, each as it was offered, are taken. */
function offersWithout(taken: readonly Found[], open: OpenKey, { accepts }: Pool, ground: Ground): Offer[] {
  if (taken.length >= open.rules.waves) return [];
  let problem = withoutRequired(accepts ? narrowed(open, accepts, ground) : open.plain);
  for (const tender of taken) problem = without(problem, tender);
  return offersOf(open, problem);
}

/** The problem without the contracts of a tender. */
function without(problem: KeyProblem, tender: Found): KeyProblem {
  const width = problem.tiers.length * problem.starts.length;
  const members = problem.members.map((member, rank) => {
    if (tender.masks[rank] === 0) return member;
    const { positions } = placementOf(problem, member, tender, tender.masks[rank]!);
    const worth = member.worth.slice();
    positions.forEach((position, c) => position >= 0 && worth.fill(-Infinity, c * width, (c + 1) * width));
    return { contracts: member.contracts, worth, sought: worth };
  });
  return { ...problem, members };
}
