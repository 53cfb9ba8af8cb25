/**
 * Civil days. A day is the text `YYYY-MM-DD`: it sorts as text, prints as itself, has no time zone,
 * and never passes through a JavaScript `Date`. Ends of contracts are inclusive: the last day in force.
 */
export type Day = string & { readonly __brand: 'Day' };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));
/** A century of days: a register that names more is a mistake, and may take its time. */
const MOST_REMEMBERED = 36_525;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** True for the leap years of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day with that year (1–9999), month (1–12) and day of month.
 * An impossible date (31 February) is `undefined`: it is never bent to a neighbour.
 */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12)) return undefined;
  if (!(dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return undefined;
  return format(year, month, dayOfMonth);
}

/** Reads `YYYY-MM-DD`, and nothing else; `undefined` when the text is not a real day. */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  return match ? dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A day written in the source code. Throws on a typing error: for constants and tests only. */
export function day(text: string): Day {
  const value = parseDay(text);
  if (!value) throw new RangeError(`not a day: ${text}`);
  return value;
}

export const yearOf = (value: Day): number => twoDigits(value, 0) * 100 + twoDigits(value, 2);
export const monthOf = (value: Day): number => twoDigits(value, 5);
export const dayOfMonth = (value: Day): number => twoDigits(value, 8);

/** The number written at a place of the text: a million registers' dates are taken apart. */
function twoDigits(value: Day, at: number): number {
  return (value.charCodeAt(at) - 48) * 10 + value.charCodeAt(at + 1) - 48;
}

/** Days since the last day before the year 1 in the proleptic Gregorian calendar; differences of two are exact. */
export const dayNumber: (value: Day) => number = remembered(value => {
  const year = yearOf(value);
  const month = monthOf(value);
  const leap = month > 2 && isLeapYear(year) ? 1 : 0;
  return daysBeforeYear(year) + DAYS_BEFORE_MONTH[month - 1]! + leap + dayOfMonth(value);
});

const daysBeforeYear = (year: number): number =>
  (year - 1) * 365 + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

/** The inverse of {@link dayNumber}. Throws outside the years 1–9999. */
export const dayFromNumber: (number: number) => Day = remembered(number => {
  // First estimate by the mean year, then at most one step each way.
  let year = Math.floor(number / 365.2425) + 1;
  while (daysBeforeYear(year + 1) < number) year += 1;
  while (daysBeforeYear(year) >= number) year -= 1;
  let rest = number - daysBeforeYear(year);
  let month = 1;
  while (rest > daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  const value = dayFrom(year, month, rest);
  if (!value) throw new RangeError(`day number out of range: ${number}`);
  return value;
});

/** The day `days` days later (earlier when negative). */
export function addDays(value: Day, days: number): Day {
  return days === 0 ? value : dayFromNumber(dayNumber(value) + days);
}

/**
 * The same day of the month `months` months later, or the month's last day when it has no such day:
 * 31 January + 1 month = 28 or 29 February. Do not chain: add `k * n` months to the original day.
 */
export function addMonths(value: Day, months: number): Day {
  const place = placeOf(value);
  const index = Math.floor(place / 32) + months;
  if (index < 12 || index >= 120_000) throw new RangeError(`month out of range: ${value} + ${months} months`);
  return dayAt(index * 32 + Math.min(place % 32, daysInMonth(Math.floor(index / 12), (index % 12) + 1)));
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The largest number of whole months n such that `addMonths(from, n) <= to`; negative when `to` is earlier. */
export function monthsBetween(from: Day, to: Day): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return addMonths(from, months) > to ? months - 1 : months;
}

/** ISO day of the week: 1 Monday … 7 Sunday. */
export function weekday(value: Day): number {
  return ((dayNumber(value) - 1) % 7) + 1;
}

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);

/** A calendar quarter, as people file it: `2027-Q1`. */
export type Quarter = string & { readonly __brand: 'Quarter' };

/** The calendar quarter of a day. */
export function quarterOf(value: Day): Quarter {
  return `${value.slice(0, 4)}-Q${Math.ceil(monthOf(value) / 3)}` as Quarter;
}

/** The first day of the calendar quarter of a day. */
export function startOfQuarter(value: Day): Day {
  return format(yearOf(value), Math.floor((monthOf(value) - 1) / 3) * 3 + 1, 1);
}

/** Reads `2027-Q1`, or `2027-T1` as the French write it; `undefined` for anything else. */
export function parseQuarter(text: string): Quarter | undefined {
  const match = /^(\d{4})-?[QT]([1-4])$/i.exec(text.trim());
  return match ? (`${match[1]}-Q${match[2]}` as Quarter) : undefined;
}

/** The last day of a quarter. */
export function endOfQuarter(quarter: Quarter): Day {
  const month = Number(quarter.slice(6)) * 3;
  const year = Number(quarter.slice(0, 4));
  return format(year, month, daysInMonth(year, month));
}

/** The quarter after another. */
export function nextQuarter(quarter: Quarter): Quarter {
  return quarterOf(addDays(endOfQuarter(quarter), 1));
}

/** A month's number since the year 0, times 32, plus a day of that month. */
const placeOf: (value: Day) => number = remembered(
  value => (yearOf(value) * 12 + monthOf(value) - 1) * 32 + dayOfMonth(value),
);

/** The inverse of {@link placeOf}. */
const dayAt: (place: number) => Day = remembered(place => {
  const index = Math.floor(place / 32);
  const year = Math.floor(index / 12);
  const yearText = year >= 1000 ? String(year) : String(year).padStart(4, '0');
  return `${yearText}-${TWO_DIGITS[(index % 12) + 1]}-${TWO_DIGITS[place % 32]}` as Day;
});

function format(year: number, month: number, dayOfMonth: number): Day {
  return dayAt((year * 12 + month - 1) * 32 + dayOfMonth);
}

/** A function that remembers its answers: registers and plans name the same few thousand days again and again. */
function remembered<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, Value>();
  return key => {
    let value = answers.get(key);
    if (value === undefined) {
      if (answers.size === MOST_REMEMBERED) answers.clear();
      value = answer(key);
      answers.set(key, value);
    }
    return value;
  };
}
