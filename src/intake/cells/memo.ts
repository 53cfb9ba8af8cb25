/** Registers repeat the same few thousand dates, durations and names: each text is read once. */
import { ownText } from '../own-text.ts';

/** As many texts as are remembered. */
const LIMIT = 50_000;

/**
 * The same function, remembering its answers, as long as texts come back: in a column of different texts, remembering
 * only costs time and memory. The answers must be values that nobody changes.
 */
export function memoize<Value extends object | string>(
  read: (text: string) => Value,
): (text: string) => Value {
  let known: Map<string, Value> | undefined = new Map<string, Value>();
  let met = 0;
  return text => {
    if (!known) return read(text);
    const found = known.get(text);
    if (found !== undefined) {
      met += 1;
      return found;
    }
    const value = read(text);
    if (known.size < LIMIT) known.set(ownText(text), value);
    else if (met < LIMIT) known = undefined;
    return value;
  };
}
