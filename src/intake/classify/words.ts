/**
 * Titles as words: folded, without articles, without the endings of number and gender, so that
 * « Chaudières individuelles » and « CHAUDIERE INDIVIDUEL » are the same words.
 */
import { compareText, fold } from '../../domain/text.ts';
import type { Restore } from './damage.ts';

/** One word of a title. */
export interface Word {
  /** What is compared: see {@link stem}; `#` for a number. */
  readonly stem: string;
  /** What is shown. */
  readonly text: string;
  /** Stands after « hors », « sauf »…: names what the contract does not cover. */
  readonly excepted: boolean;
  /** Stands after « à » and is in no table: the name of a town. */
  readonly place: boolean;
}

const LINKING: ReadonlySet<string> = new Set(
  (
    'a ainsi au aux avec ces cette d dans de des dont du en et l la le les leur leurs n no numero ou ' +
    'par pour que qui sa ses son sur un une y compris'
  ).split(' '),
);
/** « à », or what is left of it. */
const AT: ReadonlySet<string> = new Set(['a', '\uFFFD']);
const INFINITIVE = /(?:er|ir|re)$/;
const EXCEPTING: ReadonlySet<string> = new Set(['hors', 'sauf', 'excepte', 'exception', 'exclusion']);
/** How many words an exception reaches within its clause: « hors ascenseurs et portes automatiques ». */
const EXCEPTED_WORDS = 5;

const CLAUSE_END = /[,;:()[\]\n]|\s[-–—]\s/;
const TAG = /<\/?[a-z][^<>]{0,40}>/gi;
const ACCENTED_ENTITY = /&([a-z])(?:acute|grave|circ|cedil|uml|tilde);/gi;
const OTHER_ENTITY = /&(?:#\d{1,5}|#x[\da-f]{1,4}|[a-z]{2,8});/gi;
const DOTTED = /\b(?:\p{L}\.){2,}\p{L}?\b\.?/gu;
/** « M.OE », « M.Œ », « A.MO »: dotted by halves. */
const HALF_DOTTED = /\b(A?M)\.\s?(O\.?E|Œ|O)\b/gi;
/** A letter that some exports drop altogether: « maîtrise d'uvre ». */
const CONSULTATION_NUMBER = /^\s*num.{0,2}ro de la consultation\s*:\s*\S+/i;
const LOST_LIGATURE = /(?<!\p{L})(uvres?)(?!\p{L})/giu;
const JOINED_TO_NUMBER = /(\d)(logements?|lgts?|logts?|pavillons?|maisons?)\b/gi;

/** The words of a text, in order; `restore` says what a damaged word stands for, `known` are the tables' words. */
export function wordsOf(text: string, restore: Restore, known: ReadonlySet<string>): Word[] {
  const words: Word[] = [];
  for (const clause of legible(text).split(CLAUSE_END)) {
    let excepted = 0;
    let at = false;
    for (const token of fold(clause).split(' ')) {
      for (const whole of restore(token)) {
        if (EXCEPTING.has(whole)) excepted = EXCEPTED_WORDS;
        else if (whole !== '' && !LINKING.has(whole)) {
          const place = at && /^[a-z]{3,}$/.test(whole) && !known.has(whole) && !INFINITIVE.test(whole);
          words.push({ stem: stem(whole), text: whole, excepted: excepted > 0, place });
          excepted -= 1;
        }
      }
      at = AT.has(token);
    }
  }
  return words;
}

/** Words, the shortest first. */
export function byLength(words: Iterable<string>): string[] {
  return [...words].sort((a, b) => a.length - b.length || compareText(a, b));
}

/** The words of a phrase of our own tables: nothing to repair, nothing excepted. */
export function phraseWords(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter(token => token !== '' && !LINKING.has(token));
}

/**
 * A word without its marks of number and gender: `individuelles` → `individuel`, `portes` → `port`.
 * Not a linguist's stem: it is enough that the forms of one word meet and that few others do.
 */
export function stem(token: string): string {
  if (/^\d+$/.test(token)) return '#';
  if (token.length <= 3) return token;
  let base = /(?:s|(?<=u)x)$/.test(token) ? token.slice(0, -1) : token;
  if (base.length > 5 && base.endsWith('e')) base = base.slice(0, -1);
  return /([lnt])\1$/.test(base) && base.length > 4 ? base.slice(0, -1) : base;
}

/** What an export left of its origin (tags, entities, C1 controls for œ and ’) turned into plain text. */
function legible(text: string): string {
  return text
    .replace(CONSULTATION_NUMBER, ' ')
    .replace(TAG, ' ')
    .replace(ACCENTED_ENTITY, '$1')
    .replace(/&(?:oelig|#339|#156);/gi, 'œ')
    .replace(OTHER_ENTITY, ' ')
    .replace(/[\u0080-\u009F]/g, control => (control === '\u009C' || control === '\u008C' ? 'œ' : ' '))
    .replace(DOTTED, letters => letters.replaceAll('.', ''))
    .replace(HALF_DOTTED, '$1$2')
    .replace(LOST_LIGATURE, 'œ$1')
    .replace(JOINED_TO_NUMBER, '$1 $2');
}
