/**
 * The proposed joint-purchasing schedule: a plain value, computed by `align`, shown by `report`.
 * Codes and parameters only; sentences are made in `report` with the texts of `i18n`.
 */
import type { Workload } from './calendar.ts';
import type { CategoryId } from './category.ts';
import type { CodeParams, Coded } from './code.ts';
import type { ContractId, MemberId } from './contract.ts';
import type { Day, Quarter } from './day.ts';
import type { Decision } from './decision.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { LegalCheck, Mark } from './legal.ts';
import type { Cents } from './money.ts';

/** A joint tender: category + territory + start + members, stable across runs. */
export type TenderId = string & { readonly __brand: 'TenderId' };

/** How a contract gets to a joint start. */
export type Lever = 'natural-end' | 'non-renewal' | 'extension' | 'interim';

export type { CodeParams, Coded } from './code.ts';

/** Something that a member (or the coordinator) must do, at the latest on `by`. */
export interface Step extends Coded<StepCode> {
  readonly by: Day;
}
export type StepCode =
  /** give notice of non-renewal (dénoncer) */
  | 'DENOUNCE'
  /** let an express renewal lapse: do not renew */
  | 'DO_NOT_RENEW'
  /** take an express renewal so that the contract reaches the joint start */
  | 'RENEW'
  /** prolong by amendment */
  | 'EXTEND'
  /** award a short individual contract to bridge a gap */
  | 'BRIDGE'
  /** state one's needs */
  | 'STATE_NEEDS'
  /** sign the convention of the group */
  | 'SIGN_CONVENTION'
  /** take part in the award committee */
  | 'AWARD';

/** One rule's exact share of a gain. Parts of a gain sum to it to the cent. */
export interface GainPart {
  readonly rule: GainRule;
  readonly amount: Cents;
  readonly params: CodeParams;
}
export type GainRule =
  /** lower prices while in the joint contract, until its end */
  | 'SAVING'
  /** the same after its end, supposing that the joint purchase goes on */
  | 'SAVING_BEYOND'
  /** an individual procedure that need not be run */
  | 'AVOIDED_PROCEDURE'
  /** a renewal right given up */
  | 'EXIT_COST'
  /** an amendment that prolongs a contract */
  | 'EXTENSION_COST'
  /** a short individual contract */
  | 'INTERIM_COST'
  /** coordination, per member */
  | 'COORDINATION'
  /** the joint procedure itself */
  | 'JOINT_PROCEDURE';

/** A contract's way into a tender. */
export interface Participation {
  readonly member: MemberId;
  readonly contract: ContractId;
  /** First day under the joint contract. */
  readonly joinsOn: Day;
  readonly lever: Lever;
  /** The end of the present contract that the lever uses or makes (inclusive). */
  readonly leavesOn: Day;
  /** Last day on which the member can still decide; absent when nothing has to be decided. */
  readonly decideBy?: Day;
  /** This contract's share of the tender's gain; they sum to it. */
  readonly gain: Cents;
  /** What `gain` is made of, its share of the common costs included; they sum to it. */
  readonly parts: readonly GainPart[];
  readonly steps: readonly Step[];
  /** The levers that were possible too, best first. */
  readonly otherLevers: readonly { readonly lever: Lever; readonly joinsOn: Day; readonly gain: Cents }[];
  readonly flags: readonly Coded[];
}

export interface Gain {
  readonly low: Cents;
  readonly expected: Cents;
  readonly high: Cents;
  /** Sum exactly to `expected`. */
  readonly parts: readonly GainPart[];
}

/** Another start for the same tender, and what it would cost. */
export interface Alternative {
  readonly start: Day;
  readonly launch: Quarter;
  readonly gain: Cents;
  /** `gain` − the chosen start's gain. */
  readonly delta: Cents;
  /** `delta`, the price of the quarter that it frees added, that of the quarter that it takes deducted. */
  readonly net: Cents;
  /** True when its quarter of launch has a slot left. */
  readonly free: boolean;
  /** When it has none: the tender of that quarter whose loss would cost least. */
  readonly displaces?: TenderId;
}

