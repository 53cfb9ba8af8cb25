/** Lots of a joint tender: by territory where members meet, one a member where they do not (L2113-10). */
import { legalNumber } from '../data/legal-rules.ts';
import { thresholdOn } from '../data/thresholds.ts';
import type { BuyerClass, LegalCheck } from '../domain/legal.ts';
import type { Category, Nature } from '../domain/category.ts';
import type { ContractId, MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import { type Cents, sumCents } from '../domain/money.ts';
import type { Lot } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import { legalCheck } from './legal-check.ts';

/** One contract's part of the need, with what it brings to the estimated value. */
export interface LotShare {
  readonly contract: ContractId;
  readonly member: MemberId;
  readonly territory?: string;
  readonly annual: Cents;
  readonly value: Cents;
}

/**
 * Lots of a need. National: one lot. Local and regional: one lot for each territory where several members buy,
 * and for every other contract the lot of its member. Sorted by identifier; values sum to the need's.
 */
export function lotsFor(category: Pick<Category, 'reach'>, shares: readonly LotShare[]): Lot[] {
  if (category.reach === 'national') return [lotOf('all', 'whole', shares)];
  const common = sharedTerritories(shares);
  const groups = new Map<string, LotShare[]>();
  for (const share of shares) {
    const key = common.has(share.territory ?? '') ? `territory ${share.territory}` : `member ${share.member}`;
    groups.set(key, [...(groups.get(key) ?? []), share]);
  }
  const keys = [...groups.keys()].toSorted(compareText);
  return keys.map(key => {
    const [by, ...name] = key.split(' ') as ['territory' | 'member', ...string[]];
    return lotOf(name.join(' '), by, groups.get(key)!);
  });
}

/** Territories where at least two members buy. */
function sharedTerritories(shares: readonly LotShare[]): ReadonlySet<string> {
  const members = new Map<string, Set<MemberId>>();
  for (const { territory, member } of shares) {
    if (!territory) continue;
    members.set(territory, (members.get(territory) ?? new Set()).add(member));
  }
  return new Set([...members].filter(([, present]) => present.size > 1).map(([territory]) => territory));
}

function lotOf(id: string, by: Lot['by'], shares: readonly LotShare[]): Lot {
  return {
    id,
    by,
    members: [...new Set(shares.map(share => share.member))].toSorted(compareText),
    contracts: shares.map(share => share.contract).toSorted(compareText),
    annualAmount: sumCents(shares.map(share => share.annual)),
    estimatedValue: sumCents(shares.map(share => share.value)),
  };
}

/**
 * Lots of a formal tender that an adapted procedure could take: each below 80 000 € (1 M€ for works), together at
 * most 20 % of all lots (R2123-1 2°). The smallest first, as many as fit.
 */
export function smallLots(
  lots: readonly Lot[],
  nature: Nature,
  launchOn: Day,
  buyerClass: BuyerClass,
): Lot[] {
  const limit = thresholdOn('SMALL_LOT', launchOn, nature, buyerClass);
  if (!limit || lots.length < 2) return [];
  const room = legalNumber('SMALL_LOTS_SHARE') * sumCents(lots.map(lot => lot.estimatedValue));
  const taken: Lot[] = [];
  let cumulated = 0;
  for (const lot of lots.toSorted((a, b) => a.estimatedValue - b.estimatedValue || compareText(a.id, b.id))) {
    cumulated += lot.estimatedValue;
    if (lot.estimatedValue >= limit.amount || cumulated * 100 > room) break;
    taken.push(lot);
  }
  return taken;
}

/** What is to be said of the lots: the largest one's value, a single lot, small lots that could go apart. */
export function lotChecks(lots: readonly Lot[], apart: readonly Lot[]): LegalCheck[] {
  const largest = lots.reduce((a, b) => (b.estimatedValue > a.estimatedValue ? b : a));
  const params = { lots: lots.length, lot: largest.id, valueAmount: largest.estimatedValue };
  const checks = [
    lots.length === 1
      ? legalCheck('ONE_LOT_TO_JUSTIFY', 'warns', 'ALLOTMENT', params)
      : legalCheck('LARGEST_LOT', 'informs', 'ALLOTMENT', params),
  ];
  if (apart.length > 0) {
    const valueAmount = sumCents(apart.map(lot => lot.estimatedValue));
    checks.push(legalCheck('SMALL_LOTS', 'informs', 'SMALL_LOTS_SHARE', { lots: apart.length, valueAmount }));
  }
  return checks;
}
