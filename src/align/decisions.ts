/** One list, by date, of what each member must do for the joint tenders, and of the renewals to watch elsewhere. */
import { categoryById } from '../data/categories.ts';
import { legalNumber } from '../data/legal-rules.ts';
import { OTHER } from '../domain/category.ts';
import type { Contract, ContractId, MemberId } from '../domain/contract.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { Decision, DecisionStatus, UndatedDecision } from '../domain/decision.ts';
import type { Participation, Plan, Step, StepCode, Tender } from '../domain/plan.ts';
import { compact } from '../domain/lists.ts';
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
  const decisions: Decision[] = [];
  const add = (found: readonly UndatedDecision[]): void => {
    for (const decision of found) decisions.push(dated(decision, plan.asOf));
  };
  for (const tender of plan.tenders) add(tenderDecisions(tender, contracts, plan.asOf));
  for (const alone of plan.alone) {
    const contract = contracts.get(alone.contract);
    add(watchDecisions(alone, contract, leadMonths(contract, categoryOf), plan));
  }
  return decisions.sort(
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

/** Written out field by field: copies made by spreading take several times the memory, and there are many. */
function dated(decision: UndatedDecision, asOf: Day): Decision {
  const { code, by, params, member, tender, contracts, suppliers, lost } = decision;
  const margin = daysBetween(asOf, by);
  const status = statusOf(margin);
  return tender === undefined
    ? { code, by, member, contracts, suppliers, params, lost, margin, status }
    : { code, by, params, member, tender, contracts, suppliers, lost, margin, status };
}

function statusOf(margin: number): DecisionStatus {
  if (margin < 0) return 'missed';
  return margin <= legalNumber('URGENT') ? 'urgent' : 'open';
}

/** What the decisions of a tender have in common; a large group has many decisions, so what can be shared is. */
interface Common {
  readonly tender: Tender;
  readonly contracts: ReadonlyMap<ContractId, Contract>;
  readonly asOf: Day;
  readonly delayed: Decision['lost'];
}

function tenderDecisions(
  tender: Tender,
  contracts: ReadonlyMap<ContractId, Contract>,
  asOf: Day,
): UndatedDecision[] {
  const delayed = { code: 'DELAYS_AWARD', params: { start: tender.start } } as const;
  const common: Common = { tender, contracts, asOf, delayed };
  const members = new Map<MemberId, Participation[]>();
  for (const participation of tender.participations) {
    const own = members.get(participation.member);
    if (own) own.push(participation);
    else members.set(participation.member, [participation]);
  }
  return [...members.values()].flatMap(own => [
    ...procedureDecisions(own, common),
    ...own.flatMap(participation => contractDecisions(participation, common)),
  ]);
}

/** What a member decides once for all its contracts, at the earliest of their days. */
function procedureDecisions(own: readonly Participation[], common: Common): UndatedDecision[] {
  const steps = new Map<StepCode, Step>();
  for (const step of own.flatMap(participation => participation.steps)) {
    if (!ONCE_A_MEMBER.has(step.code) || step.by < common.asOf) continue;
    const earlier = steps.get(step.code);
    if (!earlier || step.by < earlier.by) steps.set(step.code, { ...(earlier ?? step), by: step.by });
  }
  const gainAmount = own.reduce((sum, { gain }) => sum + gain, 0);
  const leftOut = { code: 'LEFT_OUT', params: { gainAmount } } as const;
  const concerned = concernedBy(own, common);
  return [...steps.values()].map(({ code, by, params }) => ({
    code,
    by,
    params,
    ...concerned,
    lost: code === 'AWARD' ? common.delayed : leftOut,
  }));
}

/** What a member decides for one contract. */
function contractDecisions(participation: Participation, common: Common): UndatedDecision[] {
  const contract = common.contracts.get(participation.contract);
  const concerned = concernedBy([participation], common);
  return participation.steps
    .filter(({ code }) => !ONCE_A_MEMBER.has(code))
    .map(({ code, by, params }) => ({
      code,
      by,
      params,
      ...concerned,
      lost: lossOf(code, participation, contract),
    }));
}

function concernedBy(
  participations: readonly Participation[],
  { tender, contracts }: Common,
): Pick<UndatedDecision, 'member' | 'tender' | 'contracts' | 'suppliers'> {
  const ids = participations.map(({ contract }) => contract);
  return {
    member: participations[0]!.member,
    tender: tender.id,
    contracts: sortedOnce(ids),
    suppliers: sortedOnce(ids.flatMap(id => contracts.get(id)?.supplier ?? [])),
  };
}

function lossOf(
  code: StepCode,
  { gain, leavesOn }: Participation,
  contract: Contract | undefined,
): Decision['lost'] {
  const until = code === 'DENOUNCE' && contract ? nextEnd(contract.term, leavesOn) : undefined;
  return { code: 'LOSES_TENDER', params: { gainAmount: gain, ...(until && { until }) } };
}

function sortedOnce<T extends string>(texts: readonly T[]): readonly T[] {
  return texts.length < 2 ? compact(texts) : [...new Set(texts)].toSorted(compareText);
}
