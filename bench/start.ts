/**
 * Cold start: `align fixtures/l4h` against `node -e 0`, alternating in one run, medians. Bar: at most 3 times.
 * Then where the time goes, from Node's own profiler, which slows everything a little: read the shares.
 * Usage: npm run bench -- start [runs]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = Number(process.argv[2] ?? 21);
const PROFILES = 5;
const ALIGN = ['bin/coop-plan.js', 'align', 'fixtures/l4h'];
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
  align.push(milliseconds(ALIGN));
}
const ratio = median(align) / median(empty);
process.stdout.write(
  `node -e 0: ${median(empty).toFixed(0)} ms; align fixtures/l4h: ${median(align).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (${RUNS} runs)\n`,
);

/** A profile as `--cpu-prof` writes it. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/** What each part of a run is known by: the innermost of these functions tells. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['collecting garbage', /^\(garbage collector\)$/],
  // The bundle's modules are functions named by their files.
  ['loading', /^(Script|require|keptCode|programFor|.+\.(ts|js|mjs|csv))$/],
  ['reading', /^(loadSettings|readSources|readContracts|readTables|rulingsOf)$/],
  ['planning', /^planTenders$/],
  ['printing', /^(terminal|writeOutputs)$/],
];

function partsOf({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id])));
  const partOf = (id: number | undefined): string => {
    if (id === undefined) return 'Node and the rest';
    const { functionName } = byId.get(id)!.callFrame;
    return PARTS.find(([, names]) => names.test(functionName))?.[0] ?? partOf(parents.get(id));
  };
  const parts = new Map<string, number>();
  samples.forEach((id, at) => parts.set(partOf(id), (parts.get(partOf(id)) ?? 0) + timeDeltas[at]! / 1000));
  return parts;
}

const folder = mkdtempSync(join(tmpdir(), 'coop-plan-'));
for (let run = 0; run < PROFILES; run += 1)
  milliseconds(['--cpu-prof', `--cpu-prof-dir=${folder}`, ...ALIGN]);
const profiles = readdirSync(folder).map(name =>
  partsOf(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile),
);
rmSync(folder, { recursive: true });

const named = [...new Set(profiles.flatMap(profile => [...profile.keys()]))];
const costs = new Map(named.map(part => [part, median(profiles.map(profile => profile.get(part) ?? 0))]));
const total = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
for (const [part, cost] of [...costs].toSorted((a, b) => b[1] - a[1])) {
  process.stdout.write(`${((cost / total) * 100).toFixed(0).padStart(4)} %  ${part}\n`);
}
