/** A key made ready for the search: who buys, how each contract gets to each start, and what that is worth. */
import type { Contract, MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import { monthsFor } from './duration.ts';
import { type JointStart, jointStart, jointStarts } from './grid.ts';
import type { Ground } from './ground.ts';
import type { Key } from './keys.ts';
import { type Way, interimAmount, waysTo } from './levers.ts';
import { type Continuity, placeOf } from './previous.ts';
import { type ReadyKey, readyKey } from './search/groupSearch.ts';
import type { KeyProblem, MemberProblem, Pair } from './search/problem.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Valuation, fullRate, overWindow, valuationOf, worth } from './worth.ts';

/** A contract in a key, with its ways to each start. */
export interface Candidate {
  readonly contract: Contract;
  readonly standing: Standing;
  readonly valuation: Valuation;
  /** By start, in order of preference between equals. */
  readonly ways: readonly (readonly Way[])[];
}

/** A member in a key. */
export interface Buyer {
  readonly id: MemberId;
  readonly candidates: readonly Candidate[];
}

/** What has been ruled for a key. */
export interface KeyRules {
  /** The only day on which a tender may start. */
  readonly fixed?: Day;
  readonly forbidden: ReadonlySet<Day>;
  /** A day on which a tender must start. */
  readonly required?: Day;
  readonly apart: readonly (readonly [MemberId, MemberId])[];
  /** `[a, b]`: a joins only where b does. */
  readonly together: readonly (readonly [MemberId, MemberId])[];
  /** Members that stay out of the tender of a day. */
  readonly isOut?: (member: MemberId, start: Day) => boolean;
  /** Tenders that may still be made. */
  readonly waves: number;
}

/** Which of the possible ways are looked at: all of them, or fewer to see what a simpler method would find. */
export type WayFilter = (way: Way, candidate: Standing, start: JointStart) => boolean;

export interface OpenKey {
  readonly key: Key;
  /** Duration of the joint contract, in months. */
  readonly months: number;
  /** Ascending. */
  readonly starts: readonly JointStart[];
  /** By id. */
  readonly buyers: readonly Buyer[];
  readonly ready: ReadyKey;
}

/** Opens a key. Every number of the search is made here. */
export function openKey(
  key: Key,
  rules: KeyRules,
  continuity: Continuity,
  ground: Ground,
  accepts?: WayFilter,
): OpenKey {
  const { settings, calendar } = ground;
  const { category } = key;
  const months = monthsFor(category, settings.jointMonths, calendar);
  const starts = startsOf(key, rules, ground);
  const buyers = buyersOf(key, starts, rules, ground, accepts);
  const ranks = new Map(buyers.map(({ id }, rank) => [id, rank]));
  const required = starts.findIndex(({ day }) => day === rules.required);
  const tiers = tiersOf(settings);
  const full = fullRate(category, settings, 'expected');
  const rates = tiers.map(([, share]) => full * share);
  const problem: KeyProblem = {
    starts: starts.map(start => ({
      procedure:
        overWindow(settings.jointProcedure, start, months, settings) -
        tenderBonus(key, start, continuity, ground),
      coordination: overWindow(settings.coordinationPerMember, start, months, settings),
    })),
    tiers: tiers.map(([least]) => least),
    members: buyers.map(buyer => memberProblem(buyer, key, starts, rates, continuity, ground)),
    waves: rules.waves,
    membersAtMost: settings.membersPerTender ?? Infinity,
    everyMemberGains: settings.everyMemberGains,
    apart: pairsOf(rules.apart, ranks),
    together: togetherOf(rules.together, ranks),
    ...(required >= 0 && { required }),
  };
  return { key, months, starts, buyers, ready: readyKey(problem) };
}

/** The best way of a candidate to a start at a saving rate (the group's share included); none when out of reach. */
export function bestWay(
  candidate: Candidate,
  start: number,
  rate: number,
): { way: Way; worth: number } | undefined {
  let best: { way: Way; worth: number } | undefined;
  for (const way of candidate.ways[start]!) {
    const value = worth(candidate.valuation, way, rate);
    if (!best || value > best.worth) best = { way, worth: value };
  }
  return best;
}

/** Tiers of two members and more, ascending: a group of two always is one. */
export function tiersOf({ savings }: Ground['settings']): readonly (readonly [number, number])[] {
  const joint = savings.tiers.filter(([least]) => least >= 2).toSorted(([a], [b]) => a - b);
  return joint[0]?.[0] === 2 ? joint : [[2, 0], ...joint];
}

/** The grid, without the starts that the members' procedure could not lead to in the least time; and the days asked for. */
function startsOf({ category, contracts }: Key, rules: KeyRules, ground: Ground): readonly JointStart[] {
  const { settings, asOf } = ground;
  const members = [...new Set(contracts.map(({ member }) => member))];
  const earliest = ground.earliestStart(category, members);
  const grid = jointStarts(category, settings, asOf).filter(({ day }) => earliest && day >= earliest);
  const asked = [rules.fixed, rules.required].filter(
    (day): day is Day => day !== undefined && !grid.some(start => start.day === day),
  );
  return [...grid, ...asked.map(day => jointStart(day, category, settings, asOf))]
    .filter(({ day }) => !rules.forbidden.has(day) && (rules.fixed === undefined || rules.fixed === day))
    .sort((a, b) => a.number - b.number);
}

const NO_WAYS: readonly Way[] = [];

function buyersOf(
  { contracts, category }: Key,
  starts: readonly JointStart[],
  rules: KeyRules,
  ground: Ground,
  accepts?: WayFilter,
): Buyer[] {
  const byMember = new Map<MemberId, Standing[]>();
  for (const contract of contracts) {
    const list = byMember.get(contract.member) ?? [];
    list.push(standingOf(contract, category, ground));
    byMember.set(contract.member, list);
  }
  return [...byMember].map(([id, standings]) => {
    // Bridging contracts of one member for one need are added up: a need is not split to stay under the waiver.
    const bridged = starts.map(start => standings.reduce((sum, s) => sum + interimAmount(s, start), 0));
    const waysOf = (standing: Standing, start: JointStart, s: number): readonly Way[] => {
      if (rules.isOut?.(id, start.day)) return NO_WAYS;
      const elsewhere = bridged[s]! && bridged[s]! - interimAmount(standing, start);
      const ways = waysTo(standing, start, elsewhere);
      return accepts ? ways.filter(way => accepts(way, standing, start)) : ways;
    };
    return {
      id,
      candidates: standings.map(standing => ({
        contract: standing.contract,
        standing,
        valuation: valuationOf(standing, ground),
        ways: starts.map((start, s) => waysOf(standing, start, s)),
      })),
    };
  });
}

function memberProblem(
  { candidates }: Buyer,
  key: Key,
  starts: readonly JointStart[],
  rates: readonly number[],
  { contractAt }: Continuity,
  { settings }: Ground,
): MemberProblem {
  const tiers = rates.length;
  const size = starts.length;
  const worths = new Float64Array(candidates.length * tiers * size).fill(-Infinity);
  let kept: Float64Array | undefined;
  candidates.forEach((candidate, c) => {
    for (let s = 0; s < size; s += 1) {
      if (candidate.ways[s]!.length === 0) continue;
      rates.forEach((rate, tier) => {
        worths[(c * tiers + tier) * size + s] = bestWay(candidate, s, rate)!.worth;
      });
    }
  });
  candidates.forEach(({ contract }, c) => {
    const place = contractAt.get(contract.id);
    const s = place === undefined ? -1 : starts.findIndex(({ day }) => placeOf(key.id, day) === place);
    if (s < 0) return;
    kept ??= worths.slice();
    for (let tier = 0; tier < tiers; tier += 1)
      kept[(c * tiers + tier) * size + s]! += settings.stability.perContract;
  });
  return { contracts: candidates.length, worth: worths, sought: kept ?? worths };
}

/** What the search gains by keeping a tender of the earlier plan. */
function tenderBonus({ id }: Key, start: JointStart, { tenderAt }: Continuity, { settings }: Ground): number {
  return tenderAt.has(placeOf(id, start.day)) ? settings.stability.perTender : 0;
}

function pairsOf(pairs: KeyRules['apart'], ranks: ReadonlyMap<MemberId, number>): Pair[] {
  return pairs.flatMap(([a, b]) => {
    const [x, y] = [ranks.get(a), ranks.get(b)];
    return x === undefined || y === undefined || x === y ? [] : [[x, y] as const];
  });
}

/** A partner that does not buy in this key is asked for in vain: its rank is none, and the member stays out. */
function togetherOf(pairs: KeyRules['together'], ranks: ReadonlyMap<MemberId, number>): Pair[] {
  return pairs.flatMap(([a, b]) => {
    const x = ranks.get(a);
    return x === undefined ? [] : [[x, ranks.get(b) ?? -1] as const];
  });
}
