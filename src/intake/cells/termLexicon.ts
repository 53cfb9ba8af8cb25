/** The words of terms: what buyers write about durations, renewals and notices, French and English. */
import type { Renewal } from '../../domain/term.ts';
import { type Duration, UNIT_WORDS, durationOf, isPlausible } from './durations.ts';

/** One meaningful piece of a phrase. */
export type Token =
  | { readonly is: 'duration'; readonly duration: Duration }
  | { readonly is: 'number'; readonly number: number }
  /** How many renewals. */
  | { readonly is: 'count'; readonly count: number }
  /** The length of each renewal, as a rhythm: « annuelle ». */
  | { readonly is: 'rhythm'; readonly months: number }
  /** The part of the whole that is optional: « 8 ans dont 2 ans d'option ». */
  | { readonly is: 'optional'; readonly months: number; readonly mode: 'express' | 'yes' }
  | { readonly is: 'mode'; readonly mode: Exclude<Renewal, 'unknown'> }
  | { readonly is: 'date'; readonly text: string }
  | {
      readonly is:
        | 'renews'
        | 'firm'
        | 'cap'
        | 'capBefore'
        | 'notice'
        | 'noticeBefore'
        | 'noNotice'
        | 'openEnded'
        | 'unlimited'
        | 'until'
        | 'since'
        | 'yes'
        | 'no';
    };

type Lexeme = readonly [RegExp, (match: RegExpExecArray) => Token | undefined];

const NUMBER = String.raw`(\d+(?:,\d+)?)`;
const END_OF_TERM = String.raw`(?:l |la |le |chaque |son |sa |toute |the |its |each )?(?:date (?:de |d )?(?:l )?)?(?:prochaine )?(?:echeance|anniversaire|terme|fin|expiration|reconduction|expiry|end|anniversary|termination|renewal)(?: (?:annuelle?|anniversaire|principale|date))?(?: (?:du|de la|de chaque|of the|of each) (?:contrat|marche|periode|contract|term|period)(?: en cours)?)?`;
const MONTH_NAME =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december';
/** « 15 mars 2025 », « mars 2025 ». */
const DAY_OF_MONTH = String.raw`(?:\d{1,2}(?:er)? )?(?:${MONTH_NAME}) \d{4}`;
const RENEWALS = String.raw`(?:re?conductions?|renouvellements?|prolongations?|renewals?|extensions?|prorogations?|periodes? (?:supplementaires?|annuelles?|de reconduction|additionnelles?|optionnelles?)|(?:(?:further|additional|extra|optional) )?periods?|options?)`;

/** A word boundary that knows that a digit may touch a letter: `3fois`, `x3`. */
const word = (pattern: string): RegExp => new RegExp(`(?:${pattern})(?![a-z])`, 'y');

