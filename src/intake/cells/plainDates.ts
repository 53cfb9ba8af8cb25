/** Dates written with digits only: `25/10/2010`, `25.10.10`, ISO with or without a time, Excel serials, `12/2027`. */
import { addDays, day, dayFrom, yearOf } from '../../domain/day.ts';
import { type DateShape, IMPOSSIBLE, exactly, fullYear, isNear, wholeMonths } from './dateShape.ts';

const TIME = String.raw`(?:(?:[T ]|\s+à\s+)\d{1,2}[:h]\d{0,2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AP]M)?)?`;
const ZONE = String.raw`\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const NUMERIC = new RegExp(String.raw`^(\d{1,2})(\s?[/.\-]\s?| )(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(${TIME})(${ZONE})$`, 'i');
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
const MONTH_YEAR = /^(\d{1,2})\s?[/.-]\s?(\d{4})$/;
const YEAR_MONTH = /^(\d{4})[/.-](\d{1,2})$/;
const YEAR = /^\d{4}$/;
/** Day 0 of Excel's 1900 calendar, for serials after its imaginary 29 February 1900. */
const SERIAL_ORIGIN = day('1899-12-30');

/**
 * A date in digits; `undefined` when the text is none. The order of `01/02/2027` is left to the column.
 * Serials are numbers of five digits in Excel's 1900 calendar.
 */
export function plainDate(text: string): DateShape | undefined {
  const numeric = NUMERIC.exec(text);
  if (numeric) return fromNumbers(Number(numeric[1]), Number(numeric[3]), numeric[4]!);
  const iso = YEAR_FIRST.exec(text);
  if (iso)
    return exactly(
      Number(iso[1]),
      Number(iso[3]),
      Number(iso[4]),
      isLateUtc(iso[5]!, iso[6]!) ? 'late-utc' : 'year-first',
    );
  const serial = SERIAL.exec(text);
  if (serial) return fromSerial(Number(serial[1]));
  const compact = COMPACT.exec(text);
  if (compact) return exactly(Number(compact[1]), Number(compact[2]), Number(compact[3]), 'year-first');
  const month = MONTH_YEAR.exec(text);
  if (month) return wholeMonth(month[2]!, month[1]!);
  const yearMonth = YEAR_MONTH.exec(text);
  if (yearMonth) return wholeMonth(yearMonth[1]!, yearMonth[2]!);
  return YEAR.test(text) ? wholeMonths(Number(text), 1, 12, 'year') : undefined;
}

/** Midnight in Paris, exported in universal time, is written 22:00Z or 23:00Z of the day before. */
function isLateUtc(time: string, zone: string): boolean {
  return /^(?:Z|UTC|GMT|[+]00:?00)$/i.test(zone.trim()) && /^[T ]2[23]:00(?::00(?:\.0+)?)?$/i.test(time);
}

function fromNumbers(one: number, two: number, digits: string): DateShape {
  // A year cannot be a day: `99-10-25` is read from the year.
  if (digits.length === 2 && one > 31)
    return exactly(fullYear(String(one)), two, Number(digits), 'two-digit-year');
  const year = fullYear(digits);
  if (!dayFrom(year, two, one) && !dayFrom(year, one, two)) return IMPOSSIBLE;
  return isNear(year)
    ? { kind: 'numeric', one, two, year, shortYear: digits.length === 2 }
    : { kind: 'far', year };
}

function fromSerial(serial: number): DateShape | undefined {
  const value = addDays(SERIAL_ORIGIN, serial);
  return isNear(yearOf(value))
    ? { kind: 'days', first: value, last: value, precision: 'day', how: 'serial' }
    : undefined;
}

function wholeMonth(year: string, month: string): DateShape {
  return wholeMonths(Number(year), Number(month), Number(month), 'month');
}
