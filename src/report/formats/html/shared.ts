/**
 * Long markup that the script puts in its place. Sheets repeat the same tags, headings and words: each is written
 * once, and a text is the list of its pieces. It is data: the browser does not run it, and nothing in it can end it.
 */
import { type Markup, trusted } from './markup.ts';

/** The head of a table; tags with the words after them; words; figures. All but figures repeat from text to text. */
const PIECES = /<table>.*?<tbody>|(?:<[^>]+>)+[^<\d]*|[^<\d]+|\d[^<\p{L}]*|</gsu;

/** An element that holds the texts, for the script to read by its `id`. */
export function sharedTexts(id: string, texts: readonly Markup[]): Markup {
  const pieces = texts.map(({ markup }) => markup.match(PIECES) ?? []);
  const parts = repeated(pieces.flat());
  const rank = new Map(parts.map((part, i) => [part, i]));
  const value = { parts, texts: pieces.map(text => joined(text.map(piece => rank.get(piece) ?? piece))) };
  return trusted(`<script type="application/json" id="${id}">${json(value)}</script>`);
}

/** Pieces that are there more than once, the most frequent first, so that their numbers are short. */
function repeated(pieces: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([piece]) => piece);
}

/** Neighbours that are both written out are one. */
function joined(pieces: readonly (string | number)[]): (string | number)[] {
  const result: (string | number)[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

/** Without `<`, neither a closing tag nor a comment can begin in it. */
const json = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');
