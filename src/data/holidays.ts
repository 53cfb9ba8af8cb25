/** French public holidays (code du travail L3133-1), computed; Alsace-Moselle and overseas days are not among them. */
import { type Day, addDays, day, yearOf } from '../domain/day.ts';

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'] as const;
/** Days after Easter Sunday: Easter Monday, Ascension Thursday, Whit Monday. */
const AFTER_EASTER = [1, 39, 50] as const;

const BY_YEAR = new Map<number, ReadonlySet<Day>>();

/** Whether a day is a public holiday in metropolitan France. */
export function isHoliday(value: Day): boolean {
  return holidaysOf(yearOf(value)).has(value);
}

/** The public holidays of a year (1583–9999). */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const known = BY_YEAR.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const prefix = String(year).padStart(4, '0');
  const days = new Set([
    ...FIXED.map(monthDay => day(`${prefix}-${monthDay}`)),
    ...AFTER_EASTER.map(offset => addDays(easter, offset)),
  ]);
  BY_YEAR.set(year, days);
  return days;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876 (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const rank = epact + toSunday - 7 * late + 114;
  const month = Math.floor(rank / 31);
  return day(`${String(year).padStart(4, '0')}-0${month}-${String((rank % 31) + 1).padStart(2, '0')}`);
}
