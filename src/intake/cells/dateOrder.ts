/** Which number of `01/02/2027` is the day: decided for a whole column, from what its cells prove. */
import type { DateShape } from './dateShape.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What the cells of a column prove, as numbers of cells. */
export interface DateSurvey {
  /** Only the day first can read them; only the month first; either, with different days. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
  /** Of `either`: the first of a month if the day stands first, if the month does. */
  readonly firstsDayFirst: number;
  readonly firstsMonthFirst: number;
  readonly yearFirst: number;
  readonly serial: number;
  readonly shortYear: number;
  readonly words: number;
  /** `5/3/2013` and `13/03/2013`: numbers below ten without and with a zero. */
  readonly bare: number;
  readonly padded: number;
}

const BARE = /^\d[./-]|[./-]\d[./-]/;
const PADDED = /^0\d[./-]|[./-]0\d[./-]/;

/** Counts what a column's cells prove, one after the other; `shapeOf` reads one cell. */
export function dateTally(shapeOf: (text: string) => DateShape): {
  readonly survey: DateSurvey;
  readonly add: (text: string) => void;
} {
  const counts = {
    dayFirst: 0, monthFirst: 0, either: 0, firstsDayFirst: 0, firstsMonthFirst: 0, yearFirst: 0, serial: 0, shortYear: 0,
    words: 0, bare: 0, padded: 0,
  }; // prettier-ignore
  const count = (shape: DateShape): void => {
    if (shape.kind === 'range') {
      count(shape.from);
      count(shape.to);
    } else if (shape.kind === 'with-latest') {
      count(shape.day);
      count(shape.latest);
    } else if (shape.kind === 'numeric') {
      if (shape.shortYear) counts.shortYear += 1;
      if (shape.two > 12) counts.monthFirst += 1;
      else if (shape.one > 12) counts.dayFirst += 1;
      else if (shape.one !== shape.two) {
        counts.either += 1;
        if (shape.one === 1) counts.firstsDayFirst += 1;
        if (shape.two === 1) counts.firstsMonthFirst += 1;
      }
    } else if (shape.kind === 'days') {
      if (shape.how === 'two-digit-year') counts.shortYear += 1;
      if (shape.how === 'serial') counts.serial += 1;
      else if (shape.how === 'year-first' || shape.how === 'late-utc') counts.yearFirst += 1;
      else counts.words += 1;
    }
  };
  const add = (text: string): void => {
    const shape = shapeOf(text);
    if (shape.kind === 'absent') return;
    count(shape);
    if (shape.kind !== 'numeric') return;
    if (BARE.test(text)) counts.bare += 1;
    if (PADDED.test(text)) counts.padded += 1;
  };
  return { survey: counts, add };
}

/** The order taken, and how sure it is. */
export interface OrderDecision {
  readonly order: DateOrder;
  /**
   * `said`: by the configuration or the heading. `proved`: by days above 12. `others`: by the table's other
   * columns. `custom`: nothing proves it, the day first is the custom. `same`: no cell depends on it.
   */
  readonly basis: 'said' | 'proved' | 'others' | 'custom' | 'same';
  /** Both orders are proved by many cells: a cell that both can read is not read. */
  readonly mixed: boolean;
}

/** One cell in ten, at most, is a typing error; more, and the column mixes two orders. */
const STRAY = 0.1;

/**
 * Decides for one column: what is said, else what is proved, else what the other columns prove, else day first.
 * A few cells that only the month first can read prove nothing where the rest looks like days first: they are slips.
 */
export function decideOrder(survey: DateSurvey, said?: DateOrder, others?: DateOrder): OrderDecision {
  const { dayFirst, monthFirst, either } = survey;
  if (said) return { order: said, basis: 'said', mixed: false };
  const slips = areSlips(survey, others);
  if (dayFirst + monthFirst > 0 && !slips) {
    const order = dayFirst >= monthFirst || monthFirst * STRAY < dayFirst ? 'dmy' : 'mdy';
    return {
      order,
      basis: 'proved',
      mixed: Math.min(dayFirst, monthFirst) > STRAY * Math.max(dayFirst, monthFirst),
    };
  }
  if (either === 0) return { order: 'dmy', basis: 'same', mixed: false };
  return others
    ? { order: others, basis: 'others', mixed: false }
    : { order: 'dmy', basis: 'custom', mixed: false };
}

/**
 * `13` in the place of the month, once or in one cell in ten, while the table's other columns have the day first, or while
 * the rest of the column would be the first of many months: `01/04/2025`, `01/09/2025`, `01/13/2025`.
 */
function areSlips({ dayFirst, monthFirst, ...rest }: DateSurvey, others: DateOrder | undefined): boolean {
  if (dayFirst > 0 || monthFirst === 0) return false;
  const few = monthFirst <= STRAY * (monthFirst + rest.either);
  if (others === 'dmy') return few || monthFirst === 1;
  return (
    few &&
    others === undefined &&
    rest.firstsDayFirst > rest.either / 2 &&
    rest.firstsMonthFirst < rest.firstsDayFirst
  );
}

/** The order that a table's columns prove together; `undefined` when they prove none, or disagree. */
export function orderProvedBy(surveys: readonly DateSurvey[]): DateOrder | undefined {
  const proved = new Set(
    surveys
      .map(survey => decideOrder(survey))
      .filter(({ basis }) => basis === 'proved')
      .map(({ order }) => order),
  );
  return proved.size === 1 ? [...proved][0] : undefined;
}
