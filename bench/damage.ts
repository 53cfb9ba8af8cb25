/** Damages files the way that exports, transfers and hands do: for the fuzz test and the fuzz bench. */

/** A small deterministic generator (mulberry32): the same damage for the same seed, on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (bytes: Uint8Array, random: (below: number) => number) => Uint8Array;

const INSERTED = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\uFFFD',
  'é',
  '\u009c',
  "'",
  '\\"',
  '= ',
  ' ',
  'TOTAL',
  '\u00A0',
];

const spliced = (
  bytes: Uint8Array,
  from: number,
  to: number,
  by: Uint8Array = new Uint8Array(),
): Uint8Array => Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const at = random(bytes.length + 1);
    return spliced(bytes, at, at, Buffer.from(INSERTED[random(INSERTED.length)]!));
  },
  (bytes, random) => {
    const at = random(bytes.length + 1);
    return spliced(bytes, at, Math.min(bytes.length, at + 1 + random(40)));
  },
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    if (copy.length) copy[random(copy.length)] = random(256);
    return copy;
  },
  (bytes, random) => {
    const [from, at] = [random(bytes.length + 1), random(bytes.length + 1)];
    return spliced(bytes, at, at, bytes.subarray(from, from + random(200)));
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  bytes => Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf16le'),
  bytes => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(';', ','), 'latin1'),
  bytes => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r'), 'latin1'),
];

/** The file with one to six pieces of damage. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  let damaged = bytes;
  for (let times = 1 + random(6); times > 0; times -= 1)
    damaged = MUTATIONS[random(MUTATIONS.length)]!(damaged, random);
  return damaged;
}