/** What a member gains in a tender. */
export interface TenderShare {
  readonly member: MemberId;
  readonly annualAmount: Cents;
  /** Its part of the tender's annual amount, 0–1. */
  readonly volume: number;
  /** Own saving and avoided procedures, less coordination and its part of the joint procedure. Sum to the gain. */
  readonly gain: Cents;
  /** The Shapley value: what a neutral arbiter would give it. A reference, not what happens. */
  readonly reference: Cents;
  /** `DOMINANT_VOLUME`, `FAR_FROM_REFERENCE`. */
  readonly flags: readonly Coded[];
}

/** How much of a tender hangs on one end date being right. */
export interface Fragility {
  /** The contract whose end matters most. */
  readonly contract: ContractId;
  /** Loss to the tender if that end is off by the tolerance, in the worse direction. */
  readonly loss: Cents;
}

export interface Procedure {
  readonly code: 'BELOW_WAIVER' | 'ADAPTED' | 'FORMAL' | 'SOCIAL_ADAPTED';
  /** The formal-procedure threshold that applied, in cents. */
  readonly threshold: Cents;
  /** Article and source of the threshold, and its validity. */
  readonly basis: string;
  readonly mark: Mark;
  /** Under this amount neither publicity nor competition is due. */
  readonly waiver: Cents;
  /** `threshold` − estimated value: negative when the value is above it. */
  readonly margin: Cents;
  /** Where the call is published. `free`: the buyer chooses. `national`: BOAMP or legal gazette. */
  readonly publication: 'none' | 'free' | 'national' | 'european';
}
export type ProcedureCode = Procedure['code'];

/** How long the joint contract runs: a firm period, then renewals. */
export interface Duration {
  /** Whole duration, renewals included. */
  readonly months: number;
  readonly firmMonths: number;
  readonly renewals: number;
  readonly renewalMonths: number;
  /** Last day of the whole duration, the same for every member, however late it entered. */
  readonly endsOn: Day;
}

/** A lot of a tender. */
export interface Lot {
  /** The territory or the member that it serves; `all` when the tender is one lot. */
  readonly id: string;
  readonly by: 'territory' | 'member' | 'whole';
  readonly members: readonly MemberId[];
  readonly contracts: readonly ContractId[];
  readonly annualAmount: Cents;
  readonly estimatedValue: Cents;
}

export interface Milestone {
  /** Stage id of `src/data/tables/stages.csv`. */
  readonly code: string;
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
}

export interface Tender {
  readonly id: TenderId;
  readonly category: CategoryId;
  readonly territory?: string;
  readonly start: Day;
  /** The quarter in which the work begins, the category's lead time before the start: what the capacity counts. */
  readonly launch: Quarter;
  /** The day on which the call is published: the one whose thresholds apply. */
  readonly launchOn: Day;
  readonly durationMonths: number;
  readonly coordinator: MemberId;
  /** Sorted by member, then contract. */
  readonly participations: readonly Participation[];
  readonly annualAmount: Cents;
  readonly estimatedValue: Cents;
  readonly duration: Duration;
  readonly lots: readonly Lot[];
  readonly procedure: Procedure;
  /** In the order of the table of stages. */
  readonly milestones: readonly Milestone[];
  readonly checks: readonly LegalCheck[];
  readonly gain: Gain;
  /** One a member, by member; their gains sum to the tender's. */
  readonly shares: readonly TenderShare[];
  readonly alternatives: readonly Alternative[];
  /** Present when one wrong end date would cost more than a tenth of the gain. */
  readonly fragility?: Fragility;
  /** Why the tender was not open to the search: published, launching soon, or accepted by the group. */
  readonly frozen?:
    /** its call is out */
    | 'PUBLISHED'
    /** its preparation should have begun */
    | 'UNDER_WAY'
    | 'LAUNCHING_SOON'
    | 'ACCEPTED';
  readonly warnings: readonly Coded[];
}

