import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSettings } from '../../src/config/load.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { Mistake } from '../../src/domain/mistake.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-plan-calendar-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function calendarOf(...lines: readonly string[]) {
  writeFileSync(join(folder, 'coop-plan.yaml'), lines.join('\n'));
  return loadSettings(undefined, [folder]).settings;
}

describe('the calendar in the configuration', () => {
  test('is the usual one when it says nothing', () => {
    expect(calendarOf('group: L4h').calendar).toEqual(DEFAULT_CALENDAR);
  });

  test('changes what it says, and only that', () => {
    const { calendar } = calendarOf(
      'calendar:',
      '  pace: comfort',
      '  stageDays: { dce: 90 }',
      '  blackouts: [{ from: 08-01, to: 08-31 }]',
      '  justifiedMonths: { CHAUF_COL: 96 }',
    );
    expect(calendar).toEqual({
      ...DEFAULT_CALENDAR,
      pace: 'comfort',
      stageDays: { dce: 90 },
      blackouts: [{ from: '08-01', to: '08-31' }],
      justifiedMonths: { CHAUF_COL: 96 },
    });
  });

  test('takes the meetings of each member, in order, out of what is known of it', () => {
    const { calendar, intake } = calendarOf(
      'members:',
      '  - name: Archipel Habitat',
      '    meetings: { board: [2027-06-24, 2027-03-04] }',
      '  - name: Brest Métropole Habitat',
    );
    expect(calendar.meetings).toEqual({
      'archipel-habitat': { board: ['2027-03-04', '2027-06-24'], committee: [] },
    });
    expect(intake.members[0]).not.toHaveProperty('meetings');
  });

  test.each([
    ['a stage that does not exist', 'calendar: { stageDays: { deliberation: 3 } }'],
    ['a day that does not exist', 'calendar: { blackouts: [{ from: 02-30, to: 03-02 }] }'],
    ['a pace that does not exist', 'calendar: { pace: fast }'],
    ['a stage of no day', 'calendar: { stageDays: { dce: 0 } }'],
  ])('refuses %s', (_, line) => {
    expect(() => calendarOf(line)).toThrow(Mistake);
  });
});
