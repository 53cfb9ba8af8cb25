/** The best plan by trying everything, with dates, from the rules written apart. For groups of a few contracts only. */
import type { Contract } from '../../src/domain/contract.ts';
import type { Day } from '../../src/domain/day.ts';
import { type World, costsAt, keysOf, launchQuarter, movesTo, rateFor, startsOf } from './independent.ts';

/** What is already taken by tenders that must not move. */
export interface Taken {
  /** Launches of each quarter. */
  readonly launches: ReadonlyMap<string, number>;
  /** Tenders of each key. */
  readonly tenders: ReadonlyMap<string, number>;
}

const NOTHING: Taken = { launches: new Map(), tenders: new Map() };

/** Value in cents of the best plan. */
export function bestPlanValue(world: World, taken: Taken = NOTHING): number {
  const keys = [...keysOf(world)].map(([id, contracts]) =>
    optionsOf(contracts, taken.tenders.get(id) ?? 0, world),
  );
  const most = world.settings.launchesPerQuarter ?? Infinity;
  const best = (k: number, used: ReadonlyMap<string, number>): number => {
    if (k === keys.length) return 0;
    let value = -Infinity;
    for (const { quarters, worth } of keys[k]!) {
      const after = new Map(used);
      for (const quarter of quarters) after.set(quarter, (after.get(quarter) ?? 0) + 1);
      if ([...after.values()].some(count => count > most)) continue;
      value = Math.max(value, worth + best(k + 1, after));
    }
    return value;
  };
  return best(0, taken.launches);
}

interface Option {
  readonly quarters: readonly string[];
  readonly worth: number;
}

/** The best worth of a key for each set of starts. */
function optionsOf(contracts: readonly Contract[], made: number, world: World): Option[] {
  const category = world.categoryOf(contracts[0]!.category.id)!;
  const starts = startsOf(category, world);
  const moves = contracts.map(contract => {
    const need = contracts.filter(({ member }) => member === contract.member);
    return starts.map(start => movesTo(contract, start, need, world));
  });
  const best = new Map<string, Option>([['', { quarters: [], worth: 0 }]]);
  const places: number[] = contracts.map(() => -1);
  const tryAll = (i: number): void => {
    if (i === contracts.length) {
      const opened = [...new Set(places.filter(s => s >= 0))].toSorted((a, b) => a - b);
      if (opened.length + made > world.settings.tendersPerKey || opened.length === 0) return;
      const worth = worthOf(contracts, places, opened, starts, moves, world);
      if (worth <= (best.get(opened.join())?.worth ?? -Infinity)) return;
      best.set(opened.join(), { quarters: opened.map(s => launchQuarter(category, starts[s]!)), worth });
      return;
    }
    for (let s = -1; s < starts.length; s += 1) {
      if (s >= 0 && moves[i]![s]!.length === 0) continue;
      places[i] = s;
      tryAll(i + 1);
    }
    places[i] = -1;
  };
  tryAll(0);
  return [...best.values()];
}

function worthOf(
  contracts: readonly Contract[],
  places: readonly number[],
  opened: readonly number[],
  starts: readonly Day[],
  moves: readonly (readonly ReturnType<typeof movesTo>[])[],
  world: World,
): number {
  const { settings } = world;
  const category = world.categoryOf(contracts[0]!.category.id)!;
  let total = 0;
  for (const s of opened) {
    const inside = contracts.map((_, i) => i).filter(i => places[i] === s);
    const members = [...new Set(inside.map(i => contracts[i]!.member))];
    if (members.length < 2 || members.length > (settings.membersPerTender ?? Infinity)) return -Infinity;
    if (settings.excludedPairs.some(([a, b]) => members.includes(a) && members.includes(b))) return -Infinity;
    const rate = rateFor(category, members.length, world);
    const { F, g } = costsAt(category, starts[s]!, world);
    for (const member of members) {
      const own = inside.filter(i => contracts[i]!.member === member);
      const worth = own.reduce((sum, i) => sum + Math.max(...moves[i]![s]!.map(move => move.worth(rate))), 0);
      if (settings.everyMemberGains && worth < g) return -Infinity;
      total += worth - g;
    }
    total -= F;
  }
  return total;
}
