/** CPV codes as registers write them, and what they say of the need. */
import { CPV_MEANINGS, type CpvStrength } from '../../data/evidence.ts';
import type { Category, CategoryId } from '../../domain/category.ts';

/** Divisions of the 2008 vocabulary (règlement (CE) n° 213/2008): tell a lost leading zero from a check digit. */
const DIVISIONS: ReadonlySet<string> = new Set(
  (
    '03 09 14 15 16 18 19 22 24 30 31 32 33 34 35 37 38 39 41 42 43 44 45 48 50 51 55 60 63 64 65 66 70 71 72 73 ' +
    '75 76 77 79 80 85 90 92 98'
  ).split(' '),
);
const CHECK_WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7] as const;

/** The check digit of an eight-digit CPV code: (3,7,1,3,7,1,3,7) · digits mod 10. */
export function cpvCheckDigit(code: string): number {
  return CHECK_WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(code[i]), 0) % 10;
}

/**
 * The first CPV code of a text, eight digits: `50700000-2`, `50700000`, `9323000` and `93230003` (leading zero
 * lost), `507000002`. `undefined` when there is none: too short, or a division that does not exist.
 */
export function cpvCode(text: string): string | undefined {
  const match = /(?<!\d)(\d{7,9})(?:\s?-\s?\d)?(?!\d)/.exec(
    text.replace(/(?<=\d)[\s.\u00A0\u202F](?=\d)/g, ''),
  );
  const digits = match?.[1];
  if (!digits) return undefined;
  if (digits.length >= 8 && DIVISIONS.has(digits.slice(0, 2))) return digits.slice(0, 8);
  return withLostZero(digits);
}

/** `9323000`, or `93230003` when its last digit is the right check digit: anything else is not a code. */
function withLostZero(digits: string): string | undefined {
  const code = `0${digits.slice(0, 7)}`;
  const checked = digits.length === 7 || (digits.length === 8 && digits[7] === String(cpvCheckDigit(code)));
  return checked && DIVISIONS.has(code.slice(0, 2)) ? code : undefined;
}

/** A category that a code speaks for, and how firmly. */
export interface CpvMeaning {
  readonly id: CategoryId;
  readonly strength: CpvStrength;
}

/**
 * What a code says: the longest known beginning of it, then the categories whose own row lists it.
 * Codes too general to settle anything (`50700000`, `45000000`) speak weakly for several categories.
 */
export function cpvMeanings(
  code: string,
  listed: ReadonlyMap<string, readonly CategoryId[]>,
): readonly CpvMeaning[] {
  const meanings: CpvMeaning[] = [];
  for (let length = 8; length >= 2 && meanings.length === 0; length -= 1) {
    for (const [id, strength] of CPV_MEANINGS.get(code.slice(0, length)) ?? [])
      meanings.push({ id, strength });
  }
  for (const id of listed.get(code) ?? []) {
    if (!meanings.some(meaning => meaning.id === id)) meanings.push({ id, strength: 'weak' });
  }
  return meanings;
}

/** The codes that categories list in their own rows → those categories. */
export function listedCodes(categories: readonly Category[]): ReadonlyMap<string, readonly CategoryId[]> {
  const listed = new Map<string, CategoryId[]>();
  for (const { id, cpv } of categories) {
    for (const written of cpv) {
      const code = cpvCode(written) ?? written;
      listed.set(code, [...(listed.get(code) ?? []), id]);
    }
  }
  return listed;
}
