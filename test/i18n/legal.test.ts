import { describe, expect, test } from 'vitest';
import { scheduleTender } from '../../src/align/schedule.ts';
import { CATEGORIES, categoryById } from '../../src/data/categories.ts';
import { CATEGORY_RULES } from '../../src/data/category-rules.ts';
import { day } from '../../src/domain/day.ts';
import { LEGAL_CHECK_CODES } from '../../src/domain/legal.ts';
import { textsFor } from '../../src/i18n/index.ts';
import { contract, settings } from '../align/samples.ts';

/** Too late to publish the insurance of 1 January 2028 before the summer. */
const LATE = day('2027-03-10');

/** Tenders of every category, small and large, early and late, by every lever. */
const CHECKS = CATEGORIES.flatMap(category =>
  [9_000, 28_000, 300_000].flatMap(annual =>
    ['2027-10-01', '2028-01-01', '2029-07-01'].flatMap(text => {
      const start = day(text);
      const entries = [
        { contract: contract('a', 'A1', annual), joinsOn: start, lever: 'interim' as const },
        {
          contract: contract('b', 'B1', annual, {}, { territory: 'Rennes' }),
          joinsOn: start,
          lever: 'extension' as const,
        },
        { contract: contract('c', 'C1', annual / 8), joinsOn: day('2033-01-01') },
      ];
      const calendar = settings({
        ...(annual > 100_000 && { socialRegime: { GARDIEN: true }, justifiedMonths: { CHAUF_COL: 96 } }),
      });
      return scheduleTender({ category, start, entries }, { calendar, jointMonths: 48 }, LATE).checks;
    }),
  ),
);

describe.each(['fr', 'en'] as const)('legal checks in %s', language => {
  const { legal } = textsFor(language);

  test('have all that their sentences name', () => {
    for (const { code, params } of CHECKS) {
      const sentence = legal.check[code](params);
      expect(sentence, code).not.toMatch(/undefined|NaN|null|\[object/);
      expect(sentence, code).toMatch(/\.$/);
    }
  });

  test('say an impossible start with and without an earliest one', () => {
    expect(legal.startImpossible({ stage: 'DCE', earliestStart: '2027-09-26' })).toMatch(/2027/);
    expect(legal.startImpossible({ stage: 'DCE' })).toMatch(/\.$/);
  });
});

test('the tenders above meet every check', () => {
  const met = new Set(CHECKS.map(check => check.code));
  expect(LEGAL_CHECK_CODES.filter(code => !met.has(code))).toEqual([]);
});

test('the rules of categories name categories that exist', () => {
  for (const { categories } of CATEGORY_RULES) {
    for (const id of categories) expect(categoryById(id), id).toBeDefined();
  }
});
