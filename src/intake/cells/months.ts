/** Month names, French and English, with the abbreviations that people and Excel write. */

const NAMES: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'febr', 'feb'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juillet', 'juil', 'jul', 'july'],
  ['aout', 'aou', 'august', 'aug'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];

const MONTHS = new Map(NAMES.flatMap((names, index) => names.map(name => [name, index + 1] as const)));

/**
 * The number (1–12) of a month named in folded text; a letter lost by an earlier export (U+FFFD) may stand
 * for any letter, as long as one month only fits. `undefined` when it is no month's name.
 */
export function monthNamed(word: string): number | undefined {
  const month = MONTHS.get(word);
  if (month !== undefined || !word.includes('\uFFFD')) return month;
  const pattern = new RegExp(`^${word.replaceAll('\uFFFD', '[a-z]{1,2}')}$`);
  const fitting = new Set([...MONTHS].filter(([name]) => pattern.test(name)).map(([, number]) => number));
  return fitting.size === 1 ? [...fitting][0] : undefined;
}
