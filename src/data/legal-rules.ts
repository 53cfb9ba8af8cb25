/** Rules of law and of practice that the checks rest on: `tables/legal.csv`. */
import { day } from '../domain/day.ts';
import type { LegalRule } from '../domain/legal.ts';
import { markOf } from './marks.ts';
import rows from './tables/legal.csv';

/** Every rule, in the order of the table. */
export const LEGAL_RULES: readonly LegalRule[] = rows.map(ruleOf);

const BY_CODE = new Map(LEGAL_RULES.map(rule => [rule.code, rule]));

/** The rule with that code. Throws when the table has none: a mistake in the source code. */
export function legalRule(code: string): LegalRule {
  const rule = BY_CODE.get(code);
  if (!rule) throw new RangeError(`no such legal rule: ${code}`);
  return rule;
}

/** The number of a rule: months, days or percent as its unit says. Throws when it has none. */
export function legalNumber(code: string): number {
  const { value } = legalRule(code);
  if (value === undefined) throw new RangeError(`legal rule without a number: ${code}`);
  return value;
}

function ruleOf(row: Readonly<Record<string, string>>): LegalRule {
  return {
    code: row.code!,
    ...(row.value && { value: Number(row.value), unit: row.unit as NonNullable<LegalRule['unit']> }),
    ...(row.valid_from && { from: day(row.valid_from) }),
    article: row.article!,
    source: row.source!,
    mark: markOf(row.mark!),
  };
}
