/** The schema of the plan JSON (`align --format json`), which `render` reads back. */
import * as z from 'zod';
import type { ContractId, MemberId } from '../../domain/contract.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { ALONE_CODES, type TenderId } from '../../domain/plan.ts';
import { diagnostic, member, registerShape } from './register.ts';
import { mark, stepCode, tender } from './tender.ts';
import { count, day, euros, id, list, params, quarter, sentence } from './values.ts';

const memberShare = member.extend({
  contracts: count,
  annualAmount: euros,
  joint: z.strictObject({ tenders: count, annualAmount: euros, gain: euros }),
  coordinates: count.describe('Tenders that it coordinates'),
});

const alone = z.strictObject({
  contract: id<ContractId>(),
  reason: z
    .strictObject({ code: z.enum(ALONE_CODES), params, text: sentence })
    .transform(({ text: _text, ...reason }) => reason),
  nextExit: day.exactOptional(),
  decideBy: day.exactOptional(),
});

export const decision = z
  .strictObject({
    code: z.enum([...stepCode.options, 'WATCH_TACIT', 'WATCH_EXPRESS', 'WATCH_END']),
    by: day.describe('Last day to act'),
    margin: z.int().describe('Days from as-of; negative when missed'),
    status: z.enum(['missed', 'urgent', 'open']),
    member: id<MemberId>(),
    tender: id<TenderId>().exactOptional(),
    contracts: list(id<ContractId>()),
    suppliers: list(z.string()),
    params,
    text: sentence,
    lost: z
      .strictObject({
        code: z.enum([
          ...(['LOSES_TENDER', 'LEFT_OUT', 'DELAYS_AWARD'] as const),
          ...(['RUNS_ON', 'RUNS_ON_WITHOUT_END', 'SERVICE_STOPS'] as const),
        ]),
        params,
        text: sentence,
      })
      .transform(({ text: _text, ...lost }) => lost),
  })
  .transform(({ text: _text, ...rest }) => rest);

const assumption = z.strictObject({
  code: z.string(),
  value: z.union([z.number(), z.string()]),
  source: z.string(),
  mark: mark.exactOptional(),
});

const baseline = z.strictObject({ objective: euros, tenders: count });

/** `coop-plan schema plan` */
export const planDocument = z
  .strictObject({
    ...registerShape,
    horizon: z.strictObject({ from: day, to: day }),
    assumptions: list(assumption),
    members: list(memberShare),
    tenders: list(tender),
    alone: list(alone),
    decisions: list(decision),
    workload: list(
      z.strictObject({ coordinator: id<MemberId>(), quarter, launches: count, buyerDays: z.number() }),
    ),
    quarters: list(
      z.strictObject({ quarter, launches: count, capacity: count.exactOptional(), price: euros }),
    ),
    datesToVerify: list(
      z.strictObject({ contract: id<ContractId>(), end: day, tender: id<TenderId>(), exposure: euros }),
    ),
    naive: baseline.describe('What grouping ends within six months would give'),
    greedy: baseline.describe('What taking the best remaining tender again and again would give'),
    optimality: z.strictObject({
      status: z.enum(['optimal', 'bounded']),
      objective: euros,
      bound: euros,
      gap: z.number(),
    }),
    planDiagnostics: list(diagnostic).describe('Decisions of the group that cannot be followed'),
  })
  .meta({
    title: 'coop-plan plan',
    description: 'A joint-purchasing schedule as proposed by coop-plan align',
  });

/** The plan JSON, as written. */
export type PlanDocument = z.input<typeof planDocument>;

/** What `render` makes reports from: the same value as when the plan was computed. */
export function outcomeOf(document: z.output<typeof planDocument>): Outcome {
  const {
    schemaVersion: _,
    group,
    categories,
    sources,
    contracts,
    diagnostics,
    planDiagnostics,
    ...plan
  } = document;
  const { asOf, members } = plan;
  return {
    asOf,
    ...(group !== undefined && { group }),
    ...(categories && { categories }),
    sources,
    contracts,
    diagnostics,
    members: members.map(({ id, name, siren, territories }) => ({
      id,
      name,
      ...(siren !== undefined && { siren }),
      territories,
    })),
    plan: {
      ...plan,
      members: members.map(({ siren: _siren, territories: _territories, ...share }) => share),
      diagnostics: planDiagnostics,
    },
  };
}
