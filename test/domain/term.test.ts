import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it, test } from 'vitest';
import { type Day, addDays, day, dayFrom, daysInMonth } from '../../src/domain/day.ts';
import {
  type Term,
  type TermReading,
  endOfPeriod,
  exitsOf,
  noticeDeadlineFor,
  termOn,
} from '../../src/domain/term.ts';

const reading = (said: Partial<TermReading>): TermReading => ({ renewal: 'unknown', ...said });

describe('the examples of the exit model', () => {
  it('start 2020-08-01, 36 months + 12 tacit, 3 months’ notice, seen on 2023-10-31', () => {
    const said = reading({
      start: day('2020-08-01'),
      firmMonths: 36,
      renewal: 'tacit',
      renewalMonths: 12,
      notice: { months: 3 },
    });
    const term = termOn(said, day('2023-10-31'));
    expect(term).toMatchObject({
      firmEnd: '2023-07-31',
      currentEnd: '2024-07-31',
      noticeDeadline: '2024-04-30',
    });
    expect(term.latestEnd).toBeUndefined();
  });

  it('start 2018-09-27, 36 months, 3 months’ notice', () => {
    const said = reading({ start: day('2018-09-27'), firmMonths: 36, notice: { months: 3 } });
    expect(termOn(said, day('2021-01-01'))).toMatchObject({
      currentEnd: '2021-09-26',
      noticeDeadline: '2021-06-26',
    });
  });

  it('first end 2025-08-27, tacit 12, 2 months’ notice, seen on 2026-02-11', () => {
    const said = reading({
      firmEnd: day('2025-08-27'),
      renewal: 'tacit',
      renewalMonths: 12,
      notice: { months: 2 },
    });
    expect(termOn(said, day('2026-02-11'))).toMatchObject({
      currentEnd: '2026-08-27',
      noticeDeadline: '2026-06-27',
    });
  });

  it('60 months + 12 is 72, never 120', () => {
    const said = reading({
      start: day('2020-01-01'),
      firmMonths: 60,
      renewal: 'tacit',
      renewals: 1,
      renewalMonths: 12,
    });
    expect(termOn(said, day('2026-06-01'))).toMatchObject({
      currentEnd: '2025-12-31',
      latestEnd: '2025-12-31',
    });
    expect(termOn(said, day('2024-06-01'))).toMatchObject({
      currentEnd: '2024-12-31',
      latestEnd: '2025-12-31',
    });
  });
});

describe('month ends', () => {
  it('counts every end from the original start: 31 January never becomes the 28th for good', () => {
    const said = reading({
      start: day('2023-01-31'),
      firmMonths: 1,
      renewal: 'tacit',
      renewals: 3,
      renewalMonths: 1,
    });
    const term = termOn(said, day('2023-01-31'));
    expect(exitsOf(term, day('2024-01-01'))).toEqual([
      '2023-02-27',
      '2023-03-30',
      '2023-04-29',
      '2023-05-30',
    ]);
  });
  it('ends a leap-day contract on 27 February of the next year', () => {
    expect(endOfPeriod(day('2024-02-29'), 12)).toBe('2025-02-27');
    expect(endOfPeriod(day('2024-03-01'), 12)).toBe('2025-02-28');
  });
  test.each([
    ['2026-12-31', { months: 3 }, '2026-09-30'],
    ['2027-02-28', { months: 3 }, '2026-11-30'],
    ['2027-05-30', { months: 3 }, '2027-02-27'],
    ['2026-12-31', { days: 90 }, '2026-10-02'],
    ['2026-12-31', { days: 0 }, '2026-12-31'],
    ['2027-03-30', { months: 1 }, '2027-02-27'],
  ] as const)('end %s, notice %j: by %s', (end, notice, expected) => {
    expect(noticeDeadlineFor(day(end), notice)).toBe(expected);
  });
});

