/**
 * Opens each key once more, now that everything is chosen, and writes its tenders, their other starts, and why its
 * other contracts are left alone. Nothing else is kept of a key: a large group has too many to hold them all.
 */
import type { MemberId } from '../domain/contract.ts';
import type { Quarter } from '../domain/day.ts';
import { type Cents, roundCents } from '../domain/money.ts';
import type { Alone, Alternative, Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import type { Quarters, SettledKey } from './choose.ts';
import { type Chosen, type Draft, draftValue, draftsOf, plainValueOf } from './drafts.ts';
import { reasonsAlone } from './explain.ts';
import type { Ground } from './ground.ts';
import { nextStop } from './nextStop.ts';
import type { OpenKey } from './openKey.ts';
import { type Exposure, exposuresOf, fragilityOf } from './robustness.ts';
import { solveStarts } from './search/groupSearch.ts';
import type { MasterSolution } from './search/master.ts';
import { tenderOf } from './tenders.ts';

/** What the plan shows of the keys. */
export interface SettledKeys {
  /** Those of frozen tenders first. The tenders that their other starts would displace are not told yet. */
  readonly tenders: readonly Tender[];
  readonly exposures: readonly Exposure[];
  readonly alone: readonly Alone[];
}

/** What is left of each quarter once the plan is made, and what its launches are worth. */
interface Market {
  readonly room: ReadonlyMap<Quarter, number>;
  readonly price: ReadonlyMap<Quarter, number>;
}

const ALTERNATIVES = 3;

/** `coordinators`: one a tender, those of frozen tenders first, then by key and start. */
export function settleKeys(
  keys: readonly SettledKey[],
  openAt: (k: number) => OpenKey,
  coordinators: readonly MemberId[],
  { prices }: MasterSolution,
  quarters: Quarters,
  frozen: readonly Draft[],
  ground: Ground,
): SettledKeys {
  const market = marketOf(keys, prices, quarters);
  const tenders: Tender[] = [];
  const exposures: Exposure[] = [];
  const alone: Alone[] = [];
  const write = (draft: Draft, alternatives: readonly Alternative[]): void => {
    const exposed = exposuresOf(draft, ground);
    exposures.push(...exposed.filter(({ loss }) => loss > 0));
    const tender = tenderOf(draft, coordinators[tenders.length]!, ground);
    const fragility = fragilityOf(exposed, tender.gain.expected);
    tenders.push({ ...tender, alternatives, ...(fragility && { fragility }) });
  };
  for (const draft of frozen) write(draft, []);
  keys.forEach(({ chosen, best, weight }, k) => {
    const open = openAt(k);
    const made = chosen ? draftsOf(open, chosen, ground) : [];
    const others = chosen ? otherStarts(open, chosen, made, market, ground) : [];
    made.forEach((draft, d) => write(draft, others[d]!));
    const unlimited = best ? (best === chosen ? made : draftsOf(open, best, ground)) : [];
    const priceAt = (start: number): number | undefined => {
      const { launch } = open.starts[start]!;
      return market.room.get(launch)! > 0 ? undefined : market.price.get(launch)!;
    };
    const closed = frozen.filter(draft => draft.open.key.id === open.key.id).map(({ start }) => start.day);
    const settled = { open, drafts: made, unlimited, closed, weight, priceAt, ground };
    for (const { candidate, reason } of reasonsAlone(settled)) {
      alone.push({ contract: candidate.contract.id, reason, ...nextStop(candidate.contract, ground) });
    }
  });
  return { tenders, exposures, alone };
}

function marketOf(
  keys: readonly SettledKey[],
  prices: MasterSolution['prices'],
  { list, capacity }: Quarters,
): Market {
  const room = new Map(list.map((quarter, q) => [quarter, capacity[q]!]));
  for (const { chosen, starts } of keys) {
    for (const start of chosen?.opened ?? []) {
      const { launch } = starts[start]!;
      room.set(launch, room.get(launch)! - 1);
    }
  }
  // A launch has a price only where there is no room for one more.
  const price = new Map(list.map((quarter, q) => [quarter, room.get(quarter)! > 0 ? 0 : prices[q]!]));
  return { room, price };
}

/**
 * For each draft, its best other starts: the key's best tenders with that start in place of its own. A start that
 * cannot be among the best ones is left as soon as its bound shows it.
 */
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
    const best: Alternative[] = [];
    open.starts.forEach(({ day, launch }, s) => {
      if (chosen.opened.includes(s)) return;
      const opened = chosen.opened.with(position, s).sort((a, b) => a - b);
      const taken = launch === draft.start.launch ? freed : market.price.get(launch)!;
      // Under the third best by a cent at least, rounding included, and the same to the search or less.
      const floor = best.length < ALTERNATIVES ? -Infinity : value + best.at(-1)!.net - freed + taken - 1;
      const solution = solveStarts(open.ready, opened, floor);
      if (!solution || solution.value === -Infinity) return;
      const delta = (plainValueOf(open, solution) - value) as Cents;
      const free = launch === draft.start.launch || market.room.get(launch)! > 0;
      const net = roundCents(delta + freed - taken);
      best.push({ start: day, launch, gain: (gain + delta) as Cents, delta, net, free });
      best.sort((a, b) => b.net - a.net || compareText(a.start, b.start));
      best.length = Math.min(best.length, ALTERNATIVES);
    });
    return best;
  });
}

function sumOf(drafts: readonly Draft[], ground: Ground): number {
  return drafts.reduce((sum, draft) => sum + draftValue(draft, ground), 0);
}
