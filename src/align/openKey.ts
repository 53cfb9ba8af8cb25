/** A key made ready for the search: who buys, how each contract gets to each start, and what that is worth. */
import type { Contract, MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { Cents } from '../domain/money.ts';
import { monthsFor } from './duration.ts';
import { type JointStart, jointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import type { Key } from './keys.ts';
import { type Way, interimAmount, waysTo } from './levers.ts';
import { type Continuity, placeOf } from './previous.ts';
import { type ReadyKey, readyKey } from './search/groupSearch.ts';
import { type KeyProblem, type MemberProblem, type Pair, at } from './search/problem.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Valuation, fullRate, overWindow, raiseWorths, valuationOf, worth } from './worth.ts';

/** A contract in a key. */
export interface Candidate {
  readonly contract: Contract;
  readonly standing: Standing;
  readonly valuation: Valuation;
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
  /** Days on which a tender must start, in the order in which they were accepted. */
  readonly required: readonly Day[];
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
  readonly rules: KeyRules;
  /** Duration of the joint contract, in months. */
  readonly months: number;
  /** Ascending. */
  readonly starts: readonly JointStart[];
  /** By id. */
  readonly buyers: readonly Buyer[];
  readonly ready: ReadyKey;
  /** The problem without what keeping the earlier plan is worth; the same object when there is nothing to keep. */
  readonly plain: KeyProblem;
}

/** Opens a key. Every number of the search is made here. */
export function openKey(key: Key, rules: KeyRules, continuity: Continuity, ground: Ground): OpenKey {
  const { settings, calendar } = ground;
  const { category } = key;
  const months = monthsFor(category, settings.jointMonths, calendar);
  const starts = startsOf(key, rules, ground);
  const buyers = buyersOf(key, ground);
  const ranks = new Map(buyers.map(({ id }, rank) => [id, rank]));
  const rates = ratesOf(category, settings);
  const plain: KeyProblem = {
    starts: starts.map(start => ({
      procedure: overWindow(settings.jointProcedure, start, months, settings),
      coordination: overWindow(settings.coordinationPerMember, start, months, settings),
    })),
    tiers: tiersOf(settings).map(([least]) => least),
    members: buyers.map(buyer => memberProblem(buyer, starts, rates, rules)),
    waves: rules.waves,
    membersAtMost: settings.membersPerTender ?? Infinity,
    everyMemberGains: settings.everyMemberGains,
    apart: pairsOf(rules.apart, ranks),
    together: togetherOf(rules.together, ranks),
    // Of more tenders than may be made, those accepted last.
    required: rules.required
      .slice(-rules.waves)
      .map(day => starts.findIndex(start => start.day === day))
      .filter(s => s >= 0),
  };
  const problem = withContinuity(plain, key, starts, buyers, continuity, ground);
  return { key, rules, months, starts, buyers, ready: readyKey(problem), plain };
}

/** How many numbers of open keys are kept: with the levers behind them, some 10 MB. */
const KEPT_OPEN = 250_000;

/**
 * Opens keys by rank, as often as asked. The first ones are kept open, as long as that takes little memory: a large
 * group has too many contracts to hold every lever of all of them.
 */
export function openings(
  keys: readonly Key[],
  rules: readonly KeyRules[],
  continuity: Continuity,
  ground: Ground,
): (k: number) => OpenKey {
  const kept = new Map<number, OpenKey>();
  let room = KEPT_OPEN;
  return k => {
    const known = kept.get(k);
    if (known) return known;
    const open = openKey(keys[k]!, rules[k]!, continuity, ground);
    const size = keys[k]!.contracts.length * open.starts.length * open.plain.tiers.length;
    if (size <= room) {
      kept.set(k, open);
      room -= size;
    }
    return open;
  };
}

/** The plain problem when only some of the ways are looked at. */
export function narrowed(open: OpenKey, accepts: WayFilter, ground: Ground): KeyProblem {
  const { plain, starts, buyers, key, rules } = open;
  const rates = ratesOf(key.category, ground.settings);
  return { ...plain, members: buyers.map(buyer => memberProblem(buyer, starts, rates, rules, accepts)) };
}

/**
 * The ways of a member's contracts to a start, by contract, in order of preference between equals; none when out of
 * reach. Its bridging contracts for one need are added up: a need is not split to stay under the waiver.
 */
export function waysAt({ id, candidates }: Buyer, start: JointStart, rules: KeyRules): (readonly Way[])[] {
  if (rules.isOut?.(id, start.day)) return candidates.map(() => NO_WAYS);
  let bridged = 0;
  for (const { standing } of candidates) bridged += interimAmount(standing, start);
  return candidates.map(({ standing }) =>
    waysTo(standing, start, bridged && bridged - interimAmount(standing, start)),
  );
}

const NO_WAYS: readonly Way[] = [];

/** The best of a candidate's ways at a saving rate (the group's share included); the first between equals. */
export function bestWay(ways: readonly Way[], valuation: Valuation, rate: number): Way {
  const worths = ways.map(way => worth(valuation, way, rate));
  return ways[worths.indexOf(Math.max(...worths) as Cents)]!;
}

/** Whether a contract can get to a start. */
export function reaches({ plain }: OpenKey, rank: number, contract: number, start: number): boolean {
  return plain.members[rank]!.worth[at(plain, contract, 0, start)]! > -Infinity;
}

/** Tiers of two members and more, ascending: a group of two always is one. */
export function tiersOf({ savings }: Ground['settings']): readonly (readonly [number, number])[] {
  const joint = savings.tiers.filter(([least]) => least >= 2).toSorted(([a], [b]) => a - b);
  return joint[0]?.[0] === 2 ? joint : [[2, 0], ...joint];
}

/** Saving rate of each tier. */
function ratesOf(category: Key['category'], settings: Ground['settings']): number[] {
  const full = fullRate(category, settings, 'expected');
  return tiersOf(settings).map(([, share]) => full * share);
}

/** The grid, without the starts that the members' procedure could not lead to in the least time; and the days asked for. */
function startsOf({ category, contracts }: Key, rules: KeyRules, ground: Ground): readonly JointStart[] {
  const members = [...new Set(contracts.map(({ member }) => member))];
  const earliest = ground.earliestStart(category, members);
  const grid = ground.grid(category).filter(({ day }) => earliest && day >= earliest);
  const asked = [rules.fixed, ...rules.required].filter(
    (day): day is Day => day !== undefined && !grid.some(start => start.day === day),
  );
  return [...grid, ...asked.map(day => jointStart(day, category, ground.settings, ground.asOf))]
    .filter(({ day }) => !rules.forbidden.has(day) && (rules.fixed === undefined || rules.fixed === day))
    .sort((a, b) => a.number - b.number);
}

function buyersOf({ contracts, category }: Key, ground: Ground): Buyer[] {
  const byMember = new Map<MemberId, Candidate[]>();
  for (const contract of contracts) {
    const standing = standingOf(contract, category, ground);
    const candidates = byMember.get(contract.member) ?? [];
    candidates.push({ contract, standing, valuation: valuationOf(standing, ground) });
    byMember.set(contract.member, candidates);
  }
  return [...byMember].map(([id, candidates]) => ({ id, candidates }));
}

function memberProblem(
  buyer: Buyer,
  starts: readonly JointStart[],
  rates: readonly number[],
  rules: KeyRules,
  accepts?: WayFilter,
): MemberProblem {
  const { candidates } = buyer;
  const size = starts.length;
  const worths = new Float64Array(candidates.length * rates.length * size).fill(-Infinity);
  starts.forEach((start, s) => {
    const ways = waysAt(buyer, start, rules);
    for (let c = 0; c < candidates.length; c += 1) {
      const { valuation, standing } = candidates[c]!;
      for (const way of ways[c]!) {
        if (accepts && !accepts(way, standing, start)) continue;
        raiseWorths(valuation, way, rates, worths, c * rates.length * size + s, size);
      }
    }
  });
  return { contracts: candidates.length, worth: worths, sought: worths };
}

/** The problem with what keeping the earlier plan's tenders, and contracts in them, is worth to the search. */
function withContinuity(
  plain: KeyProblem,
  key: Key,
  starts: readonly JointStart[],
  buyers: readonly Buyer[],
  { contractAt, tenderAt }: Continuity,
  { settings }: Ground,
): KeyProblem {
  const places = starts.map(({ day }) => placeOf(key.id, day));
  if (!places.some(place => tenderAt.has(place))) return plain;
  const { perTender, perContract } = settings.stability;
  const width = plain.tiers.length * starts.length;
  const members = plain.members.map((member, rank) => {
    let sought: Float64Array | undefined;
    buyers[rank]!.candidates.forEach(({ contract }, c) => {
      const place = contractAt.get(contract.id);
      const s = place === undefined ? -1 : places.indexOf(place);
      if (s < 0) return;
      sought ??= member.worth.slice();
      for (let at = c * width + s; at < (c + 1) * width; at += starts.length) sought[at]! += perContract;
    });
    return sought ? { ...member, sought } : member;
  });
  return {
    ...plain,
    members,
    starts: plain.starts.map((start, s) =>
      tenderAt.has(places[s]!) ? { ...start, procedure: start.procedure - perTender } : start,
    ),
  };
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
