/** The YAML of the recipes: what GitHub and GitLab require of it, and its shell parts run as they would be. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { Group, RECIPES } from './group.ts';

const read = (name: string): unknown => parse(readFileSync(join(RECIPES, name), 'utf8'));

/** Five fields of cron, each a star or a list of numbers. */
const cron = z.string().regex(/^((\*|\d+(,\d+)*) ){4}(\*|\d+(,\d+)*)$/);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const step = z.union([
  z.strictObject({
    name: z.string().optional(),
    id: z.string().optional(),
    if: z.string().optional(),
    env: z.record(z.string(), scalar).optional(),
    run: z.string(),
  }),
  z.strictObject({
    name: z.string().optional(),
    if: z.string().optional(),
    // A tag can be moved: a commit cannot.
    uses: z.string().regex(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/),
    with: z.record(z.string(), scalar).optional(),
  }),
]);
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    schedule: z.array(z.strictObject({ cron })).min(1),
    workflow_dispatch: z.null(),
  }),
  permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(
    z.string().regex(/^[a-z_][\w-]*$/),
    z.strictObject({
      'runs-on': z.string().regex(/-\d/, 'a version of the machine'),
      'timeout-minutes': z.number(),
      env: z.record(z.string(), scalar).optional(),
      steps: z.array(step).min(1),
    }),
  ),
});
const pipeline = z.strictObject({
  stages: z.array(z.string()).min(1),
  'rapport-trimestriel': z.strictObject({
    stage: z.string(),
    image: z.string().regex(/^[\w/.-]+:[\w.-]+$/, 'an image with its version'),
    rules: z.array(z.strictObject({ if: z.string(), changes: z.array(z.string()).optional() })).min(1),
    variables: z.record(z.string(), z.string()).optional(),
    script: z.array(z.string()).min(1),
    allow_failure: z.strictObject({ exit_codes: z.number() }),
    artifacts: z.strictObject({
      when: z.enum(['always', 'on_success', 'on_failure']),
      name: z.string(),
      paths: z.array(z.string()).min(1),
      expire_in: z.string(),
    }),
  }),
});

let group: Group;
beforeEach(() => {
  group = new Group();
  group.write('.gitignore', 'coop-plan/\n');
  // What npm does is not tested: the stand-in needs nothing.
  group.replace('npm', `echo "npm $*" >>"${group.base}/commands.txt"`);
  group.replace('curl', `printf '%s\\n' "$@" >"${group.base}/curl.txt"`);
  const git = (...args: string[]) => expect(group.run('git', args)).toMatchObject({ code: 0 });
  git('init', '--quiet', '--bare', '--initial-branch=main', '../origin.git');
  git('--git-dir=../origin.git', 'config', 'receive.advertisePushOptions', 'true');
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', '../origin.git');
  git('add', '.gitignore', 'exports');
  git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'Exports');
  git('push', '--quiet', '--set-upstream', 'origin', 'main');
});
afterEach(() => group.remove());

/** What the group's repository holds on its server. */
const published = (): string =>
  group.run('git', ['--git-dir=../origin.git', 'ls-tree', '-r', '--name-only', 'main']).stdout;

it('has no recipe that is not tested', () => {
  expect(readdirSync(RECIPES).sort()).toEqual([
    'README.fr.md',
    'cron.sh',
    'github-actions.yml',
    'gitlab-ci.yml',
    'quarterly-report.sh',
    'windows-task.cmd',
  ]);
});

describe('github-actions.yml', () => {
  const { jobs } = workflow.parse(read('github-actions.yml'));
  const { steps } = jobs['rapport']!;

  it('puts no expression in a script: a name is not to be run', () => {
    for (const each of steps) if ('run' in each) expect(each.run).not.toContain('${{');
  });

  /** Runs the job as GitHub does: each script by `bash -e`, its outputs given to the steps that follow. */
  function job(env: Record<string, string>): { code: number; said: string; summary: string } {
    const files = {
      GITHUB_OUTPUT: join(group.base, 'output'),
      GITHUB_STEP_SUMMARY: join(group.base, 'summary'),
    };
    for (const file of Object.values(files)) group.run('sh', ['-c', `: >"${file}"`]);
    const lines = (file: string): string => readFileSync(file, 'utf8');
    let said = '';
    for (const each of steps) {
      if (!('run' in each)) continue;
      const outputs = Object.fromEntries(
        lines(files.GITHUB_OUTPUT)
          .split('\n')
          .filter(Boolean)
          .map(line => line.split(/=(.*)/s).slice(0, 2)),
      );
      const valueOf = (text: string): string =>
        text.replaceAll(
          /\$\{\{ steps\.rapport\.outputs\.(\w+) \}\}/g,
          (_, name: string) => outputs[name] ?? '',
        );
      if (each.if === "steps.rapport.outputs.report != ''") {
        if ((outputs['report'] ?? '') === '') continue;
      } else expect(each.if).toBeUndefined();
      const own = Object.entries(each.env ?? {}).map(([name, value]) => [name, valueOf(String(value))]);
      const ended = group.run('bash', ['-e', '-c', each.run], {
        ...env,
        ...files,
        ...Object.fromEntries(own),
      });
      said += ended.stdout;
      if (ended.code !== 0) return { code: ended.code!, said, summary: lines(files.GITHUB_STEP_SUMMARY) };
    }
    return { code: 0, said, summary: lines(files.GITHUB_STEP_SUMMARY) };
  }

  it('publishes the report, and keeps it in the repository', () => {
    expect(job({ COOP_PLAN_DAY: '2026-12-01' })).toEqual({
      code: 0,
      said: '',
      summary: 'report.md of rapports/2026-12-01',
    });
    expect(published()).toContain('rapports/2026-12-01/plan.json');
    expect(published()).not.toContain('alertes.txt');
  });

  it('compares with the report that the quarter before has kept', () => {
    job({ COOP_PLAN_DAY: '2026-12-01' });
    expect(job({ COOP_PLAN_DAY: '2027-03-01' }).code).toBe(0);
    expect(group.calls()[1]).toContain('--previous rapports/2026-12-01/plan.json');
    expect(published()).toContain('rapports/2027-03-01/plan.json');
  });

  it('annotates what is to be decided, publishes all the same, then fails', () => {
    const says = 'Décision manquée : 100 % du marché\nMarché sans suite\n';
    const ended = job({ COOP_PLAN_DAY: '2026-12-01', REPORT_CODE: '3', REPORT_SAYS: says });
    expect(ended).toMatchObject({ code: 3, summary: expect.stringContaining('report.md') });
    expect(ended.said).toBe(
      '::warning title=coop-plan::Décision manquée : 100 %25 du marché\n::warning title=coop-plan::Marché sans suite\n',
    );
    expect(published()).toContain('rapports/2026-12-01/plan.json');
  });

  it('only annotates when that is preferred', () => {
    const env = { COOP_PLAN_ALERTS: 'warn', REPORT_CODE: '3', REPORT_SAYS: 'Décision manquée\n' };
    expect(job(env)).toMatchObject({ code: 0, said: '::warning title=coop-plan::Décision manquée\n' });
  });

  it('fails with the reason when there is no report', () => {
    const ended = job({ REPORT_CODE: '2', REPORT_SAYS: 'Rien à lire dans exports\n' });
    expect(ended).toEqual({
      code: 2,
      said: '::error title=coop-plan::Rien à lire dans exports\n',
      summary: '',
    });
    expect(published()).not.toContain('rapports');
  });
});

