/**
 * Reads damaged registers, as many as asked, and stops at the first crash, hang or row lost.
 * Usage: npm run bench -- fuzz [inputs] [first seed]
 */
import { readFileSync, readdirSync } from 'node:fs';
import { day } from '../src/domain/day.ts';
import type { IntakeSettings } from '../src/domain/settings.ts';
import { readContracts } from '../src/intake/intake.ts';
import { mutated } from './damage.ts';

const INPUTS = Number(process.argv[2] ?? 100_000);
const FIRST = Number(process.argv[3] ?? 1);
/** A damaged file may take longer than a sound one; this long is a hang. */
const HANG_MS = 2_000;
/** Registers are cut to so many lines: damage matters, not size. */
const LINES = 25;

const SETTINGS: IntakeSettings = {
  members: [],
  mappings: [],
  classification: { families: {}, synonyms: {}, contracts: {} },
};
const AS_OF = day('2026-11-23');

const registers = ['l4h', 'tri-oph', 'coo-efficience'].flatMap(folder =>
  readdirSync(`fixtures/${folder}`)
    .filter(name => /\.(csv|xlsx)$/.test(name))
    .map(name => ({ name, bytes: shortened(name, readFileSync(`fixtures/${folder}/${name}`)) })),
);

function shortened(name: string, bytes: Buffer): Uint8Array {
  if (name.endsWith('.xlsx')) return bytes;
  return Buffer.from(bytes.toString('latin1').split('\n').slice(0, LINES).join('\n'), 'latin1');
}

let slowest = { ms: 0, input: '' };
const begin = performance.now();
for (let seed = FIRST; seed < FIRST + INPUTS; seed += 1) {
  const { name, bytes } = registers[seed % registers.length]!;
  const input = `${name}, seed ${seed}`;
  const start = performance.now();
  try {
    const { sources } = await readContracts([{ path: name, bytes: mutated(bytes, seed) }], SETTINGS, AS_OF);
    for (const { rows, contracts, duplicates, skipped, rejected } of sources) {
      if (rows !== contracts + duplicates + skipped + rejected) throw new Error('rows do not add up');
    }
  } catch (error) {
    throw new Error(`fuzz: ${input}`, { cause: error });
  }
  const ms = performance.now() - start;
  if (ms > HANG_MS) throw new Error(`fuzz: ${input} took ${Math.round(ms)} ms`);
  if (ms > slowest.ms) slowest = { ms, input };
}
const seconds = (performance.now() - begin) / 1000;
process.stdout.write(
  `${INPUTS} damaged registers read in ${seconds.toFixed(0)} s, no crash; slowest ${slowest.ms.toFixed(0)} ms (${slowest.input})\n`,
);
