/** The schema of a joint tender. */
import * as z from 'zod';
import type { CategoryId } from '../../domain/category.ts';
import type { ContractId, MemberId } from '../../domain/contract.ts';
import { LEGAL_CHECK_CODES } from '../../domain/legal.ts';
import type { Tender, TenderId } from '../../domain/plan.ts';
import { coded, count, day, euros, id, list, params, quarter, sentence, share } from './values.ts';

const lever = z.enum(['natural-end', 'non-renewal', 'extension', 'interim']);
export const mark = z.enum(['verified', 'derived', 'unverified']);
export const stepCode = z.enum([
  ...(['DENOUNCE', 'DO_NOT_RENEW', 'RENEW', 'EXTEND', 'BRIDGE'] as const),
  ...(['STATE_NEEDS', 'SIGN_CONVENTION', 'AWARD'] as const),
]);

const gainPart = z
  .strictObject({
    rule: z.enum([
      ...(['SAVING', 'SAVING_BEYOND', 'AVOIDED_PROCEDURE', 'EXIT_COST', 'EXTENSION_COST'] as const),
      ...(['INTERIM_COST', 'COORDINATION', 'JOINT_PROCEDURE'] as const),
    ]),
    amount: euros,
    because: sentence,
    params,
  })
  .transform(({ because: _because, ...part }) => part);

const step = z
  .strictObject({ code: stepCode, by: day, params, text: sentence })
  .transform(({ text: _text, ...rest }) => rest);

const participation = z.strictObject({
  member: id<MemberId>(),
  contract: id<ContractId>(),
  joinsOn: day.describe('First day under the joint contract'),
  lever,
  leavesOn: day.describe('Last day of the present contract, inclusive'),
  decideBy: day.exactOptional(),
  gain: euros,
  parts: list(gainPart).describe('Their amounts sum to the gain'),
  steps: list(step),
  otherLevers: list(z.strictObject({ lever, joinsOn: day, gain: euros })),
  flags: list(coded),
});

const procedure = z.strictObject({
  code: z.enum(['BELOW_WAIVER', 'ADAPTED', 'FORMAL', 'SOCIAL_ADAPTED']),
  threshold: euros,
  basis: z.string(),
  mark,
  waiver: euros,
  margin: euros.describe('threshold − estimated value'),
  publication: z.enum(['none', 'free', 'national', 'european']),
});

const check = z
  .strictObject({
    code: z.enum(LEGAL_CHECK_CODES),
    params,
    text: sentence,
    effect: z.enum(['blocks', 'warns', 'informs']),
    mark,
    article: z.string(),
    source: z.string(),
    confirm: z.literal('LEGAL_CONFIRM').describe('To be confirmed by the legal department'),
  })
  .transform(({ text: _text, ...rest }) => rest);

const lot = z.strictObject({
  id: z.string(),
  by: z.enum(['territory', 'member', 'whole']),
  members: list(id<MemberId>()),
  contracts: list(id<ContractId>()),
  annualAmount: euros,
  estimatedValue: euros,
});

const alternative = z.strictObject({
  start: day,
  launch: quarter,
  gain: euros,
  delta: euros.describe("gain − the chosen start's gain"),
  net: euros,
  free: z.boolean().describe('Its quarter of launch has a slot left'),
  displaces: id<TenderId>().exactOptional(),
});

export const tender = z.strictObject({
  id: id<TenderId>(),
  category: id<CategoryId>(),
  territory: z.string().exactOptional(),
  start: day.describe('First day of the joint contract'),
  launch: quarter,
  launchOn: day.describe('Day on which the call is published'),
  durationMonths: count,
  coordinator: id<MemberId>(),
  participations: list(participation),
  annualAmount: euros,
  estimatedValue: euros.describe('Whole duration, renewals included, excluding VAT'),
  duration: z.strictObject({
    months: count,
    firmMonths: count,
    renewals: count,
    renewalMonths: count,
    endsOn: day,
  }),
  lots: list(lot),
  procedure,
  milestones: list(z.strictObject({ code: z.string(), from: day, to: day.describe('Inclusive') })),
  checks: list(check),
  gain: z.strictObject({
    low: euros,
    expected: euros,
    high: euros,
    parts: list(gainPart).describe('Their amounts sum to expected'),
  }),
  shares: list(
    z.strictObject({
      member: id<MemberId>(),
      annualAmount: euros,
      volume: share,
      gain: euros,
      reference: euros.describe('Shapley value'),
      flags: list(coded),
    }),
  ),
  alternatives: list(alternative),
  fragility: z.strictObject({ contract: id<ContractId>(), loss: euros }).exactOptional(),
  frozen: z.enum(['PUBLISHED', 'UNDER_WAY', 'LAUNCHING_SOON', 'ACCEPTED']).exactOptional(),
  warnings: list(coded),
}) satisfies z.ZodType<Tender>;