/** What shellcheck says of a script of a workflow. */
function lint(script: string): string {
  return spawnSync('shellcheck', ['--shell=bash', '-'], { input: script, encoding: 'utf8' }).stdout;
}
const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;

describe.skipIf(!hasShellcheck)('shellcheck has nothing to say', () => {
  it('of the scripts of GitHub', () => {
    for (const each of workflow.parse(read('github-actions.yml')).jobs['rapport']!.steps)
      if ('run' in each) expect(lint(each.run)).toBe('');
  });
  it('of that of GitLab', () => {
    expect(lint(pipeline.parse(read('gitlab-ci.yml'))['rapport-trimestriel'].script.join('\n'))).toBe('');
  });
});

describe('gitlab-ci.yml', () => {
  const document = pipeline.parse(read('gitlab-ci.yml'));
  const { script, stage, allow_failure } = document['rapport-trimestriel'];
  const SERVER = {
    CI_SERVER_HOST: 'gitlab.exemple.fr',
    CI_PROJECT_PATH: 'groupement/registres',
    CI_PROJECT_ID: '7',
    CI_API_V4_URL: 'https://gitlab.exemple.fr/api/v4',
    CI_COMMIT_BRANCH: 'main',
    // The project's address leads to the repository beside this one.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'url.../origin.git.insteadOf',
    GIT_CONFIG_VALUE_0: 'https://coop-plan:secret@gitlab.exemple.fr/groupement/registres.git',
  };

  it('has a job of a stage that it declares, and is not red for a condition', () => {
    expect(document.stages).toContain(stage);
    expect(allow_failure.exit_codes).toBe(3);
  });

  /** GitLab runs the lines of a job in one shell that stops at the first failure. */
  const job = (env: Record<string, string> = {}) =>
    group.run('bash', ['-e', '-o', 'pipefail', '-c', script.join('\n')], {
      ...SERVER,
      COOP_PLAN_DAY: '2026-12-01',
      ...env,
    });

  it('makes the report, without a token too', () => {
    expect(job()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(group.has('rapports/2026-12-01/report.md')).toBe(true);
    expect(published()).not.toContain('rapports');
  });

  it('keeps it in the repository when there is a token, for the next one to be compared with', () => {
    // GitLab checks out a commit, not a branch.
    expect(group.run('git', ['checkout', '--quiet', '--detach'])).toMatchObject({ code: 0 });
    expect(job({ COOP_PLAN_TOKEN: 'secret' })).toMatchObject({ code: 0 });
    expect(published()).toContain('rapports/2026-12-01/plan.json');
    expect(job({ COOP_PLAN_TOKEN: 'secret', COOP_PLAN_DAY: '2027-03-01' })).toMatchObject({ code: 0 });
    expect(group.calls()[1]).toContain('--previous rapports/2026-12-01/plan.json');
    expect(published()).toContain('rapports/2027-03-01/plan.json');
  });

  it('writes it in the merge request, even when something is to be decided', () => {
    const ended = job({ COOP_PLAN_TOKEN: 'secret', CI_MERGE_REQUEST_IID: '12', REPORT_CODE: '3' });
    expect(ended.code).toBe(3);
    const asked = readFileSync(join(group.base, 'curl.txt'), 'utf8');
    expect(asked).toContain('body@rapports/2026-12-01/report.md');
    expect(asked).toContain('https://gitlab.exemple.fr/api/v4/projects/7/merge_requests/12/notes');
    expect(published()).not.toContain('rapports');
  });

  it('fails when there is no report', () => {
    const ended = job({ COOP_PLAN_TOKEN: 'secret', REPORT_CODE: '2', REPORT_SAYS: 'Rien à lire\n' });
    expect(ended).toEqual({ code: 2, stdout: '', stderr: 'Rien à lire\n' });
    expect(published()).not.toContain('rapports');
  });
});
