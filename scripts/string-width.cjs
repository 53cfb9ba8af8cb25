// Stands for the package string-width in the bundle. cli-table3 measures every cell with it several times, and it
// builds a regular expression of ten thousand characters at each call: 150 ms of the 200 that a run may take.
'use strict';

const ESCAPE_CODES = /\u001B\[[0-9;]*m/g;
const NARROW = /^[\u0020-\u02FF\u2010-\u203A\u20AC]*$/;
const COMBINING = /\p{M}|\u200B|\u200D|\uFEFF/u;

/** Columns that a text takes in a terminal: none for escape codes and combining marks, two for wide characters. */
module.exports = function stringWidth(text) {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text.replace(ESCAPE_CODES, '')) {
    const code = character.codePointAt(0);
    if (code < 0x300) width += 1;
    else if (!COMBINING.test(character)) width += isWide(code) ? 2 : 1;
  }
  return width;
};

/** East Asian wide blocks and emoji. */
function isWide(code) {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
