import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { easterSunday, holidaysOf, isHoliday } from '../../src/data/holidays.ts';
import { day } from '../../src/domain/day.ts';

const YEARS = Array.from({ length: 61 }, (_, k) => 2000 + k);

describe('French public holidays', () => {
  test('are those of an independent library, from 2000 to 2060', () => {
    const library = new Holidays('FR', { types: ['public'] });
    for (const year of YEARS) {
      // The library has Easter and Whit Sundays too, which close nothing more than a Sunday does; and twice a day
      // on which two holidays meet.
      const theirs = library
        .getHolidays(year)
        .filter(({ rule }) => rule !== 'easter' && rule !== 'easter 49')
        .map(({ date }) => date.slice(0, 10));
      const ours = [...holidaysOf(year)].toSorted();
      expect(ours, String(year)).toEqual([...new Set(theirs)].toSorted());
    }
  });

  test('are eleven, one less when Ascension meets 1 May', () => {
    expect(holidaysOf(2027).size).toBe(11);
    expect(holidaysOf(2008).size).toBe(10);
  });

  test.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter %i is %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });

  test('a working day is not one', () => {
    expect(isHoliday(day('2027-05-06'))).toBe(true);
    expect(isHoliday(day('2027-05-07'))).toBe(false);
  });
});
