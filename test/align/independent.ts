/**
 * The planner's rules written a second time, from the specification and with nothing of `src/align`: what a contract
 * can do, what it is worth, what a tender costs. Slow and plain, for checking plans and for oracles.
 */
import type { Category } from '../../src/domain/category.ts';
import type { Contract } from '../../src/domain/contract.ts';
import { type Day, addDays, addMonths, monthsBetween, quarterOf } from '../../src/domain/day.ts';
import type { Lever } from '../../src/domain/plan.ts';
import type { PlanSettings } from '../../src/domain/settings.ts';
import { noticeDeadlineFor } from '../../src/domain/term.ts';

/** Thresholds of the code de la commande publique, in euros, for the years that tests use. */
const formalThreshold = (nature: string): number => (nature === 'T' ? 5_404_000 : 216_000);
const waiver = (nature: string): number => (nature === 'T' ? 100_000 : 60_000);

export interface World {
  readonly asOf: Day;
  readonly settings: PlanSettings;
  readonly contracts: readonly Contract[];
  readonly categoryOf: (id: Contract['category']['id']) => Category | undefined;
}

export interface Move {
  readonly lever: Lever;
  readonly joinsOn: Day;
  readonly decideBy?: Day;
  /** Worth in cents at a saving rate. */
  readonly worth: (rate: number) => number;
}

/** Every joint start of a category: quarters' first days, or one day of the year. */
export function startsOf(category: Category, { asOf, settings }: World): Day[] {
  const starts: Day[] = [];
  const first = addMonths(asOf, category.leadMonths);
  const last = addMonths(asOf, settings.lastStartMonths);
  for (let d = addDays(first, 0); d <= last; d = addDays(d, 1)) {
    const monthDay = d.slice(5);
    if (category.startsOn ? monthDay === category.startsOn : /^(01|04|07|10)-01$/.test(monthDay))
      starts.push(d);
  }
  return starts;
}

/** Quarter of the launch: the lead time before the start. */
export function launchQuarter(category: Category, start: Day): string {
  return quarterOf(addMonths(start, -category.leadMonths));
}

const round = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));

/** Last possible end, and the earlier ends with their notice deadlines; `undefined` end for contracts without one. */
function ends(
  contract: Contract,
  { asOf, settings }: World,
): { last?: Day; before: { end: Day; deadline: Day }[] } {
  const { term } = contract;
  const all: Day[] = [];
  if (term.currentEnd) {
    const { start, firmMonths, renewalMonths = 0, renewals, latestEnd } = term;
    all.push(term.currentEnd);
    if (renewalMonths > 0 && renewals !== 0 && start && firmMonths !== undefined) {
      for (let k = 0; k < 200; k += 1) {
        const end = addDays(addMonths(start, firmMonths + k * renewalMonths), -1);
        if (end > term.currentEnd && (!latestEnd || end <= latestEnd)) all.push(end);
      }
    }
  }
  const tacit = term.renewal === 'tacit' || term.openEnded === true;
  const notice = term.notice ?? (tacit ? { months: settings.assumedNoticeMonths } : undefined);
  const dated = all.map(end => ({ end, deadline: notice ? noticeDeadlineFor(end, notice) : end }));
  const last = term.openEnded ? undefined : term.latestEnd;
  const lapsed = term.renewal === 'express' && dated.length > 1 && dated[0]!.deadline < asOf;
  if (lapsed) return { last: dated[0]!.end, before: [] };
  return { ...(last && { last }), before: dated.filter(({ end }) => end !== last) };
}

