import { describe, expect, it, test } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import {
  type SettledTerm,
  type TermFacts,
  settleTerm,
  wholeMonths,
} from '../../../src/intake/lines/settleTerm.ts';

const codes = ({ problems }: SettledTerm): string[] => problems.map(({ code }) => code);
const start = day('2024-01-01');
const tacit = { renewal: 'tacit', renewals: 3, renewalMonths: 12 } as const;

describe('start and duration', () => {
  it('gives the firm end', () => {
    expect(settleTerm({ start, firm: { months: 48 } })).toEqual({
      reading: { renewal: 'unknown', start, firmEnd: '2027-12-31', firmMonths: 48 },
      problems: [],
    });
  });
  it('counts days as days', () => {
    expect(settleTerm({ start, firm: { days: 90 } }).reading).toEqual({
      renewal: 'unknown',
      start,
      firmEnd: '2024-03-30',
    });
  });
  it('a duration without start stays a duration: no end is made up', () => {
    expect(settleTerm({ firm: { months: 48 } }).reading).toEqual({ renewal: 'unknown', firmMonths: 48 });
  });
  it('a whole duration without renewals is firm', () => {
    expect(settleTerm({ start, totalMonths: 48, renewal: 'none' }).reading).toMatchObject({
      firmEnd: '2027-12-31',
    });
  });
});

it('a duration beyond the last end gives way to the end that is written, after which renewals are left', () => {
  const settled = settleTerm({
    start,
    firm: { months: 48 },
    end: day('2024-12-31'),
    latestEnd: day('2026-12-31'),
  });
  expect(settled.reading).toMatchObject({
    firmEnd: '2024-12-31',
    renewal: 'tacit',
    renewals: 2,
    renewalMonths: 12,
  });
  expect(codes(settled)).toEqual(expect.arrayContaining(['END_CONFLICT', 'RENEWAL_MODE_ASSUMED']));
});

describe('the firm end behind other ends', () => {
  const ends = { currentEnd: day('2027-03-31'), latestEnd: day('2029-03-31') };
  const renewal = { renewal: 'express', renewals: 2, renewalMonths: 12 } as const;
  it('is the last end less the renewals', () => {
    expect(settleTerm({ start: day('2024-04-01'), ...ends, ...renewal }).reading).toMatchObject({
      firmEnd: '2027-03-31',
      firmMonths: 36,
    });
  });
  it('stays unknown when the end in force is none of the renewals’, or their number is not said', () => {
    const moved = { ...ends, currentEnd: day('2027-05-15') };
    expect(settleTerm({ ...moved, ...renewal }).reading.firmEnd).toBeUndefined();
    expect(settleTerm({ ...ends, renewal: 'tacit', renewalMonths: 12 }).reading.firmEnd).toBeUndefined();
  });
});

describe('an end that does not say which', () => {
  it('is the firm end when nothing renews', () => {
    expect(settleTerm({ start, end: day('2026-12-31') }).reading).toEqual({
      renewal: 'unknown',
      start,
      firmEnd: '2026-12-31',
      firmMonths: 36,
    });
  });
  it('is the firm end when start and duration agree', () => {
    const settled = settleTerm({ start, end: day('2024-12-31'), firm: { months: 12 }, ...tacit });
    expect([settled.reading.firmEnd, codes(settled)]).toEqual(['2024-12-31', []]);
  });
  it('is the last end when all renewals lead to it', () => {
    const settled = settleTerm({ start, end: day('2027-12-31'), firm: { months: 12 }, ...tacit });
    expect(settled.reading).toMatchObject({
      firmEnd: '2024-12-31',
      statedLatestEnd: '2027-12-31',
      renewals: 3,
    });
    expect(codes(settled)).toEqual([]);
  });
  it('is the current end when some renewals lead to it', () => {
    const settled = settleTerm({ start, end: day('2025-12-31'), firm: { months: 12 }, ...tacit });
    expect(settled.reading).toMatchObject({ firmEnd: '2024-12-31', statedCurrentEnd: '2025-12-31' });
    expect(settled.reading.statedLatestEnd).toBeUndefined();
  });
  it('contradicting start and duration, is kept, and both are shown', () => {
    const settled = settleTerm({ start, end: day('2026-06-30'), firm: { months: 12 } });
    expect(settled.reading).toEqual({ renewal: 'unknown', start, firmEnd: '2026-06-30', firmMonths: 30 });
    expect(settled.problems).toEqual([
      { code: 'END_CONFLICT', params: { kept: '2026-06-30', computed: '2024-12-31' } },
    ]);
  });
  it('off by one day (an end written as the day after) is a contradiction too', () => {
    const settled = settleTerm({ start, end: day('2025-01-01'), firm: { months: 12 } });
    expect([settled.reading.firmEnd, codes(settled)]).toEqual(['2025-01-01', ['END_CONFLICT']]);
  });
  it('with counted renewals and no duration, is taken as firm, and that is said', () => {
    const settled = settleTerm({ start, end: day('2024-12-31'), ...tacit });
    expect([settled.reading.firmEnd, codes(settled)]).toEqual(['2024-12-31', ['END_TAKEN_AS_FIRM']]);
  });
  it('with a last end beside it, is surely not the last', () => {
    const settled = settleTerm({ start, end: day('2024-12-31'), latestEnd: day('2027-12-31'), ...tacit });
    expect([settled.reading.firmEnd, codes(settled)]).toEqual(['2024-12-31', []]);
  });
});

