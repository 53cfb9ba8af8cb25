/** The shell parts that the recipes share: what they ask of the tool, and what they make of its answers. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Group, RECIPES } from './group.ts';

const SCRIPTS = readdirSync(RECIPES).filter(name => name.endsWith('.sh'));
const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;

describe.each(SCRIPTS)('%s', name => {
  it.each(['sh', 'bash'])('is good %s', shell => {
    expect(spawnSync(shell, ['-n', join(RECIPES, name)], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it.skipIf(!hasShellcheck)('has nothing that shellcheck would say', () => {
    expect(spawnSync('shellcheck', [join(RECIPES, name)], { encoding: 'utf8' }).stdout).toBe('');
  });
});

let group: Group;
beforeEach(() => {
  group = new Group();
});
afterEach(() => group.remove());

describe('quarterly-report.sh', () => {
  const report = (env: Record<string, string> = {}) =>
    group.run('sh', ['coop-plan/docs/ci/quarterly-report.sh'], { COOP_PLAN_DAY: '2026-12-01', ...env });

  it('names the folder of the report after its day', () => {
    expect(report()).toEqual({ code: 0, stdout: 'rapports/2026-12-01\n', stderr: '' });
    expect(group.calls()).toEqual([
      'report exports --output-dir rapports/2026-12-01 --quiet' +
        ' --fail-on missed-deadline --fail-on deadline-within=30d --fail-on unplanned-expiry' +
        ' --fail-on data-errors --fail-on layout-changed',
    ]);
    const today = report({ COOP_PLAN_DAY: '' });
    expect(today.stdout).toMatch(/^rapports\/\d{4}-\d\d-\d\d\n$/);
  });

  it('compares with the plan of the report before, not with that of the day itself', () => {
    const previous = (): string | undefined => /--previous (\S+)/.exec(group.calls().at(-1)!)?.[1];
    report({ COOP_PLAN_DAY: '2026-09-01' });
    expect(previous()).toBeUndefined();
    report({ COOP_PLAN_DAY: '2026-12-01' });
    expect(previous()).toBe('rapports/2026-09-01/plan.json');
    report({ COOP_PLAN_DAY: '2027-03-01' });
    report({ COOP_PLAN_DAY: '2027-03-01' });
    expect(previous()).toBe('rapports/2026-12-01/plan.json');
    group.write('rapports/2027-04-01/notes.txt', 'a folder without a plan');
    report({ COOP_PLAN_DAY: '2027-06-01' });
    expect(previous()).toBe('rapports/2027-03-01/plan.json');
  });

  it('takes folders with spaces, and the conditions that are wanted', () => {
    report({
      COOP_PLAN_EXPORTS: 'mes exports',
      COOP_PLAN_REPORTS: 'nos rapports',
      COOP_PLAN_FAIL_ON: '',
    });
    expect(group.calls()).toEqual(['report mes exports --output-dir nos rapports/2026-12-01 --quiet']);
    expect(group.has('nos rapports/2026-12-01/report.md')).toBe(true);
  });

  it.each([
    { code: '0', alerts: 'fail', gives: 0, report: true },
    { code: '1', alerts: 'fail', gives: 1, report: true },
    { code: '1', alerts: 'warn', gives: 1, report: true },
    { code: '2', alerts: 'warn', gives: 2, report: false },
    { code: '3', alerts: 'fail', gives: 3, report: true },
    { code: '3', alerts: 'warn', gives: 0, report: true },
    { code: '70', alerts: 'warn', gives: 70, report: false },
  ])(
    'gives $gives when the tool gives $code, alerts being $alerts',
    ({ code, alerts, gives, report: made }) => {
      const ended = report({
        REPORT_CODE: code,
        COOP_PLAN_ALERTS: alerts,
        REPORT_SAYS: 'Décision manquée\n',
      });
      expect(ended).toEqual({
        code: gives,
        stdout: made ? 'rapports/2026-12-01\n' : '',
        stderr: 'Décision manquée\n',
      });
    },
  );
});

describe('cron.sh', () => {
  const cron = (env: Record<string, string> = {}) =>
    group.run('sh', ['coop-plan/docs/ci/cron.sh', group.path], { COOP_PLAN_DAY: '2026-12-01', ...env });

  it.each([
    { code: '0', out: /^Rapport du trimestre : .*rapports\/2026-12-01\/report\.md\n$/ },
    { code: '1', out: /^Rapport écrit, mais des données sont en erreur/ },
    { code: '3', out: /^Rapport écrit, et quelque chose demande une décision/ },
    { code: '2', out: /^$/ },
  ])('tells by mail what code $code means, and leaves no lock', ({ code, out }) => {
    const ended = cron({ REPORT_CODE: code, REPORT_SAYS: 'une condition\n' });
    expect(ended.code).toBe(Number(code));
    expect(ended.stdout).toMatch(out);
    expect(ended.stderr).toContain('une condition\n');
    expect(group.has('.coop-plan.lock')).toBe(false);
  });

  it('does not run twice at once', () => {
    group.write('.coop-plan.lock/pid', `${process.pid}\n`);
    expect(cron()).toMatchObject({ code: 75, stderr: expect.stringContaining('déjà en cours') });
    expect(group.calls()).toEqual([]);
    expect(group.has('.coop-plan.lock')).toBe(true);
  });

  it('takes over the lock of a run that was killed', () => {
    const { pid } = spawnSync('true');
    group.write('.coop-plan.lock/pid', `${pid}\n`);
    expect(cron().code).toBe(0);
    expect(group.has('.coop-plan.lock')).toBe(false);
  });

  it('says how it is used', () => {
    expect(group.run('sh', ['coop-plan/docs/ci/cron.sh', 'nowhere'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Usage'),
    });
  });
});

/** cmd.exe cannot be run here: what is known to break such a script is looked for instead. */
describe('windows-task.cmd', () => {
  const bytes = readFileSync(join(RECIPES, 'windows-task.cmd'));
  const text = bytes.toString('latin1');

  it('has the bytes that cmd.exe reads well in every code page', () => {
    expect(bytes.every(byte => byte < 128)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('asks for the same report as the shell script', () => {
    const shared = readFileSync(join(RECIPES, 'quarterly-report.sh'), 'utf8');
    const conditions = /COOP_PLAN_FAIL_ON-([^}]+)\}/.exec(shared)![1]!.split(' ');
    expect([...text.matchAll(/--fail-on (\S+)/g)].map(([, condition]) => condition)).toEqual(conditions);
    expect(text).toContain('report exports --output-dir "rapports\\%DAY%" --quiet %PREVIOUS%');
  });
});