describe('tacit, express, none', () => {
  const asOf = day('2026-11-22');
  const firm = { start: day('2022-01-01'), firmMonths: 12, renewals: 3, renewalMonths: 12 };

  it('tacit runs on to its cap, and no further', () => {
    expect(termOn(reading({ ...firm, renewal: 'tacit' }), asOf)).toMatchObject({
      currentEnd: '2025-12-31',
      latestEnd: '2025-12-31',
    });
    expect(termOn(reading({ ...firm, renewal: 'tacit' }), day('2023-06-01')).currentEnd).toBe('2023-12-31');
  });
  it('on its last day a term is still in force; the next day, the next one is', () => {
    const said = reading({ ...firm, renewal: 'tacit' });
    expect(termOn(said, day('2022-12-31')).currentEnd).toBe('2022-12-31');
    expect(termOn(said, day('2023-12-31')).currentEnd).toBe('2023-12-31');
    expect(termOn(said, day('2024-01-01')).currentEnd).toBe('2024-12-31');
  });
  it('express ends unless the register shows that it was renewed', () => {
    expect(termOn(reading({ ...firm, renewal: 'express' }), day('2023-06-01')).currentEnd).toBe('2022-12-31');
    const shown = reading({ ...firm, renewal: 'express', statedRunning: true });
    expect(termOn(shown, day('2023-06-01')).currentEnd).toBe('2023-12-31');
    const stated = reading({ ...firm, renewal: 'express', statedCurrentEnd: day('2024-12-31') });
    expect(termOn(stated, day('2024-06-01'))).toMatchObject({
      currentEnd: '2024-12-31',
      latestEnd: '2025-12-31',
    });
    expect(termOn(stated, day('2025-06-01')).currentEnd).toBe('2024-12-31');
  });
  it('none and unknown end where they end, whatever else is written', () => {
    for (const renewal of ['none', 'unknown'] as const) {
      expect(termOn(reading({ ...firm, renewal }), asOf)).toMatchObject({
        currentEnd: '2022-12-31',
        latestEnd: '2022-12-31',
      });
    }
  });
  it('tacit without a cap has no last end, however long ago it began', () => {
    const said = reading({
      start: day('1998-04-01'),
      firmMonths: 12,
      renewal: 'tacit',
      renewals: 'unlimited',
      renewalMonths: 12,
    });
    const term = termOn(said, asOf);
    expect(term.currentEnd).toBe('2027-03-31');
    expect(term.latestEnd).toBeUndefined();
    expect(exitsOf(term, day('2030-01-01'))).toEqual(['2027-03-31', '2028-03-31', '2029-03-31']);
  });
  it('renewals of an unknown length do not move the end', () => {
    expect(termOn(reading({ firmEnd: day('2025-06-30'), renewal: 'tacit' }), asOf).currentEnd).toBe(
      '2025-06-30',
    );
  });
});

