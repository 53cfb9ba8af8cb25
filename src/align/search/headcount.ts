/**
 * The best patterns of all members together under head counts: each opened start has at least as many members as
 * its tier asks, and at most M. A dynamic programme over members, with a counter only for the starts that need one.
 */

/** What the programme chooses from, and under what. */
export interface Headcount {
  /** Worth of each pattern of each member, by mask; `-Infinity` when it cannot be had. */
  readonly values: readonly Float64Array[];
  /** Least members of each opened start. */
  readonly least: readonly number[];
  /** Most members of any opened start; `Infinity` without a limit. */
  readonly most: number;
}

/** One pattern a member, of greatest total worth; `undefined` when no choice satisfies the head counts. */
export function bestUnderHeadcounts(headcount: Headcount): number[] | undefined {
  let counted: number[] = [];
  for (;;) {
    const masks = counted.length === 0 ? bestOfEach(headcount.values) : dynamicProgramme(headcount, counted);
    const missing = masks && violated(headcount, masks).filter(k => !counted.includes(k));
    if (!missing || missing.length === 0) return masks;
    counted = [...counted, ...missing].sort((a, b) => a - b);
  }
}

/** Positions of the starts whose head count a choice of patterns breaks. */
export function violated({ least, most }: Omit<Headcount, 'values'>, masks: readonly number[]): number[] {
  return least
    .map((_, k) => k)
    .filter(k => {
      const count = masks.reduce((sum, mask) => sum + ((mask >> k) & 1), 0);
      return count < least[k]! || count > most;
    });
}

/** Each member's best pattern; the one with fewest, then earliest starts between equals. */
function bestOfEach(values: readonly Float64Array[]): number[] | undefined {
  const masks = values.map(worth => bestMask(worth));
  return masks.every((mask, member) => values[member]![mask]! > -Infinity) ? masks : undefined;
}

/** The best of a member's patterns; the smallest mask between equals. */
export function bestMask(worth: Float64Array): number {
  let best = 0;
  for (let mask = 1; mask < worth.length; mask += 1) if (worth[mask]! > worth[best]!) best = mask;
  return best;
}

/** States are the counters of the counted starts, read as digits of one number. */
function dynamicProgramme(
  { values, least, most }: Headcount,
  counted: readonly number[],
): number[] | undefined {
  const states = counterStates(least, most, counted);
  const patterns = values[0]?.length ?? 1;
  const moves = movesBetween(states, patterns, counted, most);
  const size = states.length;
  const chosen = new Uint8Array(values.length * size);
  const cameFrom = new Int32Array(values.length * size);
  let best = new Float64Array(size).fill(-Infinity);
  let next = new Float64Array(size);
  best[0] = 0;
  values.forEach((worth, member) => {
    next.fill(-Infinity);
    for (let state = 0; state < size; state += 1) {
      const soFar = best[state]!;
      if (soFar === -Infinity) continue;
      for (let mask = 0; mask < patterns; mask += 1) {
        const to = moves[state * patterns + mask]!;
        const value = soFar + worth[mask]!;
        if (to < 0 || !(value > next[to]!)) continue;
        next[to] = value;
        chosen[member * size + to] = mask;
        cameFrom[member * size + to] = state;
      }
    }
    [best, next] = [next, best];
  });
  let last = -1;
  states.forEach((counts, state) => {
    const enough = counted.every((k, c) => counts[c]! >= least[k]!);
    if (enough && best[state]! > (last < 0 ? -Infinity : best[last]!)) last = state;
  });
  return last < 0 ? undefined : traceBack(chosen, cameFrom, size, values.length, last);
}

function counterStates(least: readonly number[], most: number, counted: readonly number[]): number[][] {
  let states: number[][] = [[]];
  for (const k of counted) {
    // Without an upper limit a counter may stop at the least that is asked.
    const top = most === Infinity ? least[k]! : most;
    states = states.flatMap(counts => Array.from({ length: top + 1 }, (_, count) => [...counts, count]));
  }
  return states;
}

/** State reached from each state by each pattern; −1 when a start would have too many members. */
function movesBetween(
  states: readonly number[][],
  patterns: number,
  counted: readonly number[],
  most: number,
): Int32Array {
  const rank = new Map(states.map((counts, state) => [counts.join(), state]));
  const moves = new Int32Array(states.length * patterns);
  states.forEach((counts, state) => {
    for (let mask = 0; mask < patterns; mask += 1) {
      const after = counts.map((count, c) => count + ((mask >> counted[c]!) & 1));
      const capped = most === Infinity ? after.map((count, c) => Math.min(count, states.at(-1)![c]!)) : after;
      moves[state * patterns + mask] = rank.get(capped.join()) ?? -1;
    }
  });
  return moves;
}

function traceBack(
  chosen: Uint8Array,
  cameFrom: Int32Array,
  size: number,
  members: number,
  last: number,
): number[] {
  const masks: number[] = Array.from({ length: members }, () => 0);
  let state = last;
  for (let member = members - 1; member >= 0; member -= 1) {
    masks[member] = chosen[member * size + state]!;
    state = cameFrom[member * size + state]!;
  }
  return masks;
}
