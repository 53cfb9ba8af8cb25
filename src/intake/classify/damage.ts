/**
 * Words whose accents an earlier export destroyed (U+FFFD): matched against the words that the tables know.
 * `m\uFFFDnage` can be `menage`; `d\uFFFDentretien` is `d’entretien`; `\uFFFDuvre` is `œuvre`.
 */
import { compareText } from '../../domain/text.ts';

/** What a folded word with U+FFFD in it stands for: one word, or several when it was an apostrophe or a dash. */
export type Restore = (token: string) => readonly string[];

const DAMAGE = /\uFFFD+/g;
const ELISION = /^(?:d|l|n|s|qu)\uFFFD+/;
/** Longer words are not worth a search, and no word of the tables is that long. */
const LONGEST = 40;

/** A restorer for the given known words (folded, as written: with their endings). Remembers nothing. */
export function restorer(known: readonly string[]): Restore {
  const words = [...new Set(known)].sort((a, b) => a.length - b.length || compareText(a, b));
  return token => {
    if (token.length > LONGEST) return pieces(token);
    const whole = find(token, words) ?? find(`${token}s`, words);
    if (whole) return [whole];
    const elided = ELISION.exec(token);
    if (elided) {
      const rest = token.slice(elided[0].length);
      // The apostrophe and the first letter may both be gone: « d’œuvre », « l’éclairage ».
      const restored = words.find(word => word === rest) ?? find(`\uFFFD${rest}`, words);
      if (restored) return [restored];
    }
    return pieces(token);
  };
}

/** The shortest known word that has the same intact letters, each destroyed one standing for at most two. */
function find(token: string, words: readonly string[]): string | undefined {
  if (token.replace(DAMAGE, '').length < 2) return undefined;
  const pattern = new RegExp(`^${token.replace(DAMAGE, run => `[a-z]{0,${run.length + 1}}`)}$`);
  return words.find(word => pattern.test(word));
}

function pieces(token: string): string[] {
  return token.split(DAMAGE).filter(Boolean);
}
