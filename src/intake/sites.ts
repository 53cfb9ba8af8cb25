/** Contracts written on several lines, one for each site that they serve (« Les Lilas », « Bel Air »). */
import type { Amount } from '../domain/contract.ts';
import type { Cents } from '../domain/money.ts';
import { fold } from '../domain/text.ts';
import { type OwnedLine, byPlace, contentOf } from './owned-line.ts';

/** A contract as one line, and the lines of its other sites. */
export interface Whole {
  readonly line: OwnedLine;
  readonly otherSites: readonly OwnedLine[];
}

/**
 * Puts together the lines of one key that are alike but for their site and their amount: the contract's amount is their
 * sum. The same amount on every line is rather the contract's own, written again: such lines stay as they are.
 */
export function wholesOf(group: readonly OwnedLine[]): Whole[] {
  const alike = new Map<string, OwnedLine[]>();
  for (const line of group) {
    const key = contentOf({ ...line, territory: '', section: '', amount: undefined });
    alike.set(key, [...(alike.get(key) ?? []), line]);
  }
  return [...alike.values()].flatMap((lines): Whole[] => {
    const amount = totalBySite(lines);
    if (!amount) return lines.map(line => ({ line, otherSites: [] }));
    const [first, ...otherSites] = lines.toSorted(byPlace);
    return [{ line: { ...first!, territory: '', amount }, otherSites }];
  });
}

/** What the sites cost together; `undefined` when the lines are not those of different sites, each with its amount. */
function totalBySite(lines: readonly OwnedLine[]): Amount | undefined {
  const sites = new Set(lines.map(({ territory }) => fold(territory)));
  if (lines.length < 2 || sites.size < lines.length || sites.has('')) return undefined;
  const amounts = lines.flatMap(({ amount }) => amount ?? []);
  const [first] = amounts;
  const areDifferent = new Set(amounts.map(({ stated }) => stated)).size > 1;
  // One amount beside blank ones is the contract's.
  const isOnly = amounts.length === 1;
  if (!first || (!isOnly && (!areDifferent || amounts.length < lines.length))) return undefined;
  if (amounts.some(amount => basisOf(amount) !== basisOf(first))) return undefined;
  const stated = sum(amounts.map(amount => amount.stated));
  return first.annual === undefined
    ? { ...first, stated }
    : { ...first, stated, annual: sum(amounts.map(amount => amount.annual!)) };
}

/** How an amount is to be read: only amounts that are read alike are added. */
function basisOf({ period, vat, derivation, months, vatRate, annual }: Amount): string {
  return [period, vat, derivation, months, vatRate, annual === undefined].join(' ');
}

const sum = (amounts: readonly Cents[]): Cents =>
  amounts.reduce((total, amount) => (total + amount) as Cents);
