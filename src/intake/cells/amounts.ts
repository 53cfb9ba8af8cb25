/** One cell as an amount, before its column has settled whether `1,234` has thousands or decimals. */
import type { AmountPeriod } from '../../domain/contract.ts';
import { squeeze } from '../../domain/text.ts';
import { isAbsent } from './absent.ts';

/** What a separator is in a column. */
export type Mark = ',' | '.';

export interface AmountShape {
  readonly kind: 'amount';
  /** Digits before and after the decimal mark, when that is sure. */
  readonly whole: string;
  readonly decimals: string;
  /** `1,234`: three digits after the only mark; `whole` and `decimals` are read with it as a decimal mark. */
  readonly ambiguous?: Mark;
  /** What the cell proves of the marks used in its column. */
  readonly decimalMark?: Mark;
  readonly groupMark?: Mark;
  readonly negative: boolean;
  /** 1, 1000 (k€), 1 000 000 (M€). */
  readonly scale: number;
  readonly vat?: 'ht' | 'ttc';
  readonly period?: Exclude<AmountPeriod, 'unknown'>;
  /** What a whole-term amount covers, when the cell says it. */
  readonly months?: number;
  /** Words left over, not understood. */
  readonly words?: string;
}

export type AmountReading =
  | AmountShape
  | { readonly kind: 'absent' }
  | { readonly kind: 'foreign'; readonly currency: string }
  | { readonly kind: 'unreadable' };

