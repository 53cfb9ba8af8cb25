import { describe, expect, test } from 'vitest';
import { durationChecks, durationFor, monthsFor } from '../../src/align/duration.ts';
import { patternFor, totalOf } from '../../src/align/pattern.ts';
import { CATEGORIES } from '../../src/data/categories.ts';
import { day } from '../../src/domain/day.ts';
import { category, settings } from './samples.ts';

const START = day('2028-01-01');
const duration = (id: string, changes = {}, joint = 48) =>
  durationFor(category(id), START, joint, settings(changes));
const codes = (id: string, changes = {}, start = START) => {
  const found = durationFor(category(id), start, 48, settings(changes));
  return durationChecks(category(id), start, found).map(check => check.code);
};

describe('the pattern that buyers write', () => {
  test.each([
    ['12+3x12', 48, 12, 3, 12],
    ['48 ou 12+3x12', 48, 12, 3, 12],
    ['24+12+12 ou 12+3x12', 48, 24, 2, 12],
    ['36+2x12 ou 48/60 avec resiliation annuelle', 48, 36, 1, 12],
    ['36+2x12', 60, 36, 2, 12],
    ['24+12', 36, 24, 1, 12],
    ['12+3x12 BC', 36, 12, 2, 12],
    ['60 ferme (marche ordinaire)', 48, 48, 0, 0],
    ['24-48 ferme', 36, 36, 0, 0],
    ['one-off', 18, 18, 0, 0],
    ['AC LLD', 48, 48, 0, 0],
    ['12+3x12', 18, 18, 0, 0],
    ['12+6+12', 30, 30, 0, 0],
  ])('%s over %i months', (written, months, firmMonths, renewals, renewalMonths) => {
    expect(patternFor(written, months)).toEqual({ firmMonths, renewals, renewalMonths });
  });

  test('makes the whole duration, for every category', () => {
    for (const { pattern } of CATEGORIES) {
      for (const months of [12, 18, 36, 48, 60]) expect(totalOf(patternFor(pattern, months))).toBe(months);
    }
  });
});

describe('the duration of a joint contract', () => {
  test('is the category’s usual one, every member ending on the same day', () => {
    expect(duration('ASC')).toEqual({
      months: 48,
      firmMonths: 12,
      renewals: 3,
      renewalMonths: 12,
      endsOn: '2031-12-31',
    });
    expect(duration('TELEPHONIE').months).toBe(36);
  });

  test('stays within 48 months unless the group justifies more', () => {
    expect(duration('MUTUELLE').months).toBe(48);
    expect(duration('MUTUELLE', { justifiedMonths: { MUTUELLE: 60 } }).months).toBe(60);
    expect(codes('MUTUELLE')).toContain('LONGER_POSSIBLE');
    expect(codes('MUTUELLE', { justifiedMonths: { MUTUELLE: 60 } })).toContain('FRAMEWORK_JUSTIFIED');
    for (const each of CATEGORIES) {
      const months = monthsFor(each, 60, settings());
      expect(months, each.id).toBeLessThanOrEqual(Math.max(48, each.minimumMonths));
    }
  });

  test('follows the joint duration asked for when it is shorter, but not below the category’s least', () => {
    expect(duration('ASC', {}, 36).months).toBe(36);
    expect(duration('ASC', {}, 6).months).toBe(12);
    expect(duration('COMPT').months).toBe(60);
  });

  test('of heating: 48 months, 192 at most with a total guarantee', () => {
    expect(duration('CHAUF_COL').months).toBe(48);
    expect(duration('CHAUF_COL', { justifiedMonths: { CHAUF_COL: 240 } }).months).toBe(192);
    const long = duration('CHAUF_COL', { justifiedMonths: { CHAUF_COL: 96 } });
    const check = durationChecks(category('CHAUF_COL'), START, long).find(
      ({ code }) => code === 'CATEGORY_CAP',
    );
    expect(check).toMatchObject({
      effect: 'warns',
      params: { months: 96, cap: 60, flatRate: 96, guarantee: 192 },
    });
  });
});

test('insurance that does not start on 1 January warns, and its new contract gives two months’ notice', () => {
  expect(codes('ASSU_DAB')).not.toContain('START_DAY');
  expect(codes('ASSU_DAB', {}, day('2028-04-01'))).toContain('START_DAY');
  expect(codes('ASSU_DAB')).toContain('NEW_CONTRACT_NOTICE');
  expect(codes('ASC', {}, day('2028-04-01'))).not.toContain('START_DAY');
});
