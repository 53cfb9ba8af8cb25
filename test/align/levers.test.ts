import { describe, expect, it } from 'vitest';
import { planDates } from '../../src/align/dates.ts';
import { earliestStartsFrom } from '../../src/align/earliest-start.ts';
import { gridFrom, jointStart, jointStarts } from '../../src/align/grid.ts';
import type { Ground } from '../../src/align/ground.ts';
import { flagsOf, stepsOf, waysTo } from '../../src/align/levers.ts';
import { standingOf } from '../../src/align/standing.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import { addMonths, day } from '../../src/domain/day.ts';
import type { TermReading } from '../../src/domain/term.ts';
import { AS_OF, CATEGORY, contract, ends } from './world.ts';

const ground: Ground = {
  asOf: AS_OF,
  dates: planDates(AS_OF),
  members: [],
  settings: DEFAULT_PLAN,
  calendar: DEFAULT_CALENDAR,
  earliestStart: earliestStartsFrom(AS_OF, DEFAULT_CALENDAR),
  grid: gridFrom(AS_OF, DEFAULT_PLAN),
  categoryOf: () => CATEGORY,
};
const START = day('2028-01-01');
const ways = (term: TermReading, options: Parameters<typeof contract>[2] = {}, start = START) => {
  const standing = standingOf(contract('a', term, options), CATEGORY, ground);
  return { standing, ways: waysTo(standing, jointStart(start, CATEGORY, DEFAULT_PLAN, AS_OF)) };
};
const levers = (...args: Parameters<typeof ways>) =>
  ways(...args).ways.map(({ lever, joinsOn }) => `${lever} ${joinsOn}`);

describe('natural end', () => {
  it('joins on the day after the end, at the start or up to twelve months later', () => {
    expect(levers(ends('2027-12-31'))).toEqual(['natural-end 2028-01-01']);
    expect(levers(ends('2028-06-14'))).toEqual(['natural-end 2028-06-15']);
    expect(levers(ends('2028-12-31'))).toEqual(['natural-end 2029-01-01']);
    expect(levers(ends('2029-01-01'))).toEqual([]);
  });

  it('of an express contract asks for its renewals, the first of which can be missed', () => {
    const term: TermReading = {
      start: day('2025-01-01'),
      firmMonths: 24,
      renewal: 'express',
      renewals: 1,
      renewalMonths: 12,
      notice: { months: 1 },
    };
    const {
      standing,
      ways: [way],
    } = ways(term);
    expect(way).toMatchObject({ lever: 'natural-end', joinsOn: '2028-01-01', decideBy: '2026-11-30' });
    expect(stepsOf(standing, way!)).toEqual([
      { code: 'RENEW', by: '2026-11-30', params: { end: '2027-12-31' } },
    ]);
  });
});

describe('non-renewal', () => {
  const tacit = (notice: TermReading['notice']): TermReading => ({
    start: day('2026-03-01'),
    firmMonths: 12,
    renewal: 'tacit',
    renewals: 3,
    renewalMonths: 12,
    ...(notice && { notice }),
  });

  it('is possible at each anniversary within twelve months whose notice is open', () => {
    expect(levers(tacit({ months: 3 }))).toEqual(['non-renewal 2028-03-01']);
    expect(levers(tacit({ months: 3 }), {}, day('2027-10-01'))).toEqual(['non-renewal 2028-03-01']);
  });

  it('is not, once the notice is passed: the next anniversary still is', () => {
    const { standing } = ways(tacit({ months: 4 }), {}, day('2027-01-01'));
    expect(standing.closed.map(({ end, deadline }) => `${end} ${deadline}`)).toEqual([
      '2027-02-28 2026-10-31',
    ]);
    expect(levers(tacit({ months: 4 }), {}, day('2027-01-01'))).toEqual([]);
    expect(levers(tacit({ months: 4 }), {}, day('2027-04-01'))).toEqual(['non-renewal 2028-03-01']);
  });

  it('says to denounce by the last day of notice', () => {
    const {
      standing,
      ways: [way],
    } = ways(tacit({ months: 3 }));
    expect(way!.decideBy).toBe('2027-11-30');
    expect(stepsOf(standing, way!)).toEqual([
      { code: 'DENOUNCE', by: '2027-11-30', params: { end: '2028-02-29' } },
    ]);
  });

  it('supposes a notice when the register gives none, and says so', () => {
    const {
      standing,
      ways: [way],
    } = ways(tacit(undefined));
    expect(way!.decideBy).toBe('2027-11-30');
    expect(flagsOf(standing, way!, day('2027-12-15')).map(({ code }) => code)).toEqual([
      'NOTICE_BEFORE_AWARD',
      'NOTICE_ASSUMED',
    ]);
  });

  it('of an express contract: renew until then, then let it lapse', () => {
    const {
      standing,
      ways: [way],
    } = ways({ ...tacit({ months: 2 }), renewal: 'express' });
    expect(stepsOf(standing, way!)).toEqual([
      { code: 'RENEW', by: '2026-12-31', params: { end: '2028-02-29' } },
      { code: 'DO_NOT_RENEW', by: '2027-12-31', params: { end: '2028-02-29' } },
    ]);
  });

  it('an express contract whose renewal was not taken in time ends with its term', () => {
    const { standing } = ways({ ...tacit({ months: 4 }), renewal: 'express' });
    expect(standing).toMatchObject({ renewalLapsed: '2026-10-31', final: { end: '2027-02-28' }, exits: [] });
    expect(levers({ ...tacit({ months: 4 }), renewal: 'express' })).toEqual(['interim 2028-01-01']);
  });

  it('without cap or without end, whenever notice can be given', () => {
    expect(levers({ ...tacit({ months: 3 }), renewals: 'unlimited' })).toEqual(['non-renewal 2028-03-01']);
    const open: TermReading = {
      start: day('2020-01-01'),
      renewal: 'none',
      openEnded: true,
      notice: { months: 6 },
    };
    expect(levers(open)).toEqual(['non-renewal 2028-01-01']);
    expect(ways(open).ways[0]).toMatchObject({ decideBy: '2027-06-30', givesUp: false });
  });
});

