/** Rules of law and of custom that concern some categories only: `tables/category-rules.csv`. */
import type { CategoryId } from '../domain/category.ts';
import type { Mark } from '../domain/legal.ts';
import { markOf } from './marks.ts';
import rows from './tables/category-rules.csv';

export type CategoryRuleCode =
  /** longest joint contract, in months, whatever it contains */
  | 'CAP'
  /** the same when fuel is a flat rate; when the equipment is guaranteed */
  | 'CAP_FLAT_RATE'
  | 'CAP_GUARANTEE'
  /** shortest contract, in months */
  | 'MINIMUM'
  /** notice, in months, to be written in the new contract */
  | 'NOTICE'
  /** day of the year on which it starts */
  | 'START'
  /** days of the year between which the call is best published */
  | 'PUBLICATION_WINDOW';

export interface CategoryRule {
  readonly categories: readonly string[];
  readonly code: CategoryRuleCode;
  /** Months. */
  readonly value?: number;
  /** Days of the year, `MM-DD`, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly article: string;
  readonly source: string;
  readonly mark: Mark;
}

export const CATEGORY_RULES: readonly CategoryRule[] = rows.map(ruleOf);

const BY_CATEGORY = new Map(
  CATEGORY_RULES.flatMap(rule =>
    rule.categories.map(category => [`${rule.code} ${category}`, rule] as const),
  ),
);

function ruleOf(row: Readonly<Record<string, string>>): CategoryRule {
  return {
    categories: row.categories!.split(' '),
    code: row.code as CategoryRuleCode,
    ...(row.value && { value: Number(row.value) }),
    ...(row.from && { from: row.from }),
    ...(row.to && { to: row.to }),
    article: row.article!,
    source: row.source!,
    mark: markOf(row.mark!),
  };
}

/** The rule of a category, when it has one. */
export function categoryRule(category: CategoryId, code: CategoryRuleCode): CategoryRule | undefined {
  return BY_CATEGORY.get(`${code} ${category}`);
}
