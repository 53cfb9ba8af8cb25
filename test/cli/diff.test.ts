/** `coop-plan diff`: two saved plans, in the terminal, Markdown and JSON. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, Workdir } from './workdir.ts';

const GROUP = join(ROOT, 'fixtures/coo-efficience');
const work = new Workdir();
beforeAll(() => {
  work.run(['align', GROUP, '-q', '-o', 'old.json']);
  work.run(['align', `${GROUP}-2027-T1`, '-q', '--previous', 'old.json', '-o', 'new.json']);
}, 60_000);
afterAll(() => work.remove());

const diff = (...args: readonly string[]) => work.run(['diff', 'old.json', 'new.json', ...args]);

describe('what changed', () => {
  it('in the terminal: the member that joined, the tenders, the contracts, within its width', () => {
    const { code, stdout, stderr } = diff();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const title of ['Ce qui a changé', 'Achats groupés', 'Marchés', 'Suites données aux échéances'])
      expect(stdout).toContain(title);
    expect(stdout).toMatch(/Lot Habitat/i);
    expect(stdout).not.toMatch(/undefined|\[object|NaN|\u001B/);
    expect(Math.max(...stdout.split('\n').map(line => [...line].length))).toBeLessThanOrEqual(100);
  });

  it('in Markdown: as many cells in each line of a table', () => {
    const { stdout } = diff('-f', 'markdown');
    expect(stdout).toMatch(/^# Ce qui a changé/);
    for (const part of stdout.split('\n## ')) {
      const lines = part.split('\n').filter(line => line.startsWith('|'));
      const widths = new Set(lines.map(line => line.replaceAll('\\|', '').split('|').length));
      expect(widths.size, part.split('\n')[0]).toBeLessThanOrEqual(1);
    }
  });

  it('in JSON: the same facts, in euros', () => {
    const changes = JSON.parse(diff('-f', 'json').stdout);
    expect(changes).toMatchObject({
      schemaVersion: 1,
      asOf: { before: '2026-11-23', after: '2027-02-22' },
      membersIn: ['lot'],
      membersOut: [],
    });
    const old = JSON.parse(work.read('old.json'));
    const next = JSON.parse(work.read('new.json'));
    expect(changes.objective).toEqual({ before: old.optimality.objective, after: next.optimality.objective });
    const gone = changes.tenders.filter(({ kind }: { kind: string }) => /dropped|started/.test(kind)).length;
    expect(changes.tenders).toHaveLength(next.tenders.length + gone);
    expect(changes.contracts.filter(({ kind }: { kind: string }) => kind === 'appeared')).toHaveLength(
      next.contracts.filter(
        ({ id }: { id: string }) => !old.contracts.some((was: { id: string }) => was.id === id),
      ).length - changes.contracts.filter(({ was }: { was?: string }) => was !== undefined).length,
    );
  });

  it('in a file, in the form of its ending, in English', () => {
    expect(diff('-o', 'a.md', '--lang', 'en').stderr).toBe('Written: a.md\n');
    expect(work.read('a.md')).toMatch(/^# What changed/);
    expect(diff('-o', 'a.json', '-q')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(work.read('a.json')).toBe(diff('-f', 'json').stdout);
    diff('-o', 'a.txt', '-o', 'c.json');
    expect(work.read('a.txt')).toContain('Ce qui a changé');
    expect(work.read('c.json')).toBe(work.read('a.json'));
  });

  it('is nothing between a plan and itself', () => {
    const { stdout } = work.run(['diff', 'old.json', 'old.json', '-f', 'markdown']);
    for (const nothing of [
      'Les achats groupés sont les mêmes',
      'Les marchés sont les mêmes',
      'La présentation des exports est la même',
    ])
      expect(stdout).toContain(nothing);
  });

  it('reads one of them from a pipe', () => {
    const piped = work.run(['diff', 'old.json', '-', '-f', 'json'], { input: work.read('new.json') });
    expect(piped).toMatchObject({ code: 0, stdout: diff('-f', 'json').stdout });
  });

  it('is the same in any time zone and locale', () => {
    const plain = diff('-f', 'markdown', '--lang', 'fr').stdout;
    for (const env of [{ TZ: 'Pacific/Auckland' }, { TZ: 'America/Los_Angeles', LC_ALL: 'C' }] as const)
      expect(
        work.run(['diff', 'old.json', 'new.json', '-f', 'markdown', '--lang', 'fr'], { env }).stdout,
      ).toBe(plain);
  });
});

describe('one line, exit 2, nothing written', () => {
  it.each<[string, readonly string[], string]>([
    ['one plan alone', ['old.json'], ''],
    ['a plan that is not there', ['old.json', 'absent.json'], 'absent.json'],
    ['a file that is no plan', ['old.json', join(GROUP, 'README.md')], 'README.md'],
    ['a format that it has not', ['old.json', 'new.json', '-f', 'xlsx'], 'table, markdown, json'],
    ['a file that it reads', ['old.json', 'new.json', '-o', 'new.json'], 'new.json'],
    ['a file in no folder', ['old.json', 'new.json', '-o', 'none/a.md'], 'none/a.md'],
    ['a file of an ending that it has not', ['old.json', 'new.json', '-o', 'a.xlsx'], 'a.xlsx'],
    [
      'a form for several files',
      ['old.json', 'new.json', '-f', 'json', '-o', 'b.md', '-o', 'b.json'],
      '--format',
    ],
    ['three plans', ['old.json', 'new.json', 'old.json'], ''],
  ])('%s', (_, args, message) => {
    const before = work.read('new.json');
    const { code, stdout, stderr } = work.run(['diff', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(work.read('new.json')).toBe(before);
    expect(['a.xlsx', 'b.md', 'b.json'].filter(name => existsSync(join(work.path, name)))).toEqual([]);
  });
});
