/** An earlier plan in the identifiers of a later run, so that what it settled is not lost with a number that changed. */
import type { Contract } from '../domain/contract.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { matchContracts } from './matching.ts';

/** The earlier run's plan, its contracts called as the later run calls them, or the contracts that took their place. */
export function carriedOver(before: Outcome, contracts: readonly Contract[]): Plan {
  const { later } = matchContracts(before.contracts, contracts);
  return {
    ...before.plan,
    tenders: before.plan.tenders.map(tender => ({
      ...tender,
      participations: tender.participations.map(participation => ({
        ...participation,
        contract: later.get(participation.contract) ?? participation.contract,
      })),
    })),
  };
}
