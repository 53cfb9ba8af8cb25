/** What changes between two plans, and what a plan is worth under other settings. */
import type { CategoryComparison, Comparison, Revaluation } from '../domain/comparison.ts';
import type { ContractId } from '../domain/contract.ts';
import { type Cents, ZERO, sumCents } from '../domain/money.ts';
import type { Plan } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import { type PlanContext, type PlannerSettings, groundOf } from './align.ts';
import { draftValue } from './drafts.ts';
import { frozenDrafts } from './frozen.ts';
import type { PlanRequest } from './ground.ts';

/** The same tenders, contracts and levers, valued under other settings. */
export function revaluePlan(
  plan: Pick<Plan, 'tenders'>,
  request: PlanRequest,
  settings: PlannerSettings,
  context: PlanContext = {},
): Revaluation {
  const ground = groundOf(request, settings, context);
  const tenders = plan.tenders.flatMap(tender => {
    const [draft] = frozenDrafts([{ tender, why: 'ACCEPTED' }], request.contracts, ground);
    if (!draft) return [];
    const [low, expected, high] = (['low', 'expected', 'high'] as const).map(h =>
      draftValue(draft, ground, h),
    );
    return [{ id: tender.id, low: low!, expected: expected!, high: high! }];
  });
  return { objective: sumCents(tenders.map(({ expected }) => expected)), tenders };
}

/** What two plans have in common, and what differs. */
export function comparePlans(first: Plan, second: Plan): Comparison {
  const ids = (plan: Plan) => plan.tenders.map(({ id }) => id).toSorted(compareText);
  const [inFirst, inSecond] = [new Set(ids(first)), new Set(ids(second))];
  const [joinedFirst, joinedSecond] = [joinedOf(first), joinedOf(second)];
  return {
    objective: { first: first.optimality.objective, second: second.optimality.objective },
    kept: ids(first).filter(id => inSecond.has(id)),
    onlyFirst: ids(first).filter(id => !inSecond.has(id)),
    onlySecond: ids(second).filter(id => !inFirst.has(id)),
    joinedOnlyFirst: [...joinedFirst].filter(id => !joinedSecond.has(id)).sort(compareText),
    joinedOnlySecond: [...joinedSecond].filter(id => !joinedFirst.has(id)).sort(compareText),
    categories: categoriesOf(first, second),
  };
}

function joinedOf({ tenders }: Plan): ReadonlySet<ContractId> {
  return new Set(tenders.flatMap(({ participations }) => participations.map(({ contract }) => contract)));
}

function categoriesOf(first: Plan, second: Plan): CategoryComparison[] {
  const all = new Set([...first.tenders, ...second.tenders].map(({ category }) => category));
  return [...all].sort(compareText).map(category => {
    const of = ({ tenders }: Plan) => tenders.filter(tender => tender.category === category);
    const gain = (plan: Plan): Cents => of(plan).reduce((sum, t) => sumCents([sum, t.gain.expected]), ZERO);
    return {
      category,
      tenders: { first: of(first).length, second: of(second).length },
      gain: { first: gain(first), second: gain(second) },
    };
  });
}
