/** What each member must do, or watch, and by when. */
import type { CodeParams, Coded } from './code.ts';
import type { ContractId, MemberId } from './contract.ts';
import type { Day } from './day.ts';
import type { StepCode, TenderId } from './plan.ts';

/** Steps of a tender; and for contracts left alone, the renewals to watch. */
export type DecisionCode =
  | StepCode
  /** a tacit renewal comes: denounce, or let it run */
  | 'WATCH_TACIT'
  /** an express renewal is to be taken, or the contract ends */
  | 'WATCH_EXPRESS'
  /** the contract ends and the member must have said so or replaced it */
  | 'WATCH_END';

/** `missed`: the day is past. `urgent`: within 30 days. */
export type DecisionStatus = 'missed' | 'urgent' | 'open';

export type LossCode =
  /** the contract cannot join; its gain is lost */
  | 'LOSES_TENDER'
  /** a member that has not signed before the launch is not in the tender */
  | 'LEFT_OUT'
  /** the joint contract starts late for everybody */
  | 'DELAYS_AWARD'
  /** the contract runs on until the next end */
  | 'RUNS_ON'
  /** it runs on with no end known */
  | 'RUNS_ON_WITHOUT_END'
  /** the contract stops and the service with it */
  | 'SERVICE_STOPS';

export interface Decision {
  readonly code: DecisionCode;
  /** Last day to act. At or after the as-of day, except when `missed`. */
  readonly by: Day;
  /** Days from as-of to `by`; negative when missed. */
  readonly margin: number;
  readonly status: DecisionStatus;
  readonly member: MemberId;
  /** Absent for a contract left alone. */
  readonly tender?: TenderId;
  /** The contracts concerned, sorted. */
  readonly contracts: readonly ContractId[];
  /** Holders of these contracts, sorted, each once. */
  readonly suppliers: readonly string[];
  readonly params: CodeParams;
  readonly lost: Coded<LossCode>;
}

/** A decision before its day is compared with as-of. */
export type UndatedDecision = Omit<Decision, 'margin' | 'status'>;
