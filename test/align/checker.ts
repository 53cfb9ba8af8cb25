/** Checks a plan against the rules, from its own text and the contracts: nothing of the solver is used. */
import type { Contract } from '../../src/domain/contract.ts';
import { addMonths, yearOf } from '../../src/domain/day.ts';
import type { Plan, Tender } from '../../src/domain/plan.ts';
import { type World, costsAt, keysOf, launchQuarter, movesTo, rateFor, startsOf } from './independent.ts';

/** Everything wrong with a plan, in words; empty when nothing is. */
export function faultsOf(plan: Plan, world: World): string[] {
  return [
    ...partitionFaults(plan, world),
    ...plan.tenders.flatMap(tender => tenderFaults(tender, world).map(fault => `${tender.id}: ${fault}`)),
    ...capacityFaults(plan, world),
    ...sumFaults(plan),
    ...coordinationFaults(plan, world),
  ];
}

function partitionFaults(plan: Plan, { contracts }: World): string[] {
  const seen = [
    ...plan.tenders.flatMap(tender => tender.participations.map(({ contract }) => contract)),
    ...plan.alone.map(({ contract }) => contract),
  ].toSorted();
  const all = contracts.map(({ id }) => id).toSorted();
  return seen.join() === all.join() ? [] : ['contracts are not each in one tender or alone'];
}

function tenderFaults(tender: Tender, world: World): string[] {
  const faults: string[] = [];
  const { settings, asOf } = world;
  const category = world.categoryOf(tender.category)!;
  const byId = new Map(world.contracts.map(contract => [contract.id, contract]));
  const inside = tender.participations.map(({ contract }) => byId.get(contract)!);
  const members = [...new Set(inside.map(({ member }) => member))];
  if (members.length < 2) faults.push('fewer than two members');
  if (settings.membersPerTender !== null && members.length > settings.membersPerTender)
    faults.push('too many members');
  if (!startsOf(category, world).includes(tender.start)) faults.push(`not a start: ${tender.start}`);
  if (tender.start < addMonths(asOf, category.leadMonths)) faults.push('starts before the lead time');
  if (tender.launch !== launchQuarter(category, tender.start))
    faults.push('launch is not start less lead time');
  for (const [a, b] of settings.excludedPairs) {
    if (members.includes(a) && members.includes(b)) faults.push(`${a} and ${b} are together`);
  }
  if (inside.some(({ category: { id } }) => id !== tender.category)) faults.push('mixed categories');
  const need = (contract: Contract): Contract[] =>
    [...keysOf(world).values()]
      .find(list => list.includes(contract))!
      .filter(({ member }) => member === contract.member);
  const rate = rateFor(category, members.length, world);
  const { F, g } = costsAt(category, tender.start, world);
  const worths = new Map<string, number>();
  for (const { contract: id, member, lever, joinsOn, decideBy } of tender.participations) {
    const contract = byId.get(id)!;
    const moves = movesTo(contract, tender.start, need(contract), world);
    const move = moves.find(m => m.lever === lever && m.joinsOn === joinsOn);
    if (!move) {
      faults.push(`${id} cannot ${lever} on ${joinsOn}`);
      continue;
    }
    if (decideBy && decideBy < asOf) faults.push(`${id} should have decided by ${decideBy}`);
    if (move.decideBy && !decideBy) faults.push(`${id} does not say by when to decide`);
    if (decideBy && move.decideBy && decideBy > move.decideBy) faults.push(`${id} decides too late`);
    if (moves.some(other => other.worth(rate) > move.worth(rate))) faults.push(`${id} has a better lever`);
    worths.set(member, (worths.get(member) ?? 0) + move.worth(rate));
  }
  const value = [...worths.values()].reduce((a, b) => a + b, 0) - g * members.length - F;
  if (value !== tender.gain.expected) faults.push(`gain ${tender.gain.expected} is not ${value}`);
  for (const [member, worth] of worths) {
    if (settings.everyMemberGains && worth < g) faults.push(`${member} loses`);
  }
  return faults;
}

function capacityFaults(plan: Plan, { settings, contracts, categoryOf }: World): string[] {
  const faults: string[] = [];
  const launches = new Map<string, number>();
  const perKey = new Map<string, number>();
  for (const { launch, category, territory } of plan.tenders) {
    launches.set(launch, (launches.get(launch) ?? 0) + 1);
    const key = `${category}@${territory ?? ''}`;
    perKey.set(key, (perKey.get(key) ?? 0) + 1);
  }
  const most = settings.launchesPerQuarter ?? Infinity;
  for (const [quarter, count] of launches) if (count > most) faults.push(`${count} launches in ${quarter}`);
  for (const [key, count] of perKey)
    if (count > settings.tendersPerKey) faults.push(`${count} tenders for ${key}`);
  const locals = contracts.filter(({ category }) => categoryOf(category.id)?.reach === 'local');
  for (const tender of plan.tenders) {
    for (const { contract } of tender.participations) {
      const local = locals.find(({ id }) => id === contract);
      if (local && local.territory !== tender.territory)
        faults.push(`${contract} is not in ${tender.territory}`);
    }
  }
  return faults;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function sumFaults(plan: Plan): string[] {
  const faults: string[] = [];
  for (const { id, gain, participations, shares } of plan.tenders) {
    if (sum(gain.parts.map(({ amount }) => amount)) !== gain.expected) faults.push(`${id}: parts do not sum`);
    if (sum(participations.map(p => p.gain)) !== gain.expected) faults.push(`${id}: contracts do not sum`);
    if (sum(shares.map(s => s.gain)) !== gain.expected) faults.push(`${id}: shares do not sum`);
    if (!(gain.low <= gain.expected && gain.expected <= gain.high)) faults.push(`${id}: low, expected, high`);
    for (const p of participations) {
      if (sum(p.parts.map(({ amount }) => amount)) !== p.gain) faults.push(`${p.contract}: parts do not sum`);
    }
  }
  const { objective, bound } = plan.optimality;
  if (sum(plan.tenders.map(({ gain }) => gain.expected)) !== objective)
    faults.push('tenders do not sum to the objective');
  if (sum(plan.members.map(({ joint }) => joint.gain)) !== objective)
    faults.push('members do not sum to the objective');
  if (bound < objective) faults.push('the bound is below the objective');
  if ((plan.optimality.status === 'optimal') !== (bound === objective))
    faults.push('the status belies the bound');
  return faults;
}

function coordinationFaults(plan: Plan, world: World): string[] {
  const { settings } = world;
  const faults: string[] = [];
  const loads = new Map<string, number>();
  for (const { id, coordinator, participations, category, start } of plan.tenders) {
    if (!participations.some(({ member }) => member === coordinator))
      faults.push(`${id}: coordinator is not a member`);
    const year = yearOf(addMonths(start, -world.categoryOf(category)!.leadMonths));
    const slot = `${coordinator} ${year}`;
    loads.set(slot, (loads.get(slot) ?? 0) + 1);
  }
  const K = settings.launchesPerQuarter;
  const most =
    settings.coordinationsPerMember ?? (K === null ? Infinity : Math.ceil((4 * K) / plan.members.length));
  for (const [slot, load] of loads) {
    const own = settings.coordinatesAtMost[slot.slice(0, -5)];
    if (load > (own ?? most)) faults.push(`${slot}: ${load} coordinations`);
  }
  return faults;
}
