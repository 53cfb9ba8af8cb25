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
/** Registers this short are read in milliseconds; this long is a hang. */
const HANG_MS = 5_000;
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

/** Read together, as a group's registers are: the classifier is prepared once. */
const TOGETHER = 25;

/** Milliseconds to read the registers damaged with these seeds; throws on a crash, or when rows do not add up. */
async function read(seeds: readonly number[]): Promise<number> {
  const files = seeds.map(seed => {
    const { name, bytes } = registers[seed % registers.length]!;
    return { path: `${seed}-${name}`, bytes: mutated(bytes, seed) };
  });
  const start = performance.now();
  const { sources } = await readContracts(files, SETTINGS, AS_OF);
  for (const { file, rows, contracts, duplicates, skipped, rejected } of sources) {
    if (rows !== contracts + duplicates + skipped + rejected)
      throw new Error(`rows of ${file} do not add up`);
  }
  return performance.now() - start;
}

let slowest = 0;
const begin = performance.now();
for (let first = FIRST; first < FIRST + INPUTS; first += TOGETHER) {
  const seeds = Array.from({ length: Math.min(TOGETHER, FIRST + INPUTS - first) }, (_, i) => first + i);
  try {
    slowest = Math.max(slowest, await read(seeds));
    if (slowest > HANG_MS) throw new Error('too slow');
  } catch {
    // Again one by one, to name the guilty one.
    for (const seed of seeds) {
      const ms = await read([seed]).catch((error: unknown) => {
        throw new Error(`fuzz: seed ${seed} (${registers[seed % registers.length]!.name})`, { cause: error });
      });
      if (ms > HANG_MS) throw new Error(`fuzz: seed ${seed} took ${Math.round(ms)} ms`);
    }
  }
}
const seconds = (performance.now() - begin) / 1000;
process.stdout.write(
  `${INPUTS} damaged registers read in ${seconds.toFixed(0)} s, no crash; slowest ${TOGETHER} took ${slowest.toFixed(0)} ms\n`,
);
