/** Several values in one cell of a reference table: `tonte; élagage; taille`. Blanks are dropped. */
export function itemsOf(cell = '', separator = ';'): string[] {
  return cell
    .split(separator)
    .map(item => item.trim())
    .filter(Boolean);
}