describe('stated ends', () => {
  const asOf = day('2026-11-22');
  it('a stated current end to come is the end of the term in force', () => {
    const said = reading({
      statedCurrentEnd: day('2027-03-31'),
      renewal: 'tacit',
      renewalMonths: 12,
      notice: { months: 2 },
    });
    expect(termOn(said, asOf)).toMatchObject({ currentEnd: '2027-03-31', noticeDeadline: '2027-01-31' });
  });
  it('a stated current end gone by is renewed from there', () => {
    const said = reading({ statedCurrentEnd: day('2024-03-31'), renewal: 'tacit', renewalMonths: 12 });
    expect(termOn(said, asOf).currentEnd).toBe('2027-03-31');
  });
  it('a stated end off the anniversaries (an amendment moved it) is the anchor of the next ones', () => {
    const said = reading({
      start: day('2022-01-01'),
      firmMonths: 12,
      firmEnd: day('2022-12-31'),
      statedCurrentEnd: day('2024-06-30'),
      renewal: 'tacit',
      renewalMonths: 12,
    });
    const term = termOn(said, asOf);
    expect(term.currentEnd).toBe('2027-06-30');
    expect(exitsOf(term, day('2029-01-01'))).toEqual(['2027-06-30', '2028-06-30']);
  });
  it('a stated end on an anniversary keeps the original start as the anchor', () => {
    const said = reading({
      start: day('2020-02-29'),
      firmMonths: 12,
      statedCurrentEnd: day('2022-02-27'),
      renewal: 'tacit',
      renewalMonths: 12,
    });
    expect(termOn(said, day('2024-03-01')).currentEnd).toBe('2025-02-27');
    expect(termOn(said, day('2024-02-01')).currentEnd).toBe('2024-02-28');
  });
  it('the last end stated caps tacit renewals, and cuts the last one short', () => {
    const said = reading({
      firmEnd: day('2023-12-31'),
      statedLatestEnd: day('2027-06-30'),
      renewal: 'tacit',
      renewalMonths: 12,
    });
    const term = termOn(said, asOf);
    expect(term).toMatchObject({ currentEnd: '2026-12-31', latestEnd: '2027-06-30' });
    expect(exitsOf(term, day('2030-01-01'))).toEqual(['2026-12-31', '2027-06-30']);
    expect(termOn(said, day('2027-03-01')).currentEnd).toBe('2027-06-30');
    expect(termOn(said, day('2028-03-01')).currentEnd).toBe('2027-06-30');
  });
  it('the last end alone is the end', () => {
    expect(termOn(reading({ statedLatestEnd: day('2028-12-31') }), asOf)).toMatchObject({
      currentEnd: '2028-12-31',
      latestEnd: '2028-12-31',
    });
  });
  it('a firm end still to come outlives a « current » end gone by', () => {
    const said = reading({ firmEnd: day('2027-12-31'), statedCurrentEnd: day('2025-12-31') });
    expect(termOn(said, asOf).currentEnd).toBe('2027-12-31');
  });
});

describe('what is not known stays absent', () => {
  const asOf = day('2026-11-22');
  it('open-ended: no end at all, no deadline', () => {
    const term = termOn(reading({ start: day('2018-01-01'), openEnded: true, notice: { months: 6 } }), asOf);
    expect(term).toEqual({ start: '2018-01-01', openEnded: true, notice: { months: 6 }, renewal: 'unknown' });
    expect(exitsOf(term, day('2040-01-01'))).toEqual([]);
  });
  it('neither start nor end: nothing is made up', () => {
    const term = termOn(reading({ renewal: 'tacit', renewals: 3, renewalMonths: 12, firmMonths: 12 }), asOf);
    expect(term.currentEnd ?? term.latestEnd ?? term.firmEnd ?? term.noticeDeadline).toBeUndefined();
    expect(exitsOf(term, day('2040-01-01'))).toEqual([]);
  });
  it('no notice, no deadline', () => {
    expect(termOn(reading({ firmEnd: day('2027-01-31') }), asOf).noticeDeadline).toBeUndefined();
  });
  it('nothing ends after `until`', () => {
    const term = termOn(reading({ firmEnd: day('2027-01-31') }), asOf);
    expect(exitsOf(term, day('2027-01-31'))).toEqual(['2027-01-31']);
    expect(exitsOf(term, day('2027-01-30'))).toEqual([]);
  });
});

