/** Single numbers of law and of practice that the checks rest on. */
import type { LegalRule } from '../domain/legal.ts';
import { markOf } from './marks.ts';
import rows from './tables/legal.csv';

/** Every rule, in the order of the table. */
export const LEGAL_RULES: readonly LegalRule[] = rows.map(row => ({
  code: row.code!,
  value: Number(row.value),
  unit: row.unit as LegalRule['unit'],
  article: row.article!,
  source: row.source!,
  mark: markOf(row.mark!),
}));

/** The rule with that code. Throws when the table has none: a mistake in the source code. */
export function legalRule(code: string): LegalRule {
  const rule = LEGAL_RULES.find(candidate => candidate.code === code);
  if (!rule) throw new RangeError(`no such legal rule: ${code}`);
  return rule;
}
