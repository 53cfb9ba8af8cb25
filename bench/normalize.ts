/**
 * `normalize` on a generated register against csv-parse alone on the same file, alternating, each in its own process:
 * elapsed time, and processor time, which a loaded machine does not change. Bar: at most 3 times. Usage: npm run bench -- normalize [rows] [runs]
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerLines } from './register.ts';

const ROWS = Number(process.argv[2] ?? 100_000);
const RUNS = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'coop-plan-bench-'));
const file = join(folder, 'registre.csv');

function writeRegister(): void {
  const handle = openSync(file, 'w');
  let chunk = '';
  for (const line of registerLines(ROWS)) {
    chunk += `${line}\r\n`;
    if (chunk.length > 1 << 20) {
      writeSync(handle, chunk);
      chunk = '';
    }
  }
  writeSync(handle, chunk);
  closeSync(handle);
}

// csv-parse as its documentation shows it for files of any size: a stream, every record consumed.
const CSV_PARSE_ALONE = `
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
let n = 0;
for await (const record of createReadStream(${JSON.stringify(file)}).pipe(parse({ delimiter: ';', relax_column_count: true }))) n += record.length;
console.log(n);`;
const CSV_PARSE_SYNC = `
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
console.log(parse(readFileSync(${JSON.stringify(file)}), { delimiter: ';', relax_column_count: true }).length);`;

interface Measured {
  readonly seconds: number;
  /** Processor time, its helper threads' included. */
  readonly user: number;
  /** Peak memory, from the kernel. */
  readonly megabytes: number;
}

function measure(args: readonly string[]): Measured {
  const status = join(folder, 'time.txt');
  const begin = process.hrtime.bigint();
  const result = spawnSync('/usr/bin/time', ['-f', '%M %U', '-o', status, process.execPath, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (result.status === null || result.status > 1) throw new Error(String(result.stderr));
  const [kilobytes, user] = readFileSync(status, 'utf8').trim().split('\n').at(-1)!.split(' ').map(Number);
  return { seconds, user: user!, megabytes: kilobytes! / 1024 };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

writeRegister();
const kinds = {
  'csv-parse, stream': ['--input-type=module', '-e', CSV_PARSE_ALONE],
  'csv-parse, sync': ['--input-type=module', '-e', CSV_PARSE_SYNC],
  normalize: [
    'bin/coop-plan.js',
    'normalize',
    file,
    '--as-of',
    '2026-11-23',
    '-q',
    '-o',
    join(folder, 'out.csv'),
  ],
};
const runs = new Map<string, Measured[]>();
for (let run = 0; run < RUNS; run += 1) {
  for (const [kind, args] of Object.entries(kinds)) {
    runs.set(kind, [...(runs.get(kind) ?? []), measure(args)]);
  }
}
process.stdout.write(`${ROWS} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB, ${RUNS} runs\n`);
const of = (kind: string, what: keyof Measured): number => median(runs.get(kind)!.map(run => run[what]));
const BASE = 'csv-parse, stream';
for (const kind of runs.keys()) {
  const [time, user] = [of(kind, 'seconds'), of(kind, 'user')];
  const peak = Math.max(...runs.get(kind)!.map(run => run.megabytes));
  process.stdout.write(
    `${kind}: ${time.toFixed(2)} s, ${Math.round(ROWS / time)} rows/s, ratio ${(time / of(BASE, 'seconds')).toFixed(2)}; ` +
      `user ${user.toFixed(2)} s, ratio ${(user / of(BASE, 'user')).toFixed(2)}; ${peak.toFixed(0)} MB\n`,
  );
}
rmSync(folder, { recursive: true });