const UNREADABLE: AmountReading = { kind: 'unreadable' };
const PLAIN = /^\d+(?:[.,]\d{1,2})?$/;
/** Grouped by spaces or apostrophes, three by three, or not at all. */
const GROUPED = /^(?:\d+|\d{1,3}(?:[ '’]\d{3})+)(?:[.,]\d+)*$/;
/** A number with its sign or its parentheses. */
const NUMBERS = /[+-]?\s?\(?\d(?:[\d.,'’ ]*\d)?\)?(?:\s?-(?=\s|$|€))?/g;
/** Rates and unit prices. */
const NOT_AN_AMOUNT =
  /[%‰]|(?:\/|\bpar)\s?(?:m[²2³3l]?|h(?:eures?)?|u(?:nit[ée]s?)?|jours?|logements?|log(?:t|mt)s?|lgts?|lots?|b[âa]t(?:iment)?s?|immeubles?|cages?|appareils?|ascenseurs?|chaudi[èe]res?|installations?|visites?|passages?|interventions?|sites?|postes?|agents?|[kmg]wh)(?![a-zé])/i;
/** « 12 000 € HT (soit 14 400 € TTC) »: the same amount twice. */
const TWICE = /^(.*\d[^\d]*?\bH\.?T\.?)[\s(/;,-]*(?:soit|ou|et)?[\s:]*(\d[^()]*?\bT\.?T\.?C\.?)\s?\)?$/i;
/** A longer cell is a note. */
const LONG = 120;
/** VAT in France goes from 2.1 % to 20 %. */
const MOST_VAT = 1.21;
/** Currencies that are not the euro: amounts in them are not compared with others. */
export const FOREIGN = /[$£¥]|\b(?:usd|gbp|chf|cad|xpf|fcfa)\b/i;

/**
 * Reads one cell: spaces of every kind, `€`, `k€`, `M€`, HT, TTC, « par an ».
 * Two amounts in one cell, percentages and unit prices are not an amount.
 */
export function shapeOfAmount(raw: string): AmountReading {
  if (isAbsent(raw)) return { kind: 'absent' };
  if (PLAIN.test(raw)) return plainAmount(raw);
  const text = squeeze(raw);
  if (isAbsent(text)) return { kind: 'absent' };
  const foreign = FOREIGN.exec(text);
  if (foreign) return { kind: 'foreign', currency: foreign[0] };
  const [, ht, ttc] = (text.length < LONG && TWICE.exec(text)) || [];
  if (ht !== undefined) return excludingVat(shapeOfAmount(ht), shapeOfAmount(ttc!));
  const numbers = text.replace(OVER_MONTHS, ' ').match(NUMBERS);
  if (numbers?.length !== 1 || NOT_AN_AMOUNT.test(text)) return UNREADABLE;
  return fromNumber(numbers[0], readAmountWords(text.replace(numbers[0], ' ')));
}

/** Of one amount with and without VAT, the one without; unreadable when the two do not agree. */
function excludingVat(ht: AmountReading, ttc: AmountReading): AmountReading {
  if (ht.kind !== 'amount' || ttc.kind !== 'amount' || ht.ambiguous || ttc.ambiguous) return UNREADABLE;
  const [net, gross] = [ht, ttc].map(({ whole, decimals }) => Number(`${whole}.${decimals || '0'}`));
  return gross! >= net! && gross! <= net! * MOST_VAT ? ht : UNREADABLE;
}

/** An amount that {@link PLAIN} takes, as nearly all are. */
function plainAmount(digits: string): AmountShape {
  const at = Math.max(digits.length - 3, 0);
  const cut = Math.max(digits.indexOf(',', at), digits.indexOf('.', at));
  if (cut < 0) return { kind: 'amount', whole: digits, decimals: '', negative: false, scale: 1 };
  return {
    kind: 'amount',
    whole: digits.slice(0, cut),
    decimals: digits.slice(cut + 1),
    decimalMark: digits[cut] as Mark,
    negative: false,
    scale: 1,
  };
}

/** What the words beside an amount say. */
export interface AmountWords {
  readonly scale: number;
  readonly vat?: 'ht' | 'ttc';
  readonly period?: Exclude<AmountPeriod, 'unknown'>;
  /** « sur 4 ans »: what a whole-term amount covers, in months. */
  readonly months?: number;
  readonly words?: string;
}

const HT = /\b(?:hors taxes?|h\.?\s?t\.?(?:v\.?a\.?)?(?:r\.?)?|excl(?:uding|\.)? vat|ex\.? vat)(?![a-z])/i;
const TTC = /\b(?:toutes taxes(?: comprises)?|t\.?\s?t\.?\s?c\.?|incl(?:uding|\.)? vat|inc\.? vat)(?![a-z])/i;
const ANNUAL =
  /(?:\/\s?an(?:n[ée]e)?s?|par an(?:n[ée]e)?|annuels?(?:lement)?|per (?:year|annum)|\/\s?y(?:ea)?r|p\.?a\.?|annual(?:ly)?|^\s*(?:an|ann[ée]e|year)\s*$)(?![a-zé])/i;
const WHOLE =
  /(?:(?:pour |sur )?(?:la |toute la )?dur[ée]e (?:totale|enti[èe]re|du march[ée]|du contrat)|(?:pour|sur) (?:toute )?la dur[ée]e|au total|^\s*(?:totale?|term)\s*$|whole term|contract term|lifetime)(?![a-z])/i;
/** « 48 000 € sur 4 ans »: the years are no second amount. */
const OVER_MONTHS =
  /(?:(?:sur|pour|over) |\(|\/ ?)(\d+(?:[.,]\d+)?) ?(ans?|mois|years?|months?)(?![a-z])\)?/i;
const MONTHLY =
  /(?:\/\s?mois|par mois|mensuel(?:le)?(?:ment)?|per month|monthly|^\s*(?:mois|month)\s*$)(?![a-z])/i;
const QUARTERLY =
  /(?:\/\s?trim(?:estre)?|par trimestre|trimestriel(?:le)?s?|per quarter|quarterly|^\s*(?:trimestre|quarter)\s*$)(?![a-zé])/i;
const HALF_YEARLY = /(?:\/\s?semestre|par semestre|semestriel(?:le)?s?|half[ -]yearly)(?![a-zé])/i;
const MILLIONS = /(?:\bmillions?(?: d['’ ]?euros?)?|m€|\bmeur|\bm(?=\s|$))/i;
const THOUSANDS = /(?:\bmilliers?(?: d['’ ]?euros?)?|\bmille(?: euros?)?|k€|\bkeur|\bk(?=\s|$))/i;
const EURO = /€|\beuros?\b|\beur\b/i;

const PERIODS: readonly (readonly [RegExp, Exclude<AmountPeriod, 'unknown'>])[] = [
  [WHOLE, 'whole-term'],
  [ANNUAL, 'annual'],
  [MONTHLY, 'monthly'],
  [QUARTERLY, 'quarterly'],
  [HALF_YEARLY, 'half-yearly'],
];

/** Reads what words beside an amount say of it; those left over come back in `words`. */
export function readAmountWords(text: string): AmountWords {
  let rest = text;
  const take = (pattern: RegExp): boolean => {
    const found = pattern.test(rest);
    if (found) rest = rest.replace(pattern, ' ');
    return found;
  };
  const found = OVER_MONTHS.exec(rest);
  // « 12 000 €/an (4 ans) » is an amount a year.
  const over =
    found && !/^(?:sur|pour|over)/i.test(found[0]) && ANNUAL.test(rest.replace(found[0], ' ')) ? null : found;
  if (over) rest = rest.replace(over[0], ' ');
  const months = over && Number(over[1]!.replace(',', '.')) * (/^(?:an|y)/i.test(over[2]!) ? 12 : 1);
  // How it is billed is not what it covers.
  const isBilling = /factur|paiement|r[èe]glement|r[ée]vision/i.test(rest);
  const period = months
    ? 'whole-term'
    : isBilling
      ? undefined
      : PERIODS.find(([pattern]) => take(pattern))?.[1];
  const vat = take(TTC) ? 'ttc' : take(HT) ? 'ht' : undefined;
  const scale = take(MILLIONS) ? 1_000_000 : take(THOUSANDS) ? 1000 : 1;
  take(EURO);
  const words = rest.replace(/[().,;:\s]+/g, ' ').trim();
  return {
    scale,
    ...(period && { period }),
    ...(months && { months }),
    ...(vat && { vat }),
    ...(words && { words }),
  };
}

function fromNumber(text: string, words: AmountWords): AmountReading {
  // `(1 234,00)` and `1234-` are negative, as accountants write.
  const negative = /^\s*-|-\s*$/.test(text) || /^\s*\(.*\)\s*$/.test(text);
  const number = text.replace(/^[\s(+-]+|[\s)-]+$/g, '');
  return GROUPED.test(number) ? fromDigits(number.replace(/[ '’]/g, ''), negative, words) : UNREADABLE;
}

function fromDigits(digits: string, negative: boolean, words: AmountWords): AmountReading {
  const marked = splitMarks(digits);
  // « 1,250 M€ »: nobody writes thousands of millions so.
  const { ambiguous, ...sure } = marked ?? { whole: '', decimals: '' };
  const split = ambiguous && words.scale > 1 ? { ...sure, decimalMark: ambiguous } : marked;
  return split ? { kind: 'amount', ...split, negative, ...words } : UNREADABLE;
}

type Split = Pick<AmountShape, 'whole' | 'decimals' | 'ambiguous' | 'decimalMark' | 'groupMark'>;

/** Tells thousands from decimals by the marks of one number; `undefined` when it is no number. */
function splitMarks(digits: string): Split | undefined {
  const marks = digits.match(/[.,]/g) ?? [];
  if (marks.length === 0) return { whole: digits, decimals: '' };
  const last = marks.at(-1) as Mark;
  const cut = digits.lastIndexOf(last);
  const [before, after] = [digits.slice(0, cut), digits.slice(cut + 1)];
  if (marks.length === 1) return oneMark(before, after, last);
  const others = new Set(marks.slice(0, -1));
  if (others.size > 1) return undefined;
  const group = marks[0] as Mark;
  if (!/^\d{1,3}(?:[.,]\d{3})*$/.test(before)) return undefined;
  if (group !== last)
    return { whole: before.replaceAll(group, ''), decimals: after, decimalMark: last, groupMark: group };
  return after.length === 3
    ? { whole: digits.replaceAll(group, ''), decimals: '', groupMark: group }
    : undefined;
}

function oneMark(before: string, after: string, mark: Mark): Split {
  const couldGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  if (couldGroup) return { whole: before, decimals: after, ambiguous: mark };
  return { whole: before, decimals: after, ...(after.length <= 2 && { decimalMark: mark }) };
}
