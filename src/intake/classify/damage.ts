/**
 * Words that reach us damaged: accents that an earlier export destroyed (U+FFFD), typing errors. They are
 * matched against the words that the tables know: `m\uFFFDnage` can be `menage`, `d\uFFFDentretien` is
 * `d’entretien`, `\uFFFDuvre` is `œuvre`, `contruction` is `construction`.
 */
import { compareText } from '../../domain/text.ts';

/** What a folded word stands for: one word, or several when a destroyed character was an apostrophe or a dash. */
export type Restore = (token: string) => readonly string[];

const DESTROYED = '\uFFFD';
const DAMAGE = /\uFFFD+/g;
const ELISION = /^(?:d|l|n|s|qu)\uFFFD+/;
/** Longer words are not worth a search, and no word of the tables is that long. */
const LONGEST = 40;
/** Shorter words are too near one another for a letter to be taken for a slip. */
const SHORTEST_MISTYPED = 8;

/** A restorer for the given known words, folded, with their endings. */
export function restorer(known: ReadonlySet<string>): Restore {
  const words = [...known].sort((a, b) => a.length - b.length || compareText(a, b));
  const byInitial = groupedByInitial(words);
  return token => {
    if (known.has(token)) return [token];
    if (token.length > LONGEST) return pieces(token);
    if (token.includes(DESTROYED)) return undestroyed(token, words);
    if (token.length < SHORTEST_MISTYPED) return [token];
    const near = (byInitial.get(token.charAt(0)) ?? []).find(word => isOneSlipFrom(word, token));
    return [near ?? token];
  };
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

function undestroyed(token: string, words: readonly string[]): readonly string[] {
  const whole = find(token, words);
  if (whole) return [whole];
  const elided = ELISION.exec(token);
  if (!elided) return pieces(token);
  const rest = token.slice(elided[0].length);
  // The apostrophe and the first letter may both be gone: « d’œuvre », « l’éclairage ».
  const restored = words.find(word => word === rest) ?? find(DESTROYED + rest, words);
  return restored ? [restored] : pieces(token);
}

/** The shortest known word with the same intact letters, each destroyed one standing for at most two; or its plural. */
function find(token: string, words: readonly string[]): string | undefined {
  if (token.replace(DAMAGE, '').length < 2) return undefined;
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
