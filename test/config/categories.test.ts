import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/load.ts';
import { categoryLookup } from '../../src/data/categories.ts';
import type { CategoryId } from '../../src/domain/category.ts';
import { Mistake } from '../../src/domain/mistake.ts';
import { classifier } from '../../src/intake/classify/classify.ts';

const folder = mkdtempSync(join(tmpdir(), 'coop-plan-categories-'));
afterAll(() => rmSync(folder, { recursive: true }));

function load(...lines: readonly string[]): ReturnType<typeof loadSettings>['settings'] {
  const file = join(folder, 'coop-plan.yaml');
  writeFileSync(file, lines.join('\n'));
  return loadSettings(file, []).settings;
}

const RUCHES = [
  'categories:',
  '  add:',
  '    - id: RUCHES',
  '      label: Ruches et apiculture',
  '      words: [ruches, apiculteur]',
  '      cpv: ["03142100-9"]',
  '      reach: local',
  '      usualMonths: 60',
];

describe('categories of a configuration', () => {
  it('adds one that titles, families and members can name', () => {
    const { intake } = load(
      ...RUCHES,
      '  families: { Apiculture: RUCHES }',
      'members:',
      '  - { name: A, optOut: [RUCHES] }',
    );
    const classify = classifier(intake.classification);
    expect(classify({ title: 'Entretien des ruches du siège' }).id).toBe('RUCHES');
    expect(classify({ title: 'Marché 12', family: 'APICULTURE' })).toMatchObject({
      id: 'RUCHES',
      basis: 'config',
    });
    expect(
      categoryLookup(intake.classification.categories?.map(added => added.category))('RUCHES' as CategoryId),
    ).toMatchObject({
      label: { fr: 'Ruches et apiculture' },
      cpv: ['03142100'],
      reach: 'local',
      usualMonths: 60,
      maximumMonths: 60,
    });
  });

  it('settles a family, a word and one contract', () => {
    const { intake } = load(
      'categories:',
      '  families: { "Moyens généraux": FOURN }',
      '  synonyms: { "pôle chaleur": CHAUF_COL }',
      '  contracts: { "a-12": ASC }',
    );
    const classify = classifier(intake.classification);
    expect(classify({ title: 'Lot 2', family: 'MOYENS GENERAUX' }).id).toBe('FOURN');
    expect(classify({ title: 'Pole Chaleur 2027' }).id).toBe('CHAUF_COL');
    expect(classify({ title: 'Nettoyage', contractId: 'a-12' })).toEqual({
      id: 'ASC',
      confidence: 'high',
      basis: 'config',
    });
  });

  it('refuses one without words, or with an id that is not one', () => {
    const broken = ['categories:', '  add:', '    - { id: ruches, label: Ruches, words: [] }'];
    expect(() => load(...broken)).toThrow(Mistake);
  });
});
