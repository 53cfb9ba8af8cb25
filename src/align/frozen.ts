/** Tenders that are already under way or accepted: taken as they are, valued by today's data. */
import type { Contract, ContractId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import { compareText } from '../domain/text.ts';
import type { Draft, DraftEntry } from './drafts.ts';
import { monthsFor } from './duration.ts';
import { jointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import { keyIdOf } from './keys.ts';
import { type Way, waysTo } from './levers.ts';
import type { FrozenTender, PreviousTender } from './previous.ts';
import { type Standing, missingOf, standingOf } from './standing.ts';
import { fullRate, shareOfSaving, valuationOf, worth } from './worth.ts';

/**
 * The drafts of frozen tenders. A contract that is gone from the registers, over, without an amount, or that today's
 * data show to be out of reach, leaves its tender and is planned like any other; a tender left with fewer than two
 * members is given up.
 */
export function frozenDrafts(
  frozen: readonly FrozenTender[],
  contracts: readonly Contract[],
  ground: Ground,
): Draft[] {
  const byId = new Map(contracts.map(contract => [contract.id, contract]));
  return frozen
    .map(({ tender, why }) => ({ ...draftOf(tender, byId, ground), frozen: why, earlier: tender.id }))
    .filter(({ entries }) => new Set(entries.map(({ contract }) => contract.member)).size >= 2);
}

function draftOf(
  tender: PreviousTender,
  contracts: ReadonlyMap<ContractId, Contract>,
  ground: Ground,
): Draft {
  const { settings, calendar, asOf } = ground;
  const category = ground.categoryOf(tender.category)!;
  const start = jointStart(tender.start, category, settings, asOf);
  const members = new Set(tender.participations.map(({ member }) => member)).size;
  const rate = fullRate(category, settings, 'expected') * shareOfSaving(members, settings);
  const entries = tender.participations
    .flatMap((earlier): DraftEntry[] => {
      const contract = contracts.get(earlier.contract);
      if (!contract || missingOf(contract) || isOverEarly(contract, asOf)) return [];
      const standing = standingOf(contract, category, ground);
      const valuation = valuationOf(standing, ground);
      const value = (way: Way): number => worth(valuation, way, rate);
      const same = (way: Way): number =>
        way.lever === earlier.lever && way.joinsOn === earlier.joinsOn ? 1 : 0;
      const ways = waysTo(standing, start).toSorted((a, b) => value(b) - value(a) || same(b) - same(a));
      const way = ways[0] ?? settledWay(earlier, standing);
      return way ? [{ contract, standing, valuation, way, others: [] }] : [];
    })
    .sort(
      (a, b) =>
        compareText(a.contract.member, b.contract.member) || compareText(a.contract.id, b.contract.id),
    );
  const key = {
    id: keyIdOf(tender.category, tender.territory),
    category,
    ...(tender.territory !== undefined && { territory: tender.territory }),
    contracts: entries.map(({ contract }) => contract),
  };
  return {
    open: { key, months: monthsFor(category, settings.jointMonths, calendar) },
    start,
    entries,
    planned: tender.milestones,
    // One that has left the tender no longer coordinates it: another is chosen.
    ...(tender.coordinator !== undefined &&
      entries.some(({ contract }) => contract.member === tender.coordinator) && {
        coordinator: tender.coordinator,
      }),
  };
}

/** Over before its end, as the register says; one that ended on its day may be bridged until the joint start. */
function isOverEarly({ status, term }: Contract, asOf: Day): boolean {
  return (
    status === 'terminated' ||
    (status === 'ended' && term.currentEnd !== undefined && term.currentEnd >= asOf)
  );
}

/**
 * A non-renewal decided in an earlier run, whose notice is past today: it was given, which the register does not show.
 * Nothing is left to decide.
 */
function settledWay(
  { lever, joinsOn }: PreviousTender['participations'][number],
  standing: Standing,
): Way | undefined {
  const exit = lever === 'non-renewal' ? standing.closed.find(({ next }) => next === joinsOn) : undefined;
  return (
    exit && {
      lever: 'non-renewal',
      leavesOn: exit.end,
      joinsOn,
      joinMonth: exit.month,
      prolongedMonths: 0,
      givesUp: true,
    }
  );
}
