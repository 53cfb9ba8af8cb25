/**
 * Single-byte encodings of Western Europe. Our own tables: `new TextDecoder('windows-1252')` gives the C1
 * controls for €, ’ and œ on Node 20. Source: Unicode, VENDORS/MICSFT/WINDOWS/CP1252.TXT and ISO8859/8859-15.TXT.
 */

/**
 * Windows-1252, bytes 0x80–0x9F. The five bytes that it leaves undefined (81 8D 8F 90 9D) stay the control
 * characters of the same number, as the Encoding Standard does.
 */
const CP1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** The eight bytes by which ISO-8859-15 (Latin-9) differs from ISO-8859-1. */
const LATIN9: Readonly<Record<string, string>> = {
  '\u00A4': '€',
  '\u00A6': 'Š',
  '\u00A8': 'š',
  '\u00B4': 'Ž',
  '\u00B8': 'ž',
  '\u00BC': 'Œ',
  '\u00BD': 'œ',
  '\u00BE': 'Ÿ',
};

/** Mac Roman, bytes 0x80–0xFF: « CSV (Macintosh) ». Source: Unicode, VENDORS/APPLE/ROMAN.TXT. */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Code page 850, bytes 0x80–0xFF: « CSV (MS-DOS) » in Western Europe. Source: Unicode, VENDORS/MICSFT/PC/CP850.TXT. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

/** C1 control characters read as the Windows-1252 bytes that they nearly always are (`\u009C` → œ). */
export function c1AsCp1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, control => CP1252[control.charCodeAt(0) - 0x80]!);
}

/** ISO-8859-1 text read as ISO-8859-15. */
export function latin1AsLatin9(text: string): string {
  return text.replace(/[\u00A4\u00A6\u00A8\u00B4\u00B8\u00BC-\u00BE]/g, character => LATIN9[character]!);
}

/**
 * What UTF-8 becomes when a program takes it for Windows-1252 and writes it in UTF-8 again: `MarchÃ©`, `NÂ°`, `dâ€™achat`.
 * Only the pairs that stand for a letter or a sign of French: none of them has another use.
 */
const TWICE_ENCODED =
  /Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00A0-\u00BF]|Å[“’¸\u0092\u0093]|â(?:€[™˜œ“”¦\u009D]|‚¬)/g;

/** Text encoded twice, read as it was before; and how many characters were. */
export function twiceEncodedMended(text: string): { text: string; count: number } {
  if (!/[ÃÂÅâ]/.test(text)) return { text, count: 0 };
  let count = 0;
  const mended = text.replace(TWICE_ENCODED, pair => {
    const bytes = Uint8Array.from(pair, character => {
      const high = CP1252.indexOf(character);
      return high < 0 ? character.charCodeAt(0) : 0x80 + high;
    });
    const once = Buffer.from(bytes).toString('utf8');
    if (once.includes('\uFFFD')) return pair;
    count += 1;
    return once;
  });
  return { text: mended, count };
}

/** ISO-8859-1 text read as Mac Roman. */
export const latin1AsMacRoman = (text: string): string => upperHalfAs(MAC_ROMAN, text);

/** ISO-8859-1 text read as code page 850. */
export const latin1AsCp850 = (text: string): string => upperHalfAs(CP850, text);

function upperHalfAs(table: string, text: string): string {
  return text.replace(/[\u0080-\u00FF]/g, character => table[character.charCodeAt(0) - 0x80]!);
}