describe('a naive day-by-day walk gives the same answer', () => {
  const days = fc
    .tuple(
      fc.integer({ min: 2015, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, dayOfMonth]) =>
      dayFrom(year, month, Math.min(dayOfMonth, daysInMonth(year, month)))!,
    );
  const contracts = fc.record({
    start: days,
    firmMonths: fc.integer({ min: 1, max: 60 }),
    renewalMonths: fc.integer({ min: 1, max: 24 }),
    renewals: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(undefined)),
    renewal: fc.constantFrom('tacit' as const, 'express' as const, 'none' as const),
    statedRunning: fc.boolean(),
    notice: fc.oneof(
      fc.record({ months: fc.integer({ min: 0, max: 12 }) }),
      fc.record({ days: fc.integer({ min: 0, max: 365 }) }),
    ),
    asOf: days,
  });

  /** Walks one day at a time; months are luxon's. A contract whose last day was yesterday renews, or is over. */
  function walk({ start, firmMonths, renewalMonths, renewals, renewal, statedRunning, asOf }: Drawn): Walk {
    const luxon = (months: number): Day =>
      day(DateTime.fromISO(start, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd'));
    const goesOn = renewal === 'tacit' || (renewal === 'express' && statedRunning);
    const possible = renewal === 'none' ? 0 : (renewals ?? (renewal === 'tacit' ? Infinity : 400));
    let taken = 0;
    let firstDayOut = luxon(firmMonths);
    for (let today = start; today < asOf;) {
      today = addDays(today, 1);
      if (today === firstDayOut && goesOn && taken < possible) {
        taken += 1;
        firstDayOut = luxon(firmMonths + taken * renewalMonths);
      }
    }
    return {
      currentEnd: addDays(firstDayOut, -1),
      taken,
      possible,
      endAfter: k => addDays(luxon(firmMonths + k * renewalMonths), -1),
    };
  }
  type Drawn = typeof contracts extends fc.Arbitrary<infer T> ? T : never;
  interface Walk {
    readonly currentEnd: Day;
    readonly taken: number;
    readonly possible: number;
    readonly endAfter: (k: number) => Day;
  }
  const seen = (drawn: Drawn): Term => {
    const { asOf, renewals, statedRunning, ...said } = drawn;
    return termOn(
      { ...said, ...(renewals !== undefined && { renewals }), ...(statedRunning && { statedRunning }) },
      asOf,
    );
  };

  it('current end, last end, deadline', () => {
    fc.assert(
      fc.property(contracts, drawn => {
        const term = seen(drawn);
        const { currentEnd, possible, endAfter } = walk(drawn);
        expect(term.currentEnd).toBe(currentEnd);
        const unknownCap = drawn.renewals === undefined && drawn.renewal === 'tacit';
        const counted = drawn.renewals === undefined ? 0 : possible;
        const last = drawn.renewals === undefined ? currentEnd : endAfter(counted);
        expect(term.latestEnd).toBe(unknownCap ? undefined : last > currentEnd ? last : currentEnd);
        const dayAfter = DateTime.fromISO(currentEnd, { zone: 'utc' }).plus({ days: 1 });
        const deadline = dayAfter.minus(drawn.notice).minus({ days: 1 }).toFormat('yyyy-MM-dd');
        expect(term.noticeDeadline).toBe(deadline);
      }),
      { numRuns: 300 },
    );
  });

  it('every exit, and only exits', () => {
    fc.assert(
      fc.property(contracts, drawn => {
        const until = day('2040-12-31');
        const { currentEnd, taken, possible, endAfter } = walk(drawn);
        const last = drawn.renewals === undefined && drawn.renewal !== 'tacit' ? taken : possible;
        const expected: Day[] = [];
        for (let k = taken; k <= last && endAfter(k) <= until; k += 1) expected.push(endAfter(k));
        expect(expected[0] ?? currentEnd).toBe(currentEnd);
        expect(exitsOf(seen(drawn), until)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('time only moves ends forward, and never past the cap', () => {
    fc.assert(
      fc.property(contracts, days, (drawn, later) => {
        const [a, b] = [drawn.asOf, later].toSorted() as [Day, Day];
        const [before, after] = [seen({ ...drawn, asOf: a }), seen({ ...drawn, asOf: b })];
        expect(before.currentEnd! <= after.currentEnd!).toBe(true);
        if (after.latestEnd) expect(after.currentEnd! <= after.latestEnd).toBe(true);
      }),
    );
  });

  it('stays in the calendar whatever figure was typed', () => {
    const start = day('2024-03-02');
    const typed = {
      start,
      firmMonths: 32_843_842_812,
      renewal: 'tacit',
      renewals: 7,
      renewalMonths: 9e9,
    } as const;
    expect(termOn(typed, day('2026-11-23')).currentEnd).toBe('3024-03-01');
  });
});
