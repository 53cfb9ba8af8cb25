/**
 * What changed between two runs on the same group, a quarter apart: a plain value, computed by `followup`, shown by
 * `report`. Codes and parameters only.
 */
import type { Coded } from './code.ts';
import type { ContractId, MemberId } from './contract.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import type { Field } from './field.ts';
import type { Cents } from './money.ts';
import type { Alone, TenderId } from './plan.ts';
import type { FileQuality } from './quality.ts';

/** A value before and after. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** What differs in a contract that both runs know. Parameters: `before` and `after` where both are known. */
export type ContractChangeCode =
  /** its term went on to the next end that its renewals foresee */
  | 'RENEWED'
  /** another end than its renewals foresee: `before`, `after` */
  | 'END_MOVED'
  | 'END_KNOWN'
  | 'END_LOST'
  | 'START_MOVED'
  /** the last possible end, the present one being the same or renewed; without a cap, there is none */
  | 'LAST_END_MOVED'
  | 'NOTICE'
  | 'RENEWAL_MODE'
  /** cents a year, `beforeAmount` and `afterAmount` */
  | 'AMOUNT'
  | 'AMOUNT_KNOWN'
  | 'AMOUNT_LOST'
  | 'CATEGORY'
  /** its number changed: it was matched by its content */
  | 'REFERENCE'
  | 'SUPPLIER'
  | 'TITLE'
  | 'TERRITORY';

export interface ContractChange {
  /**
   * `appeared`: only the later run has it. `ended`: it is over now, as its end said or earlier. `vanished`: the later
   * run has it no more, though its end is not past. `changed`: both have it, and something differs.
   */
  readonly kind: 'appeared' | 'ended' | 'vanished' | 'changed';
  readonly member: MemberId;
  /** Its identifier in the later run; in the earlier one for what is gone. */
  readonly contract: ContractId;
  /** Its earlier identifier, when that changed. */
  readonly was?: ContractId;
  /** For what is over: the contract that takes its place, when the register has one. */
  readonly successor?: ContractId;
  readonly what: readonly Coded<ContractChangeCode>[];
}

/** Why a tender moved, lost members or is no longer proposed. */
export type TenderReasonCode =
  /** the group decided so since: `decision`, `source` */
  | 'DECIDED'
  /** the work for its start should have begun: `launch` */
  | 'TOO_LATE'
  /** a contract in it is over, is gone, or changed: `contract`, `change` */
  | 'CONTRACT_CHANGED'
  /** `member` joins, or leaves */
  | 'MEMBER_JOINED'
  | 'MEMBER_LEFT'
  /** nothing of its own changed: the whole calendar is worth more so */
  | 'BETTER_CALENDAR';

/** Where a contract that left a tender is now. */
export type Fate =
  | { readonly kind: 'tender'; readonly tender: TenderId }
  | { readonly kind: 'alone'; readonly reason: Alone['reason'] }
  | { readonly kind: 'gone' };

export interface TenderChange {
  /**
   * `started`: its start is past, and a contract that it replaces is over. `grown`, `shrunk`: same start, members or
   * contracts more, or fewer (both: `shrunk`). `kept`: same start, same contracts.
   */
  readonly kind: 'new' | 'moved' | 'grown' | 'shrunk' | 'dropped' | 'started' | 'kept';
  /** In the later run; in the earlier one when it is no more. */
  readonly tender: TenderId;
  readonly was?: TenderId;
  /** The same twice for a tender that one plan alone has. */
  readonly start: Pair<Day>;
  readonly gain: Pair<Cents>;
  readonly coordinator?: Pair<MemberId>;
  readonly membersIn: readonly MemberId[];
  readonly membersOut: readonly MemberId[];
  /** By identifier in the later run. */
  readonly contractsIn: readonly ContractId[];
  /** By identifier in the earlier run, each with its fate. */
  readonly contractsOut: readonly { readonly contract: ContractId; readonly now: Fate }[];
  readonly why: readonly Coded<TenderReasonCode>[];
}

/** What became of a decision that the earlier plan asked for. */
export interface DecisionOutcome {
  readonly decision: Decision;
  /**
   * `met`: the registers show it. `missed`: its day is past and they show that it was not done, or nothing of it.
   * `ran-on`: a tacit renewal was left to run. `unconfirmed`: its day is past, registers do not show
   * such acts, or not yet and the later plan counts on it.
   * `pending`: its day is to come, or it is asked for again.
   * `dropped`: the later plan does not need it.
   */
  readonly outcome: 'met' | 'missed' | 'ran-on' | 'unconfirmed' | 'pending' | 'dropped';
  /** Its contracts' identifiers in the later run, where they are still known. */
  readonly contracts: readonly ContractId[];
}

export type LayoutChangeCode =
  /** another heading feeds the field: `field`, `before`, `after` */
  | 'HEADING'
  /** `field`, `heading` */
  | 'FIELD_LOST'
  | 'FIELD_GAINED'
  /** `field`, `before`, `after`: letters */
  | 'COLUMN_MOVED'
  /** a column that is not read: `heading` */
  | 'COLUMN_LOST'
  | 'COLUMN_GAINED'
  /** `field`, `before`, `after` */
  | 'FORMAT'
  | 'DELIMITER'
  | 'ENCODING'
  | 'HEADER_ROW';

/** An export whose columns, or whose way of being written, changed. */
export interface LayoutChange {
  readonly file: string;
  readonly sheet?: string;
  /** Its earlier name, when that changed. */
  readonly was?: string;
  readonly what: readonly (Coded<LayoutChangeCode> & { readonly field?: Field })[];
}

/** A file that one of the runs alone has; or a sheet of it, when both have the file. */
export interface FileChange {
  readonly kind: 'added' | 'absent';
  readonly file: string;
  readonly sheet?: string;
}

/** How well a file was read then and now. */
export interface QualityChange {
  readonly file: string;
  readonly sheet?: string;
  readonly before?: FileQuality;
  readonly after: FileQuality;
}

/** Everything that differs between two runs. */
export interface Changes {
  readonly asOf: Pair<Day>;
  readonly objective: Pair<Cents>;
  readonly membersIn: readonly MemberId[];
  readonly membersOut: readonly MemberId[];
  /** By member, then identifier. */
  readonly contracts: readonly ContractChange[];
  /** By start, those that are no more last. */
  readonly tenders: readonly TenderChange[];
  /** By day, as the earlier plan had them. */
  readonly decisions: readonly DecisionOutcome[];
  readonly files: readonly FileChange[];
  readonly layouts: readonly LayoutChange[];
  readonly quality: readonly QualityChange[];
}
