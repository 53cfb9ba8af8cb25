/** What the law says of the way by which each contract gets to its joint start. */
import { legalNumber, legalRule } from '../data/legal-rules.ts';
import type { Nature } from '../domain/category.ts';
import type { Contract } from '../domain/contract.ts';
import { type Day, addDays } from '../domain/day.ts';
import type { BuyerClass, LegalCheck } from '../domain/legal.ts';
import { type Cents, ZERO, roundCents } from '../domain/money.ts';
import type { Lever } from '../domain/plan.ts';
import { amendedMonthsOf, initialMonthsOf, monthsBegun } from './amendments.ts';
import {
  extensionRule,
  extensionUnderThreshold,
  formalThresholdOn,
  interimUnderWaiver,
  latestDeferredEntry,
  longestExtensionMonths,
  waiverOn,
} from './legal.ts';
import { legalCheck } from './legal-check.ts';

/** A contract on its way into a joint contract. */
export interface Entry {
  readonly contract: Contract;
  /** First day under the joint contract. */
  readonly joinsOn: Day;
  readonly lever?: Lever;
}

/** The joint contract that it enters. */
export interface Joined {
  readonly start: Day;
  readonly months: number;
  readonly nature: Nature;
  readonly buyerClass: BuyerClass;
}

/** The checks of one entry: extension and bridging contract within their limits, deferred entry announced and in time. */
export function leverChecks(entry: Entry, joined: Joined): LegalCheck[] {
  return [
    ...(entry.lever === 'extension' ? extensionChecks(entry, joined) : []),
    ...(entry.lever === 'interim' ? interimChecks(entry, joined) : []),
    ...(entry.joinsOn > joined.start ? deferredChecks(entry, joined) : []),
  ];
}

function extensionChecks({ contract, joinsOn }: Entry, { nature, buyerClass }: Joined): LegalCheck[] {
  const gap = gapBefore(contract, joinsOn);
  const initialMonths = initialMonthsOf(contract.term);
  if (!gap || initialMonths === undefined) return [];
  const earlier = amendedMonthsOf(contract.term);
  const longest = longestExtensionMonths({ initialMonths, nature, earlierMonths: earlier });
  const rule = legalRule(extensionRule(nature));
  const within = gap.months <= longest;
  const measured = { months: gap.months, longest, percent: rule.value!, initialMonths, earlier };
  const params = { contract: contract.id, ...measured };
  const checks = [
    legalCheck(
      within ? 'EXTENSION_LIMIT' : 'EXTENSION_OVER_LIMIT',
      within ? 'informs' : 'blocks',
      rule,
      params,
    ),
  ];
  if (!extensionUnderThreshold(gap.value, worthOf(contract, earlier), gap.end, nature, buyerClass)) {
    const { amount } = formalThresholdOn(gap.end, nature, buyerClass);
    const over = { contract: contract.id, valueAmount: gap.value, thresholdAmount: amount };
    checks.push(legalCheck('EXTENSION_OVER_THRESHOLD', 'blocks', rule, over));
  }
  return checks;
}

function interimChecks({ contract, joinsOn }: Entry, { nature }: Joined): LegalCheck[] {
  const gap = gapBefore(contract, joinsOn);
  if (!gap) return [];
  const within = interimUnderWaiver(gap.value, ZERO, gap.end, nature);
  const params = { contract: contract.id, valueAmount: gap.value, waiverAmount: waiverOn(gap.end, nature) };
  const code = within ? 'INTERIM_LIMIT' : 'INTERIM_OVER_WAIVER';
  return [legalCheck(code, within ? 'informs' : 'blocks', 'NO_SPLITTING', params)];
}

function deferredChecks({ contract, joinsOn }: Entry, { start, months }: Joined): LegalCheck[] {
  const { id, member } = contract;
  const latest = latestDeferredEntry(start, months);
  const checks = [
    legalCheck('NAMED_FROM_OUTSET', 'informs', 'NAMED_FROM_OUTSET', { contract: id, member, joinsOn }),
  ];
  if (joinsOn > latest) {
    const params = { contract: id, joinsOn, latest, months: legalNumber('DEFERRED_REMAINING') };
    checks.push(legalCheck('ENTERS_TOO_LATE', 'warns', 'DEFERRED_REMAINING', params));
  }
  return checks;
}

/** The time between the contract's last end and the joint entry: months begun, and what they are worth. */
function gapBefore(
  contract: Contract,
  joinsOn: Day,
): { readonly end: Day; readonly months: number; readonly value: Cents } | undefined {
  const { latestEnd, currentEnd } = contract.term;
  const end = [latestEnd, currentEnd].find(candidate => candidate !== undefined && candidate < joinsOn);
  if (!end || contract.amount?.annual === undefined) return undefined;
  const months = monthsBegun(end, addDays(joinsOn, -1));
  return { end, months, value: worthOf(contract, months) };
}

function worthOf({ amount }: Contract, months: number): Cents {
  return roundCents(((amount?.annual ?? 0) * months) / 12);
}
