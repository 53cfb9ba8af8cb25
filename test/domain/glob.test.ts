import { describe, expect, it } from 'vitest';
import { isGlob, matchesGlob } from '../../src/domain/glob.ts';

describe('matchesGlob', () => {
  it.each([
    ['*.csv', 'exports/nord/Marches.CSV', true],
    ['marches_?.csv', 'marches_1.csv', true],
    ['marches_?.csv', 'marches_12.csv', false],
    ['exports/*.csv', 'exports/a.csv', true],
    ['exports/*.csv', 'exports/nord/a.csv', false],
    ['exports/**/*.csv', 'exports/a.csv', true],
    ['exports/**/*.csv', 'exports/nord/sud/a.csv', true],
    ['exports\\*.csv', 'exports/a.csv', true],
    ['a+b (1).csv', 'a+b (1).csv', true],
    ['a.csv', 'axcsv', false],
  ])('%s against %s: %s', (pattern, path, expected) => {
    expect(matchesGlob(pattern, path)).toBe(expected);
  });

  it('tells a pattern from a path', () => {
    expect([isGlob('a?.csv'), isGlob('*.csv'), isGlob('marchés (1).csv')]).toEqual([true, true, false]);
  });
});
