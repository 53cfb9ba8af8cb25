/**
 * Words that reach us damaged: accents that an earlier export destroyed (U+FFFD), typing errors. They are
 * matched against the words that the tables know: `m\uFFFDnage` can be `menage`, `d\uFFFDentretien` is
 * `d’entretien`, `\uFFFDuvre` is `œuvre`, `contruction` is `construction`.
 */
import { fold } from '../../domain/text.ts';
import { byLength } from './words.ts';

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
  /** Words as they are once their accents are destroyed, each with the word that it was; asked for when one comes. */
  readonly damaged: () => ReadonlyMap<string, string>;
  /** Words as registers cut them short. */
  readonly shortened: ReadonlyMap<string, string>;
}

/** What unknown words stand for is kept, up to so many. */
const KEPT_WORDS = 20_000;

/** A restorer for the given vocabulary. What damaged words need is prepared when the first one comes. */
export function restorer({ known, damaged, shortened }: Vocabulary): Restore {
  const words = once(() => byLength(known));
  const byInitial = once(() => groupedByInitial(words()));
  const byDamage = once(damaged);
  const restored = (token: string): readonly string[] => {
    if (token.includes(DESTROYED)) return undestroyed(token, { words: words(), byDamage: byDamage() });
    if (token.length < SHORTEST_MISTYPED) return [token];
    return [
      byInitial()
        .get(token.charAt(0))
        ?.find(word => isOneSlipFrom(word, token)) ?? token,
    ];
  };
  const kept = new Map<string, readonly string[]>();
  return token => {
    if (known.has(token)) return [token];
    const found = kept.get(token) ?? shortened.get(token)?.split(' ');
    if (found) return found;
    if (token.length > LONGEST) return pieces(token);
    if (kept.size >= KEPT_WORDS) kept.clear();
    const whole = restored(token);
    kept.set(token, whole);
    return whole;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Words as they are once their accents are destroyed, each with the word that it was: `m\uFFFDnage` → `menage`. */
export function damageOf(texts: readonly string[]): Map<string, string> {
  const byDamage = new Map<string, string>();
  for (const text of texts) {
    const whole = fold(text).split(' ');
    const destroyed = fold(text.replace(ACCENTED, DESTROYED)).split(' ');
    for (const [at, word] of destroyed.entries())
      if (word.includes(DESTROYED)) byDamage.set(word, whole[at]!);
  }
  return byDamage;
}

interface Intact {
  /** The shortest first. */
  readonly words: readonly string[];
  readonly byDamage: ReadonlyMap<string, string>;
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

function undestroyed(token: string, intact: Intact): readonly string[] {
  const whole = find(token, intact);
  if (whole) return [whole];
  const elided = ELISION.exec(token);
  if (!elided) return pieces(token);
  const rest = token.slice(elided[0].length);
  // The apostrophe and the first letter may both be gone: « d’œuvre », « l’éclairage ».
  const restored = intact.words.find(word => word === rest) ?? find(DESTROYED + rest, intact);
  return restored ? [restored] : pieces(token);
}

/**
 * The word that has accents there and only there; else the shortest one with the same intact letters, each destroyed
 * one standing for at most two; or its plural.
 */
function find(token: string, { words, byDamage }: Intact): string | undefined {
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
