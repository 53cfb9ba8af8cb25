import { describe, expect, test } from 'vitest';
import { calendarAssumptions } from '../../src/align/calendar-assumptions.ts';
import { earliestStartsFrom } from '../../src/align/earliest-start.ts';
import { type TenderDraft, scheduleTender } from '../../src/align/schedule.ts';
import { workloadOf } from '../../src/align/workload.ts';
import { LEGAL_RULES } from '../../src/data/legal-rules.ts';
import { type Quarter, addMonths, day } from '../../src/domain/day.ts';
import { euros, sumCents } from '../../src/domain/money.ts';
import { AS_OF, category, contract, days, member, settings } from './samples.ts';

const START = day('2028-01-01');
const entry = (owner: string, annual: number, joinsOn = START) => ({
  contract: contract(owner, `${owner}-1`, annual),
  joinsOn,
});
const draft = (changes: Partial<TenderDraft> = {}): TenderDraft => ({
  category: category('ASC'),
  start: START,
  entries: [entry('membre-a', 60_000), entry('membre-b', 60_000), entry('membre-c', 60_000)],
  ...changes,
});
const schedule = (changes: Partial<TenderDraft> = {}, calendar = settings(), asOf = AS_OF) =>
  scheduleTender(draft(changes), { calendar, jointMonths: 48 }, asOf);

describe('the schedule of a tender', () => {
  test('three members × 60 k€ × 4 years: 720 k€, formal, published in July', () => {
    const found = schedule();
    expect(euros(found.estimatedValue)).toBe(720_000);
    expect(found.procedure.code).toBe('FORMAL');
    expect(found).toMatchObject({ launchOn: '2027-07-13', publishedIn: '2027-Q3', beginsOn: '2027-03-15' });
    expect(found).toMatchObject({ awardOn: '2027-10-28', durationMonths: 48 });
    expect(found.impossible).toBeUndefined();
    expect(sumCents(found.lots.map(lot => lot.estimatedValue))).toBe(found.estimatedValue);
  });

  test('two members × 20 k€: 160 k€, adapted, without a standstill', () => {
    const found = schedule({ entries: [entry('membre-a', 20_000), entry('membre-b', 20_000)] });
    expect(found.procedure.code).toBe('ADAPTED');
    expect(found.milestones.map(stage => stage.code)).not.toContain('standstill');
    const spring = day('2028-04-01');
    const later = {
      start: spring,
      entries: [entry('membre-a', 20_000, spring), entry('membre-b', 20_000, spring)],
    };
    expect(schedule(later).launchOn > schedule({ start: spring }).launchOn).toBe(true);
  });

  // 218 000 €: under the threshold of 2025 (221 000 €), above that of 2026 (216 000 €).
  const between = (text: string) => {
    const start = day(text);
    const entries = [entry('membre-a', 27_250, start), entry('membre-b', 27_250, start)];
    return schedule({ entries, start }, settings(), day('2025-01-02'));
  };

  test('the thresholds are those of its own launch, not of its start', () => {
    expect(between('2026-04-01')).toMatchObject({ procedure: { code: 'ADAPTED' }, publishedIn: '2025-Q4' });
    expect(between('2026-08-01')).toMatchObject({ procedure: { code: 'FORMAL' }, publishedIn: '2026-Q1' });
  });

  test('is formal when the shorter procedure would be launched under a lower threshold', () => {
    const found = between('2026-05-28');
    expect(found).toMatchObject({ procedure: { code: 'FORMAL' }, publishedIn: '2025-Q4' });
    expect(found.milestones.map(stage => stage.code)).toContain('standstill');
  });

  test('each member states its needs, signs before the launch and takes part in the award', () => {
    const meetings = { 'membre-a': { board: days('2027-04-29', '2027-06-24'), committee: [] } };
    const found = schedule({}, settings({ meetings }));
    const steps = found.steps.get(member('membre-a'))!;
    expect(steps.map(step => [step.code, step.by])).toEqual([
      ['STATE_NEEDS', '2027-05-13'],
      ['SIGN_CONVENTION', '2027-06-24'],
      ['AWARD', '2027-10-28'],
    ]);
    expect(found.steps.get(member('membre-b'))![1]).toMatchObject({
      by: '2027-07-12',
      params: { assumed: 1 },
    });
    expect(steps[1]!.params).toEqual({ assumed: 0 });
  });

  test('a start too soon says which stage, and the first start possible', () => {
    const found = schedule({ start: day('2027-04-01') });
    expect(found.warnings).toEqual([
      { code: 'START_IMPOSSIBLE', params: { stage: 'dce', earliestStart: '2027-05-12' } },
    ]);
    expect(found.checks.map(check => check.code)).not.toContain('CALENDAR_TIGHT');
    const earliest = earliestStartsFrom(AS_OF, settings())(category('ASC'), [member('membre-a')]);
    expect(earliest).toBe('2027-05-12');
  });

  test('a start that leaves less than the usual time gets a tight calendar, and says so', () => {
    const found = schedule({ start: day('2027-07-01') });
    expect(found.warnings).toEqual([]);
    expect(found.beginsOn).toBe('2026-11-23');
    const tight = found.checks.find(check => check.code === 'CALENDAR_TIGHT')!;
    expect(tight).toMatchObject({ effect: 'warns', params: { usualBegin: '2026-09-22' } });
    expect(schedule().checks.map(check => check.code)).not.toContain('CALENDAR_TIGHT');
  });

  test('a tender whose work has begun keeps the calendar of the earlier plan', () => {
    const earlier = schedule();
    const underWay = { planned: earlier.milestones };
    for (const asOf of ['2027-03-16', '2027-08-01', '2027-12-20'].map(day)) {
      const now = schedule(underWay, settings(), asOf);
      expect(now).toMatchObject({ milestones: earlier.milestones, launchOn: earlier.launchOn, warnings: [] });
      expect(now.procedure).toEqual(earlier.procedure);
      expect(now.checks.map(check => check.code)).not.toContain('CALENDAR_TIGHT');
      expect(now.steps).toEqual(earlier.steps);
    }
    // Nothing has begun: it is planned afresh, here with a board that was not known then.
    const meetings = { 'membre-a': { board: days('2027-04-29', '2027-06-24'), committee: [] } };
    expect(schedule(underWay, settings({ meetings })).milestones).not.toEqual(earlier.milestones);
  });

  test('an earliest start holds for any value', () => {
    const members = [member('membre-a'), member('membre-b')];
    const earliest = earliestStartsFrom(AS_OF, settings())(category('ASC'), members)!;
    for (const annual of [1_000, 20_000, 90_000]) {
      const entries = [entry('membre-a', annual, earliest), entry('membre-b', annual, earliest)];
      expect(schedule({ start: earliest, entries }).impossible).toBeUndefined();
    }
  });

  test('every check is to be confirmed', () => {
    const { checks } = schedule({
      entries: [entry('membre-a', 60_000), entry('membre-b', 9_000, addMonths(START, 3))],
    });
    expect(checks.map(check => check.code)).toEqual(
      expect.arrayContaining([
        'GROUP_VALUE',
        'FRAMEWORK_CAP',
        'CONVENTION_BEFORE_LAUNCH',
        'NAMED_FROM_OUTSET',
      ]),
    );
    for (const check of checks) expect(check.confirm).toBe('LEGAL_CONFIRM');
  });
});

