/** A joint tender as JSON. */
import type { Coded, CodeParams } from '../../../domain/code.ts';
import { type Cents, euros } from '../../../domain/money.ts';
import type { GainPart, Participation, Tender } from '../../../domain/plan.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { checkText } from '../../checkText.ts';
import type { Names } from '../../names.ts';
import type { PlanDocument } from '../../schema/plan.ts';

type TenderJson = PlanDocument['tenders'][number];
type GainPartJson = TenderJson['gain']['parts'][number];

export function tenderJson(tender: Tender, names: Names, texts: Texts): TenderJson {
  const { gain, procedure } = tender;
  return {
    ...tender,
    participations: tender.participations.map(participation => participationJson(participation, texts)),
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
    checks: tender.checks.map(check => ({
      ...check,
      params: paramsJson(check.params),
      text: checkText(check, names, texts),
    })),
    gain: {
      low: euros(gain.low),
      expected: euros(gain.expected),
      high: euros(gain.high),
      parts: gain.parts.map(part => gainPartJson(part, texts)),
    },
    shares: tender.shares.map(share => ({
      ...share,
      annualAmount: euros(share.annualAmount),
      gain: euros(share.gain),
      reference: euros(share.reference),
      flags: share.flags.map(codedJson),
    })),
    alternatives: tender.alternatives.map(alternative => ({
      ...alternative,
      gain: euros(alternative.gain),
      delta: euros(alternative.delta),
      net: euros(alternative.net),
    })),
    ...(tender.fragility && {
      fragility: { contract: tender.fragility.contract, loss: euros(tender.fragility.loss) },
    }),
    warnings: tender.warnings.map(codedJson),
  };
}

function participationJson(participation: Participation, texts: Texts): TenderJson['participations'][number] {
  return {
    ...participation,
    gain: euros(participation.gain),
    parts: participation.parts.map(part => gainPartJson(part, texts)),
    steps: participation.steps.map(step => ({
      code: step.code,
      by: step.by,
      params: paramsJson(step.params),
      text: texts.plan.decision[step.code](step.params),
    })),
    otherLevers: participation.otherLevers.map(other => ({ ...other, gain: euros(other.gain) })),
    flags: participation.flags.map(codedJson),
  };
}

function gainPartJson({ rule, amount, params }: GainPart, texts: Texts): GainPartJson {
  return { rule, amount: euros(amount), because: texts.plan.gainRule[rule], params: paramsJson(params) };
}

function codedJson({ code, params }: Coded): { code: string; params: CodeParams } {
  return { code, params: paramsJson(params) };
}

/** Amounts among parameters are cents under a name that ends in `Amount`. */
export function paramsJson(params: CodeParams): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name.endsWith('Amount') && typeof value === 'number' ? euros(value as Cents) : value,
    ]),
  );
}
