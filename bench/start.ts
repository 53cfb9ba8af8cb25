/**
 * Cold start: `align fixtures/l4h` against `node -e 0`, alternating in one run, medians. Bar: at most 3 times.
 * Usage: npm run bench -- start [runs]
 */
import { spawnSync } from 'node:child_process';

const RUNS = Number(process.argv[2] ?? 21);
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

function milliseconds(args: readonly string[]): number {
  const begin = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
  if (status === null || status > 1) throw new Error(`${args.join(' ')}: exit ${status}`);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const empty: number[] = [];
const align: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  empty.push(milliseconds(['-e', '0']));
  align.push(milliseconds(['bin/coop-plan.js', 'align', 'fixtures/l4h']));
}
const ratio = median(align) / median(empty);
process.stdout.write(
  `node -e 0: ${median(empty).toFixed(0)} ms; align fixtures/l4h: ${median(align).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (${RUNS} runs)\n`,
);
