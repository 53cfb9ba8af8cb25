/**
 * Words that reach us damaged: accents that an earlier export destroyed (U+FFFD), typing errors. They are
 * matched against the words that the tables know: `m\uFFFDnage` can be `menage`, `d\uFFFDentretien` is
 * `d’entretien`, `\uFFFDuvre` is `œuvre`, `contruction` is `construction`.
 */
import { compareText, fold } from '../../domain/text.ts';

/** What a folded word stands for: one word, or several when a destroyed character was an apostrophe or a dash. */
export type Restore = (token: string) => readonly string[];

const DESTROYED = '\uFFFD';
const DAMAGE = /\uFFFD+/g;
/** Letters that such exports destroy, one or more in a row. */
const ACCENTED = /[À-ÖØ-öø-ÿŒœŸ]+/g;
const ELISION = /^(?:d|l|n|s|qu)\uFFFD+/;
/** Longer words are not worth a search, and no word of the tables is that long. */
const LONGEST = 40;
/** Shorter words are too near one another for a letter to be taken for a slip. */
const SHORTEST_MISTYPED = 8;

/** What a restorer knows. */
export interface Vocabulary {
  /** Every word of the tables, folded, with its endings. */
  readonly known: ReadonlySet<string>;
  /** The texts that those words come from, with their accents. */
  readonly texts: readonly string[];
  /** Words as registers cut them short. */
  readonly shortened: ReadonlyMap<string, string>;
}

/** A restorer for the given vocabulary. What damaged words need is prepared when the first one comes. */
export function restorer({ known, texts, shortened }: Vocabulary): Restore {
  let prepared: Prepared | undefined;
  const damaged = (token: string): readonly string[] => {
    prepared ??= preparedFrom(known, texts);
    if (token.includes(DESTROYED)) return undestroyed(token, prepared);
    const near = (prepared.byInitial.get(token.charAt(0)) ?? []).find(word => isOneSlipFrom(word, token));
    return [near ?? token];
  };
  return token => {
    if (known.has(token)) return [token];
    const whole = shortened.get(token);
    if (whole) return whole.split(' ');
    if (token.length > LONGEST) return pieces(token);
    return token.includes(DESTROYED) || token.length >= SHORTEST_MISTYPED ? damaged(token) : [token];
  };
}

interface Prepared {
  /** The shortest first. */
  readonly words: readonly string[];
  readonly byInitial: ReadonlyMap<string, readonly string[]>;
  /** Words as they are once their accents are destroyed: `m\uFFFDnage` → `menage`. */
  readonly byDamage: ReadonlyMap<string, string>;
}

function preparedFrom(known: ReadonlySet<string>, texts: readonly string[]): Prepared {
  const words = [...known].sort((a, b) => a.length - b.length || compareText(a, b));
  return { words, byInitial: groupedByInitial(words), byDamage: damageOf(texts) };
}

function damageOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const byDamage = new Map<string, string>();
  for (const text of texts) {
    const whole = fold(text).split(' ');
    const destroyed = fold(text.replace(ACCENTED, DESTROYED)).split(' ');
    for (const [at, word] of destroyed.entries())
      if (word.includes(DESTROYED)) byDamage.set(word, whole[at]!);
  }
  return byDamage;
}

function groupedByInitial(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(word.charAt(0));
    if (group) group.push(word);
    else groups.set(word.charAt(0), [word]);
  }
  return groups;
}

function undestroyed(token: string, prepared: Prepared): readonly string[] {
  const whole = find(token, prepared);
  if (whole) return [whole];
  const elided = ELISION.exec(token);
  if (!elided) return pieces(token);
  const rest = token.slice(elided[0].length);
  // The apostrophe and the first letter may both be gone: « d’œuvre », « l’éclairage ».
  const restored = prepared.words.find(word => word === rest) ?? find(DESTROYED + rest, prepared);
  return restored ? [restored] : pieces(token);
}

/**
 * The word that has accents there and only there; else the shortest one with the same intact letters, each destroyed
 * one standing for at most two; or its plural.
 */
function find(token: string, { words, byDamage }: Prepared): string | undefined {
  const single = token.replace(DAMAGE, DESTROYED);
  const accented =
    byDamage.get(single) ?? byDamage.get(single.replace(/s$/, '')) ?? byDamage.get(`${single}s`);
  if (accented || token.replace(DAMAGE, '').length < 2) return accented;
  const letters = token.replace(DAMAGE, run => `[a-z]{0,${run.length + 1}}`);
  const pattern = new RegExp(`^${letters.replace(/s$/, 's?')}s?$`);
  return words.find(word => pattern.test(word));
}

/** One letter missing, added, changed, or two neighbours exchanged; the first letter is trusted. */
function isOneSlipFrom(word: string, token: string): boolean {
  if (word.length < SHORTEST_MISTYPED - 1 || Math.abs(word.length - token.length) > 1) return false;
  let head = 0;
  while (head < word.length && word[head] === token[head]) head += 1;
  const [wordTail, tokenTail] = [word.slice(head), token.slice(head)];
  if (wordTail.slice(1) === tokenTail || wordTail === tokenTail.slice(1)) return true;
  if (wordTail.slice(1) === tokenTail.slice(1)) return true;
  const exchanged = wordTail[0] === tokenTail[1] && wordTail[1] === tokenTail[0];
  return exchanged && wordTail.slice(2) === tokenTail.slice(2);
}

function pieces(token: string): string[] {
  return token.split(DAMAGE).filter(Boolean);
}
