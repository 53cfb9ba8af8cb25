/**
 * `normalize` on a generated register against csv-parse alone on the same file, alternating, each in its own process.
 * Bar: at most 3 times. Usage: npm run bench -- normalize [rows] [runs]
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

/** Seconds and peak memory (MB, from the kernel) of a process. */
function measure(args: readonly string[]): { seconds: number; megabytes: number } {
  const status = join(folder, 'time.txt');
  const begin = process.hrtime.bigint();
  const result = spawnSync('/usr/bin/time', ['-f', '%M', '-o', status, process.execPath, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (result.status === null || result.status > 1) throw new Error(String(result.stderr));
  return { seconds, megabytes: Number(readFileSync(status, 'utf8').trim().split('\n').at(-1)) / 1024 };
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
const seconds = new Map<string, number[]>();
const memory = new Map<string, number>();
for (let run = 0; run < RUNS; run += 1) {
  for (const [kind, args] of Object.entries(kinds)) {
    const measured = measure(args);
    seconds.set(kind, [...(seconds.get(kind) ?? []), measured.seconds]);
    memory.set(kind, Math.max(memory.get(kind) ?? 0, measured.megabytes));
  }
}
process.stdout.write(`${ROWS} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB, ${RUNS} runs\n`);
const base = median(seconds.get('csv-parse, stream')!);
for (const [kind, values] of seconds) {
  const time = median(values);
  process.stdout.write(
    `${kind}: ${time.toFixed(2)} s, ${Math.round(ROWS / time)} rows/s, ${memory.get(kind)!.toFixed(0)} MB, ratio ${(time / base).toFixed(2)}\n`,
  );
}
rmSync(folder, { recursive: true });
