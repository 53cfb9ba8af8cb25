/** Tenders that are already under way or accepted: taken as they are, valued by today's data. */
import type { Contract, ContractId } from '../domain/contract.ts';
import { addDays, monthsBetween } from '../domain/day.ts';
import { compareText } from '../domain/text.ts';
import type { Draft, DraftEntry } from './drafts.ts';
import { monthsFor } from './duration.ts';
import { jointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import { keyIdOf } from './keys.ts';
import { type Way, waysTo } from './levers.ts';
import type { FrozenTender, PreviousTender } from './previous.ts';
import { missingOf, standingOf } from './standing.ts';
import { fullRate, shareOfSaving, valuationOf, worth } from './worth.ts';

/**
 * The drafts of frozen tenders. A contract that is gone from the registers, over, or without an amount, leaves its
 * tender; a tender left with fewer than two members is given up.
 */
export function frozenDrafts(
  frozen: readonly FrozenTender[],
  contracts: readonly Contract[],
  ground: Ground,
): Draft[] {
  const byId = new Map(contracts.map(contract => [contract.id, contract]));
  return frozen
    .map(({ tender, why }) => ({ ...draftOf(tender, byId, ground), frozen: why }))
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
  const present = tender.participations.flatMap(({ contract: id, joinsOn, lever }) => {
    const contract = contracts.get(id);
    return contract && !missingOf(contract) ? [{ contract, joinsOn, lever }] : [];
  });
  const members = new Set(present.map(({ contract }) => contract.member)).size;
  const rate = fullRate(category, settings, 'expected') * shareOfSaving(members, settings);
  const entries = present
    .map(({ contract, joinsOn, lever }): DraftEntry => {
      const standing = standingOf(contract, category, ground);
      const valuation = valuationOf(standing, ground);
      const ways = waysTo(standing, start);
      // The lever is settled: the one of the earlier plan if it still exists, else the best that does, else the
      // earlier one as it was (its notice was given, which the register does not show).
      const best = ways.toSorted((a, b) => worth(valuation, b, rate) - worth(valuation, a, rate))[0];
      const way =
        ways.find(w => w.lever === lever && w.joinsOn === joinsOn) ??
        best ??
        settledWay(lever, joinsOn, ground);
      return { contract, standing, valuation, way, others: [] };
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
    ...(tender.coordinator !== undefined && { coordinator: tender.coordinator }),
  };
}

/** A way decided in an earlier run, whose deadline is past: there is nothing left to decide. */
function settledWay(lever: Way['lever'], joinsOn: Way['joinsOn'], { asOf }: Ground): Way {
  return {
    lever,
    leavesOn: addDays(joinsOn, -1),
    joinsOn,
    joinMonth: monthsBetween(asOf, joinsOn),
    prolongedMonths: 0,
    givesUp: lever === 'non-renewal',
  };
}
