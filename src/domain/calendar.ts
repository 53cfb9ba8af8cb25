/** The calendar of a procedure: its stages, the days on which things are done, and the choices of the group. */
import type { MemberId } from './contract.ts';
import type { Day, Quarter } from './day.ts';
import type { BuyerClass } from './legal.ts';

/** How much time stages are given: the least that can be done, what is usual, what is comfortable. */
export type Pace = 'minimum' | 'typical' | 'comfort';

/**
 * On which days a bound of a stage may fall. `any`; `working`: not a week-end or a public holiday; `open`: working
 * and outside the blackout periods; `board`, `committee`: a meeting of the member, or an open day when its
 * meetings are not given.
 */
export type DayRule = 'any' | 'working' | 'open' | 'board' | 'committee';

/** A period of each year in which nothing is signed or published, as `MM-DD`, both inclusive; may span the new year. */
export interface Blackout {
  readonly from: string;
  readonly to: string;
}

/** Meetings of a member, as given. */
export interface Meetings {
  /** Days on which its board can approve a convention. */
  readonly board: readonly Day[];
  /** Days on which its award committee (CAO) sits. */
  readonly committee: readonly Day[];
}

export interface CalendarSettings {
  readonly pace: Pace;
  /** Stage id → calendar days, instead of the table's; never below the legal minimum. */
  readonly stageDays: Readonly<Partial<Record<string, number>>>;
  /** Notices, offers and letters go by electronic means. */
  readonly electronic: boolean;
  readonly blackouts: readonly Blackout[];
  /** Further closed days (bridges, local holidays). */
  readonly closedDays: readonly Day[];
  /** By member. */
  readonly meetings: Readonly<Record<string, Meetings>>;
  readonly buyerClass: BuyerClass;
  /** Category → whether it is a social or specific service, once settled by the group. */
  readonly socialRegime: Readonly<Record<string, boolean>>;
  /** Category → months of a joint contract longer than usual, which the group can justify. */
  readonly justifiedMonths: Readonly<Record<string, number>>;
  /** Share added to the estimated value for options, 0.1 for 10 %. */
  readonly options: number;
  /** Buyer-days that one procedure takes its coordinator. */
  readonly buyerDays: number;
}

/** One coordinator's load in one quarter. */
export interface Workload {
  readonly coordinator: MemberId;
  readonly quarter: Quarter;
  /** Tenders that take this quarter's capacity: work on them begins in it. */
  readonly launches: number;
  /** Person-days, to the tenth. */
  readonly buyerDays: number;
}
