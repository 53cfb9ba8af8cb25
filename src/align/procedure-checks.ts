/** What is to be said about a tender's procedure: how sure it is, how near to another one, what would change it. */
import { legalNumber, legalRule } from '../data/legal-rules.ts';
import type { MemberId } from '../domain/contract.ts';
import type { LegalCheck } from '../domain/legal.ts';
import { type Cents, sumCents } from '../domain/money.ts';
import { legalCheck } from './legal-check.ts';
import { type Need, type Regime, codeFor, isSocial, procedureFor, thresholdsOf } from './procedure.ts';

/** What each member brings to the estimated value. */
export type MemberValues = ReadonlyMap<MemberId, Cents>;

/** The checks of a procedure; `values` sum to the need's value. */
export function procedureChecks(need: Need, values: MemberValues, regime: Regime): LegalCheck[] {
  return [
    legalCheck('GROUP_VALUE', 'informs', 'GROUP_VALUE', { valueAmount: need.value, members: values.size }),
    ...thresholdCheck(need, regime),
    ...socialChecks(need, regime),
    ...(isSocial(need.category, regime) ? [] : nearChecks(need, values, regime)),
    ...launchChecks(need),
  ];
}

function thresholdCheck(need: Need, regime: Regime): LegalCheck[] {
  const { formal } = thresholdsOf(need, regime);
  if (formal.known) return [];
  const basis = { article: formal.article, source: formal.source, mark: 'derived' } as const;
  const params = { launchOn: need.launchOn, thresholdAmount: formal.amount, until: formal.to ?? '' };
  return [legalCheck('THRESHOLD_PROVISIONAL', 'warns', basis, params)];
}

function socialChecks(need: Need, regime: Regime): LegalCheck[] {
  const { category } = need;
  const settled = regime.socialRegime[category.id];
  if (isSocial(category, regime)) {
    const european = procedureFor(need, regime).publication === 'european' ? 1 : 0;
    const basis = settled === undefined ? 'SOCIAL_REGIME' : 'SOCIAL_REGIME_SETTLED';
    return [legalCheck('SOCIAL_REGIME', 'informs', basis, { valueAmount: need.value, european })];
  }
  const open = settled === undefined && category.socialRegime !== 'no';
  return open ? [legalCheck('SOCIAL_REGIME_TO_CONFIRM', 'informs', 'SOCIAL_REGIME_TO_CONFIRM')] : [];
}

/** A group near the threshold says so; and who makes it pass from one procedure to the other. */
function nearChecks(need: Need, values: MemberValues, regime: Regime): LegalCheck[] {
  const { formal } = thresholdsOf(need, regime);
  const code = codeFor(need, regime);
  const distance = need.value - formal.amount;
  const percent = Math.round((1000 * distance) / formal.amount) / 10;
  const near = Math.abs(distance) * 100 <= legalNumber('NEAR_THRESHOLD') * formal.amount;
  const params = { valueAmount: need.value, thresholdAmount: formal.amount, percent };
  const checks = near ? [legalCheck('NEAR_THRESHOLD', 'informs', 'NEAR_THRESHOLD', params)] : [];
  for (const [member, share] of values) {
    const value = (need.value - share) as Cents;
    const then = codeFor({ ...need, value }, regime);
    if (then !== code)
      checks.push(
        legalCheck('WITHOUT_MEMBER', 'informs', formal, { member, valueAmount: value, procedure: then }),
      );
  }
  const average = values.size === 0 ? 0 : Math.round(need.value / values.size);
  const value = sumCents([need.value, average as Cents]);
  const then = codeFor({ ...need, value }, regime);
  if (then !== code)
    checks.push(legalCheck('WITH_ONE_MORE', 'informs', formal, { valueAmount: value, procedure: then }));
  return checks;
}

function launchChecks({ category, launchOn }: Need): LegalCheck[] {
  const environment = legalRule('ENVIRONMENT_CRITERION');
  return [
    ...(launchOn >= environment.from! ? [legalCheck('ENVIRONMENT_CRITERION', 'warns', environment)] : []),
    ...(category.nature === 'T'
      ? [legalCheck('WORKS_OUTSIDE_POLICY', 'informs', 'WORKS_OUTSIDE_POLICY')]
      : []),
  ];
}
