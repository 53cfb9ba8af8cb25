/** The documented JSON (schemaVersion 1): dates `YYYY-MM-DD`, amounts in euros, sentences beside their codes. */
import type { Contract } from '../../domain/contract.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { type Cents, euros } from '../../domain/money.ts';
import type { Outcome, Register } from '../../domain/outcome.ts';
import type { Alone, Participation, Tender } from '../../domain/plan.ts';
import type { Notice } from '../../domain/term.ts';
import type { Texts } from '../../i18n/texts.ts';
import { explain } from '../sections/data.ts';
import type { RenderOptions, Subject } from './format.ts';

const SCHEMA_VERSION = 1;

/** The whole outcome, or the register alone. */
export function json(subject: Subject, { texts }: RenderOptions): string {
  const value = subject.kind === 'schedule' ? planJson(subject, texts) : registerJson(subject, texts);
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `normalize --format json` */
export function registerJson(register: Register, texts: Texts): object {
  const { asOf, group, sources, contracts, diagnostics } = register;
  return {
    schemaVersion: SCHEMA_VERSION,
    asOf,
    ...(group && { group }),
    sources,
    contracts: contracts.map(contractJson),
    diagnostics: diagnostics.map(diagnostic => diagnosticJson(diagnostic, texts)),
  };
}

/** `align --format json` */
export function planJson(outcome: Outcome, texts: Texts): object {
  const { plan } = outcome;
  const { objective, bound } = plan.optimality;
  return {
    ...registerJson(outcome, texts),
    horizon: plan.horizon,
    assumptions: plan.assumptions,
    members: plan.members.map(member => ({
      ...member,
      annualAmount: euros(member.annualAmount),
      joint: {
        tenders: member.joint.tenders,
        annualAmount: euros(member.joint.annualAmount),
        gain: euros(member.joint.gain),
      },
    })),
    tenders: plan.tenders.map(tender => tenderJson(tender, texts)),
    alone: plan.alone.map(item => aloneJson(item, texts)),
    decisions: plan.decisions.map(decision => ({
      ...decision,
      params: paramsJson(decision.params),
      text: texts.plan.decision[decision.code](decision.params),
    })),
    workload: plan.workload,
    naive: { ...plan.naive, objective: euros(plan.naive.objective) },
    optimality: { ...plan.optimality, objective: euros(objective), bound: euros(bound) },
  };
}

function contractJson(contract: Contract): object {
  const { amount, term, category, source, ...identity } = contract;
  return {
    ...identity,
    category,
    term: {
      ...without(term, ['notice', 'statedCurrentEnd', 'statedLatestEnd', 'statedRunning', 'firmMonths']),
      ...noticeJson(term.notice),
    },
    ...(amount && {
      ...(amount.annual !== undefined && { annualAmount: euros(amount.annual) }),
      amountBasis: amount.period,
      amount: {
        ...amount,
        stated: euros(amount.stated),
        ...(amount.annual !== undefined && { annual: euros(amount.annual) }),
      },
    }),
    source,
  };
}

function noticeJson(notice: Notice | undefined): object {
  if (!notice) return {};
  return 'months' in notice ? { noticeMonths: notice.months } : { noticeDays: notice.days };
}

function tenderJson(tender: Tender, texts: Texts): object {
  const { gain, participations, procedure } = tender;
  return {
    ...tender,
    participations: participations.map(participation => participationJson(participation, texts)),
    annualAmount: euros(tender.annualAmount),
    estimatedValue: euros(tender.estimatedValue),
    lots: tender.lots.map(lot => ({
      ...lot,
      annualAmount: euros(lot.annualAmount),
      estimatedValue: euros(lot.estimatedValue),
    })),
    procedure: {
      ...procedure,
      threshold: euros(procedure.threshold),
      waiver: euros(procedure.waiver),
      margin: euros(procedure.margin),
    },
    gain: {
      low: euros(gain.low),
      expected: euros(gain.expected),
      high: euros(gain.high),
      parts: gain.parts.map(part => ({
        rule: part.rule,
        amount: euros(part.amount),
        because: texts.plan.gainRule[part.rule],
        params: paramsJson(part.params),
      })),
    },
    alternatives: tender.alternatives.map(({ start, gain: value, delta }) => ({
      start,
      gain: euros(value),
      delta: euros(delta),
    })),
  };
}

function participationJson(participation: Participation, texts: Texts): object {
  return {
    ...participation,
    gain: euros(participation.gain),
    steps: participation.steps.map(step => ({
      code: step.code,
      by: step.by,
      params: paramsJson(step.params),
      text: texts.plan.decision[step.code](step.params),
    })),
    otherLevers: participation.otherLevers.map(other => ({ ...other, gain: euros(other.gain) })),
  };
}

function aloneJson(alone: Alone, texts: Texts): object {
  const { code, params } = alone.reason;
  return { ...alone, reason: { code, ...paramsJson(params), text: texts.plan.alone[code].sentence(params) } };
}

function diagnosticJson(diagnostic: Diagnostic, texts: Texts): object {
  const { code, severity, at, value } = diagnostic;
  return { code, severity, ...at, ...(value !== undefined && { value }), ...explain(diagnostic, texts) };
}

/** Amounts among parameters are cents under a name that ends in `Amount`. */
function paramsJson(params: Readonly<Record<string, string | number>>): object {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      key.endsWith('Amount') && typeof value === 'number' ? euros(value as Cents) : value,
    ]),
  );
}

function without<T extends object>(value: T, keys: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.includes(key as keyof T)),
  ) as Partial<T>;
}
