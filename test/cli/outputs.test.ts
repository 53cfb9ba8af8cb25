/** Where reports go: several files, the whole set, saved plans; all checked before any work. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, Workdir } from './workdir.ts';

let work: Workdir;
beforeEach(() => (work = new Workdir()));
afterEach(() => work.remove());

const GROUP = join(ROOT, 'fixtures/tri-oph');

describe('--output', () => {
  it('given several times: each file in the format of its ending', () => {
    const names = ['a.html', 'a.xlsx', 'a.ics', 'a.json', 'a.ocds.json', 'a.csv', 'a.md', 'a.txt'];
    const { code, stdout, stderr } = work.run(['align', GROUP, ...names.flatMap(name => ['-o', name])]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    for (const name of names) expect(stderr).toContain(`Écrit : ${name}`);
    expect(work.read('a.html')).toMatch(/^<!doctype html>/i);
    expect(work.read('a.xlsx').startsWith('PK')).toBe(true);
    expect(work.read('a.ics')).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(JSON.parse(work.read('a.json'))).toHaveProperty('schemaVersion', 1);
    expect(JSON.parse(work.read('a.ocds.json'))).toHaveProperty('version', '1.1');
    expect(work.read('a.csv').startsWith('\uFEFF')).toBe(true);
    expect(work.read('a.md')).toMatch(/^# /);
    expect(work.read('a.txt')).toContain('Calendrier');
  });

  it.each([
    ['one of them in no folder', ['-o', 'a.json', '-o', 'none/a.csv'], 'none/a.csv'],
    ['one of them of no known format', ['-o', 'a.json', '-o', 'a.doc'], 'a.doc'],
    ['a format for several', ['-o', 'a.json', '-o', 'b.json', '-f', 'json'], '--format'],
    ['a section of a calendar', ['-o', 'a.ics', '--view', 'alone'], '--view alone'],
    ['alarms that are no days', ['-o', 'a.ics', '--alarms', 'demain'], 'demain'],
    ['a dialect that does not exist', ['-o', 'a.csv', '--csv-dialect', 'mac'], 'excel-fr, rfc4180'],
    ['alarms without a calendar', ['-o', 'a.html', '--alarms', '30'], '--alarms ne sert qu’au format ics'],
    ['a member that does not exist', ['-o', 'a.ics', '--member', 'Inconnu'], 'archipel'],
  ])('with %s: nothing is written', (_, options, message) => {
    const { code, stdout, stderr } = work.run(['align', GROUP, ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(readdirSync(work.path)).toEqual([]);
  });

  it('says when what it writes would be read as a register the next time', () => {
    const register = work.read.bind(work);
    work.write(
      'exports/m.csv',
      'N° marché;Objet;Titulaire;Date de fin;Montant annuel HT\r\nM1;Nettoyage;Net;31/12/2027;1000\r\n',
    );
    const { code, stderr } = work.run([
      'align',
      'exports',
      '--as-of',
      '2026-11-23',
      '-o',
      'exports/plan.csv',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('relu comme l’un d’eux la prochaine fois : exports/plan.csv');
    expect(register('exports/m.csv')).toContain('Nettoyage');
  });

  it('only a plan can be a workbook', () => {
    const { code, stderr } = work.run(['check', GROUP, '-o', 'a.xlsx']);
    expect(code).toBe(2);
    expect(stderr).toContain('align et render');
  });
});

describe('--output-dir', () => {
  it('writes the whole set, a calendar a member included', () => {
    const { code, stdout } = work.run(['align', GROUP, '--output-dir', 'reunion', '--alarms', '30']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readdirSync(join(work.path, 'reunion')).sort().join(' ')).toBe(
      'alone.csv decisions.csv participations.csv plan-archipel.ics plan-brest.ics plan-nantes.ics plan.html ' +
        'plan.ics plan.json plan.md plan.ocds.json plan.txt plan.xlsx publication.csv schedule.csv',
    );
    expect(work.read('reunion/plan.ics')).toContain('TRIGGER:-P30D');
  });

  it('makes no folder when nothing can be written', () => {
    expect(work.run(['align', GROUP, '--output-dir', 'a/b']).code).toBe(2);
    expect(work.run(['align', GROUP, '-o', 'none/a.csv', '--output-dir', 'new']).code).toBe(2);
    expect(existsSync(join(work.path, 'new'))).toBe(false);
    work.write('file', '');
    expect(work.run(['align', GROUP, '--output-dir', 'file']).code).toBe(2);
    expect(existsSync(join(work.path, 'a'))).toBe(false);
  });
});

describe('render', () => {
  it('gives the reports of a saved plan, as when it was computed', () => {
    mkdirSync(join(work.path, 'direct'));
    work.run(['align', GROUP, '-o', 'plan.json', '--output-dir', 'direct']);
    const { code, stderr } = work.run(['render', 'plan.json', '--output-dir', 'again']);
    expect({ code }).toEqual({ code: 0 });
    expect(stderr).toContain('Écrit : ');
    for (const name of readdirSync(join(work.path, 'direct'))) {
      expect(work.read(`again/${name}`), name).toBe(work.read(`direct/${name}`));
    }
    expect(work.read('plan.json')).toBe(work.read('direct/plan.json'));
    const piped = work.run(['render', '-', '--view', 'decisions'], { input: work.read('plan.json') });
    expect(piped.stdout).toBe(work.run(['align', GROUP, '--view', 'decisions']).stdout);
  });

  it.each([
    ['a file that is not there', 'none.json', 'introuvable'],
    ['a register', 'register.csv', 'n’est pas un calendrier enregistré'],
    ['a plan of an older version', 'old.json', 'version ancienne'],
    ['a plan of a newer version', 'new.json', 'version plus récente'],
  ])('refuses %s', (_, name, message) => {
    work.write('register.csv', 'Objet;Titulaire\nA;B\n');
    work.write('old.json', '{"schemaVersion":0,"tenders":[]}');
    work.write('new.json', '{"schemaVersion":9,"tenders":[]}');
    const { code, stdout, stderr } = work.run(['render', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('never writes over the plan that it reads', () => {
    work.run(['align', GROUP, '-q', '-o', 'plan.json']);
    const before = work.read('plan.json');
    expect(work.run(['render', 'plan.json', '-o', 'plan.json']).code).toBe(2);
    expect(work.read('plan.json')).toBe(before);
  });
});

describe('schema', () => {
  it.each(['plan', 'contracts', 'changes', 'config'])('gives that of %s', name => {
    const { code, stdout } = work.run(['schema', name]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
  });

  it('says which there are', () => {
    expect(work.run(['schema', 'rows']).stderr).toContain('plan, contracts, changes, config');
    expect(work.run(['schema']).stderr).toContain('Il manque : plan|contracts|changes|config');
  });
});
