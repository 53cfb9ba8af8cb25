/** What a heading says beside its field: units, tax basis, period, scale, order of dates. */
import { fold } from '../domain/text.ts';
import type { Field, HeadingFacts, Unit } from './fields.ts';

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/\b(mois|months?)\b/, 'months'],
  [/\b(jours?|jrs?|j|days?)\b/, 'days'],
  [/\b(semaines?|weeks?)\b/, 'weeks'],
  [/\b(ans?|annees?|years?)\b/, 'years'],
];

const TTC =
  /\b(ttc|toutes taxes( comprises)?|tva (comprise|incluse)|incl(uding|usive)?( of)? vat|inc vat|vat incl(usive|uded)?|gross)\b/;
const HT =
  /\b(ht|hors taxes?|hors tva|ex(cl(uding|usive)?)?( of)? vat|vat excl(usive|uded)?|net of vat|net)\b/;
const ANNUAL =
  /\b(annuels?|annuelles?|annualises?|par an|an|annee|annuite|annual(ly)?|yearly|per (year|annum)|pa|acv)\b/;
const MONTHLY = /\b(mensuel|mensuelle|mensualites?|par mois|monthly|per month|pm)\b/;
/** « Total HT » may be a line's total as well as a term's: only these words speak of the term. */
const WHOLE_TERM = /\b(global|globale|sur la duree|sur \d+ (ans|mois)|duree totale|whole|lifetime)\b/;
const FIRM_TERM =
  /\b(fermes?|(duree|periode) initiale|(hors|sans) (les )?(reconductions?|renouvellements?|options?))\b/;
const THOUSANDS =
  /\bk\s*(€|eur(os?)?\b|£)|\ben milliers\b|\bmilliers d|\bk\s*euros?\b|\(k€?\)|£\s*k\b|\bthousands?\b/i;
const MILLIONS = /\bm\s*€|\bm(eur(os?)?)\b|\bmillions?\b/i;

const DURATIONS: ReadonlySet<Field> = new Set(['duration', 'totalDuration', 'renewalDuration', 'notice']);
const AMOUNTS: ReadonlySet<Field> = new Set([
  'amount',
  'annualAmount',
  'totalAmount',
  'maximumAmount',
  'minimumAmount',
]);
const DATES: ReadonlySet<Field> = new Set([
  'start',
  'notified',
  'published',
  'period',
  'end',
  'firmEnd',
  'currentEnd',
  'latestEnd',
  'renewalEnd',
  'terminated',
  'noticeDeadline',
]);

export const isDuration = (field: Field): boolean => DURATIONS.has(field);
export const isAmount = (field: Field): boolean => AMOUNTS.has(field);
export const isDate = (field: Field): boolean => DATES.has(field);

/** The facts that a heading gives for a field; none that is not of the field's kind. */
export function headingFacts(heading: string, field: Field): HeadingFacts {
  const folded = fold(heading.replace(/([a-zà-ÿ\d])([A-Z])/g, '$1 $2').replace(/\bH\s*\.\s*T\b\.?/gi, 'HT'));
  if (isDuration(field)) {
    const unit = UNITS.find(([pattern]) => pattern.test(folded))?.[1];
    return unit ? { unit } : {};
  }
  if (isAmount(field)) return amountFacts(heading, folded, field);
  return isDate(field) ? dateFacts(folded) : {};
}

function amountFacts(heading: string, folded: string, field: Field): HeadingFacts {
  if (FIRM_TERM.test(folded) && !ANNUAL.test(folded))
    return { ...basicFacts(heading, folded), period: 'whole-term', firmOnly: true };
  const period = periodOf(folded, field);
  return { ...basicFacts(heading, folded), ...(period && { period }) };
}

/** Tax and scale. */
function basicFacts(heading: string, folded: string): HeadingFacts {
  const vat = TTC.test(folded) ? 'ttc' : HT.test(folded) ? 'ht' : undefined;
  const scale = THOUSANDS.test(heading) ? 1000 : MILLIONS.test(heading) ? 1_000_000 : undefined;
  return { ...(vat && { vat }), ...(scale && { scale }) };
}

/** A ceiling, a floor and a total cover the whole term unless the heading says « annuel ». */
function periodOf(folded: string, field: Field): HeadingFacts['period'] {
  if (field === 'annualAmount' || ANNUAL.test(folded)) return 'annual';
  if (field === 'amount' && MONTHLY.test(folded)) return 'monthly';
  return field !== 'amount' || WHOLE_TERM.test(folded) ? 'whole-term' : undefined;
}

function dateFacts(folded: string): HeadingFacts {
  if (/\b(jj|dd) mm (aa|yy)/.test(folded)) return { dateOrder: 'dmy' };
  if (/\bmm (jj|dd) (aa|yy)/.test(folded)) return { dateOrder: 'mdy' };
  if (/\b(aaaa|yyyy) mm (jj|dd)\b/.test(folded)) return { dateOrder: 'ymd' };
  return {};
}
