import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayFrom,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  isLeapYear,
  maxDay,
  minDay,
  monthsBetween,
  parseDay,
  quarterOf,
  startOfQuarter,
  weekday,
} from '../../src/domain/day.ts';

/** luxon, in universal time, is the oracle: it shares no code with ours. */
const luxon = (value: string): DateTime => DateTime.fromISO(value, { zone: 'utc' });
const iso = (date: DateTime): string => date.toFormat('yyyy-MM-dd');

const days = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, dayOfMonth]) => dayFrom(year, month, Math.min(dayOfMonth, daysInMonth(year, month)))!);

describe('a day is a real date or nothing', () => {
  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
  ])('%s is none', text => expect(parseDay(text)).toBeUndefined());
  test.each(['2026-2-3', '26-02-03', '2026/02/03', ' 2026-02-03', '2026-02-03T00:00', ''])(
    '%j is not its form',
    text => expect(parseDay(text)).toBeUndefined(),
  );
  it('refuses a typing error in the source code', () =>
    expect(() => day('2026-02-30')).toThrow('2026-02-30'));

  it('agrees with luxon on which dates exist', () => {
    const parts = [
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: -1, max: 14 }),
      fc.integer({ min: -1, max: 33 }),
    ];
    fc.assert(
      fc.property(fc.tuple(parts[0]!, parts[1]!, parts[2]!), ([year, month, dayOfMonth]) => {
        const exists = DateTime.fromObject({ year, month, day: dayOfMonth }, { zone: 'utc' }).isValid;
        expect(dayFrom(year, month, dayOfMonth) !== undefined).toBe(exists);
      }),
    );
  });
});

describe('arithmetic agrees with luxon', () => {
  it('adds days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (value, n) => {
        expect(addDays(value, n)).toBe(iso(luxon(value).plus({ days: n })));
      }),
    );
  });
  it('adds months, to the month’s last day when it is shorter', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (value, n) => {
        expect(addMonths(value, n)).toBe(iso(luxon(value).plus({ months: n })));
      }),
    );
  });
  it('counts days and finds them again', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(daysBetween(a, b)).toBe(luxon(b).diff(luxon(a), 'days').days);
        expect(dayFromNumber(dayNumber(a))).toBe(a);
      }),
    );
  });
  it('knows weekdays and quarters', () => {
    fc.assert(
      fc.property(days, value => {
        expect(weekday(value)).toBe(luxon(value).weekday);
        expect(quarterOf(value)).toBe(luxon(value).toFormat("yyyy-'Q'q"));
        expect(startOfQuarter(value)).toBe(iso(luxon(value).startOf('quarter')));
      }),
    );
  });
  it('counts whole months: the most that do not pass the second day', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const months = monthsBetween(a, b);
        expect(addMonths(a, months) <= b).toBe(true);
        expect(addMonths(a, months + 1) > b).toBe(true);
      }),
    );
  });
});

test('31 January + 1 month is the last of February; leap years follow Gregory', () => {
  expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
  expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
  expect([1900, 2000, 2024, 2026, 2100].map(isLeapYear)).toEqual([false, true, true, false, false]);
});

test('the earlier and the later of two days', () => {
  expect(minDay(day('2026-01-02'), day('2026-01-01'))).toBe('2026-01-01');
  expect(maxDay(day('2026-01-02'), day('2026-01-01'))).toBe('2026-01-02');
});

test('a day number outside the calendar is a bug, said at once', () => {
  expect(() => dayFromNumber(0)).toThrow(RangeError);
  expect(() => addMonths(day('9999-12-31'), 1)).toThrow(RangeError);
});
