/**
 * Who coordinates what: one of each tender's members, none beyond its capacity in a year, the load spread as evenly
 * as it can be, preferences kept where that costs no balance. A minimum-cost flow: tender → member's year → member,
 * where a member's n-th tender costs 2n − 1, so that a total is a sum of squares, least when even.
 */
import type { MemberId } from '../domain/contract.ts';
import { compareText } from '../domain/text.ts';
import { FlowNetwork } from './search/minCostFlow.ts';

/** A tender to coordinate. */
export interface ToCoordinate {
  readonly year: number;
  /** Sorted. */
  readonly members: readonly MemberId[];
  /** Members that would rather coordinate it. */
  readonly preferred: ReadonlySet<MemberId>;
  /** Who coordinates it in the earlier plan. */
  readonly earlier?: MemberId;
}

/** Most tenders that a member may coordinate in a year; `load`: tenders that it coordinates already. */
export interface CoordinationRules {
  readonly limit: (member: MemberId, year: number) => number;
  readonly load: (member: MemberId) => number;
}

/** A difference of load weighs more than any number of wishes. */
const LOAD = 10_000;

/** Members who, in a year, have more tenders among themselves than they can coordinate (Hall's condition fails). */
export interface Shortage {
  readonly year: number;
  readonly members: ReadonlySet<MemberId>;
}

/**
 * A coordinator for each tender, in order, or a shortage when capacity does not allow one for every tender.
 * Groups of tenders without a common member are settled apart.
 */
export function assignCoordinators(
  tenders: readonly ToCoordinate[],
  rules: CoordinationRules,
): readonly MemberId[] | Shortage {
  const chosen: MemberId[] = [];
  for (const group of linkedByMembers(tenders)) {
    const found = assignLinked(
      group.map(t => tenders[t]!),
      rules,
    );
    if (!Array.isArray(found)) return found;
    group.forEach((t, k) => (chosen[t] = found[k]!));
  }
  return chosen;
}

function assignLinked(
  tenders: readonly ToCoordinate[],
  { limit, load }: CoordinationRules,
): MemberId[] | Shortage {
  const members = [...new Set(tenders.flatMap(tender => tender.members))].sort(compareText);
  const years = [...new Set(tenders.map(({ year }) => year))].sort((a, b) => a - b);
  const source = 0;
  const sink = 1;
  const firstSlot = 2 + tenders.length;
  const firstMember = firstSlot + members.length * years.length;
  const network = new FlowNetwork(firstMember + members.length);
  const rankOf = new Map(members.map((member, m) => [member, m]));
  const offers = tenders.map((tender, t) => {
    network.add(source, 2 + t, 1, 0);
    return tender.members.map(member => {
      const slot = firstSlot + rankOf.get(member)! * years.length + years.indexOf(tender.year);
      return { member, edge: network.add(2 + t, slot, 1, reluctance(member, tender)) };
    });
  });
  members.forEach((member, m) => {
    years.forEach((year, y) => {
      const most = Math.min(limit(member, year), tenders.length);
      if (most > 0) network.add(firstSlot + m * years.length + y, firstMember + m, most, 0);
    });
    for (let n = 1; n <= tenders.length; n += 1) {
      network.add(firstMember + m, sink, 1, LOAD * (2 * (load(member) + n) - 1));
    }
  });
  for (let t = 0; t < tenders.length; t += 1) {
    if (network.push(source, sink)) continue;
    const short = (m: number, y: number): boolean => network.reached(firstSlot + m * years.length + y);
    const year = years.findIndex((_, y) => members.some((__, m) => short(m, y)));
    return { year: years[year]!, members: new Set(members.filter((_, m) => short(m, year))) };
  }
  return offers.map(list => list.find(({ edge }) => network.flow(edge) === 1)!.member);
}

/** A wish counts more than who coordinates today; neither counts against an even load. */
function reluctance(member: MemberId, { preferred, earlier }: ToCoordinate): number {
  return (preferred.has(member) ? 0 : 2) + (member === earlier ? 0 : 1);
}

/** Ranks of the tenders, in groups that share members directly or through others. */
function linkedByMembers(tenders: readonly ToCoordinate[]): number[][] {
  const leader = new Map<MemberId, MemberId>();
  const find = (member: MemberId): MemberId => {
    const up = leader.get(member) ?? member;
    if (up === member) return member;
    const top = find(up);
    leader.set(member, top);
    return top;
  };
  for (const { members } of tenders)
    for (const member of members) leader.set(find(member), find(members[0]!));
  const groups = new Map<MemberId, number[]>();
  tenders.forEach(({ members }, t) => {
    const top = find(members[0]!);
    const group = groups.get(top) ?? [];
    group.push(t);
    groups.set(top, group);
  });
  return [...groups.values()];
}