describe('the load of coordinators', () => {
  const quarter = (text: string) => text as Quarter;
  const tenders = [
    { ...schedule(), launch: quarter('2027-Q2'), coordinator: member('membre-b') },
    {
      ...schedule({ start: day('2028-10-01') }),
      launch: quarter('2028-Q1'),
      coordinator: member('membre-b'),
    },
    {
      ...schedule({ start: day('2028-04-01') }),
      launch: quarter('2027-Q3'),
      coordinator: member('membre-a'),
    },
  ];

  test('counts each launch in its quarter and shares exactly the days of each procedure', () => {
    const loads = workloadOf(tenders, 20);
    const total = (id: string): number =>
      loads
        .filter(load => load.coordinator === id)
        .reduce((sum, load) => sum + Math.round(10 * load.buyerDays), 0);
    expect([total('membre-a'), total('membre-b')]).toEqual([200, 400]);
    expect(loads.reduce((sum, load) => sum + load.launches, 0)).toBe(3);
    expect(loads.find(load => load.coordinator === 'membre-b' && load.quarter === '2027-Q2')?.launches).toBe(
      1,
    );
    expect(loads.map(load => `${load.coordinator} ${load.quarter}`)).toEqual(
      loads.map(load => `${load.coordinator} ${load.quarter}`).toSorted(),
    );
  });

  test('follows the stages: by hand for a start on 1 January 2028', () => {
    // Survey 15/03–13/05 (3 d), convention and DCE 14/05–12/07 (2 + 7 d), publication 13/07–27/08 (1 d), …
    // Q1: 17/60 of the survey = 0.85. Q2: 43/60 of the survey + 48/60 of 9 days = 9.35; to the tenth of the running total.
    const loads = workloadOf([tenders[0]!], 20).map(load => [load.quarter, load.buyerDays]);
    expect(loads).toEqual([
      ['2027-Q1', 0.9],
      ['2027-Q2', 9.3],
      ['2027-Q3', 5.6],
      ['2027-Q4', 4.2],
    ]);
  });

  test('is nothing without tenders', () => expect(workloadOf([], 20)).toEqual([]));
});

describe('the assumptions behind calendars', () => {
  const launches = [{ category: category('ASC'), launchOn: day('2027-07-13') }];
  const lines = calendarAssumptions(settings(), launches);
  const line = (code: string, of = lines) => of.find(candidate => candidate.code === code);

  test('each have a code of their own, a value and a source', () => {
    expect(new Set(lines.map(({ code }) => code)).size).toBe(lines.length);
    for (const { code, source } of lines) expect(source, code).not.toBe('');
    for (const rule of LEGAL_RULES) {
      if (rule.value !== undefined) expect(line(`LEGAL:${rule.code}`)?.value).toBe(rule.value);
    }
  });

  test('list the thresholds met by the launches, those beyond the last published as derived', () => {
    expect(line('EU_FORMAL:FS:2026-01-01')).toMatchObject({ value: 216_000, mark: 'verified' });
    expect(line('WAIVER:FS:2026-04-01')?.value).toBe(60_000);
    const later = calendarAssumptions(settings(), [{ ...launches[0]!, launchOn: day('2028-07-13') }]);
    expect(line('EU_FORMAL:FS:2026-01-01', later)?.mark).toBe('derived');
  });

  test('say what the configuration changed', () => {
    const changed = calendarAssumptions(
      settings({ stageDays: { dce: 90 }, buyerDays: 12, pace: 'comfort' }),
      [],
    );
    expect(line('STAGE_DAYS:dce', changed)).toEqual({
      code: 'STAGE_DAYS:dce',
      value: 90,
      source: 'configuration',
    });
    expect(line('BUYER_DAYS', changed)?.source).toBe('configuration');
    expect(line('STAGE_DAYS:dce')?.value).toBe(60);
    expect(line('STAGE_DAYS_ADAPTED:standstill')?.value).toBe(0);
  });
});
