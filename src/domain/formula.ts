/** Texts that spreadsheets would run: written with an apostrophe before them, read without it. */

/** What spreadsheets take for the beginning of a formula, full-width signs included (OWASP, « CSV injection »). */
const FORMULA: ReadonlySet<number> = new Set(
  Array.from('=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20', sign => sign.charCodeAt(0)),
);

/** The text as a spreadsheet's CSV may hold it. */
export function neutralised(text: string): string {
  return isFormula(text, 0) ? `'${text}` : text;
}

/** The text that was neutralised; any other as it is. */
export function asWritten(text: string): string {
  return text.startsWith("'") && isFormula(text, 1) ? text.slice(1) : text;
}

function isFormula(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  // Nearly every cell begins with a letter or a figure.
  return !(first >= 0x30 && first <= 0x39) && !(first >= 0x41 && first <= 0x7a) && FORMULA.has(first);
}
