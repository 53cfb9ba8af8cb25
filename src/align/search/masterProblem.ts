/**
 * The master problem: keys interact only through what the group can carry. Each key takes at most one of its columns;
 * a column uses launches in the quarters of its tenders (and, in a year, members to coordinate them), and nothing is
 * used beyond its limit. Amounts are whole cents, already weighted by the group's preferences.
 */

/** A combination of starts of a key, seen from the limits. */
export interface Bid {
  readonly value: number;
  /** Proven bound on `value`: the same unless a search was cut short. */
  readonly upper: number;
  /** Ranks of the limits that it uses; one appears as often as it is used. */
  readonly uses: readonly number[];
}

interface MasterKey {
  /** In order of preference between equals. */
  readonly bids: readonly Bid[];
  /** True when one of the bids must be taken. */
  readonly required: boolean;
}

export interface MasterProblem {
  /** Most uses of each limit; `Infinity` for none. */
  readonly capacity: readonly number[];
  readonly keys: readonly MasterKey[];
}

/** A bid a key, by rank; −1 for none. */
export type Choice = readonly number[];

/** Total value of a choice. */
export function valueOf({ keys }: MasterProblem, choice: Choice): number {
  return choice.reduce((sum, bid, key) => (bid < 0 ? sum : sum + keys[key]!.bids[bid]!.value), 0);
}

/** What is left of each limit once a choice is made; negative where it asks too much. */
export function roomLeft({ capacity, keys }: MasterProblem, choice: Choice): number[] {
  const room = [...capacity];
  choice.forEach((bid, key) => {
    if (bid >= 0) for (const use of keys[key]!.bids[bid]!.uses) room[use]! -= 1;
  });
  return room;
}

/** True when there is room for a bid. */
export function fits({ uses }: Bid, room: readonly number[]): boolean {
  for (let k = 0; k < uses.length; k += 1) {
    const limit = uses[k]!;
    let needed = 1;
    for (let j = 0; j < k; j += 1) if (uses[j] === limit) needed += 1;
    if (room[limit]! < needed) return false;
  }
  return true;
}

/** Takes (`sign` −1) or gives back (+1) what a bid uses. */
export function move(bid: Bid | undefined, room: number[], sign: 1 | -1): void {
  if (bid) for (const use of bid.uses) room[use]! += sign;
}
