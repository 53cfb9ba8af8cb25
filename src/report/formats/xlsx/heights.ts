/** Heights of rows: spreadsheets do not all make room by themselves for a text that wraps. */
import type { SheetCell } from './cells.ts';

/** Points that a line of 10-point text takes. */
const LINE = 13.5;
/** Excel's tallest row, in points. */
const TALLEST = 409;
/** A width counts digits; letters are narrower on average. */
const FILLED = 1.08;

/** The row with the height that its longest wrapped cell needs; as it was when a line is enough. */
export function withHeight(
  cells: readonly (SheetCell | null)[],
  widths: readonly number[],
): (SheetCell | null)[] {
  const lines = cells.reduce(
    (most, cell, i) => Math.max(most, cell?.wrap ? linesOf(cell, widths[i]!) : 1),
    1,
  );
  const [first, ...others] = cells;
  if (lines === 1 || first === undefined) return [...cells];
  return [{ ...first, height: Math.min(TALLEST, lines * LINE) }, ...others];
}

/** Lines of a text cut between words, as a spreadsheet does. */
function linesOf({ value }: SheetCell, width: number): number {
  const room = Math.max(1, Math.floor(width * FILLED));
  let lines = 1;
  let used = 0;
  for (const word of String(value ?? '').split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room) used = needed;
    else {
      lines += used === 0 ? Math.ceil(word.length / room) - 1 : Math.ceil(word.length / room);
      used = word.length % room;
    }
  }
  return lines;
}
