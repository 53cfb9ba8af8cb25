/** `explain` and the group's decisions, as a user runs them. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, Workdir } from './workdir.ts';

let work: Workdir;
beforeEach(() => (work = new Workdir()));
afterEach(() => work.remove());

const GROUP = join(ROOT, 'fixtures/l4h');

interface SavedPlan {
  readonly tenders: readonly { readonly id: string; readonly category: string; readonly start: string }[];
  readonly alone: readonly { readonly contract: string; readonly reason: { readonly code: string } }[];
  readonly planDiagnostics: readonly { readonly code: string; readonly row?: number }[];
}

function planIn(folder: string): SavedPlan {
  work.run(['align', folder, '-o', 'plan.json']);
  return JSON.parse(work.read('plan.json')) as SavedPlan;
}

/** A copy of the demonstration that a test may add files to. */
function copyOfGroup(): string {
  const folder = join(work.path, 'exports');
  mkdirSync(folder);
  for (const name of readdirSync(GROUP)) copyFileSync(join(GROUP, name), join(folder, name));
  return folder;
}

describe('explain', () => {
  it('tells a contract, with its cells as written', () => {
    const { code, stdout } = work.run(['explain', GROUP, '--contract', 'Groupe LB Habitat LBH-001']);
    expect(code).toBe(0);
    expect(stdout).toContain('331 k€');
    expect(stdout).toContain('Groupe LB Habitat ; rejoint l’achat groupé');
  });

  it('tells a tender, and writes it', () => {
    const { code, stderr } = work.run([
      'explain',
      GROUP,
      '--tender',
      'ASSU_DAB',
      '-o',
      'a.md',
      '-o',
      'a.json',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('Écrit : a.md');
    expect(work.read('a.md')).toMatch(/^# Assurance dommages aux biens/);
    expect(JSON.parse(work.read('a.json'))).toHaveProperty('schemaVersion', 1);
  });

  it.each([
    ['nothing', [], 'Donnez --contract'],
    ['both', ['--contract', 'a', '--tender', 'b'], 'Donnez --contract'],
    ['an unknown contract', ['--contract', 'zzz'], 'aucun marché « zzz »'],
    ['a file of no known form', ['--contract', 'LBH-001', '-o', 'a.pdf'], 'Format inconnu'],
  ])('of %s: says what to do', (_, options, message) => {
    const { code, stdout, stderr } = work.run(['explain', GROUP, ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('decisions.csv beside the registers', () => {
  it('is followed at the next run, and is no register', () => {
    const folder = copyOfGroup();
    const before = planIn(folder);
    const { id } = before.tenders.find(tender => tender.category === 'ASSU_DAB')!;
    work.write(
      'exports/decisions.csv',
      [
        'décision;membre;groupement;catégorie;date;auteur;motif',
        `refuse;;${id};;24/11/2026;référents achats;date trop tôt`,
        'se retire;Guingamp Habitat;;Édition, mise sous pli, affranchissement, courrier;24/11/2026;DG;marché propre',
      ].join('\r\n'),
    );
    const after = planIn(folder);
    expect(after.tenders.map(tender => tender.id)).not.toContain(id);
    expect(after.alone.filter(({ reason }) => reason.code === 'OPT_OUT').length).toBeGreaterThan(
      before.alone.filter(({ reason }) => reason.code === 'OPT_OUT').length,
    );
    const quality = work.run(['check', folder]);
    expect(quality.stdout).not.toContain('decisions.csv');
  });

  it('is never overwritten by the report of the same name', () => {
    const folder = copyOfGroup();
    const content = 'décision;membre;catégorie\r\nse retire;Guingamp Habitat;ASSU_DAB\r\n';
    work.write('exports/decisions.csv', content);
    const { code, stderr } = work.run(['align', folder, '--output-dir', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('decisions.csv est aussi un fichier lu');
    expect(work.read('exports/decisions.csv')).toBe(content);
  });

  it('with a line that cannot be read: an error with its row, and exit code 1', () => {
    const folder = copyOfGroup();
    work.write('exports/decisions.csv', 'décision;membre\r\nse retire;Inconnu\r\n');
    for (const args of [
      ['align', folder, '--view', 'data'],
      ['check', folder],
    ]) {
      const { code, stdout } = work.run(args);
      expect(code).toBe(1);
      expect(stdout).toContain('RULING_MEMBER_UNKNOWN');
    }
  });
});
