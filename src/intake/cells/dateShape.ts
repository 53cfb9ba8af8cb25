/** What one cell can mean as a date, before its column has settled the order of day and month. */
import { type Day, addDays, dayFrom } from '../../domain/day.ts';

/** How exact a date is: all but `day` are partial, and what they mean depends on the field. */
export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/** How an exact date was written, when that is worth saying. */
export type Manner = 'year-first' | 'serial' | 'two-digit-year' | 'late-utc';

export type DateShape =
  | { readonly kind: 'absent' }
  /** One possible reading: from `first` to `last`, the same day when it is exact. */
  | {
      readonly kind: 'days';
      readonly first: Day;
      readonly last: Day;
      readonly precision: Precision;
      readonly how?: Manner;
      /** Words beside the date that were not understood. */
      readonly words?: string;
      /** They stand behind the date. */
      readonly behind?: true;
    }
  /** Two numbers and a year: the column tells which number is the day. */
  | {
      readonly kind: 'numeric';
      readonly one: number;
      readonly two: number;
      readonly year: number;
      readonly shortYear: boolean;
      readonly words?: string;
      /** They stand behind the date. */
      readonly behind?: true;
    }
  | { readonly kind: 'range'; readonly from: DateShape; readonly to: DateShape }
  /** An end, and the last one beside it (« 31/12/2026 (31/12/2028 avec reconductions) »). */
  | { readonly kind: 'with-latest'; readonly day: DateShape; readonly latest: DateShape }
  /** A date that no calendar has (31 February). */
  | { readonly kind: 'impossible' }
  /** A real date in a year when no running contract can be (1900, 9999, 0218). */
  | { readonly kind: 'far'; readonly year: number }
  | { readonly kind: 'unreadable' };

export const ABSENT: DateShape = { kind: 'absent' };
export const IMPOSSIBLE: DateShape = { kind: 'impossible' };
export const UNREADABLE: DateShape = { kind: 'unreadable' };

/** Contracts are signed and end between these years; anything else is a typing error or a filler. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2150;
/** Two-digit years: 70 to 99 are of the twentieth century (POSIX), the others of ours. */
export const PIVOT = 70;

/** True when a contract can be in force in that year. */
export function isNear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The year meant by two digits; four digits mean themselves. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= PIVOT ? 1900 + year : 2000 + year;
}

/** One exact day, or what is wrong with it. */
export function exactly(year: number, month: number, dayOfMonth: number, how?: Manner): DateShape {
  const value = dayFrom(year, month, dayOfMonth);
  if (!value) return IMPOSSIBLE;
  if (!isNear(year)) return { kind: 'far', year };
  return { kind: 'days', first: value, last: value, precision: 'day', ...(how && { how }) };
}

/** From the first day of a month to the last day of another, in one year. */
export function wholeMonths(year: number, from: number, to: number, precision: Precision): DateShape {
  const first = dayFrom(year, from, 1);
  if (!first || !(to >= from && to <= 12)) return IMPOSSIBLE;
  if (!isNear(year)) return { kind: 'far', year };
  const next = to === 12 ? dayFrom(year + 1, 1, 1)! : dayFrom(year, to + 1, 1)!;
  return { kind: 'days', first, last: addDays(next, -1), precision };
}
