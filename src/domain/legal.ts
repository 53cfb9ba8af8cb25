/** How sure a legal fact is, and what a legal check may do because of it. */
import type { Coded } from './code.ts';
import type { Day } from './day.ts';

/**
 * `verified`: read in a source; may block. `derived`: reasoned from verified facts; warns at most.
 * `unverified`: general knowledge; informs. None is legal advice.
 */
export type Mark = 'verified' | 'derived' | 'unverified';

/** What a buyer is for the thresholds: OPH, ESH, cooperatives and coordination companies are `social-landlord`. */
export type BuyerClass = 'social-landlord' | 'local-authority' | 'state' | 'contracting-entity';

/** A rule of law (or of the tool), its number when it has one, where it comes from, and how sure it is. */
export interface LegalRule {
  readonly code: string;
  readonly value?: number;
  readonly unit?: 'months' | 'days' | 'percent';
  /** First day on which it applies; absent when it always did. */
  readonly from?: Day;
  /** Article; empty for a rule that rests on no text. */
  readonly article: string;
  readonly source: string;
  readonly mark: Mark;
}

/** What a check does to the plan. */
export type Effect = 'blocks' | 'warns' | 'informs';

/** One legal check of a tender. The reports add « à confirmer par le service juridique » to each. */
export interface LegalCheck extends Coded<LegalCheckCode> {
  readonly effect: Effect;
  readonly mark: Mark;
  readonly article: string;
  readonly source: string;
  readonly confirm: 'LEGAL_CONFIRM';
}

export const LEGAL_CHECK_CODES = [
  // — value and procedure
  /** how the value of a group is reckoned */
  'GROUP_VALUE',
  /** the threshold of that date is not published: nearest known value */
  'THRESHOLD_PROVISIONAL',
  /** the group is a little above or below the formal threshold */
  'NEAR_THRESHOLD',
  /** without that member the procedure would be another one */
  'WITHOUT_MEMBER',
  /** with one more member of average size the procedure would be another one */
  'WITH_ONE_MORE',
  'SOCIAL_REGIME',
  'SOCIAL_REGIME_TO_CONFIRM',
  'SMALL_LOTS',
  'ENVIRONMENT_CRITERION',
  /** works stand outside the purchasing policy that a coordination company owes */
  'WORKS_OUTSIDE_POLICY',
  // — duration
  'FRAMEWORK_CAP',
  'FRAMEWORK_JUSTIFIED',
  'CATEGORY_CAP',
  'CATEGORY_MINIMUM',
  'LONGER_POSSIBLE',
  'START_DAY',
  'NEW_CONTRACT_NOTICE',
  // — lots
  'ONE_LOT_TO_JUSTIFY',
  'LARGEST_LOT',
  // — levers
  'EXTENSION_LIMIT',
  'EXTENSION_OVER_LIMIT',
  'EXTENSION_OVER_THRESHOLD',
  'INTERIM_LIMIT',
  'INTERIM_OVER_WAIVER',
  'NAMED_FROM_OUTSET',
  'ENTERS_TOO_LATE',
  // — calendar
  'CONVENTION_BEFORE_LAUNCH',
  'PUBLICATION_WINDOW',
  /** stages get less than their usual time */
  'CALENDAR_TIGHT',
] as const;
export type LegalCheckCode = (typeof LEGAL_CHECK_CODES)[number];
