/** The configuration file, as a user writes it: every key optional, amounts in euros, durations in months. */
import * as z from 'zod';
import { STAGES } from '../data/stages.ts';
import type { CategoryId } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import { type Day, parseDay } from '../domain/day.ts';
import { cents } from '../domain/money.ts';

// A configuration is read once: compiling a parser for it takes longer than reading it.
z.config({ jitless: true });

const day = z
  .string()
  .refine(text => parseDay(text) !== undefined, { error: 'YYYY-MM-DD' })
  .transform(text => text as Day)
  .describe('A civil day, YYYY-MM-DD');
const texts = z.array(z.string()).describe('A list of texts');
const months = z.number().int().min(0).max(240);
const euros = z.number().min(0).transform(cents).describe('Euros, excluding VAT');
const rate = z.number().min(0).max(1);
const category = z
  .string()
  .transform(id => id as CategoryId)
  .describe('Category id, as listed by `coop-plan categories`');
const memberId = z
  .string()
  .regex(/^[a-z0-9-]+$/, { error: 'a-z 0-9 -' })
  .transform(id => id as MemberId);

const member = z.strictObject({
  id: memberId.optional(),
  name: z.string().min(1),
  siren: z
    .string()
    .regex(/^(\d{3} ?){3}$/, { error: '9 digits' })
    .transform(siren => siren.replaceAll(' ', ''))
    .optional(),
  aliases: texts.default([]),
  files: texts.default([]).describe('Patterns of the files that are its exports'),
  territories: texts.default([]).describe('Territories where it manages dwellings'),
  optOut: z.array(category).default([]).describe('Categories that it keeps out of joint purchasing'),
  coordinates: z.array(category).default([]).describe('Categories that it would rather coordinate'),
  coordinatesAtMost: z.number().int().min(0).optional().describe('Tenders it may coordinate in a year'),
  meetings: z
    .strictObject({
      board: z.array(day).default([]).describe('Days on which its board can approve a convention'),
      committee: z.array(day).default([]).describe('Days on which its award committee (CAO) sits'),
    })
    .optional()
    .describe('Meetings known; without them, an open day is assumed'),
});

// Most files have few of the sections that follow: each is made when a file has it.

const mapping = z.lazy(() =>
  z.strictObject({
    files: texts,
    columns: z
      .record(z.string(), z.string())
      .default({})
      .describe('Field → heading as written, or column letter'),
    headerRow: z.number().int().min(0).optional().describe('Excel row of the header; 0 when there is none'),
    delimiter: z.enum([';', ',', '\t', '|']).optional(),
    encoding: z.string().optional(),
    dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
    amountPeriod: z.enum(['annual', 'whole-term']).optional(),
    vat: z.enum(['ht', 'ttc']).optional(),
  }),
);

/** The planner looks for larger groups knowing that they never gain less. */
const tiers = z
  .array(z.tuple([z.number().int().min(2), rate]))
  .min(1)
  .refine(
    list =>
      list.every(([least, share], k) => k === 0 || (least > list[k - 1]![0] && share >= list[k - 1]![1])),
    { error: '[[n, a], [m, b], …] : n < m < …, a ≤ b ≤ …' },
  )
  .describe('Members from which a share of the full saving is reached; neither may fall');
const rates = z.strictObject({ low: rate, expected: rate, high: rate });
const prolongation = z.strictObject({ maximumMonths: months, fixed: euros, rate }).partial();

/** The planner's parameters: see `coop-plan align` (assumptions) for the values in force and their sources. */
const plan = z.lazy(() =>
  z
    .strictObject({
      horizonMonths: months.min(12),
      jointMonths: months.min(1),
      individualMonths: months.min(1),
      lastStartMonths: months,
      deferredMonths: months,
      extension: prolongation,
      interim: prolongation,
      exitRate: rate,
      individualProcedure: z.strictObject({ adapted: euros, formal: euros }).partial(),
      jointProcedure: euros,
      coordinationPerMember: euros,
      savings: z
        .strictObject({
          low: rate,
          expected: rate,
          high: rate,
          byCategory: z.record(z.string(), rates),
          tiers,
        })
        .partial(),
      tendersPerKey: z.number().int().min(1).max(4),
      launchesPerQuarter: z.number().int().min(1).nullable(),
      membersPerTender: z.number().int().min(2).nullable(),
      everyMemberGains: z.boolean(),
      coordinationsPerMember: z.number().int().min(1).nullable(),
      excludedPairs: z.array(z.tuple([memberId, memberId])),
      assumedNoticeMonths: months,
      stability: z.strictObject({ frozenMonths: months, perTender: euros, perContract: euros }).partial(),
      toleranceMonths: months,
    })
    .partial(),
);

