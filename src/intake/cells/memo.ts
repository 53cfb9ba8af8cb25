/** Registers repeat the same few thousand dates, durations and names: each text is read once. */

/** Beyond this many different texts, a column is not repetitive and remembering it would only cost memory. */
const LIMIT = 50_000;

/** The same function, remembering its answers. The answers must be values that nobody changes. */
export function memoize<Value extends object>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return text => {
    const found = known.get(text);
    if (found) return found;
    const value = read(text);
    if (known.size < LIMIT) known.set(text, value);
    return value;
  };
}
