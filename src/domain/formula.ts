/** Texts that spreadsheets would run: written with an apostrophe before them, read without it. */

/** What spreadsheets take for the beginning of a formula, full-width signs included (OWASP, « CSV injection »). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The text as a spreadsheet's CSV may hold it. */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was neutralised; any other as it is. */
export function asWritten(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
