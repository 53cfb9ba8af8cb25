/**
 * The whole planning problem as a mixed integer programme, from the rules written apart: every contract, start and
 * tier of every key at once, with the capacity of the quarters. An oracle for the planner's optimum.
 */
import type { Contract } from '../../../src/domain/contract.ts';
import type { Day } from '../../../src/domain/day.ts';
import { type World, costsAt, keysOf, launchQuarter, movesTo, rateFor, startsOf } from '../independent.ts';

export interface Milp {
  /** In the CPLEX LP format, amounts in euros. */
  readonly lp: string;
  readonly columns: number;
  /** Exact objective in cents of a solution, each column taken as 0 or 1. */
  readonly valueOf: (isOne: (name: string) => boolean) => number;
}

/** Builds the programme. Coordination is not in it: give instances in which it does not bind. */
export function milpOf(world: World): Milp {
  const { settings } = world;
  const cents = new Map<string, number>();
  const rows: string[] = [];
  const quarters = new Map<string, string[]>();
  let key = 0;
  for (const contracts of keysOf(world).values()) {
    const category = world.categoryOf(contracts[0]!.category.id)!;
    const members = [...new Set(contracts.map(({ member }) => member))];
    if (members.length < 2) continue;
    const tiers = settings.savings.tiers.filter(([least]) => least <= members.length);
    const opened: string[] = [];
    const placed = new Map<Contract, string[]>();
    startsOf(category, world).forEach((start, t) => {
      const { F, g } = costsAt(category, start, world);
      const atStart: string[] = [];
      tiers.forEach(([least], r) => {
        const rate = rateFor(category, least, world);
        const y = `y${key}_${t}_${r}`;
        const joined: string[] = [];
        members.forEach((member, m) => {
          const own = contracts.filter(contract => contract.member === member);
          const z = `z${key}_${t}_${r}_${m}`;
          const inside: { x: string; worth: number }[] = [];
          own.forEach(contract => {
            const worth = bestWorth(contract, start, own, rate, world);
            if (worth === undefined) return;
            const x = `x${key}_${t}_${r}_${contracts.indexOf(contract)}`;
            cents.set(x, worth);
            inside.push({ x, worth });
            placed.set(contract, [...(placed.get(contract) ?? []), x]);
            rows.push(`${x} - ${z} <= 0`);
          });
          if (inside.length === 0) return;
          cents.set(z, -g);
          joined.push(z);
          rows.push(`${z} - ${y} <= 0`, `${z} - ${inside.map(({ x }) => x).join(' - ')} <= 0`);
          if (settings.everyMemberGains) {
            const worths = inside.map(({ x, worth }) => `${signed(worth)} ${x}`).join(' ');
            rows.push(`${worths} ${signed(-g)} ${z} >= 0`);
          }
        });
        if (joined.length < least) return;
        cents.set(y, -F);
        atStart.push(y);
        rows.push(`${joined.join(' + ')} - ${least} ${y} >= 0`);
        if (settings.membersPerTender !== null)
          rows.push(`${joined.join(' + ')} - ${settings.membersPerTender} ${y} <= 0`);
      });
      if (atStart.length === 0) return;
      rows.push(`${atStart.join(' + ')} <= 1`);
      opened.push(...atStart);
      const quarter = launchQuarter(category, start);
      quarters.set(quarter, [...(quarters.get(quarter) ?? []), ...atStart]);
    });
    if (opened.length > 0) rows.push(`${opened.join(' + ')} <= ${settings.tendersPerKey}`);
    for (const xs of placed.values()) rows.push(`${xs.join(' + ')} <= 1`);
    key += 1;
  }
  if (settings.launchesPerQuarter !== null) {
    for (const ys of quarters.values()) rows.push(`${ys.join(' + ')} <= ${settings.launchesPerQuarter}`);
  }
  // A tier whose tender cannot be opened leaves columns without a price: they stay out.
  const names = [...new Set(rows.flatMap(row => row.match(/[xyz]\d+_\d+_\d+(_\d+)?/g) ?? []))];
  const unpriced = names.filter(name => !cents.has(name));
  rows.push(...unpriced.map(name => `${name} <= 0`));
  const objective = [...cents].map(([name, value]) => `${signed(value)} ${name}`).join('\n ');
  const lp = `Maximize\n obj: ${objective}\nSubject To\n${rows.map((row, i) => ` r${i}: ${row}`).join('\n')}\nBinary\n ${names.join('\n ')}\nEnd\n`;
  return {
    lp,
    columns: names.length,
    valueOf: isOne => [...cents].reduce((sum, [name, value]) => (isOne(name) ? sum + value : sum), 0),
  };
}

/** Euros with their sign, as the LP format wants them. */
function signed(value: number): string {
  return `${value < 0 ? '-' : '+'} ${(Math.abs(value) / 100).toFixed(2)}`;
}

function bestWorth(
  contract: Contract,
  start: Day,
  need: readonly Contract[],
  rate: number,
  world: World,
): number | undefined {
  const worths = movesTo(contract, start, need, world).map(move => move.worth(rate));
  return worths.length === 0 ? undefined : Math.max(...worths);
}