describe('renewals', () => {
  it('not qualified, are tacit by law, and that is said', () => {
    const settled = settleTerm({
      start,
      firm: { months: 12 },
      renewal: 'yes',
      renewals: 3,
      renewalMonths: 12,
    });
    expect([settled.reading.renewal, codes(settled)]).toEqual(['tacit', ['RENEWAL_MODE_ASSUMED']]);
  });
  it('are implied by a last end after the firm one, or a whole duration longer than the firm one', () => {
    expect(settleTerm({ start, firm: { months: 12 }, latestEnd: day('2027-12-31') }).reading.renewal).toBe(
      'tacit',
    );
    expect(settleTerm({ start, firm: { months: 12 }, totalMonths: 48 }).reading.renewal).toBe('tacit');
  });
  it('of no stated length, are as long as the firm period, and that is said', () => {
    const settled = settleTerm({ start, firm: { months: 12 }, renewal: 'tacit', renewals: 3 });
    expect(settled.problems).toEqual([{ code: 'RENEWAL_LENGTH_ASSUMED', params: { months: 12 } }]);
    expect(settled.reading.renewalMonths).toBe(12);
  });
  it('of no stated length share the room up to the last end', () => {
    const settled = settleTerm({
      start,
      firm: { months: 36 },
      renewal: 'express',
      renewals: 2,
      totalMonths: 48,
    });
    expect([settled.reading.renewalMonths, codes(settled)]).toEqual([6, []]);
  });
  it('of no stated number are counted from the cap', () => {
    const settled = settleTerm({
      start,
      firm: { months: 12 },
      renewal: 'tacit',
      renewalMonths: 12,
      totalMonths: 48,
    });
    expect([settled.reading.renewals, codes(settled)]).toEqual([3, []]);
  });
  it('that do not fill the whole duration leave a shorter last one, and that is said', () => {
    const settled = settleTerm({
      start,
      firm: { months: 12 },
      renewal: 'tacit',
      renewalMonths: 12,
      totalMonths: 42,
    });
    expect(settled.reading).toMatchObject({ statedLatestEnd: '2027-06-30' });
    expect(settled.problems).toEqual([{ code: 'RENEWALS_NOT_WHOLE', params: { months: 42 } }]);
  });
  it('of a stated length, with a start alone, make its anniversaries, and that is said', () => {
    const settled = settleTerm({ start, renewal: 'tacit', renewalMonths: 12 });
    expect(settled.reading).toMatchObject({ firmEnd: '2024-12-31', firmMonths: 12 });
    expect(codes(settled)).toEqual(['FIRM_LENGTH_ASSUMED']);
    expect(settleTerm({ start, renewal: 'express', renewalMonths: 12 }).reading.firmEnd).toBeUndefined();
  });
  it('zero of them is none', () => {
    expect(settleTerm({ start, firm: { months: 12 }, renewals: 0 }).reading).toMatchObject({
      renewal: 'none',
      renewals: 0,
    });
  });
  it('« none » beside a number of them is a contradiction', () => {
    const settled = settleTerm({ start, firm: { months: 12 }, renewal: 'none', renewals: 2 });
    expect([settled.reading.renewals, codes(settled)]).toEqual([undefined, ['TERM_CONFLICT']]);
  });
  it('lead to another last end than the one written: the written one is kept', () => {
    const settled = settleTerm({ start, firm: { months: 12 }, ...tacit, latestEnd: day('2028-12-31') });
    expect(settled.reading.statedLatestEnd).toBe('2028-12-31');
    expect(settled.problems).toEqual([
      { code: 'END_CONFLICT', params: { kept: '2028-12-31', computed: '2027-12-31' } },
    ]);
  });
});

describe('other dates', () => {
  it('an end before the start is left out, and both are shown', () => {
    const settled = settleTerm({ start, end: day('2023-12-31') });
    expect(settled.reading).toEqual({ renewal: 'unknown', start });
    expect(settled.problems).toEqual([{ code: 'END_BEFORE_START', params: { start, end: '2023-12-31' } }]);
  });
  it('a termination ends everything', () => {
    const settled = settleTerm({ start, firm: { months: 48 }, ...tacit, terminated: day('2025-06-30') });
    expect(settled.reading).toEqual({
      start,
      renewal: 'none',
      firmEnd: '2025-06-30',
      firmMonths: 18,
      statedCurrentEnd: '2025-06-30',
    });
  });
  it('« durée indéterminée » has no end, unless one is written', () => {
    expect(settleTerm({ start, openEnded: true }).reading).toEqual({
      renewal: 'unknown',
      start,
      openEnded: true,
    });
    expect(settleTerm({ start, openEnded: true, end: day('2026-12-31') }).reading).toMatchObject({
      firmEnd: '2026-12-31',
    });
  });
  test.each([
    ['2026-09-30', { months: 3 }],
    ['2026-10-02', { days: 90 }],
  ])('a written deadline (%s) gives the notice when nothing else does', (deadline, notice) => {
    const facts: TermFacts = { end: day('2026-12-31'), noticeDeadline: day(deadline) };
    expect(settleTerm(facts).reading.notice).toEqual(notice);
  });
});

test.each([
  ['2024-01-01', '2024-12-31', 12],
  ['2024-01-31', '2024-02-28', 1],
  ['2024-02-29', '2025-02-27', 12],
  ['2024-01-01', '2024-12-30', undefined],
  ['2024-01-01', '2023-12-31', undefined],
])('from %s to %s: %s whole months', (from, to, expected) =>
  expect(wholeMonths(day(from), day(to))).toBe(expected),
);