/** Why a contract is in no tender. The order is that of the explanation: the first that applies. */
export const ALONE_CODES = [
  'OPT_OUT',
  'ENDED',
  'ONE_OFF',
  'NO_CATEGORY',
  'DATA_MISSING',
  'NO_WEIGHT',
  'TENDER_CLOSED',
  'NO_PARTNER',
  'ENDS_TOO_SOON',
  'NOTICE_PASSED',
  'WINDOW_MISMATCH',
  'LOCKED_BEYOND_HORIZON',
  'OWN_LOSS',
  'GROUP_LOSS',
  'CAPACITY',
  'LOSS_AT_CHOSEN_START',
  'NOT_REACHABLE_AT_CHOSEN_START',
  'MAX_WAVES',
  'MAX_MEMBERS',
  'EXCLUDED_PAIR',
] as const;
export type AloneCode = (typeof ALONE_CODES)[number];

export interface Alone {
  readonly contract: ContractId;
  readonly reason: Coded<AloneCode>;
  /** Next end at which the contract can still stop. */
  readonly nextExit?: Day;
  /** Last day to give notice for that end. */
  readonly decideBy?: Day;
}

export interface MemberShare {
  readonly id: MemberId;
  readonly name: string;
  readonly contracts: number;
  readonly annualAmount: Cents;
  readonly joint: { readonly tenders: number; readonly annualAmount: Cents; readonly gain: Cents };
  /** How many tenders it coordinates. */
  readonly coordinates: number;
}

/** A number that the plan rests on. */
export interface Assumption {
  readonly code: string;
  readonly value: number | string;
  readonly source: string;
  readonly mark?: Mark;
}

export interface Optimality {
  /** `optimal` only when the bound equals the objective. */
  readonly status: 'optimal' | 'bounded';
  readonly objective: Cents;
  readonly bound: Cents;
  /** (bound − objective) / objective. */
  readonly gap: number;
}

/** Launches of a quarter, against what the group can carry. */
export interface QuarterLoad {
  readonly quarter: Quarter;
  readonly launches: number;
  /** Absent when there is no limit. */
  readonly capacity?: number;
  /** What one more launch in this quarter would bring, by the search's own prices; 0 when there is room. */
  readonly price: Cents;
}

/** An end date worth checking: much of the plan rests on it. */
export interface DateToVerify {
  readonly contract: ContractId;
  readonly end: Day;
  readonly tender: TenderId;
  /** Loss to the plan if it is off by the tolerance, in the worse direction. */
  readonly exposure: Cents;
}

/** What a simpler way of planning would give, valued by the same rules. */
export interface Baseline {
  readonly objective: Cents;
  readonly tenders: number;
}

export interface Plan {
  readonly asOf: Day;
  readonly horizon: { readonly from: Day; readonly to: Day };
  readonly assumptions: readonly Assumption[];
  readonly members: readonly MemberShare[];
  /** By launch, then id. */
  readonly tenders: readonly Tender[];
  /** By contract id. */
  readonly alone: readonly Alone[];
  /** Everything that members must do or watch, by date. */
  readonly decisions: readonly Decision[];
  /** By coordinator, then quarter. */
  readonly workload: readonly Workload[];
  readonly optimality: Optimality;
  /** What grouping the contracts whose ends lie within six months would give, by the same values. */
  readonly naive: Baseline;
  /** What taking the best remaining tender again and again would give. */
  readonly greedy: Baseline;
  /** Every quarter in which a launch is possible, in order. */
  readonly quarters: readonly QuarterLoad[];
  /** The few ends that carry half of the plan's exposure, most exposed first. */
  readonly datesToVerify: readonly DateToVerify[];
  /** Decisions that contradict one another or cannot be followed. */
  readonly diagnostics: readonly Diagnostic[];
}
