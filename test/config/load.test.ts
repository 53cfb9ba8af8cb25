import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/load.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import { Mistake, type MistakeCode, type MistakeParams } from '../../src/domain/mistake.ts';
import { cents } from '../../src/domain/money.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'coop-plan-config-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string, name = 'coop-plan.yaml'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function mistakeOf<Code extends MistakeCode>(code: Code, action: () => unknown): MistakeParams[Code] {
  try {
    action();
  } catch (error) {
    if (error instanceof Mistake && error.code === code) return error.params as MistakeParams[Code];
    throw error;
  }
  throw new Error(`no ${code}`);
}

describe('loadSettings', () => {
  it('is all defaults without a configuration', () => {
    const { settings, file } = loadSettings(undefined, [folder]);
    expect(file).toBeUndefined();
    expect(settings.plan).toEqual(DEFAULT_PLAN);
    expect(settings.intake.members).toEqual([]);
  });

  it.each(['[[2, 1], [4, 0.5]]', '[[4, 1], [2, 0.5]]', '[[2, 0.5], [2, 1]]'])(
    'refuses tiers %s: a larger group never gains less',
    tiers => {
      const file = write(`plan:\n  savings:\n    tiers: ${tiers}\n`);
      expect(mistakeOf('CONFIG_INVALID', () => loadSettings(file, [])).problems).toMatchObject([
        { line: 3, path: 'plan.savings.tiers' },
      ]);
    },
  );

  it('refuses a column for a field that does not exist, and names the nearest', () => {
    const file = write(
      [
        'mappings:',
        "  - files: ['a.csv']",
        '    columns:',
        '      refrence: numero',
        '      montant: prix',
      ].join('\n'),
    );
    expect(mistakeOf('CONFIG_INVALID', () => loadSettings(file, [])).problems).toMatchObject([
      { line: 4, path: 'mappings[0].columns.refrence', kind: 'unknown-key', expected: 'reference' },
      { line: 5, path: 'mappings[0].columns.montant', kind: 'unknown-key' },
    ]);
  });

  it('finds the configuration in a folder, and completes it', () => {
    write(
      [
        'group: L4h',
        'asOf: 2026-11-23',
        'members:',
        '  - name: Mancelle d’habitation',
        '    siren: 123 456 789',
        'plan:',
        '  jointProcedure: 10000.5',
        '  savings:',
        '    expected: 0.04',
      ].join('\n'),
    );
    const { settings, file } = loadSettings(undefined, [folder]);
    expect(file).toMatch(/coop-plan\.yaml$/);
    expect(settings).toMatchObject({
      group: 'L4h',
      asOf: '2026-11-23',
      intake: { members: [{ id: 'mancelle-d-habitation', siren: '123456789', territories: [] }] },
    });
    expect(settings.plan.jointProcedure).toBe(cents(10000.5));
    expect(settings.plan.savings).toEqual({ ...DEFAULT_PLAN.savings, expected: 0.04 });
  });

  it('gives the planner what is said of each member', () => {
    const file = write(
      'members:\n  - name: Armorique\n    optOut: [SI]\n    coordinates: [ASC]\n    coordinatesAtMost: 2\n  - name: Guingamp',
    );
    const { plan } = loadSettings(file, []).settings;
    expect(plan.optOut).toEqual({ armorique: ['SI'], guingamp: [] });
    expect(plan.coordinates).toEqual({ armorique: ['ASC'], guingamp: [] });
    expect(plan.coordinatesAtMost).toEqual({ armorique: 2 });
  });

  it('reads JSON too', () => {
    write('{ "group": "Trois offices" }', 'coop-plan.json');
    expect(loadSettings(undefined, [folder]).settings.group).toBe('Trois offices');
  });

  it('lets --set win over the file, with a decimal comma or none', () => {
    const file = write('plan: { savings: { expected: 0.04 }, launchesPerQuarter: 3 }');
    const { settings } = loadSettings(file, [], ['savings.expected=0,06', 'launchesPerQuarter = none']);
    expect(settings.plan.savings.expected).toBe(0.06);
    expect(settings.plan.launchesPerQuarter).toBeNull();
  });

  it('names every problem with its line, and the key that was meant', () => {
    const file = write(
      [
        'group: L4h',
        'asof: 2026-11-23',
        'members:',
        '  - names: Armorique',
        'plan:',
        '  horizonMonths: douze',
      ].join('\n'),
    );
    const { problems } = mistakeOf('CONFIG_INVALID', () => loadSettings(file, []));
    expect(problems.map(({ line, kind, path, expected }) => [line, kind, path, expected])).toEqual([
      [2, 'unknown-key', 'asof', 'asOf'],
      [4, 'wrong-type', 'members[0].name', 'string'],
      [4, 'unknown-key', 'members[0].names', 'name'],
      [6, 'wrong-type', 'plan.horizonMonths', 'number'],
    ]);
  });

  it('knows the categories that a configuration names', () => {
    const file = write('members:\n  - name: Armorique\n    optOut: [ASCENCEUR, ASC]');
    const { problems } = mistakeOf('CONFIG_INVALID', () => loadSettings(file, []));
    expect(problems).toMatchObject([{ line: 3, kind: 'unknown-category', path: 'ASCENCEUR' }]);
  });

  it('locates a syntax error', () => {
    const file = write('group: L4h\nmembers: [');
    expect(mistakeOf('CONFIG_SYNTAX', () => loadSettings(file, []))).toMatchObject({ file, line: 2 });
  });

  it('refuses a file that is not there, two that are, and a day that does not exist', () => {
    mistakeOf('CONFIG_NOT_FOUND', () => loadSettings(join(folder, 'none.yaml'), []));
    const file = write('asOf: 2026-02-31');
    expect(mistakeOf('CONFIG_INVALID', () => loadSettings(file, [])).problems).toMatchObject([
      { line: 1, path: 'asOf', expected: 'YYYY-MM-DD' },
    ]);
  });

  it('asks which one when two folders have one each, but not when one folder is named twice', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    for (const path of ['coop-plan.yaml', 'other/coop-plan.yaml']) write('group: L4h', path);
    expect(loadSettings(undefined, [folder, join(folder, '.')]).settings.group).toBe('L4h');
    mistakeOf('CONFIG_SEVERAL', () => loadSettings(undefined, [folder, other]));
  });

  it.each(['savings.expected', '=0.4', 'savings expected=0.4'])('refuses --set %s', text => {
    mistakeOf('BAD_SETTING', () => loadSettings(undefined, [], [text]));
  });

  it('refuses a parameter that --set misspells', () => {
    const { problems } = mistakeOf('CONFIG_INVALID', () =>
      loadSettings(undefined, [], ['saving.expected=0.4']),
    );
    expect(problems).toMatchObject([{ kind: 'unknown-key', path: 'plan.saving', expected: 'savings' }]);
  });
});
