/** The schema of what changed between two runs (`diff --format json`, and `changes.json` of the quarterly report). */
import * as z from 'zod';
import type { ContractId, MemberId } from '../../domain/contract.ts';
import type { TenderId } from '../../domain/plan.ts';
import { decision } from './plan.ts';
import { SCHEMA_VERSION, field } from './register.ts';
import { count, day, euros, id, list, params } from './values.ts';

const coded = <Code extends string>(codes: readonly Code[]) =>
  z.strictObject({ code: z.enum(codes as readonly [Code, ...Code[]]), params });

const both = <T extends z.ZodType>(value: T) => z.strictObject({ before: value, after: value });

const contractChange = z.strictObject({
  kind: z
    .enum(['appeared', 'ended', 'vanished', 'changed'])
    .describe('vanished: no longer in the register, though its end is not past'),
  member: id<MemberId>(),
  contract: id<ContractId>().describe('In the later run; in the earlier one for what is gone'),
  was: id<ContractId>().exactOptional().describe('Its earlier identifier, when that changed'),
  successor: id<ContractId>().exactOptional().describe('The contract that takes its place'),
  what: list(
    coded([
      ...(['RENEWED', 'END_MOVED', 'END_KNOWN', 'END_LOST', 'START_MOVED', 'LAST_END_MOVED'] as const),
      ...(['NOTICE', 'RENEWAL_MODE', 'AMOUNT', 'AMOUNT_KNOWN', 'AMOUNT_LOST', 'CATEGORY'] as const),
      ...(['REFERENCE', 'SUPPLIER', 'TITLE', 'TERRITORY'] as const),
    ]),
  ),
});

const fate = z.union([
  z.strictObject({ kind: z.literal('tender'), tender: id<TenderId>() }),
  z.strictObject({ kind: z.literal('alone'), reason: z.strictObject({ code: z.string(), params }) }),
  z.strictObject({ kind: z.literal('gone') }),
]);

const tenderChange = z.strictObject({
  kind: z
    .enum(['new', 'moved', 'grown', 'shrunk', 'dropped', 'started', 'kept'])
    .describe('grown, shrunk: same start, contracts more or fewer'),
  tender: id<TenderId>().describe('In the later plan; in the earlier one when it is no more'),
  was: id<TenderId>().exactOptional(),
  start: both(day),
  gain: both(euros),
  coordinator: both(id<MemberId>()).exactOptional(),
  membersIn: list(id<MemberId>()),
  membersOut: list(id<MemberId>()),
  contractsIn: list(id<ContractId>()),
  contractsOut: list(z.strictObject({ contract: id<ContractId>(), now: fate })),
  why: list(
    coded([
      ...(['DECIDED', 'TOO_LATE', 'CONTRACT_CHANGED', 'MEMBER_JOINED', 'MEMBER_LEFT'] as const),
      'BETTER_CALENDAR',
    ]),
  ),
});

const place = { file: z.string(), sheet: z.string().exactOptional() };

const layoutChange = z.strictObject({
  ...place,
  was: z.string().exactOptional().describe('Its earlier name, when that changed'),
  what: list(
    coded([
      ...(['HEADING', 'FIELD_LOST', 'FIELD_GAINED', 'COLUMN_MOVED', 'COLUMN_LOST'] as const),
      ...(['COLUMN_GAINED', 'FORMAT', 'DELIMITER', 'ENCODING', 'HEADER_ROW'] as const),
    ]).extend({ field: field.exactOptional() }),
  ),
});

const quality = z.strictObject({
  rows: count,
  contracts: count,
  usable: count.describe('In force or to come, their end, annual amount and category being known'),
  over: count,
  noEnd: count,
  noAmount: count,
  toClassify: count,
  rejected: count,
  errors: count,
  warnings: count,
});

/** `coop-plan schema changes` */
export const changesDocument = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    asOf: both(day),
    objective: both(euros).describe('Gain of the whole plan'),
    membersIn: list(id<MemberId>()),
    membersOut: list(id<MemberId>()),
    contracts: list(contractChange),
    tenders: list(tenderChange),
    decisions: list(
      z.strictObject({
        outcome: z
          .enum(['met', 'missed', 'ran-on', 'unconfirmed', 'pending', 'dropped'])
          .describe('unconfirmed: its day is past, and registers do not show such acts'),
        ...decision.in.shape,
      }),
    ).describe('What became of the acts that the earlier plan asked for'),
    files: list(z.strictObject({ kind: z.enum(['added', 'absent']), ...place })),
    layouts: list(layoutChange),
    quality: list(z.strictObject({ ...place, before: quality.exactOptional(), after: quality })),
  })
  .meta({
    title: 'coop-plan changes',
    description: 'What changed between two plans, as told by coop-plan diff and coop-plan report',
  });

/** The changes JSON, as written. */
export type ChangesDocument = z.input<typeof changesDocument>;