/** A category of the group's own; what is left out takes the defaults of a recurring need outside the list. */
const addedCategory = z.lazy(() =>
  z.strictObject({
    id: z.string().regex(/^[A-Z0-9_]+$/, { error: 'A-Z 0-9 _' }),
    label: z.string().min(1).describe('Name shown in reports'),
    words: texts.min(1).describe('Words or phrases of titles that name it'),
    cpv: z.array(z.string().regex(/^\d{8}(-\d)?$/, { error: '8 digits' })).optional(),
    nature: z.enum(['S', 'F', 'T']).optional().describe('S services, F supplies, T works'),
    reach: z.enum(['local', 'regional', 'national']).optional().describe('Who can buy together'),
    usualMonths: months.min(1).optional().describe('Usual duration of a joint contract'),
    maximumMonths: months.min(1).optional(),
    leadMonths: months.min(1).optional().describe('Months from the decision to the start'),
    jointFit: z.literal([0, 1, 2, 3]).optional().describe('3 strong candidate for joint purchase … 0 never'),
  }),
);

/** A list whose lines are all commented out is empty: what `init` proposes is valid as it stands. */
const settled = z.record(z.string(), category).nullable();

const categories = z
  .strictObject({
    families: settled.describe("The landlord's own family → category"),
    synonyms: settled.describe('Word or phrase of a title → category'),
    contracts: settled.describe('Contract id or reference → category'),
    add: z.array(addedCategory).describe('Categories of this group, beside those of `coop-plan categories`'),
  })
  .partial();

const monthDay = z
  .string()
  .refine(text => parseDay(`2028-${text}`) !== undefined, { error: 'MM-DD' })
  .describe('A day of any year, MM-DD');

/** How the calendars of the procedures are made. */
const calendar = z.lazy(() =>
  z
    .strictObject({
      pace: z.enum(['minimum', 'typical', 'comfort']),
      stageDays: z
        .partialRecord(z.enum(STAGES.map(stage => stage.id)), z.number().int().min(1).max(730))
        .describe('Stage → calendar days; never below the legal minimum'),
      electronic: z.boolean().describe('Notices, offers and letters go by electronic means'),
      blackouts: z
        .array(z.strictObject({ from: monthDay, to: monthDay }))
        .describe('Nothing is signed or published then'),
      closedDays: z.array(day).describe('Further closed days'),
      buyerClass: z.enum(['social-landlord', 'local-authority', 'state', 'contracting-entity']),
      socialRegime: z
        .record(z.string(), z.boolean())
        .describe('Category → social or specific service, once settled'),
      justifiedMonths: z
        .record(z.string(), months)
        .describe('Category → duration that the group can justify'),
      options: rate.describe('Share added to the estimated value for options'),
      buyerDays: z.number().min(0).max(365).describe('Buyer-days of one procedure'),
    })
    .partial(),
);

/** The whole file. */
export const configuration = z.strictObject({
  $schema: z.string().optional(),
  group: z.string().optional().describe('Name of the group'),
  asOf: day.optional().describe('Day on which the registers are looked at; --as-of overrides it'),
  language: z.enum(['fr', 'en']).optional(),
  vatRate: rate
    .optional()
    .describe('Converts VAT-inclusive amounts, 0.2 for 20 %; without it they are kept and said'),
  members: z.array(member).default([]),
  mappings: z.array(mapping).default([]),
  categories: categories.default({}),
  plan: plan.default({}),
  calendar: calendar.default({}),
});

/** The file once checked. */
export type Configuration = z.output<typeof configuration>;