describe('prolonging', () => {
  it('by amendment: strictly less than a tenth of the firm months', () => {
    expect(levers(ends('2027-08-31'))).toEqual(['extension 2028-01-01', 'interim 2028-01-01']);
    expect(levers(ends('2027-08-30'), { annual: 500_000 })).toEqual([]);
    expect(levers({ firmEnd: day('2027-11-30'), firmMonths: 12, renewal: 'none' })).toContain(
      'extension 2028-01-01',
    );
    expect(levers({ firmEnd: day('2027-11-29'), firmMonths: 12, renewal: 'none' })).not.toContain(
      'extension 2028-01-01',
    );
  });

  it('by amendment: not when the firm period is unknown, nor beyond 48 months of a framework agreement', () => {
    expect(levers({ statedCurrentEnd: day('2027-11-30'), renewal: 'none' })).toEqual(['interim 2028-01-01']);
    const term: TermReading = { start: day('2023-11-01'), firmMonths: 48, renewal: 'none' };
    expect(levers(term, { title: 'Accord-cadre ascenseurs' })).toEqual(['interim 2028-01-01']);
    const {
      standing,
      ways: [way],
    } = ways(term);
    expect(way!.lever).toBe('extension');
    expect(flagsOf(standing, way!, START).map(({ code }) => code)).toContain('FRAMEWORK_CAP_TO_CHECK');
  });

  it('by a bridging contract: twelve months at most, worth less than the waiver', () => {
    expect(levers(ends('2026-12-31'), { annual: 59_999 })).toEqual(['interim 2028-01-01']);
    expect(levers(ends('2026-12-31'), { annual: 60_000 })).toEqual([]);
    expect(levers(ends('2026-12-30'), { annual: 1_000 })).toEqual([]);
  });

  it('counts the bridging contracts of one need together', () => {
    const standing = standingOf(contract('a', ends('2026-12-31'), { annual: 40_000 }), CATEGORY, ground);
    const start = jointStart(START, CATEGORY, DEFAULT_PLAN, AS_OF);
    expect(waysTo(standing, start, 1_999_999)).toHaveLength(1);
    expect(waysTo(standing, start, 2_000_000)).toHaveLength(0);
  });

  it('is decided before the contract ends', () => {
    const {
      standing,
      ways: [way],
    } = ways(ends('2027-10-31'));
    expect(way!.decideBy).toBe('2027-10-31');
    expect(stepsOf(standing, way!)).toEqual([
      { code: 'EXTEND', by: '2027-10-31', params: { end: '2027-12-31' } },
    ]);
  });
});

describe('the grid of starts', () => {
  it('begins after the lead time and ends with the last start', () => {
    const starts = jointStarts(CATEGORY, DEFAULT_PLAN, AS_OF).map(start => start.day);
    expect(starts[0]).toBe('2027-10-01');
    expect(starts.at(-1)).toBe('2030-10-01');
    expect(starts[0]! >= addMonths(AS_OF, 9)).toBe(true);
  });

  it('keeps to the day that custom wants', () => {
    const starts = jointStarts({ ...CATEGORY, startsOn: '01-01' }, DEFAULT_PLAN, AS_OF).map(
      start => start.day,
    );
    expect(starts).toEqual(['2028-01-01', '2029-01-01', '2030-01-01']);
  });

  it('launches the lead time before', () => {
    expect(jointStart(START, CATEGORY, DEFAULT_PLAN, AS_OF)).toMatchObject({
      launchOn: '2027-04-01',
      launch: '2027-Q2',
    });
  });
});
