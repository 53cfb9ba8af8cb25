/** Registers repeat themselves: one copy of each repeated text is kept, so that a million rows fit in memory. */

/** A column with more different texts than this repeats itself too little to be worth looking up. */
const MOST_TEXTS = 20_000;

/** A function that gives a row back with each text replaced by the first equal one seen in its column. */
export function internCells(): (cells: string[]) => string[] {
  const known: (Map<string, string> | undefined)[] = [];
  return cells => {
    for (let column = 0; column < cells.length; column += 1) {
      if (column === known.length) known.push(new Map());
      const texts = known[column];
      const text = cells[column]!;
      if (text.length < 2) continue; // shared by the engine already
      const same = texts?.get(text);
      if (same !== undefined) cells[column] = same;
      else if (texts) {
        if (texts.size < MOST_TEXTS) texts.set(text, text);
        else known[column] = undefined;
      }
    }
    return cells;
  };
}
