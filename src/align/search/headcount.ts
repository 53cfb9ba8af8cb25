/**
 * The best patterns of all members together under head counts: each opened start has at least as many members as
 * its tier asks, and at most M. A dynamic programme over members, with a counter only for the starts that need one.
 */

import { type PatternTable, bestMask } from './patternTable.ts';

/** What the programme chooses from, and under what. */
export interface Headcount {
  /** Worth of each pattern of each member. */
  readonly table: PatternTable;
  /** Least members of each opened start. */
  readonly least: readonly number[];
  /** Most members of any opened start; `Infinity` without a limit. */
  readonly most: number;
}

/** One pattern a member, of greatest total worth; `undefined` when no choice satisfies the head counts. */
export function bestUnderHeadcounts(headcount: Headcount): number[] | undefined {
  let counted: number[] = [];
  for (;;) {
    const masks = counted.length === 0 ? bestOfEach(headcount.table) : dynamicProgramme(headcount, counted);
    const missing = masks && violated(headcount, masks).filter(k => !counted.includes(k));
    if (!missing || missing.length === 0) return masks;
    counted = [...counted, ...missing].sort((a, b) => a - b);
  }
}

/** Positions of the starts whose head count a choice of patterns breaks. */
export function violated({ least, most }: Omit<Headcount, 'table'>, masks: readonly number[]): number[] {
  const broken: number[] = [];
  for (let k = 0; k < least.length; k += 1) {
    let count = 0;
    for (const mask of masks) count += (mask >> k) & 1;
    if (count < least[k]! || count > most) broken.push(k);
  }
  return broken;
}

/** Each member's best pattern; the one with fewest, then earliest starts between equals. */
function bestOfEach(table: PatternTable): number[] | undefined {
  const masks: number[] = [];
  for (let member = 0; member < table.members; member += 1) {
    const mask = bestMask(table, member);
    if (table.worth[member * table.masks + mask] === -Infinity) return undefined;
    masks.push(mask);
  }
  return masks;
}

/**
 * A counter for each counted start, all of them read as the digits of one number: the state. Without an upper limit a
 * counter stops at the least that is asked.
 */
interface Counters {
  /** Greatest value of each counter. */
  readonly top: readonly number[];
  /** What one more member adds to the state. */
  readonly step: readonly number[];
  readonly states: number;
}

function countersOf({ least, most }: Headcount, counted: readonly number[]): Counters {
  const top = counted.map(k => (most === Infinity ? least[k]! : most));
  const step: number[] = [];
  let states = 1;
  for (let c = counted.length - 1; c >= 0; c -= 1) {
    step[c] = states;
    states *= top[c]! + 1;
  }
  return { top, step, states };
}

function countAt({ top, step }: Counters, state: number, c: number): number {
  return Math.floor(state / step[c]!) % (top[c]! + 1);
}

function dynamicProgramme(headcount: Headcount, counted: readonly number[]): number[] | undefined {
  const { table, least, most } = headcount;
  const { masks: patterns, members, worth } = table;
  const counters = countersOf(headcount, counted);
  const size = counters.states;
  const moves = movesBetween(counters, patterns, counted, most);
  const chosen = new Uint8Array(members * size);
  const cameFrom = new Int32Array(members * size);
  let best = new Float64Array(size).fill(-Infinity);
  let next = new Float64Array(size);
  best[0] = 0;
  for (let member = 0; member < members; member += 1) {
    next.fill(-Infinity);
    for (let state = 0; state < size; state += 1) {
      const soFar = best[state]!;
      if (soFar === -Infinity) continue;
      for (let mask = 0; mask < patterns; mask += 1) {
        const to = moves[state * patterns + mask]!;
        const value = soFar + worth[member * patterns + mask]!;
        if (to < 0 || !(value > next[to]!)) continue;
        next[to] = value;
        chosen[member * size + to] = mask;
        cameFrom[member * size + to] = state;
      }
    }
    [best, next] = [next, best];
  }
  let last = -1;
  for (let state = 0; state < size; state += 1) {
    if (best[state]! === -Infinity || (last >= 0 && best[state]! <= best[last]!)) continue;
    if (counted.every((k, c) => countAt(counters, state, c) >= least[k]!)) last = state;
  }
  return last < 0 ? undefined : traceBack(chosen, cameFrom, size, members, last);
}

/** State reached from each state by each pattern; −1 when a start would have too many members. */
function movesBetween(
  counters: Counters,
  patterns: number,
  counted: readonly number[],
  most: number,
): Int32Array {
  const { top, step, states } = counters;
  const moves = new Int32Array(states * patterns);
  for (let state = 0; state < states; state += 1) {
    for (let mask = 0; mask < patterns; mask += 1) {
      let to = state;
      for (let c = 0; c < counted.length && to >= 0; c += 1) {
        if (!((mask >> counted[c]!) & 1)) continue;
        if (countAt(counters, state, c) < top[c]!) to += step[c]!;
        else if (most !== Infinity) to = -1;
      }
      moves[state * patterns + mask] = to;
    }
  }
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
