/**
 * What the group of purchasing referents has ruled: who stays out, with whom, when. Read from a table that they edit,
 * followed by the planner, and shown again in the reports with its author and its reason.
 */
import type { CategoryId } from './category.ts';
import type { Location, MemberId } from './contract.ts';
import type { Day } from './day.ts';
import type { TenderId } from './plan.ts';

/** What a ruling is about. An absent category means every category; an absent territory, every one of them. */
export type RulingSubject =
  /** a member stays out of a category, or of one tender */
  | {
      readonly kind: 'OPT_OUT';
      readonly member: MemberId;
      readonly category?: CategoryId;
      readonly tender?: TenderId;
    }
  /** a member joins only where its partner does */
  | {
      readonly kind: 'REQUIRE_PARTNER';
      readonly member: MemberId;
      readonly partner: MemberId;
      readonly category?: CategoryId;
    }
  /** two members are never in the same tender */
  | {
      readonly kind: 'EXCLUDE_PARTNER';
      readonly member: MemberId;
      readonly partner: MemberId;
      readonly category?: CategoryId;
    }
  /** the tenders of a category start on that day and no other */
  | {
      readonly kind: 'FIX_START';
      readonly category: CategoryId;
      readonly territory?: string;
      readonly start: Day;
    }
  /** no tender of a category starts on that day */
  | {
      readonly kind: 'FORBID_START';
      readonly category: CategoryId;
      readonly territory?: string;
      readonly start: Day;
    }
  /** a proposed tender is to be made: as proposed when the previous plan is given, else at its start */
  | { readonly kind: 'ACCEPT'; readonly tender: TenderId }
  /** a proposed tender is not to be made: none of that category and territory starts on that day */
  | { readonly kind: 'REJECT'; readonly tender: TenderId }
  /** a category matters more (above 1) or less (below 1) to the search; reported gains are not weighted */
  | { readonly kind: 'WEIGHT'; readonly category: CategoryId; readonly weight: number };

/** A line of the group's register of decisions, as it was written. */
export interface DecisionRow<Field extends string = string> {
  /** The texts of the columns that decisions have, trimmed; an empty one is absent. */
  readonly cells: Readonly<Partial<Record<Field, string>>>;
  /** The group's own columns, by heading. */
  readonly others: Readonly<Record<string, string>>;
  readonly at: Location;
}

export type RulingKind = RulingSubject['kind'];

/** A ruling, who made it, when and why, and where it was read. */
export type Ruling = RulingSubject & {
  readonly date?: Day;
  /** The role of its author, never a person's name. */
  readonly author?: string;
  readonly reason?: string;
  readonly at: Location;
};
