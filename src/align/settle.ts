/** Opens each key once more, now that everything is chosen: its tenders, their other starts, its contracts left alone. */
import type { Quarter } from '../domain/day.ts';
import { type Cents, roundCents } from '../domain/money.ts';
import type { Alone, Alternative } from '../domain/plan.ts';
import type { Quarters, SearchedKey } from './choose.ts';
import { type Chosen, type Draft, draftValue, draftsOf } from './drafts.ts';
import { reasonsAlone } from './explain.ts';
import type { Ground } from './ground.ts';
import { nextStop } from './nextStop.ts';
import type { OpenKey } from './openKey.ts';
import { solveStarts } from './search/groupSearch.ts';
import type { MasterSolution } from './search/master.ts';

/** What the plan shows of the keys. */
export interface SettledKeys {
  readonly drafts: readonly Draft[];
  /** Other starts of each draft, best first; the tenders that they would displace are not told yet. */
  readonly alternatives: ReadonlyMap<Draft, readonly Alternative[]>;
  readonly alone: readonly Alone[];
}

/** What is left of each quarter once the plan is made, and what its launches are worth. */
interface Market {
  readonly room: ReadonlyMap<Quarter, number>;
  readonly price: ReadonlyMap<Quarter, number>;
}

const ALTERNATIVES = 3;

export function settleKeys(
  keys: readonly SearchedKey[],
  openAt: (k: number) => OpenKey,
  master: MasterSolution,
  quarters: Quarters,
  ground: Ground,
): SettledKeys {
  const market = marketOf(keys, master, quarters);
  const drafts: Draft[] = [];
  const alternatives = new Map<Draft, readonly Alternative[]>();
  const alone: Alone[] = [];
  keys.forEach(({ columns }, k) => {
    const open = openAt(k);
    const column = columns[master.choice[k]!];
    const made = column ? draftsOf(open, column, ground) : [];
    drafts.push(...made);
    if (column)
      otherStarts(open, column, made, market, ground).forEach((list, d) => alternatives.set(made[d]!, list));
    const best = columns.reduce<(typeof columns)[number] | undefined>(
      (a, b) => (a && a.value >= b.value ? a : b),
      undefined,
    );
    const unlimited = best ? (best === column ? made : draftsOf(open, best, ground)) : [];
    const priceAt = (start: number): number | undefined => {
      const { launch } = open.starts[start]!;
      return market.room.get(launch)! > 0 ? undefined : market.price.get(launch)!;
    };
    for (const { candidate, reason } of reasonsAlone({ open, drafts: made, unlimited, priceAt, ground })) {
      alone.push({ contract: candidate.contract.id, reason, ...nextStop(candidate.contract, ground) });
    }
  });
  return { drafts, alternatives, alone };
}

function marketOf(
  keys: readonly SearchedKey[],
  { choice, prices }: MasterSolution,
  { list, capacity }: Quarters,
): Market {
  const room = new Map(list.map((quarter, q) => [quarter, capacity[q]!]));
  keys.forEach(({ columns, starts }, k) => {
    for (const start of columns[choice[k]!]?.opened ?? []) {
      const { launch } = starts[start]!;
      room.set(launch, room.get(launch)! - 1);
    }
  });
  // A launch has a price only where there is no room for one more.
  const price = new Map(list.map((quarter, q) => [quarter, room.get(quarter)! > 0 ? 0 : prices[q]!]));
  return { room, price };
}

/** For each draft, its best other starts: the key's best tenders with that start in place of its own. */
function otherStarts(
  open: OpenKey,
  chosen: Chosen,
  drafts: readonly Draft[],
  market: Market,
  ground: Ground,
): Alternative[][] {
  const value = sumOf(drafts, ground);
  return drafts.map((draft, position) => {
    const gain = draftValue(draft, ground);
    const freed = market.price.get(draft.start.launch)!;
    const list = open.starts.flatMap((start, s): Alternative[] => {
      if (chosen.opened.includes(s)) return [];
      const opened = chosen.opened.with(position, s).toSorted((a, b) => a - b);
      const solution = solveStarts(open.ready, opened, -Infinity);
      if (!solution || solution.value === -Infinity) return [];
      const delta = (sumOf(draftsOf(open, solution, ground), ground) - value) as Cents;
      const { launch } = start;
      const free = launch === draft.start.launch || market.room.get(launch)! > 0;
      const taken = launch === draft.start.launch ? freed : market.price.get(launch)!;
      const net = roundCents(delta + freed - taken);
      return [{ start: start.day, launch, gain: (gain + delta) as Cents, delta, net, free }];
    });
    return list.sort((a, b) => b.net - a.net || (a.start < b.start ? -1 : 1)).slice(0, ALTERNATIVES);
  });
}

function sumOf(drafts: readonly Draft[], ground: Ground): number {
  return drafts.reduce((sum, draft) => sum + draftValue(draft, ground), 0);
}
