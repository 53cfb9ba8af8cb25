/** What every pattern of every member is worth: the numbers that the search of a key turns over most. */

export interface PatternTable {
  readonly members: number;
  /** Patterns of a member: every set of opened starts, as bits. */
  readonly masks: number;
  /** By member, then mask; `-Infinity` when a pattern cannot be had. */
  readonly worth: Float64Array;
}

/** The best of a member's patterns; the smallest mask between equals. */
export function bestMask({ masks, worth }: PatternTable, member: number): number {
  const from = member * masks;
  let best = 0;
  for (let mask = 1; mask < masks; mask += 1) if (worth[from + mask]! > worth[from + best]!) best = mask;
  return best;
}
