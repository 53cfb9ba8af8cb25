/** Texts that are kept beyond the reading of their row. */

/** Shorter parts of a text are copied by the engine itself. */
const SHARED_FROM = 13;
/** As many arguments as a call takes on every engine, and more than any cell that is kept. */
const LONGEST = 32_767;

/**
 * The same text, on its own: a part of a longer text keeps the whole of it in memory, and one title kept a page would
 * keep the file.
 */
export function ownText(text: string): string {
  if (text.length < SHARED_FROM || text.length > LONGEST) return text;
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
}
