/** The recipes with the tool itself, two quarters in a row. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Group } from './group.ts';

describe('two quarters in a row', () => {
  let group: Group;
  beforeAll(() => {
    group = new Group('real');
  });
  afterAll(() => group.remove());

  const WRITTEN = [
    'report.md',
    'plan.html',
    'report.xlsx',
    'plan.ics',
    'plan.json',
    'decisions.csv',
    'manifest.json',
  ];

  it('first without a plan to compare with, then with that of the first', () => {
    const report = (day: string) =>
      group.run('sh', ['coop-plan/docs/ci/quarterly-report.sh'], { COOP_PLAN_DAY: day });
    const first = report('2026-12-01');
    expect(first).toMatchObject({ code: 3, stdout: 'rapports/2026-12-01\n' });
    group.useFixture('l4h-2027-T1');
    const second = report('2027-03-01');
    expect(second).toMatchObject({ code: 3, stdout: 'rapports/2027-03-01\n' });
    // One line a condition, and nothing else: they become annotations.
    expect(second.stderr.trimEnd().split('\n').length).toBeGreaterThan(
      first.stderr.trimEnd().split('\n').length,
    );
    for (const day of ['2026-12-01', '2027-03-01'])
      for (const name of WRITTEN) expect(group.has(`rapports/${day}/${name}`)).toBe(true);
    expect(JSON.parse(group.read('rapports/2027-03-01/changes.json'))).toBeTypeOf('object');
  });

  it('makes the same report again, by cron', () => {
    const before = group.read('rapports/2027-03-01/manifest.json');
    const ended = group.run('sh', ['coop-plan/docs/ci/cron.sh', group.path], { COOP_PLAN_DAY: '2027-03-01' });
    expect(ended).toMatchObject({ code: 3, stdout: expect.stringContaining('demande une décision') });
    expect(group.read('rapports/2027-03-01/manifest.json')).toBe(before);
  });
});
