/** Folding of names and headings, so that spelling variants compare equal. */
import { foldByRule } from './foldByRule.ts';
import { FOLDED } from './folded.built.ts';

/**
 * Lower case, no accents, ligatures spelt out, everything but letters and digits turned into one space.
 * `N° de marché` → `n de marche`. A character destroyed by an earlier export (U+FFFD) is kept as `\uFFFD`
 * so that a caller may let it stand for any letter.
 */
export function fold(text: string): string {
  let folded = '';
  let apart = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // U+2000–U+206F: typographic apostrophes, dashes, quotes and spaces.
    const letters =
      code < 0x180
        ? FOLDED[code]!
        : code === 0xfffd
          ? '\uFFFD'
          : code >> 4 >= 0x200 && code >> 4 <= 0x206
            ? ''
            : undefined;
    if (letters === undefined) return foldByRule(text);
    if (letters === '') apart = folded !== '';
    else {
      folded += apart ? ` ${letters}` : letters;
      apart = false;
    }
  }
  return folded;
}

/** A short readable identifier: `Mancelle d'habitation` → `mancelle-d-habitation`. */
export function slug(text: string): string {
  return fold(text).replaceAll('\uFFFD', '').replaceAll(' ', '-').replace(/-+/g, '-');
}

/** Text with every run of white space (non-breaking, narrow, line ends) turned into one space, trimmed. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00A0\u202F\u2007\u200B\uFEFF]+/g, ' ').trim();
}

/** Order of texts by code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A stable eight-digit hexadecimal fingerprint of a list of texts (FNV-1a, 32 bits, separators included). */
export function fingerprint(parts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\u001F')) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
