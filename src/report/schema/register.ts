/** The schema of the contracts JSON (`normalize --format json`): what was read, and how it was understood. */
import * as z from 'zod';
import { type DiagnosticCode, type Diagnostic, SEVERITY } from '../../domain/diagnostic.ts';
import type { Category, CategoryId } from '../../domain/category.ts';
import type { Contract, ContractId, Member, MemberId } from '../../domain/contract.ts';
import type { Field } from '../../domain/field.ts';
import type { Source } from '../../domain/source.ts';
import { en } from '../../i18n/en/index.ts';
import { count, day, euros, id, list, sentence } from './values.ts';

/** The version of the JSON: a change that a reader could trip over raises it. */
export const SCHEMA_VERSION = 1;

export const field = z.enum(Object.keys(en.fields) as [Field, ...Field[]]);

const column = z.strictObject({
  column: z.string(),
  heading: z.string(),
  field: field.exactOptional(),
  basis: z.enum(['heading', 'content', 'config']).exactOptional(),
  format: z.string().exactOptional(),
});

const source = z.strictObject({
  file: z.string(),
  sheet: z.string().exactOptional(),
  encoding: z.string(),
  delimiter: z.string().exactOptional(),
  headerRow: count.describe('Excel row of the header; 0 when the table has none'),
  rows: count.describe('Always contracts + duplicates + skipped + rejected'),
  contracts: count,
  duplicates: count,
  skipped: count,
  rejected: count,
  memberFrom: z.enum(['column', 'config', 'section', 'sheet-name', 'file-name']),
  columns: list(column),
}) satisfies z.ZodType<Source>;

const classification = z.strictObject({
  id: id<CategoryId>(),
  confidence: z.enum(['high', 'medium', 'low']),
  basis: z.enum(['cpv', 'title', 'column', 'section', 'config', 'none']),
  runnerUp: id<CategoryId>().exactOptional(),
  also: list(id<CategoryId>()).exactOptional(),
  oneOff: z
    .literal(true)
    .exactOptional()
    .describe('It serves one building operation that its title names: never grouped'),
});

const months = z.int();
const term = z
  .strictObject({
    start: day.exactOptional(),
    firmEnd: day.exactOptional().describe('Last day of the firm period, inclusive'),
    firmMonths: months.exactOptional(),
    renewal: z.enum(['tacit', 'express', 'none', 'unknown']),
    renewals: z.union([months, z.literal('unlimited')]).exactOptional(),
    renewalMonths: months.exactOptional(),
    noticeMonths: z.number().exactOptional(),
    noticeDays: z.number().exactOptional(),
    statedCurrentEnd: day.exactOptional().describe('As the register states it'),
    statedLatestEnd: day.exactOptional().describe('As the register states it'),
    renewalsLeft: z
      .number()
      .int()
      .nonnegative()
      .exactOptional()
      .describe('Renewals left after the term in force, when the register says only that'),
    statedRunning: z.boolean().exactOptional(),
    openEnded: z.boolean().exactOptional().describe('It stops only by notice'),
    currentEnd: day.exactOptional().describe('Last day of the term in force, inclusive'),
    latestEnd: day.exactOptional().describe('Last day when every renewal is taken'),
    noticeDeadline: day.exactOptional().describe('Last day on which notice can be given'),
  })
  .transform(({ noticeMonths, noticeDays, ...rest }) => ({
    ...rest,
    ...(noticeMonths !== undefined && { notice: { months: noticeMonths } }),
    ...(noticeDays !== undefined && { notice: { days: noticeDays } }),
  }));

const period = z.enum(['annual', 'half-yearly', 'quarterly', 'monthly', 'whole-term', 'unknown']);
const amount = z.strictObject({
  stated: euros,
  period,
  vat: z.enum(['ht', 'ttc', 'unknown']),
  annual: euros.exactOptional().describe('Euros a year, excluding VAT'),
  derivation: z.enum(['as-stated', 'multiplied', 'divided', 'assumed-annual', 'none']),
  months: z.number().exactOptional(),
  vatRate: z.number().exactOptional(),
});

export const contract = z
  .strictObject({
    id: id<ContractId>(),
    member: id<MemberId>(),
    reference: z.string().exactOptional(),
    lot: z.string().exactOptional(),
    title: z.string(),
    supplier: z.string().exactOptional(),
    supplierId: z.string().exactOptional(),
    cpv: z.string().exactOptional(),
    territory: z.string().exactOptional(),
    status: z.enum(['running', 'upcoming', 'ended', 'terminated', 'unknown']),
    category: classification,
    term,
    annualAmount: z.number().exactOptional().describe('amount.annual'),
    amountBasis: period.exactOptional().describe('amount.period'),
    amount: amount.exactOptional(),
    source: z.strictObject({ file: z.string(), sheet: z.string().exactOptional(), row: z.int() }),
  })
  .transform(({ annualAmount: _annual, amountBasis: _basis, ...rest }): Contract => rest);

export const member = z.strictObject({
  id: id<MemberId>(),
  name: z.string(),
  siren: z.string().exactOptional(),
  territories: list(z.string()),
}) satisfies z.ZodType<Member>;

const codes = Object.keys(SEVERITY) as [DiagnosticCode, ...DiagnosticCode[]];
const value = z.union([z.string(), z.number()]);
export const diagnostic = z
  .strictObject({
    code: z.enum(codes),
    severity: z.enum(['error', 'warning', 'info']),
    file: z.string(),
    sheet: z.string().exactOptional(),
    row: z.int().exactOptional().describe('Excel row'),
    column: z.string().exactOptional().describe('Column letter'),
    heading: z.string().exactOptional(),
    value: z.string().exactOptional().describe('The raw text'),
    params: z.record(z.string(), z.union([value, list(value)])),
    message: sentence,
    expected: sentence.exactOptional(),
    hint: sentence.exactOptional(),
  })
  .transform(
    ({ code, severity, value, params, message: _m, expected: _e, hint: _h, ...at }): Diagnostic =>
      // A code's parameters are those of its kind: the tool wrote them.
      ({ code, severity, at, params, ...(value !== undefined && { value }) }) as unknown as Diagnostic,
  );

const added = z.strictObject({
  id: id<CategoryId>(),
  label: z.strictObject({ fr: z.string(), en: z.string() }),
  nature: z.enum(['S', 'F', 'T']),
  reach: z.enum(['local', 'regional', 'national']),
  socialRegime: z.enum(['no', 'yes', 'partly', 'to-confirm']),
  cpv: list(z.string()),
  usualMonths: z.number(),
  minimumMonths: z.number(),
  maximumMonths: z.number(),
  pattern: z.string(),
  leadMonths: z.number(),
  jointFit: z.literal([0, 1, 2, 3]),
  startsOn: z.string().exactOptional(),
  source: z.string(),
}) satisfies z.ZodType<Category>;

export const registerShape = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  asOf: day,
  group: z.string().exactOptional(),
  categories: list(added).exactOptional().describe('Categories that the configuration adds'),
  sources: list(source),
  contracts: list(contract),
  diagnostics: list(diagnostic),
};

/** `coop-plan schema contracts` */
export const contractsDocument = z
  .strictObject({ ...registerShape, members: list(member) })
  .meta({ title: 'coop-plan contracts', description: 'Contracts as read by coop-plan normalize' });

/** The contracts JSON, as written. */
export type ContractsDocument = z.input<typeof contractsDocument>;
