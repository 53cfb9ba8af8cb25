/**
 * The master problem: keys interact only through the launches that a quarter can carry. Each key takes at most one
 * of its columns, a column uses the quarters in which its tenders are launched, and no quarter is used beyond its
 * capacity. Amounts are whole cents, already weighted by the group's preferences.
 */

/** A combination of starts of a key, seen from the quarters. */
export interface Bid {
  readonly value: number;
  /** Proven bound on `value`: the same unless a search was cut short. */
  readonly upper: number;
  /** Ranks of the quarters of launch; a quarter appears as often as it is used. */
  readonly quarters: readonly number[];
}

export interface MasterKey {
  /** In order of preference between equals. */
  readonly bids: readonly Bid[];
  /** True when one of the bids must be taken. */
  readonly required: boolean;
}

export interface MasterProblem {
  /** Launches left in each quarter; `Infinity` without a limit. */
  readonly capacity: readonly number[];
  readonly keys: readonly MasterKey[];
}

/** A bid a key, by rank; −1 for none. */
export type Choice = readonly number[];

/** Total value of a choice. */
export function valueOf({ keys }: MasterProblem, choice: Choice): number {
  return choice.reduce((sum, bid, key) => (bid < 0 ? sum : sum + keys[key]!.bids[bid]!.value), 0);
}

/** Launches still possible in each quarter once a choice is made; negative where it asks too much. */
export function roomLeft({ capacity, keys }: MasterProblem, choice: Choice): number[] {
  const room = [...capacity];
  choice.forEach((bid, key) => {
    if (bid >= 0) for (const quarter of keys[key]!.bids[bid]!.quarters) room[quarter]! -= 1;
  });
  return room;
}

/** True when the quarters of a bid still have room for it. */
export function fits(bid: Bid, room: readonly number[]): boolean {
  const { quarters } = bid;
  for (let k = 0; k < quarters.length; k += 1) {
    const quarter = quarters[k]!;
    let uses = 1;
    for (let j = 0; j < k; j += 1) if (quarters[j] === quarter) uses += 1;
    if (room[quarter]! < uses) return false;
  }
  return true;
}

/** Takes (`sign` −1) or gives back (+1) the launches of a bid. */
export function move(bid: Bid | undefined, room: number[], sign: 1 | -1): void {
  if (bid) for (const quarter of bid.quarters) room[quarter]! += sign;
}
