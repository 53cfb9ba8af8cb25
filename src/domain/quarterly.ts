/** What a group needs for one quarterly meeting: a plain value, computed by `followup`, shown by `report`. */
import type { Changes } from './changes.ts';
import type { CategoryId } from './category.ts';
import type { ContractId, MemberId } from './contract.ts';
import type { Day, Quarter } from './day.ts';
import type { Decision } from './decision.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { TenderId } from './plan.ts';

/** A contract that ends before it can be replaced at the usual pace, and that no tender and no other contract follows. */
export interface UnplannedExpiry {
  readonly contract: ContractId;
  readonly member: MemberId;
  readonly end: Day;
  /** It ends then unless renewed expressly. */
  readonly renewable: boolean;
  /** When its replacement should be begun, the category's lead time before the end; may be past. */
  readonly replaceFrom: Day;
}

/** A decision of the group that the data do not bear any more. */
export type Contradiction =
  | { readonly kind: 'not-followed'; readonly diagnostic: Diagnostic }
  /** a tender that is settled holds a contract that is now read as another need */
  | {
      readonly kind: 'other-need';
      readonly tender: TenderId;
      readonly contract: ContractId;
      readonly category: CategoryId;
    }
  /** an accepted tender, not begun, is proposed no more */
  | { readonly kind: 'not-made'; readonly accepted: TenderId }
  /** an accepted tender has other members now; those who came and went are known with the earlier plan */
  | {
      readonly kind: 'members-changed';
      readonly accepted: TenderId;
      readonly now: TenderId;
      readonly membersIn: readonly MemberId[];
      readonly membersOut: readonly MemberId[];
    };

export interface Quarterly {
  readonly quarter: Quarter;
  readonly next: Quarter;
  /** First raised: what the group decided and the new data contradict. */
  readonly contradictions: readonly Contradiction[];
  /** Tenders whose preparation begins in the quarter, or should have begun before and is not under way. */
  readonly launches: readonly TenderId[];
  /** Acts to do until the end of the next quarter, by day; those whose day is past are apart. */
  readonly decisions: readonly Decision[];
  readonly missed: readonly Decision[];
  /** Tenders on which the group has not decided yet, by launch. */
  readonly pending: readonly TenderId[];
  /** Those of them that cannot wait for the meeting after the next: an act, or their preparation, is due by then. */
  readonly pressing: readonly TenderId[];
  readonly unplanned: readonly UnplannedExpiry[];
  /** Absent without an earlier plan. */
  readonly changes?: Changes;
}
