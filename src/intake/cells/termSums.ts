/** Terms written as sums: `12 mois + 3 x 12 mois`, `12+3x12`, `36 mois ferme puis 2x6`, `3+1+1 years`. */
import { UNIT_WORDS, durationOf, isPlausible } from './durations.ts';

export interface TermSum {
  readonly firmMonths: number;
  readonly renewals: number;
  /** Absent when the renewals differ from one another. */
  readonly renewalMonths?: number;
  readonly totalMonths: number;
  /** The unit that was not written and was assumed. */
  readonly assumedUnit?: 'months' | 'years';
  /** « 1 + 3 »: three renewals like the first year, or one of three years? Taken as three. */
  readonly doubtful?: true;
  /** The rest of the phrase, without the sum. */
  readonly rest: string;
}

const FIRM = String.raw`(?: ?\(?(?:tranche )?(?:fermes?|firm|initiale?s?|initial term)\)?)?`;
const ITEM = String.raw`(\d{1,3}) ?(?:(${UNIT_WORDS})(?![a-z])${FIRM})? ?(?:(?:x|fois|times) ?(\d{1,3}) ?(?:(${UNIT_WORDS})(?![a-z]))?)?`;
const PLUS = String.raw` ?,? ?\(? ?(?:\+|puis|then|plus) ?\(?(?:de |d )?`;
/** « 1 an + 3 reconductions » is left to the words: 3 is no length there. */
const A_COUNT = String.raw`(?! ?(?:\d|/|(?:\w+ )?(?:re?conduction|renouvellement|prolongation|periode|extension|renewal)s?|(?:(?!en )\w+ )?options?(?!nel)))`;
const SUM = new RegExp(String.raw`(?<![\d/,-])\(?(?:${ITEM})(?:${PLUS}(?:${ITEM})${A_COUNT})+ ?\)?`);
/** Told quickly of nearly every phrase. */
const ADDS = /\+|puis|then|plus/;
const ONE_ITEM = new RegExp(`^${ITEM}$`);

interface Item {
  readonly length: number;
  readonly count: number;
  readonly unit?: string;
}

/** Finds a sum in folded text (see `foldTerm`); `undefined` when there is none, or it is no whole months. */
export function termSum(folded: string): TermSum | undefined {
  if (!ADDS.test(folded)) return undefined;
  const match = SUM.exec(folded);
  if (!match) return undefined;
  const parts = match[0]
    .replace(/[()]/g, '')
    .split(/\+|puis|then|plus/)
    .map(part => part.replace(/^[ ,]+(?:de |d )?|[ ,]+$/g, ''));
  const items = parts.map((part, index) => itemOf(part, index));
  const [firm, ...renewals] = items;
  if (!firm || firm.count !== 1 || renewals.length === 0 || items.some(item => !item)) return undefined;
  return inMonths(items as readonly Item[], folded.replace(match[0], ' '));
}

function itemOf(part: string, index: number): Item | undefined {
  const match = ONE_ITEM.exec(part);
  if (!match) return undefined;
  const [first, unitOfFirst, second, unitOfSecond] = [Number(match[1]), match[2], match[3], match[4]];
  if (second === undefined) return { length: first, count: 1, ...(unitOfFirst && { unit: unitOfFirst }) };
  if (index === 0) return undefined;
  // « 12 mois x 3 » puts the length first; so does « 12x3 », since no contract is renewed twelve times for three.
  const lengthFirst = unitOfFirst !== undefined || (!unitOfSecond && first >= 12 && Number(second) < 12);
  const unit = unitOfFirst ?? unitOfSecond;
  const [length, count] = lengthFirst ? [first, Number(second)] : [Number(second), first];
  return { length, count, ...(unit && { unit }) };
}

/** Renewals of « 1 + 3 » and « 1 an + 3 », where the second number has no unit of its own. */
function asYears(
  items: readonly Item[],
  units: readonly (string | undefined)[],
  assumedUnit: TermSum['assumedUnit'],
): number | undefined {
  const [firm, more] = items;
  if (items.length !== 2 || more!.unit || more!.count !== 1 || more!.length < 2) return undefined;
  const months = durationOf(
    String(firm!.length),
    units[0] ?? (assumedUnit === 'years' ? 'an' : 'mois'),
  )?.months;
  return months === 12 && more!.length <= MOST_YEARS ? more!.length : undefined;
}
const MOST_YEARS = 5;

function inMonths(items: readonly Item[], rest: string): TermSum | undefined {
  const units = items.map(
    (item, index) =>
      item.unit ??
      items.slice(index + 1).find(next => next.unit)?.unit ??
      items.slice(0, index).findLast(before => before.unit)?.unit,
  );
  const largest = Math.max(...items.map(item => item.length));
  const assumedUnit = units[0] ? undefined : largest >= 6 ? 'months' : 'years';
  const years = asYears(items, units, assumedUnit);
  if (years !== undefined)
    return {
      firmMonths: 12,
      renewals: years,
      renewalMonths: 12,
      totalMonths: 12 * (years + 1),
      doubtful: true,
      ...(assumedUnit && { assumedUnit }),
      rest,
    };
  const lengths = items.map(
    (item, index) =>
      durationOf(String(item.length), units[index] ?? (assumedUnit === 'years' ? 'an' : 'mois'))?.months,
  );
  if (lengths.some(length => length === undefined)) return undefined;
  const [firmMonths, ...renewalLengths] = lengths as number[];
  const counts = items.slice(1).map(item => item.count);
  const renewals = counts.reduce((sum, count) => sum + count, 0);
  const totalMonths = renewalLengths.reduce(
    (sum, length, index) => sum + length * counts[index]!,
    firmMonths!,
  );
  if (!isPlausible({ months: totalMonths })) return undefined;
  const even = new Set(renewalLengths).size === 1;
  return {
    firmMonths: firmMonths!,
    renewals,
    ...(even && { renewalMonths: renewalLengths[0]! }),
    totalMonths,
    ...(assumedUnit && { assumedUnit }),
    rest,
  };
}
