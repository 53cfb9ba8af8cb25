/** Conditions that an unattended run can be told to fail on, and what met them. */
import type { Location } from './contract.ts';
import type { Decision } from './decision.ts';
import type { UnplannedExpiry } from './quarterly.ts';

/** The conditions as they are written on the command line; `deadline-within` takes `=30d`. */
export const FAIL_ON = [
  'missed-deadline',
  'deadline-within',
  'data-errors',
  'unplanned-expiry',
  'plan-changed',
  'layout-changed',
] as const;
type FailOnKind = (typeof FAIL_ON)[number];

export type FailOn =
  | { readonly kind: 'deadline-within'; readonly days: number }
  | { readonly kind: Exclude<FailOnKind, 'deadline-within'> };

/** A condition that is met, by how many facts, and the first of them where it has a place or a day. */
export interface Alert {
  readonly condition: FailOn;
  readonly count: number;
  readonly decision?: Decision;
  readonly expiry?: UnplannedExpiry;
  readonly at?: Location;
}
