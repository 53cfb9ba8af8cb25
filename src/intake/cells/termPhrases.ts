/** Phrases to pieces: the tokens of a folded phrase in order, and the words that were not understood. */
import { LEXEMES, type Token, isLink } from './termLexicon.ts';

export interface Phrase {
  readonly tokens: readonly Token[];
  /** In order, as folded. */
  readonly unknown: readonly string[];
}

/** « R2 » is one word: the second renewal, and no two of them. */
const WORD = /r\d+|[a-z\uFFFD]+|\d+(?:,\d+)?|./y;

/** Cuts folded text (see `foldTerm`) into tokens. */
export function tokensOf(folded: string): Phrase {
  const tokens: Token[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < folded.length;) {
    if (folded[at] === ' ') {
      at += 1;
      continue;
    }
    const [length, token] = lexemeAt(folded, at);
    if (token) {
      tokens.push(token);
      at += length;
      continue;
    }
    WORD.lastIndex = at;
    const word = WORD.exec(folded)![0];
    if (!isLink(word)) unknown.push(word);
    at += word.length;
  }
  return { tokens, unknown };
}

function lexemeAt(text: string, at: number): readonly [number, Token | undefined] {
  for (const [pattern, make] of LEXEMES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const token = make(match);
    if (token) return [match[0].length, token];
  }
  return [0, undefined];
}
