/** The plan as the user gets it: tenders, members' sums, what is alone, the proof, what to decide and by when. */
import { assumptionsOf } from '../data/defaults.ts';
import type { MemberId } from '../domain/contract.ts';
import { addDays, addMonths } from '../domain/day.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { type Cents, ZERO, roundCents, sumCents } from '../domain/money.ts';
import type { Alone, Baseline, MemberShare, Optimality, Plan, QuarterLoad, Tender } from '../domain/plan.ts';
import type { Ruling } from '../domain/ruling.ts';
import { compareText } from '../domain/text.ts';
import { calendarAssumptions } from './calendar-assumptions.ts';
import type { Quarters } from './choose.ts';
import { decisionsOf } from './decisions.ts';
import type { Ground, PlanRequest } from './ground.ts';
import { type Exposure, datesToVerify } from './robustness.ts';
import type { MasterSolution } from './search/master.ts';
import { assumptionOf } from './rules.ts';
import { workloadOf } from './workload.ts';

/** Everything that has been chosen. */
export interface Chosen {
  readonly request: PlanRequest;
  readonly ground: Ground;
  readonly tenders: readonly Tender[];
  readonly exposures: readonly Exposure[];
  readonly alone: readonly Alone[];
  readonly master: MasterSolution;
  readonly quarters: Quarters;
  readonly naive: Baseline;
  readonly greedy: Baseline;
  /** What the group has ruled, and is followed. */
  readonly rulings: readonly Ruling[];
  readonly diagnostics: readonly Diagnostic[];
}

export function planOf(chosen: Chosen): Plan {
  const { request, ground, naive, greedy } = chosen;
  const { asOf, settings, calendar, categoryOf } = ground;
  const tenders = withDisplaced(chosen.tenders);
  const alone = chosen.alone.toSorted((a, b) => compareText(a.contract, b.contract));
  const horizon = { from: asOf, to: addDays(addMonths(asOf, settings.horizonMonths), -1) };
  const byId = new Map(request.contracts.map(contract => [contract.id, contract]));
  const launches = tenders.map(({ category, launchOn }) => ({ category: categoryOf(category)!, launchOn }));
  const sorted = tenders.toSorted(
    (a, b) => compareText(a.launch, b.launch) || compareText(a.start, b.start) || compareText(a.id, b.id),
  );
  return {
    asOf,
    horizon,
    assumptions: [
      ...assumptionsOf(settings),
      ...chosen.rulings.map(assumptionOf),
      ...calendarAssumptions(calendar, launches),
    ],
    members: membersOf(chosen, tenders),
    tenders: sorted,
    alone,
    decisions: decisionsOf({ asOf, horizon, tenders: sorted, alone }, byId, categoryOf),
    workload: workloadOf(sorted, calendar.buyerDays),
    optimality: optimalityOf(chosen),
    naive,
    greedy,
    quarters: loadsOf(chosen, tenders),
    datesToVerify: datesToVerify(chosen.exposures),
    diagnostics: chosen.diagnostics,
  };
}

/** Names, for each start whose quarter is full, the tender of that quarter that could leave it at least cost. */
function withDisplaced(tenders: readonly Tender[]): Tender[] {
  const cost = (tender: Tender): number =>
    Math.min(
      tender.gain.expected,
      ...tender.alternatives.filter(({ free }) => free).map(({ delta }) => -delta),
    );
  const cheapest = (launch: Tender['launch']): Tender | undefined =>
    tenders
      .filter(tender => tender.launch === launch && !tender.frozen)
      .toSorted((a, b) => cost(a) - cost(b) || compareText(a.id, b.id))[0];
  return tenders.map(tender => ({
    ...tender,
    alternatives: tender.alternatives.map(alternative => {
      const displaced = alternative.free ? undefined : cheapest(alternative.launch);
      return displaced ? { ...alternative, displaces: displaced.id } : alternative;
    }),
  }));
}

/** Reported values leave out what only serves the search: weights, and what keeping the earlier plan is worth. */
function optimalityOf({ tenders, master }: Chosen): Optimality {
  const objective = sumCents(tenders.map(({ gain }) => gain.expected));
  const bound = roundCents(objective + (master.bound - master.value));
  const status = bound === objective ? 'optimal' : 'bounded';
  return { status, objective, bound, gap: objective > 0 ? (bound - objective) / objective : 0 };
}

function membersOf({ request, ground }: Chosen, tenders: readonly Tender[]): MemberShare[] {
  const held = new Map<MemberId, { contracts: number; annualAmount: Cents }>();
  for (const { id } of ground.members) held.set(id, { contracts: 0, annualAmount: ZERO });
  for (const { member, amount } of request.contracts) {
    const own = held.get(member) ?? { contracts: 0, annualAmount: ZERO };
    own.contracts += 1;
    own.annualAmount = sumCents([own.annualAmount, amount?.annual ?? ZERO]);
    held.set(member, own);
  }
  const joint = new Map<MemberId, { tenders: number; annualAmount: Cents; gain: Cents }>();
  const coordinated = new Map<MemberId, number>();
  for (const { shares, coordinator } of tenders) {
    coordinated.set(coordinator, (coordinated.get(coordinator) ?? 0) + 1);
    for (const { member, annualAmount, gain } of shares) {
      const sum = joint.get(member) ?? { tenders: 0, annualAmount: ZERO, gain: ZERO };
      joint.set(member, {
        tenders: sum.tenders + 1,
        annualAmount: sumCents([sum.annualAmount, annualAmount]),
        gain: sumCents([sum.gain, gain]),
      });
    }
  }
  const names = new Map(ground.members.map(({ id, name }) => [id, name]));
  return [...held.keys()].sort(compareText).map(id => ({
    id,
    name: names.get(id) ?? id,
    ...held.get(id)!,
    joint: joint.get(id) ?? { tenders: 0, annualAmount: ZERO, gain: ZERO },
    coordinates: coordinated.get(id) ?? 0,
  }));
}

function loadsOf({ quarters, master, ground }: Chosen, tenders: readonly Tender[]): QuarterLoad[] {
  const most = ground.settings.launchesPerQuarter;
  const list = [...new Set([...quarters.list, ...tenders.map(({ launch }) => launch)])].sort(compareText);
  return list.map(quarter => {
    const launches = tenders.filter(({ launch }) => launch === quarter).length;
    const full = most !== null && launches >= most;
    const rank = quarters.list.indexOf(quarter);
    const price = full && rank >= 0 ? roundCents(master.prices[rank]!) : ZERO;
    return { quarter, launches, ...(most !== null && { capacity: most }), price };
  });
}
