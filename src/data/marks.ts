/** Reads the column `mark` of the reference tables. */
import type { Mark } from '../domain/legal.ts';

const MARKS: Readonly<Record<string, Mark>> = { V: 'verified', D: 'derived', U: 'unverified' };

/** `V`, `D` or `U`; anything else is a typing error in a table. */
export function markOf(letter: string): Mark {
  const mark = MARKS[letter];
  if (!mark) throw new RangeError(`not a mark (V, D, U): ${letter}`);
  return mark;
}
