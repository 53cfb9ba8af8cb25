/** The tables that a buyer edits: each line is whole, and every id and code that one names exists. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, addedCategory, categoryById, categoryEntries } from '../../src/data/categories.ts';
import { ACTS, CPV_MEANINGS, OPERATION_SIGNS, weightOf } from '../../src/data/evidence.ts';
import type { CategoryId } from '../../src/domain/category.ts';

const ids = new Set<string>(CATEGORIES.map(category => category.id));

describe('categories', () => {
  it('are the reference list, one-off works and the rest', () => {
    expect(CATEGORIES).toHaveLength(51);
    expect(ids.size).toBe(51);
    expect(CATEGORIES.slice(-2).map(category => category.id)).toEqual(['WORKS', 'OTHER']);
  });

  it.each(CATEGORIES)('$id is complete', category => {
    expect(category.label.fr).not.toBe('');
    expect(category.label.en).not.toBe('');
    expect(['S', 'F', 'T']).toContain(category.nature);
    expect(['local', 'regional', 'national']).toContain(category.reach);
    expect(['no', 'yes', 'partly', 'to-confirm']).toContain(category.socialRegime);
    expect([0, 1, 2, 3]).toContain(category.jointFit);
    expect(category.minimumMonths).toBeGreaterThan(0);
    expect(category.usualMonths).toBeGreaterThanOrEqual(category.minimumMonths);
    expect(category.maximumMonths).toBeGreaterThanOrEqual(category.usualMonths);
    expect(category.leadMonths).toBeGreaterThan(0);
    expect(category.startsOn ?? '01-01').toMatch(/^\d\d-\d\d$/);
    expect(category.source).not.toBe('');
    for (const code of category.cpv) expect(code).toMatch(/^\d{8}$/);
  });

  it('each but works and the rest has words that name it', () => {
    for (const { category, words } of categoryEntries()) {
      if (category.id !== 'WORKS') expect(words.names, category.id).not.toHaveLength(0);
    }
  });

  it('are found by id', () => {
    expect(categoryById('ASC')?.label.fr).toMatch(/^Ascenseurs/);
    expect(categoryById('NOPE')).toBeUndefined();
  });

  it('take the defaults of the rest when the group adds one', () => {
    const { category } = addedCategory(
      { id: 'X' as CategoryId, label: { fr: 'X', en: 'X' }, usualMonths: 12 },
      ['x'],
    );
    expect(category).toMatchObject({
      id: 'X',
      usualMonths: 12,
      maximumMonths: 48,
      source: 'configuration',
      cpv: [],
    });
  });
});

describe('evidence', () => {
  it('names known categories only', () => {
    const named = [
      ...ACTS.flatMap(act => [...act.names.keys(), ...act.supports.keys(), ...act.spares]),
      ...[...CPV_MEANINGS.values()].flatMap(meanings => meanings.map(([id]) => id)),
    ];
    expect(named.filter(id => !ids.has(id))).toEqual([]);
  });

  it('weighs with numbers', () => {
    for (const act of ACTS)
      expect(
        [act.against, act.late, ...act.names.values(), ...act.supports.values()].some(Number.isNaN),
      ).toBe(false);
    for (const { words, weight } of OPERATION_SIGNS)
      expect(Number.isNaN(weight) || weight === 0, words).toBe(false);
    for (const code of CPV_MEANINGS.keys()) expect(code).toMatch(/^\d{2,8}$/);
    expect(weightOf('name')).toBeGreaterThan(weightOf('broad'));
    expect(() => weightOf('nope')).toThrow(RangeError);
  });

  it('writes no word twice in a cell', () => {
    const table = readFileSync(new URL('../../src/data/tables/categories.csv', import.meta.url), 'utf8');
    for (const row of parse(table, { relax_column_count: true }) as string[][])
      for (const cell of row) {
        const words = cell.split(';').map(word => word.trim());
        expect([...new Set(words)], row[0]).toEqual(words);
      }
  });

  it('knows each code that a category lists', () => {
    for (const { id, cpv } of CATEGORIES) {
      const known = cpv.filter(code => [8, 7, 6, 5, 4, 3, 2].some(n => CPV_MEANINGS.has(code.slice(0, n))));
      expect(known, id).toEqual(cpv);
    }
  });
});
