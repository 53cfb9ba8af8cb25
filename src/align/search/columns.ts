/** Every useful combination of starts of a key with its best value: what the master problem chooses from. */
import { type ReadyKey, solveStarts } from './groupSearch.ts';
import type { Found } from './problem.ts';

/** The best tenders at some starts, packed: a large group has many. */
export interface Column extends Found {
  readonly masks: Uint8Array;
}

/**
 * The combinations of at most J starts, by size, then by rank. One that is worth no more than a part of itself is
 * left out as soon as it is met: it would take more launches for nothing. When starts are required, only the
 * combinations that have them are given, whatever they are worth.
 */
export function columnsOf(key: ReadyKey): Column[] {
  const { starts, waves, required } = key.problem;
  let open = starts.map((_, start) => start).filter(start => key.topTier[start]! >= 0);
  const worth = new Map<string, number>();
  const columns: Column[] = [];
  if (required.length === 0) worth.set('', 0);
  for (let size = 1; size <= waves; size += 1) {
    // Where the best tender is worth nothing by itself, no other one makes it worth making.
    if (size === 2 && required.length === 0) {
      const alone = new Set(columns.map(({ opened }) => opened[0]));
      open = open.filter(start => alone.has(start));
    }
    for (const opened of combinationsOf(open, size)) {
      if (!required.every(start => opened.includes(start))) continue;
      const floor = bestPart(opened, worth);
      const solution = solveStarts(key, opened, floor);
      worth.set(opened.join(), Math.max(floor, solution?.value ?? -Infinity));
      if (solution) columns.push({ ...solution, masks: Uint8Array.from(solution.masks) });
    }
  }
  return columns;
}

/** The greatest value of the combinations with one start less. */
function bestPart(opened: readonly number[], worth: ReadonlyMap<string, number>): number {
  const parts = opened.map((_, k) => worth.get(opened.toSpliced(k, 1).join()) ?? -Infinity);
  return Math.max(...parts);
}

/** Combinations of `size` of the given numbers, each ascending, in lexicographic order. */
export function* combinationsOf(from: readonly number[], size: number): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let k = 0; k + size <= from.length; k += 1) {
    for (const rest of combinationsOf(from.slice(k + 1), size - 1)) yield [from[k]!, ...rest];
  }
}
