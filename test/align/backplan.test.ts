import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackPlanRequest, backPlan, milestone } from '../../src/align/backplan.ts';
import { placeStages } from '../../src/align/calendar/place.ts';
import { earliestStart, shareFor } from '../../src/align/calendar/possible.ts';
import { FULL_PACE, stagesOf } from '../../src/align/calendar/stage-days.ts';
import { covers, isOpenDay, isWorkingDay } from '../../src/align/calendar/working-days.ts';
import { STAGES } from '../../src/data/stages.ts';
import { type Day, addDays, day, daysBetween } from '../../src/domain/day.ts';
import type { Milestone, ProcedureCode } from '../../src/domain/plan.ts';
import { AS_OF, category, days, member, settings } from './samples.ts';

const MEMBERS = [member('membre-a'), member('membre-b')];
const GOLDEN = readFileSync(new URL('../../fixtures/calendars/README.md', import.meta.url), 'utf8');

/** One worked calendar of the README: its parameters, and its table. */
function workedCalendars(): { title: string; asked: Record<string, string>; milestones: Milestone[] }[] {
  return GOLDEN.split(/^## /m)
    .slice(1)
    .map(text => {
      const asked = /`(.+)`/
        .exec(text)![1]!
        .split(' | ')
        .map(pair => pair.split('=') as [string, string]);
      const rows = [...text.matchAll(/^\| (\w+) \| ([\d-]{10}) \| ([\d-]{10}) \|/gm)];
      return {
        title: text.split('\n')[0]!,
        asked: Object.fromEntries(asked),
        milestones: rows.map(([, code, from, to]) => ({ code: code!, from: day(from!), to: day(to!) })),
      };
    });
}

function requestFor(asked: Record<string, string>): BackPlanRequest {
  const meetingsOf = (text: string | undefined): Day[] => days(...(text?.split(' ').slice(1) ?? []));
  return {
    procedure: asked.procedure as ProcedureCode,
    category: category(asked.category!),
    members: MEMBERS,
    coordinator: member('membre-b'),
    settings: settings({
      ...(asked.pace && { pace: asked.pace as 'minimum' }),
      ...(asked.electronic && { electronic: false }),
      ...(asked.blackouts && { blackouts: [] }),
      meetings: {
        'membre-a': { board: meetingsOf(asked.board), committee: [] },
        'membre-b': { board: [], committee: meetingsOf(asked.committee) },
      },
    }),
    asOf: AS_OF,
  };
}

describe('calendars worked apart from the code', () => {
  const worked = workedCalendars();
  test('are eleven', () => expect(worked).toHaveLength(11));

  test.each(worked)('$title', ({ asked, milestones }) => {
    const plan = backPlan(day(asked.start!), requestFor(asked));
    expect(plan.milestones).toEqual(milestones);
    expect(plan.impossible).toEqual(
      asked.impossible ? { stage: asked.impossible, earliestStart: asked.earliest } : undefined,
    );
    const tight = plan.checks.find(({ code }) => code === 'CALENDAR_TIGHT');
    expect(tight?.params).toEqual(
      asked.tight ? { stages: asked.tight, usualBegin: asked.usually } : undefined,
    );
  });
});

const VMC = category('VMC');
const request = (changes: Partial<BackPlanRequest> = {}): BackPlanRequest => ({
  procedure: 'FORMAL',
  category: VMC,
  members: MEMBERS,
  settings: settings(),
  asOf: AS_OF,
  ...changes,
});

const anyRequest = fc
  .record({
    procedure: fc.constantFrom<ProcedureCode>('FORMAL', 'ADAPTED', 'SOCIAL_ADAPTED', 'BELOW_WAIVER'),
    category: fc.constantFrom(VMC, category('ASSU_DAB'), category('FORMATION')),
    pace: fc.constantFrom('minimum' as const, 'typical' as const, 'comfort' as const),
    electronic: fc.boolean(),
    stageDays: fc.dictionary(
      fc.constantFrom(...STAGES.map(stage => stage.id)),
      fc.integer({ min: 1, max: 90 }),
    ),
    board: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 6 }),
    committee: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 6 }),
    asOf: fc.integer({ min: 0, max: 1500 }).map(offset => addDays(day('2024-01-01'), offset)),
  })
  .map(({ procedure, category, asOf, board, committee, ...rest }): BackPlanRequest => {
    const later = (offsets: number[]): Day[] => offsets.map(offset => addDays(asOf, offset));
    const meetings = { 'membre-a': { board: later(board), committee: later(committee) } };
    return { procedure, category, asOf, members: MEMBERS, settings: settings({ ...rest, meetings }) };
  });
