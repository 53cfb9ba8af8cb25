/** Contracts that end soon and that nobody has planned to replace. */
import { categoryById } from '../data/categories.ts';
import { type Category, type CategoryId, OTHER } from '../domain/category.ts';
import type { Contract } from '../domain/contract.ts';
import { type Day, type Quarter, addDays, addMonths, endOfQuarter, maxDay } from '../domain/day.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { UnplannedExpiry } from '../domain/quarterly.ts';
import { compareText } from '../domain/text.ts';
import { isSucceeded, successorsAmong } from './succession.ts';

/**
 * Contracts in no tender that end, renewal or not, before the end of the quarter `until` or before a procedure begun on
 * the as-of day could replace them (the category's usual lead time); by end. A tacit renewal left is no end: it runs on.
 * One operation's contract is not replaced; one that another contract follows is planned.
 */
export function unplannedExpiries(
  { asOf, contracts, categories = [], plan }: Outcome,
  until: Quarter,
): UnplannedExpiry[] {
  const added = new Map(categories.map(category => [category.id, category]));
  const successors = successorsAmong(contracts);
  const byId = new Map(contracts.map(contract => [contract.id, contract]));
  return plan.alone
    .filter(({ reason }) => reason.code !== 'ENDED' && reason.code !== 'ONE_OFF')
    .flatMap(({ contract: id }) => {
      const contract = byId.get(id);
      const end = contract && endWithoutTacitRenewal(contract);
      if (!contract || !end || end < asOf) return [];
      const lead = leadMonths(contract.category.id, added);
      if (end > maxDay(endOfQuarter(until), addMonths(asOf, lead))) return [];
      if (isSucceeded(contract, successors)) return [];
      return [
        {
          contract: id,
          member: contract.member,
          end,
          renewable: contract.term.latestEnd !== undefined && contract.term.latestEnd > end,
          replaceFrom: addMonths(addDays(end, 1), -lead),
        },
      ];
    })
    .toSorted((a, b) => compareText(a.end, b.end) || compareText(a.contract, b.contract));
}

function endWithoutTacitRenewal({ term }: Contract): Day | undefined {
  const { renewal, currentEnd, latestEnd } = term;
  return renewal === 'tacit' && currentEnd !== latestEnd ? undefined : currentEnd;
}

function leadMonths(id: CategoryId, added: ReadonlyMap<CategoryId, Category>): number {
  return (added.get(id) ?? categoryById(id) ?? categoryById(OTHER)!).leadMonths;
}
