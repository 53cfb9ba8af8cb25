/** Durations: `1 an`, `4 ans ferme`, `24 mois`, `365 j`, `deux ans`, `0,5 an`, or a number with its heading's unit. */
import type { Unit } from '../fields.ts';
import { isAbsent } from './absent.ts';
import { digitsFor } from './numbersInWords.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';

/** Whole months, or days when that is what was written and they are no whole years. */
export interface Duration {
  readonly months?: number;
  readonly days?: number;
}

export interface DurationCell extends Duration {
  readonly problems: readonly Problem[];
}

/** One hundred years; the longest leases. Beyond, it is another unit or a typing error. */
const LONGEST_MONTHS = 1200;

/** True for a duration that a contract can have: a hundred years at most. */
export function isPlausible({ months, days }: Duration): boolean {
  return (months ?? days! / 30) <= LONGEST_MONTHS;
}

/** A unit as written, in folded text, to its size. */
export const UNIT_WORDS = String.raw`(?:an(?:s|nees?)?|years?|yrs?|mois|months?|mths?|mo|m|jours?|jrs?|j|days?|d|semaines?|sem|weeks?|wks?|trimestres?|quarters?|semestres?)`;

const SIZES: readonly (readonly [RegExp, Duration])[] = [
  [/^(?:an|year|yr|y$)/, { months: 12 }],
  [/^(?:trimestre|quarter)/, { months: 3 }],
  [/^semestre/, { months: 6 }],
  [/^m/, { months: 1 }],
  [/^(?:sem|week|wk)/, { days: 7 }],
  [/^(?:j|d)/, { days: 1 }],
];

/** The unit of a heading, in the words that {@link durationOf} reads. */
const WORD_OF_UNIT: Readonly<Record<Unit, string>> = {
  years: 'an',
  months: 'mois',
  weeks: 'semaine',
  days: 'jour',
};

/**
 * A number (`0,5`) of a unit (`an`), as whole months or days; `undefined` when it is neither, or none at all.
 * Days that make whole years (365, 730, 1461…) are years: that is how day counts of contracts are written.
 */
export function durationOf(number: string, unit: string): Duration | undefined {
  const size = SIZES.find(([pattern]) => pattern.test(unit))?.[1];
  const count = Number(number.replace(',', '.'));
  if (!size || !(count > 0)) return undefined;
  if (size.months) return whole(count * size.months);
  const days = count * size.days!;
  if (!Number.isInteger(days)) return undefined;
  const years = Math.floor(days / 365);
  return years >= 1 && days - years * 365 <= Math.ceil(years / 4) && !size.months && size.days === 1
    ? { months: years * 12 }
    : { days };
}

function whole(months: number): Duration | undefined {
  return Number.isInteger(months) ? { months } : undefined;
}

/** Lower case, no accents, digits for number words; marks that durations use are kept. */
export function foldTerm(text: string): string {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[×✕✖*]/g, 'x')
    .replace(/œ/g, 'oe')
    .replace(/['’‘`´_°"«»“”]/g, ' ')
    .replace(/(\d)[.](\d)/g, '$1,$2')
    .replace(/([\da-z])-(?=[a-z])/g, '$1 ')
    .replace(/[^a-z0-9+/(),:;x\uFFFD-]+/g, ' ')
    .replace(/(?<![a-z])(?:tr|rt)(?![a-z])/g, 'tacite reconduction')
    .trim();
  return digitsFor(folded);
}

const BARE = /^\d+(?:[.,]\d+)?$/;
const ONE = new RegExp(
  String.raw`^(?:duree (?:de |: ?)?)?(\d+(?:,\d+)?) ?(${UNIT_WORDS})(?: (?:ferme|fermes|firme|max|maximum|initiale?|au total))?$`,
);
const TWO = new RegExp(String.raw`^(\d+) ?(ans?|annees?|years?),?(?: et| and)? ?(\d+) ?(mois|months?|m)$`);
const ISO = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)d)?$/;

/** The unit of the bare numbers of a column, and whether it was assumed rather than said by the heading. */
export interface UnitSaid {
  readonly unit: Unit;
  readonly assumed: boolean;
}

/** Reads one cell. Words that are no duration give a problem; see `readTermWords` for longer phrases. */
export function readDuration(text: string, said: UnitSaid): DurationCell {
  if (isAbsent(text)) return { problems: NO_PROBLEM };
  const folded = foldTerm(text);
  const bare = BARE.test(folded);
  const duration = bare ? durationOf(folded, WORD_OF_UNIT[said.unit]) : inWords(folded);
  if (!duration) return { problems: [problem(bare ? 'DURATION_IMPLAUSIBLE' : 'DURATION_UNREADABLE', {})] };
  if (!isPlausible(duration)) {
    return { problems: [problem('DURATION_IMPLAUSIBLE', {})] };
  }
  const unit = said.unit === 'weeks' ? 'days' : said.unit;
  return {
    ...duration,
    problems: bare && said.assumed ? [problem('DURATION_UNIT_ASSUMED', { unit, cells: 1 })] : NO_PROBLEM,
  };
}

function inWords(folded: string): Duration | undefined {
  const one = ONE.exec(folded);
  if (one) return durationOf(one[1]!, one[2]!);
  const two = TWO.exec(folded);
  if (two) return whole(Number(two[1]) * 12 + Number(two[3]));
  const iso = ISO.exec(folded);
  if (!iso || folded === 'p') return undefined;
  const months = Number(iso[1] ?? 0) * 12 + Number(iso[2] ?? 0);
  if (iso[3] && months > 0) return undefined;
  return iso[3] ? durationOf(iso[3], 'jour') : whole(months);
}