/** Tried in this order at each place; the first that matches takes the words. */
export const LEXEMES: readonly Lexeme[] = [
  [
    new RegExp(String.raw`\d{1,2}[/,-]\d{1,2}[/.,-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|(?:\d{1,2}(?:er)? )?(?:fin )?(?:${MONTH_NAME}) \d{4}`, 'y'),
    m => ({ is: 'date', text: m[0].replaceAll(',', '.') }),
  ],
  [word('jusqu (?:au|en|a fin|a la fin de|a)(?= (?:le )?(?:\\d{1,4}[/,-]|\\d{1,2}(?:er)? [a-z]|[a-z]+ \\d{4}))|until|expire(?:s|ra)?(?: le| on)?|prend fin(?: le)?|se termine(?: le)?|echeance(?: le| au| du| :)?(?= \\d{1,2}/)|(?:au|to)(?= \\d{1,2}[/,-]\\d)|(?:au plus tard|avant)(?= (?:le )?\\d{1,2}[/,-]\\d)'), () => ({ is: 'until' })],
  [word(`(?:au|to|au plus tard(?: le)?|avant(?: le)?)(?= ${DAY_OF_MONTH})`), () => ({ is: 'until' })],
  [word(`a (?:compter|partir) du|depuis le|du(?= \\d{1,2}[/,-]\\d)|du(?= ${DAY_OF_MONTH})|from(?= \\d)`), () => ({ is: 'since' })],
  [word('sans preavis|without notice|no notice'), () => ({ is: 'noNotice' })],
  [word(String.raw`(?:au moins |at least )?(?:avant|prior to|before) ${END_OF_TERM}|avant(?=[ ,;).]*$)|(?:de |d un |of )?(?:prior )?(?:preavis|notice)(?: period)?(?! ?(?:period|de|d|of|:|=|\d))`), () => ({ is: 'noticeBefore' })],
  [word('(?:avec |sous |moyennant |sauf |with )?(?:un |1 |a )?(?:delai de )?(?:preavis|notice)(?: period)?|(?:sauf )?denonciation(?: possible)?|denoncable|(?:resiliation|resiliable)(?: possible)?|terminable'), () => ({ is: 'notice' })],
  [word('(?:duree |periode )?indeterminee?|indefinie?|open[ -]ended|sans terme|sans echeance|sans limitation de duree|duree illimitee|cdi|indefinite(?:ly)?'), () => ({ is: 'openEnded' })],
  [word(String.raw`(?:sans|pas de|aucune?|non|no|without|not|ni) (?:possibilite de |tacite |expresse |any |further )*(?:${RENEWALS}|reconductible|renouvelable|reconduit|renewable|extendable|prolongeable)(?: tacite| expresse)?|neant|aucune?`), () => ({ is: 'mode', mode: 'none' })],
  [word('(?:par )?tacit(?:e|es|ement|ly)?|rolling|auto(?:matique|matiques|matiquement|matic|matically)?'), () => ({ is: 'mode', mode: 'tacit' })],
  [word('(?:par )?express(?:e|es|ement|ly)?|sur (?:decision|accord|demande)(?: (?:expresse|ecrite?|prealable|du pouvoir adjudicateur|de l acheteur|du maitre d ouvrage|du bailleur))*|by (?:mutual |written )?agreement|at the (?:option|discretion) of the (?:buyer|authority|client|landlord)|facultati(?:f|ve|ves|fs)|optionnel(?:le|les|s)?|option(?:s|al)?(?: to (?:extend|renew))?(?! de)'), () => ({ is: 'mode', mode: 'express' })],
  [word('illimitee?s?|sans limite|sans limitation(?: de nombre)?|indefiniment|unlimited'), () => ({ is: 'unlimited' })],
  [word(String.raw`(?:dans la limite de|maximum|max|up to|au plus)? ?(\d+) (?:fois|times|x(?= ?\d))`), m => ({ is: 'count', count: Number(m[1]) })],
  [new RegExp(String.raw`x ?(\d+)(?: fois)?(?! ?${UNIT_WORDS}(?![a-z]))(?!\d|,\d)`, 'y'), m => ({ is: 'count', count: Number(m[1]) })],
  [new RegExp(String.raw`(\d+) ?x(?= ?\d|$|[ ,)])`, 'y'), m => ({ is: 'count', count: Number(m[1]) })],
  [word(String.raw`(?:dans la limite de |maximum |max |up to )?(\d+) (?:(?:further|additional|successive|possible|eventuelle|annual|optional)s? )*(?:${RENEWALS}|periodes?)`), m => ({ is: 'count', count: Number(m[1]) })],
  [word(String.raw`(\d+)(?= (?:tacite|expresse)s? ${RENEWALS})`), m => ({ is: 'count', count: Number(m[1]) })],
  [word(String.raw`(\d+)(?= \d+ ?${UNIT_WORDS} ${RENEWALS})`), m => ({ is: 'count', count: Number(m[1]) })],
  [word('(?:a further|an additional|1 (?:further|additional|seule|unique))(?= \\d)'), () => ({ is: 'count', count: 1 })],
  [word(String.raw`(\d+) ?(?:ans?|annees?|years?) (?:et|and) (\d+) ?(?:mois|months?)(?! (?:(?:de |d un |of )?(?:preavis|notice)|(?:au moins )?(?:avant|before|prior)))`), m => ({ is: 'duration', duration: { months: Number(m[1]) * 12 + Number(m[2]) } })],
  [word(String.raw`dont ${NUMBER} ?(${UNIT_WORDS}) (?:(?:en |d )?(optionnel(?:le)?s?|options?)|de (?:re?conductions?|renouvellements?)|re?conductibles?|renouvelables?)`), m => optional(m[1]!, m[2]!, m[3])],
  [word(String.raw`(\d+) ?(${UNIT_WORDS}) et demie?`), m => duration(`${m[1]},5`, m[2]!)],
  [word(String.raw`${NUMBER} ?(${UNIT_WORDS})`), m => duration(m[1]!, m[2]!)],
  [word('(?:dans (?:la|une) limite(?: totale| maximale| maximum| globale)?|sans (?:pouvoir |toutefois )*(?:exceder|depasser)|limitee? a|plafonnee? a|jusqu a|up to|not exceeding|ne (?:pouvant|peut) (?:exceder|depasser)|(?:pour )?(?:une |1 )?duree (?:totale|maximale|globale|maximum|max)(?: totale)?|maximum of|total(?:e)?|maxi?(?:mum|male)?)(?: (?:un |1 )?maximum)?(?: (?:une |1 )?duree)?(?: (?:totale|maximale|globale))?(?: de| d| of)?(?= ?:? ?(?:une |1 )?(?:duree )?(?:totale |maximale )*(?:de )?\\d)'), () => ({ is: 'cap' })],
  [word('(?:au )?(?:max|maxi|maximum|maximale?|maximales)|au total|in total|tout compris|(?:toutes )?reconductions (?:comprises|incluses)|including (?:extensions|renewals)|au plus'), () => ({ is: 'capBefore' })],
  [word('(?:renouvellement |reconduction )?annuel(?:le|s|les|lement)?|(?:tous les|par|chaque) ans?|chaque annee|d annee en annee|(?:1 |l )?annee civile|calendar year|annual(?:ly)?|every year|yearly'), () => ({ is: 'rhythm', months: 12 })],
  [word('bi(?:ennal|sannuel)(?:le|s|les)?'), () => ({ is: 'rhythm', months: 24 })],
  [word('triennal(?:e|s|es)?'), () => ({ is: 'rhythm', months: 36 })],
  [word('quadriennal(?:e|s|es)?'), () => ({ is: 'rhythm', months: 48 })],
  [word('mensuel(?:le|s|les|lement)?|monthly|de mois en mois'), () => ({ is: 'rhythm', months: 1 })],
  [word('trimestriel(?:le|s|les|lement)?|quarterly'), () => ({ is: 'rhythm', months: 3 })],
  [word('semestriel(?:le|s|les|lement)?|half yearly'), () => ({ is: 'rhythm', months: 6 })],
  [word(String.raw`reconductibles?|renouvelables?|prolongeables?|prorogeables?|reconduite?s?|renouvelee?|renewable|renew(?:s|ed)?|extendable|extend(?:s|ed)?|${RENEWALS}|puis|then|plus`), () => ({ is: 'renews' })],
  [/\+/y, () => ({ is: 'renews' })],
  [word('fermes?|firme?|initiale?s?|1ere periode|premiere periode|fixe'), () => ({ is: 'firm' })],
  [word('sans|without'), () => ({ is: 'no' })],
  [word('oui|yes|o|y|vrai|true'), () => ({ is: 'yes' })],
  [word('non|no|n|faux|false'), () => ({ is: 'no' })],
  [new RegExp(`${NUMBER}(?![a-z\\d])`, 'y'), m => ({ is: 'number', number: Number(m[1]!.replace(',', '.')) })],
]; // prettier-ignore

