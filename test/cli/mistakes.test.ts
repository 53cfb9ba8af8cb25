/** Bad input: one message that says what and what to do, exit code 2, never a stack trace. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REGISTER, Workdir } from './workdir.ts';

let work: Workdir;
beforeEach(() => (work = new Workdir()));
afterEach(() => work.remove());

const STACK = /\n\s+at |node:internal|Error:/;

describe('wrong usage', () => {
  it.each([
    ['a missing file', ['align', 'absent.csv'], 'introuvable : absent.csv'],
    ['a folder without a register', ['align', '.'], 'Aucun registre dans le dossier'],
    ['a pattern without a match', ['align', '*.xlsx'], 'Aucun fichier ne correspond'],
    ['no argument', ['align'], 'Aucun fichier à lire'],
    ['an unknown option', ['align', '.', '--formt', 'csv'], 'Vouliez-vous dire « --format »'],
    ['an unknown command', ['aling', '.'], 'Vouliez-vous dire « align »'],
    ['an option without its value', ['align', '.', '--as-of'], 'Il manque la valeur'],
    [
      'a configuration that is not there',
      ['align', '.', '--config', 'none.yaml'],
      'Configuration introuvable',
    ],
  ])('%s', (_, args, message) => {
    const { code, stdout, stderr } = work.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(STACK);
  });

  it.each([
    ['a day that does not exist', ['--as-of', '2026-02-31'], 'n’est pas une date'],
    ['a format that does not exist', ['--format', 'pdf'], 'Choix possibles'],
    ['a section that does not exist', ['--view', 'tout'], 'Choix possibles'],
    ['an output of unknown kind', ['--output', 'plan.doc'], 'Format inconnu'],
    ['an output that is an input', ['--output', 'm.csv'], 'aussi un fichier lu'],
    ['an output in no folder', ['--output', 'none/plan.csv'], 'Écriture impossible'],
    ['a setting of another form', ['--set', 'x'], 'paramètre=valeur'],
  ])('%s', (_, options, message) => {
    work.write('m.csv', REGISTER);
    const { code, stdout, stderr } = work.run(['align', 'm.csv', ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(work.read('m.csv')).toBe(REGISTER);
  });

  it('a configuration with mistakes: all of them, with their lines', () => {
    work.write('m.csv', REGISTER);
    work.write('coop-plan.yaml', 'grup: L4h\nasOf: hier\n');
    const { code, stderr } = work.run(['align', 'm.csv']);
    expect(code).toBe(2);
    expect(stderr).toContain('ligne 1 : clé inconnue « grup » ; attendu : group');
    expect(stderr).toContain('ligne 2 :');
    expect(stderr).not.toMatch(STACK);
  });

  it('speaks English when asked', () => {
    expect(work.run(['align', 'absent.csv', '--lang', 'en']).stderr).toContain(
      'No such file or folder: absent.csv',
    );
    expect(work.run(['align', 'absent.csv'], { env: { LANG: 'en_GB.UTF-8' } }).stderr).toContain(
      'No such file',
    );
  });
});

describe('files that are no register', () => {
  it.each([
    ['empty', ''],
    ['a binary', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
    ['a text without headings', 'Bonjour,\nvoici les marchés.\n'],
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  ])('%s alone: said, exit 2', (_, content) => {
    work.write('m.csv', content);
    const { code, stdout, stderr } = work.run(['align', 'm.csv']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('m.csv');
    expect(stderr).toContain('Aucun des fichiers n’a pu être lu');
    expect(stderr).not.toMatch(STACK);
  });

  it('one bad file among good ones: a problem, and the others are used, exit 1', () => {
    work.write('exports/armorique.csv', REGISTER);
    work.write('exports/vide.csv', '');
    const { code, stdout, stderr } = work.run(['align', 'exports', '--as-of', '2026-11-23']);
    expect(code).toBe(1);
    expect(stdout).toContain('2 marchés');
    expect(stdout.split('Aucun achat groupé ne ferait gagner')).toHaveLength(2);
    expect(stdout + stderr).toContain('1 erreur');
    expect(work.run(['check', 'exports']).stdout).toContain('vide.csv');
  });
});