const anyLead = fc.integer({ min: 1, max: 1400 });

describe('every calendar', () => {
  test('that is possible begins at as-of or later; every one has its stages in order, on days that suit', () => {
    let possible = 0;
    fc.assert(
      fc.property(anyRequest, anyLead, (asked, lead) => {
        const start = addDays(asked.asOf, lead);
        const { milestones, impossible, launchOn } = backPlan(start, asked);
        if (!impossible) {
          possible += 1;
          for (const stage of milestones) expect(stage.from >= asked.asOf, stage.code).toBe(true);
        }
        for (const { from, to } of milestones) expect(from <= to).toBe(true);
        const sequence = milestones.filter(stage => stage.code !== 'convention');
        sequence.slice(1).forEach((stage, k) => expect(sequence[k]!.to < stage.from).toBe(true));
        expect(sequence.at(-1)!.to < start).toBe(true);
        expect(milestone(milestones, 'convention').to < launchOn).toBe(true);
        for (const { code, from, to } of milestones) {
          const stage = STAGES.find(({ id }) => id === code)!;
          if (impossible) continue;
          expect(isWorkingDay(from, asked.settings), `${code} ${from}`).toBe(true);
          if (stage.beginsOn === 'open') expect(isOpenDay(from, asked.settings)).toBe(true);
          if (stage.endsOn === 'open') expect(isOpenDay(to, asked.settings)).toBe(true);
          if (stage.endsOn === 'working') expect(isWorkingDay(to, asked.settings)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(possible).toBeGreaterThan(100);
  });

  test('keeps the legal periods of a formal procedure, whatever is configured', () => {
    fc.assert(
      fc.property(anyRequest, anyLead, (asked, lead) => {
        const formal = { ...asked, procedure: 'FORMAL' as const };
        const { milestones } = backPlan(addDays(asked.asOf, lead), formal);
        const { electronic } = asked.settings;
        const publication = milestone(milestones, 'publication');
        // Whole days between the sending and the day of receipt; between the letters and the signature.
        expect(daysBetween(publication.from, publication.to) - 1).toBeGreaterThanOrEqual(
          electronic ? 30 : 35,
        );
        const letters = milestone(milestones, 'standstill').from;
        const signature = milestone(milestones, 'signature').from;
        expect(daysBetween(letters, signature) - 1).toBeGreaterThanOrEqual(electronic ? 11 : 16);
      }),
      { numRuns: 300 },
    );
  });

  test('gives each stage its minimum at least, and its usual days unless it says that it is tight', () => {
    let tight = 0;
    fc.assert(
      fc.property(anyRequest, anyLead, (asked, lead) => {
        const { milestones, checks, impossible } = backPlan(addDays(asked.asOf, lead), asked);
        const said = checks.find(({ code }) => code === 'CALENDAR_TIGHT');
        tight += said ? 1 : 0;
        for (const { code, from, to } of milestones) {
          const { formal, adapted } = STAGES.find(({ id }) => id === code)!;
          const table = asked.procedure === 'FORMAL' ? formal : adapted;
          const usual = asked.settings.stageDays[code] ?? table[asked.settings.pace];
          const days = daysBetween(from, to) + 1;
          expect(days, code).toBeGreaterThanOrEqual(Math.min(usual, table.minimum));
          if (!impossible && days < usual)
            expect(String(said?.params.stages)).toContain(`${code} ${days}/${usual}`);
        }
      }),
      { numRuns: 400 },
    );
    expect(tight).toBeGreaterThan(5);
  });

  test('is the one at the pace chosen when there is time for it: as-of only counts where it stands in the way', () => {
    let unhurried = 0;
    fc.assert(
      fc.property(anyRequest, anyLead, (asked, lead) => {
        const start = addDays(asked.asOf, lead);
        const longBefore = backPlan(start, { ...asked, asOf: addDays(asked.asOf, -3000) });
        fc.pre(!longBefore.impossible && longBefore.beginsOn >= asked.asOf);
        // A meeting may have made it tight from however far it is seen.
        fc.pre(!longBefore.checks.some(({ code }) => code === 'CALENDAR_TIGHT'));
        unhurried += 1;
        expect(backPlan(start, asked)).toEqual(longBefore);
        const advised = { from: '01-01', to: '06-30' };
        expect([
          placeStages(start, asked).milestones,
          placeStages(start, { ...asked, window: advised }).milestones,
        ]).toContainEqual(longBefore.milestones);
      }),
      { numRuns: 300 },
    );
    expect(unhurried).toBeGreaterThan(80);
  });

  test('leaves stages as much time as there is: no more would do, and a later start never leaves less', () => {
    let shortened = 0;
    fc.assert(
      fc.property(anyRequest, fc.integer({ min: 100, max: 500 }), fc.nat(120), (asked, lead, later) => {
        const start = addDays(asked.asOf, lead);
        const share = shareFor(start, asked);
        const laterShare = shareFor(addDays(start, later), asked);
        if (share === undefined) return;
        expect(laterShare).toBeGreaterThanOrEqual(share);
        const fits = (of: number): boolean => {
          const { milestones, unmet } = placeStages(start, { ...asked, share: of });
          return unmet.length === 0 && milestones.every(({ from }) => from >= asked.asOf);
        };
        expect(fits(share)).toBe(true);
        if (share === FULL_PACE) return;
        shortened += 1;
        for (const more of [share + 1, Math.ceil((share + FULL_PACE) / 2), FULL_PACE])
          expect(fits(more)).toBe(false);
        const days = (of: number): number[] =>
          stagesOf(asked.procedure, asked.settings, of).map(stage => stage.days);
        days(laterShare!).forEach((granted, k) => expect(granted).toBeGreaterThanOrEqual(days(share)[k]!));
      }),
      { numRuns: 300 },
    );
    expect(shortened).toBeGreaterThan(15);
  });

  test('an earliest start is possible, the day before it is not, every later day is', () => {
    fc.assert(
      fc.property(anyRequest, anyLead, (asked, lead) => {
        const earliest = earliestStart(asked);
        fc.pre(earliest !== undefined);
        expect(backPlan(earliest, asked).impossible).toBeUndefined();
        expect(backPlan(addDays(earliest, -1), asked).impossible?.earliestStart).toBe(earliest);
        expect(backPlan(addDays(earliest, lead), asked).impossible).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test('a coordinator may be chosen after the start: its committee can always decide', () => {
    fc.assert(
      fc.property(anyRequest, asked => {
        const earliest = earliestStart(asked);
        fc.pre(earliest !== undefined);
        for (const coordinator of MEMBERS)
          expect(backPlan(earliest, { ...asked, coordinator }).impossible).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});

test('insurance is published from January to June when time allows, and otherwise the plan says so', () => {
  const asked = request({ category: category('ASSU_DAB') });
  const early = backPlan(day('2028-01-01'), asked);
  expect(covers({ from: '01-01', to: '06-30' }, early.launchOn)).toBe(true);
  expect(early.checks.map(check => check.code)).not.toContain('PUBLICATION_WINDOW');
  const late = backPlan(day('2028-01-01'), { ...asked, asOf: day('2027-03-10') });
  expect(late.impossible).toBeUndefined();
  expect(late.launchOn).toBe('2027-07-13');
  expect(late.checks.map(check => [check.code, check.effect])).toContainEqual([
    'PUBLICATION_WINDOW',
    'warns',
  ]);
});

test('insurance that starts in April is published when it must be, rather than nine months before', () => {
  const { launchOn, checks } = backPlan(day('2028-04-01'), request({ category: category('ASSU_CONS') }));
  expect(launchOn).toBe('2027-10-26');
  expect(checks.map(check => check.code)).toContain('PUBLICATION_WINDOW');
  const october = backPlan(day('2028-10-01'), request({ category: category('ASSU_CONS') }));
  expect(october.checks.map(check => check.code)).not.toContain('PUBLICATION_WINDOW');
});

test('a board that sits only after the call must be published makes the convention impossible', () => {
  const meetings = { 'membre-a': { board: days('2027-08-30'), committee: [] } };
  const { impossible } = backPlan(day('2027-12-01'), request({ settings: settings({ meetings }) }));
  expect(impossible?.stage).toBe('convention');
  // The convention is then signed on 30 August, the call published on the 31st.
  expect(
    backPlan(impossible!.earliestStart!, request({ settings: settings({ meetings }) })).launchOn >=
      '2027-08-31',
  ).toBe(true);
});

test('blackouts that leave no day make every start impossible, without an earliest one', () => {
  const never = settings({ blackouts: [{ from: '01-01', to: '12-31' }] });
  const { impossible } = backPlan(day('2028-01-01'), request({ settings: never }));
  expect(impossible).toBeDefined();
  expect(impossible?.earliestStart).toBeUndefined();
});
