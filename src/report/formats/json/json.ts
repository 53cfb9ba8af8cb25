/** The documented JSON (schemaVersion 1), written as `coop-plan schema plan|contracts` says, and read back by `render`. */
import { euros } from '../../../domain/money.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Alone, MemberShare } from '../../../domain/plan.ts';
import type { Decision } from '../../../domain/decision.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { namesOf } from '../../names.ts';
import { orderOf } from '../../schema/order.ts';
import { type PlanDocument, planDocument } from '../../schema/plan.ts';
import { contractsDocument } from '../../schema/register.ts';
import { type RenderOptions, type Subject, isPlanned } from '../format.ts';
import { diagnosticJson, headJson, registerJson } from './register.ts';
import { paramsJson, tenderJson } from './tender.ts';

/** The whole outcome, or the register alone. */
export function json(subject: Subject, { texts }: RenderOptions): string {
  const value = isPlanned(subject)
    ? orderOf(planDocument)(planJson(subject, texts))
    : orderOf(contractsDocument)(registerJson(subject, texts));
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `align --format json` */
export function planJson(outcome: Outcome, texts: Texts): PlanDocument {
  const { plan } = outcome;
  const names = namesOf(outcome, texts.language);
  return {
    ...headJson(outcome, texts),
    horizon: plan.horizon,
    assumptions: plan.assumptions,
    members: plan.members.map(share => memberJson(share, outcome)),
    tenders: plan.tenders.map(tender => tenderJson(tender, names, texts)),
    alone: plan.alone.map(item => aloneJson(item, texts)),
    decisions: plan.decisions.map(decision => decisionJson(decision, texts)),
    workload: plan.workload,
    quarters: plan.quarters.map(quarter => ({ ...quarter, price: euros(quarter.price) })),
    datesToVerify: plan.datesToVerify.map(date => ({ ...date, exposure: euros(date.exposure) })),
    naive: { ...plan.naive, objective: euros(plan.naive.objective) },
    greedy: { ...plan.greedy, objective: euros(plan.greedy.objective) },
    optimality: {
      ...plan.optimality,
      objective: euros(plan.optimality.objective),
      bound: euros(plan.optimality.bound),
    },
    planDiagnostics: plan.diagnostics.map(diagnostic => diagnosticJson(diagnostic, texts)),
  };
}

function memberJson(share: MemberShare, { members }: Outcome): PlanDocument['members'][number] {
  const member = members.find(({ id }) => id === share.id);
  return {
    ...share,
    ...(member?.siren !== undefined && { siren: member.siren }),
    territories: member?.territories ?? [],
    annualAmount: euros(share.annualAmount),
    joint: {
      tenders: share.joint.tenders,
      annualAmount: euros(share.joint.annualAmount),
      gain: euros(share.joint.gain),
    },
  };
}

function aloneJson({ reason, ...alone }: Alone, texts: Texts): PlanDocument['alone'][number] {
  const { code, params } = reason;
  const text = texts.plan.alone[code].sentence(params);
  return { ...alone, reason: { code, params: paramsJson(params), text } };
}

/** A decision, with its sentences. */
export function decisionJson(decision: Decision, texts: Texts): PlanDocument['decisions'][number] {
  const { code, params, lost } = decision;
  return {
    ...decision,
    params: paramsJson(params),
    text: texts.plan.decision[code](params),
    lost: { code: lost.code, params: paramsJson(lost.params), text: texts.plan.loss[lost.code](lost.params) },
  };
}
