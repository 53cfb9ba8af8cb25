/** Lists that are kept by the hundred thousand. */

const EMPTY: readonly never[] = Object.freeze([]);

/** The same items in no more room than they need, which a list that was added to takes; one list for all empty ones. */
export function compact<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? EMPTY : list.slice();
}