function duration(number: string, unit: string): Token | undefined {
  const value = durationOf(number, unit);
  return value && isPlausible(value) ? { is: 'duration', duration: value } : undefined;
}

function optional(number: string, unit: string, isOption: string | undefined): Token | undefined {
  const months = durationOf(number, unit)?.months;
  return months === undefined ? undefined : { is: 'optional', months, mode: isOption ? 'express' : 'yes' };
}

/** Words that carry nothing by themselves; any other word that is not understood is said. */
const LINKS = new Set(
  (
    'de d du des la le les l un une 1 en a au aux par pour et ou avec soit est sera ce cette y compris a partir ' +
    'contrat marche marches accord cadre duree dure periode periodes successive successives chacune chacun ' +
    'supplementaire supplementaires identique identiques possible possibles possibilite entre suivi suivie ' +
    'lrar lr ar rar recommande recommandee lettre courrier accuse avis reception minimum moins apres debut ' +
    'of the for by an and or to each further additional period periods contract term with is at least ' +
    'fixed year years month months maximum sous reserve sauf date effet que peut etre pouvant ' +
    'facon maniere ans an mois fois compter notification conclu conclue dont decision calendaires calendaire signature'
  ).split(' '),
);

/** True for a word that needs no reading. */
export function isLink(text: string): boolean {
  return LINKS.has(text) || /^[^a-z0-9]*$/.test(text);
}
