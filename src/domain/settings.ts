/** What the configuration can say, once read and checked. Each stage receives only its own part. */
import type { CalendarSettings } from './calendar.ts';
import type { AddedCategory, CategoryId } from './category.ts';
import type { MemberId } from './contract.ts';
import type { Day } from './day.ts';
import type { Cents } from './money.ts';

export type Language = 'fr' | 'en';

/** What the configuration says of a landlord. */
export interface MemberSettings {
  readonly id: MemberId;
  readonly name: string;
  readonly siren?: string;
  /** Other spellings of its name, in columns or file names. */
  readonly aliases: readonly string[];
  /** Globs of the files that are its exports. */
  readonly files: readonly string[];
  readonly territories: readonly string[];
}

/** How to read one layout of export: said once, kept. */
export interface MappingSettings {
  /** Globs of the files that it applies to. */
  readonly files: readonly string[];
  /** Canonical field → heading as written, or column letter. */
  readonly columns: Readonly<Record<string, string>>;
  readonly headerRow?: number;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  readonly amountPeriod?: 'annual' | 'whole-term';
  readonly vat?: 'ht' | 'ttc';
}

export interface IntakeSettings {
  readonly members: readonly MemberSettings[];
  readonly mappings: readonly MappingSettings[];
  /** Rate by which VAT-inclusive amounts are converted, 0.2 for 20 %; without it they are kept and said. */
  readonly vatRate?: number;
  /** `--encoding`: overrides detection for every file. */
  readonly encoding?: string;
  readonly classification: ClassificationSettings;
}

/** What the lead has settled about categories. */
export interface ClassificationSettings {
  /** The landlord's own family, folded → category. */
  readonly families: Readonly<Record<string, CategoryId>>;
  /** Words or phrases that mean a category. */
  readonly synonyms: Readonly<Record<string, CategoryId>>;
  /** Contract id or reference → category. */
  readonly contracts: Readonly<Record<string, CategoryId>>;
  /** Categories of this group, beside those of the reference table. */
  readonly categories?: readonly AddedCategory[];
}

/** The planner's parameters: hypotheses, dated and printed among the assumptions (see data/defaults.ts). */
export interface PlanSettings {
  /** Valuation window H, in months from as-of. */
  readonly horizonMonths: number;
  /** Duration D of a joint framework, in months; the category's usual one when shorter. */
  readonly jointMonths: number;
  /** Duration of an individual contract, in months. */
  readonly individualMonths: number;
  /** Last joint start considered, in months from as-of. */
  readonly lastStartMonths: number;
  /** Longest deferred entry of a member after the joint start, in months. */
  readonly deferredMonths: number;
  readonly extension: { readonly maximumMonths: number; readonly fixed: Cents; readonly rate: number };
  readonly interim: { readonly maximumMonths: number; readonly fixed: Cents; readonly rate: number };
  /** Cost of giving up a renewal right: share of the annual amount, per year given up. */
  readonly exitRate: number;
  /** An individual procedure, adapted or formal. */
  readonly individualProcedure: { readonly adapted: Cents; readonly formal: Cents };
  readonly jointProcedure: Cents;
  readonly coordinationPerMember: Cents;
  /** Full saving rates, and what share of them a group of n members gets. */
  readonly savings: {
    readonly low: number;
    readonly expected: number;
    readonly high: number;
    readonly byCategory: Readonly<Record<string, { low: number; expected: number; high: number }>>;
    /** `[members, share]`, ascending; the last applies beyond. */
    readonly tiers: readonly (readonly [number, number])[];
  };
  /** J: tenders per category and territory in the horizon. */
  readonly tendersPerKey: number;
  /** K: launches per quarter for the whole group; `null` for no limit. */
  readonly launchesPerQuarter: number | null;
  /** M: most members in a tender; `null` for no limit. */
  readonly membersPerTender: number | null;
  /** IR: every member gains in every tender that it joins. */
  readonly everyMemberGains: boolean;
  /** C: coordinations per member and year; `null`: ⌈4K / members⌉. */
  readonly coordinationsPerMember: number | null;
  /** Members that must not be in the same tender. */
  readonly excludedPairs: readonly (readonly [MemberId, MemberId])[];
  /** Categories that a member keeps out of joint purchasing, by member id. */
  readonly optOut: Readonly<Record<string, readonly CategoryId[]>>;
  /** Most tenders that a member may coordinate in a calendar year, by member id; C for the others. */
  readonly coordinatesAtMost: Readonly<Record<string, number>>;
  /** Categories that a member would rather coordinate, by member id. */
  readonly coordinates: Readonly<Record<string, readonly CategoryId[]>>;
  /** Notice supposed for a tacit contract whose register gives none, in months; marked where it serves. */
  readonly assumedNoticeMonths: number;
  /** What keeps a plan from one run to the next: see `--previous`. */
  readonly stability: {
    /** A tender launching within so many months is not moved any more. */
    readonly frozenMonths: number;
    /** Added in the search, and left out of the reported value, for each tender and contract kept. */
    readonly perTender: Cents;
    readonly perContract: Cents;
  };
  /** By how many months an end date may be wrong, for the dates to verify. */
  readonly toleranceMonths: number;
}

/** Everything, as `config` gives it to a command. */
export interface Settings {
  readonly group?: string;
  readonly asOf?: Day;
  readonly language?: Language;
  readonly intake: IntakeSettings;
  readonly plan: PlanSettings;
  readonly calendar: CalendarSettings;
}