/** Everything that a contract can do to be in a tender that starts on `start`. `need`: its member's contracts there. */
export function movesTo(contract: Contract, start: Day, need: readonly Contract[], world: World): Move[] {
  const { asOf, settings } = world;
  const category = world.categoryOf(contract.category.id)!;
  const annual = contract.amount!.annual!;
  const H = settings.horizonMonths;
  const month = (d: Day): number => monthsBetween(asOf, d);
  const { last, before } = ends(contract, world);
  const endMonth = last ? month(addDays(last, 1)) : Infinity;
  const P =
    (annual * 4) / 100 > formalThreshold(category.nature)
      ? settings.individualProcedure.formal
      : settings.individualProcedure.adapted;
  const avoided = round((P * Math.max(0, H - Math.max(0, endMonth))) / settings.individualMonths);
  const move = (lever: Lever, joinsOn: Day, cost: number, decideBy?: Day): Move => ({
    lever,
    joinsOn,
    ...(decideBy && { decideBy }),
    worth: rate => round((rate * annual * Math.max(0, H - month(joinsOn))) / 12) + avoided - cost,
  });
  const latestEntry = addMonths(start, settings.deferredMonths);
  if (contract.term.openEnded) {
    const deadline = noticeDeadlineFor(
      addDays(start, -1),
      contract.term.notice ?? { months: settings.assumedNoticeMonths },
    );
    return deadline >= asOf ? [move('non-renewal', start, 0, deadline)] : [];
  }
  const moves: Move[] = [];
  const after = last && addDays(last, 1);
  if (after && after >= start && after <= latestEntry) moves.push(move('natural-end', after, 0));
  for (const { end, deadline } of before) {
    const x = addDays(end, 1);
    if (x < start || x > latestEntry || deadline < asOf) continue;
    const givenUp = Math.max(0, Math.min(endMonth, H) - month(x));
    moves.push(move('non-renewal', x, round((settings.exitRate * annual * givenUp) / 12), deadline));
  }
  if (after && after < start) {
    const gap = month(start) - endMonth;
    const begun = monthsBegun(after, start);
    const value = round((annual * begun) / 12);
    const firm = contract.term.firmMonths;
    const percent = category.nature === 'T' ? 15 : 10;
    const allowed = firm === undefined ? 0 : Math.min(6, Math.ceil((firm * percent) / 100) - 1);
    const cost = ({ fixed, rate }: { fixed: number; rate: number }): number =>
      fixed + round((rate * annual * gap) / 12);
    if (start <= addMonths(after, allowed) && value / 100 < formalThreshold(category.nature)) {
      moves.push(move('extension', start, cost(settings.extension), last));
    }
    const bridged = need.reduce((sum, other) => sum + bridgeValue(other, start, world), 0);
    const others = bridged - bridgeValue(contract, start, world);
    if (
      start <= addMonths(after, settings.interim.maximumMonths) &&
      (value + others) / 100 < waiver(category.nature)
    ) {
      moves.push(move('interim', start, cost(settings.interim), last));
    }
  }
  return moves;
}

function bridgeValue(contract: Contract, start: Day, world: World): number {
  const { last } = ends(contract, world);
  if (!last || contract.term.openEnded) return 0;
  const after = addDays(last, 1);
  if (after >= start || start > addMonths(after, world.settings.interim.maximumMonths)) return 0;
  return (contract.amount!.annual! * monthsBegun(after, start)) / 12;
}

function monthsBegun(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months) < to) months += 1;
  return months;
}

/** Full saving rate × the group's share, for a number of members. */
export function rateFor(category: Category, members: number, { settings }: World): number {
  const full = (settings.savings.byCategory[category.id] ?? settings.savings).expected;
  const share = settings.savings.tiers.findLast(([least]) => members >= least)?.[1] ?? 0;
  return full * share;
}

/** F and g at a start, in cents. */
export function costsAt(category: Category, start: Day, { asOf, settings }: World): { F: number; g: number } {
  const months = Math.min(settings.jointMonths, category.usualMonths);
  const part = settings.horizonMonths - monthsBetween(asOf, start);
  return {
    F: round((settings.jointProcedure * part) / months),
    g: round((settings.coordinationPerMember * part) / months),
  };
}

/** Contracts that buy the same thing in the same place, by key; for groups whose registers give the territories. */
export function keysOf({ contracts, categoryOf }: World): Map<string, Contract[]> {
  const keys = new Map<string, Contract[]>();
  for (const contract of contracts) {
    const category = categoryOf(contract.category.id)!;
    const key = category.reach === 'local' ? `${category.id}@${contract.territory}` : category.id;
    keys.set(key, [...(keys.get(key) ?? []), contract]);
  }
  return keys;
}
