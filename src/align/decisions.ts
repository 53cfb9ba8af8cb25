/** One list, by date, of what each member must do for the joint tenders, and of the renewals to watch elsewhere. */
import { categoryById } from '../data/categories.ts';
import { legalNumber } from '../data/legal-rules.ts';
import { OTHER } from '../domain/category.ts';
import type { Contract, ContractId } from '../domain/contract.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { Decision, DecisionStatus, UndatedDecision } from '../domain/decision.ts';
import type { Coded, Participation, Plan, Step, StepCode, Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import type { CategoryLookup } from './ground.ts';
import { nextEnd } from './renewals.ts';
import { watchDecisions } from './watch.ts';

/** Steps that a member takes once for a tender, whatever the number of its contracts. */
const ONCE_A_MEMBER: ReadonlySet<StepCode> = new Set(['STATE_NEEDS', 'SIGN_CONVENTION', 'AWARD']);

/**
 * Every decision to take, soonest first. A day is at or after as-of, except for `missed` notices, whose contract is
 * already bound to run on. Steps of a procedure that are past (a tender under way) are done, and left out.
 */
export function decisionsOf(
  plan: Pick<Plan, 'asOf' | 'horizon' | 'tenders' | 'alone'>,
  contracts: ReadonlyMap<ContractId, Contract>,
  categoryOf: CategoryLookup = categoryById,
): Decision[] {
  const ofTenders = plan.tenders.flatMap(tender => tenderDecisions(tender, contracts, plan.asOf));
  const watched = plan.alone.flatMap(alone => {
    const contract = contracts.get(alone.contract);
    return watchDecisions(alone, contract, leadMonths(contract, categoryOf), plan);
  });
  return [...ofTenders, ...watched]
    .map(decision => dated(decision, plan.asOf))
    .toSorted(
      (a, b) =>
        compareText(a.by, b.by) ||
        compareText(a.member, b.member) ||
        compareText(a.code, b.code) ||
        compareText(a.contracts.join(), b.contracts.join()),
    );
}

/** Months that it takes to replace a contract; those of the category « other » when its own is not known. */
function leadMonths(contract: Contract | undefined, categoryOf: CategoryLookup): number {
  const category = (contract && categoryOf(contract.category.id)) ?? categoryById(OTHER)!;
  return category.leadMonths;
}

function dated(decision: UndatedDecision, asOf: Day): Decision {
  const margin = daysBetween(asOf, decision.by);
  return { ...decision, margin, status: statusOf(margin) };
}

function statusOf(margin: number): DecisionStatus {
  if (margin < 0) return 'missed';
  return margin <= legalNumber('URGENT') ? 'urgent' : 'open';
}

function tenderDecisions(
  tender: Tender,
  contracts: ReadonlyMap<ContractId, Contract>,
  asOf: Day,
): UndatedDecision[] {
  const decisions = new Map<string, UndatedDecision>();
  for (const participation of tender.participations) {
    for (const step of participation.steps) {
      const once = ONCE_A_MEMBER.has(step.code);
      if (once && step.by < asOf) continue;
      const key = [step.code, participation.member, once ? '' : `${participation.contract} ${step.by}`].join(
        ' ',
      );
      const decision = decisionOf(tender, participation, step, contracts);
      const same = decisions.get(key);
      decisions.set(key, same ? merged(same, decision) : decision);
    }
  }
  return [...decisions.values()];
}

function decisionOf(
  tender: Tender,
  participation: Participation,
  { code, by, params }: Step,
  contracts: ReadonlyMap<ContractId, Contract>,
): UndatedDecision {
  const contract = contracts.get(participation.contract);
  return {
    code,
    by,
    params,
    member: participation.member,
    tender: tender.id,
    contracts: [participation.contract],
    suppliers: contract?.supplier ? [contract.supplier] : [],
    lost: lossOf(code, tender, participation, contract),
  };
}

function lossOf(
  code: StepCode,
  tender: Tender,
  { gain, member, leavesOn }: Participation,
  contract: Contract | undefined,
): Coded<Decision['lost']['code']> {
  if (code === 'AWARD') return { code: 'DELAYS_AWARD', params: { start: tender.start } };
  if (ONCE_A_MEMBER.has(code)) {
    const own = tender.participations.filter(other => other.member === member);
    const gainAmount = own.reduce((sum, other) => sum + other.gain, 0);
    return { code: 'LEFT_OUT', params: { gainAmount } };
  }
  const until = code === 'DENOUNCE' && contract ? nextEnd(contract.term, leavesOn) : undefined;
  return { code: 'LOSES_TENDER', params: { gainAmount: gain, ...(until && { until }) } };
}

/** The same act for two contracts of a member, at the earlier of its days. */
function merged(a: UndatedDecision, b: UndatedDecision): UndatedDecision {
  return {
    ...a,
    by: a.by < b.by ? a.by : b.by,
    contracts: sortedOnce([...a.contracts, ...b.contracts]),
    suppliers: sortedOnce([...a.suppliers, ...b.suppliers]),
  };
}

function sortedOnce<T extends string>(texts: readonly T[]): T[] {
  return [...new Set(texts)].toSorted(compareText);
}
