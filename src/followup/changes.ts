/** Two runs on the same group → what changed between them. */
import type { Changes } from '../domain/changes.ts';
import type { Member, MemberId } from '../domain/contract.ts';
import type { Outcome } from '../domain/outcome.ts';
import { contractChanges } from './contractChanges.ts';
import { decisionOutcomes } from './decisionOutcomes.ts';
import { layoutChanges, lostFields, matchSources, qualityChanges } from './layoutChanges.ts';
import { matchContracts } from './matching.ts';
import { tenderChanges } from './tenderChanges.ts';

/**
 * What changed from the run `before` to the run `after`: contracts, tenders, decisions, exports. Contracts are the same
 * by their identifiers, and by their content when a number changed; tenders by their identifiers, and by the contracts
 * that they share. The same two runs give the same changes.
 */
export function changesBetween(before: Outcome, after: Outcome): Changes {
  const matching = matchContracts(before.contracts, after.contracts);
  const { pairs, files } = matchSources(before, after);
  const contracts = contractChanges(matching, lostFields(pairs), after.asOf);
  return {
    asOf: { before: before.asOf, after: after.asOf },
    objective: { before: before.plan.optimality.objective, after: after.plan.optimality.objective },
    membersIn: added(before.members, after.members),
    membersOut: added(after.members, before.members),
    contracts,
    tenders: tenderChanges(before.plan, after.plan, matching, contracts),
    decisions: decisionOutcomes(before, after, matching),
    files,
    layouts: layoutChanges(pairs),
    quality: qualityChanges(pairs, before, after),
  };
}

function added(before: readonly Member[], after: readonly Member[]): MemberId[] {
  const known = new Set(before.map(({ id }) => id));
  return after.map(({ id }) => id).filter(id => !known.has(id));
}
