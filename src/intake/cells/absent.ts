/** What people write in a cell when they have nothing to write. */

const PLACEHOLDER =
  /^(?:[-–—_./?*\s]*|n\.?\s?[car]\.?|n\.?\s?d\.?|n\.?\s?s\.?|n\/[acdrs]|s\.?\s?o\.?|s\/o|n[ée\uFFFD]ant|sans objet|vide|null|none|nil|nan|blank|tbd|tbc|xx+|n\.?\s?p\.?|inconnue?|(?:[àa\uFFFD] )(?:d[ée\uFFFD]finir|compl[ée\uFFFD]ter|pr[ée\uFFFD]ciser|renseigner|venir|confirmer|d[ée\uFFFD]terminer)|non (?:communiqu|renseign|pr[ée\uFFFD]cis|d[ée\uFFFD]fini|connu|applicable|concern|disponible)\S{0,3}|not (?:available|applicable|known|specified))$/i;

/**
 * True for an empty cell, a dash, or words that say « nothing » (`NC`, `N.C.`, `néant`, `s.o.`, `n/a`).
 * Such a cell is absent, which is no problem. Spreadsheet errors (`#REF!`) are not: something was there.
 */
export function isAbsent(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return text.length <= 24 && PLACEHOLDER.test(text.trim());
}
