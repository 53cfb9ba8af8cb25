/** Makes legal checks: a verified fact may block, a derived one warns at most, an unverified one only informs. */
import { legalRule } from '../data/legal-rules.ts';
import type { CodeParams } from '../domain/code.ts';
import type { Effect, LegalCheck, LegalCheckCode, Mark } from '../domain/legal.ts';

/** What a check rests on: a line of a reference table. */
export interface LegalBasis {
  readonly article: string;
  readonly source: string;
  readonly mark: Mark;
}

const AT_MOST: Readonly<Record<Mark, Effect>> = {
  verified: 'blocks',
  derived: 'warns',
  unverified: 'informs',
};
const STRENGTH: readonly Effect[] = ['informs', 'warns', 'blocks'];

/** A check with the effect wanted, or a weaker one when its basis is not sure enough. */
export function legalCheck(
  code: LegalCheckCode,
  wanted: Effect,
  basis: string | LegalBasis,
  params: CodeParams = {},
): LegalCheck {
  const { article, source, mark } = typeof basis === 'string' ? legalRule(basis) : basis;
  const strength = Math.min(STRENGTH.indexOf(wanted), STRENGTH.indexOf(AT_MOST[mark]));
  return { code, params, effect: STRENGTH[strength]!, mark, article, source, confirm: 'LEGAL_CONFIRM' };
}
