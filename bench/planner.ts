/**
 * The planner on invented groups of four sizes: objective, bound, gap, time, memory, and what simpler ways of planning
 * would give. Each size runs in its own process. Bars: docs/planning.md.
 * Usage: npm run bench -- planner [sizes: small medium large national] [regions]
 */
import { spawnSync } from 'node:child_process';
import { planTenders } from '../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../src/data/defaults.ts';
import { spareMemory } from '../src/io.ts';
import { type InstanceSize, instance } from './instances.ts';

interface Case extends InstanceSize {
  readonly launches: readonly number[];
  readonly seeds: number;
}

const REGIONS = Number(process.argv.find(argument => /^\d+$/.test(argument)) ?? 13);
const CASES: Readonly<Record<string, Case>> = {
  small: { members: 3, categories: 40, launches: [2, 4], seeds: 20 },
  medium: { members: 6, categories: 40, launches: [2, 4], seeds: 20 },
  large: { members: 50, categories: 60, density: 1.37, launches: [6, 12], seeds: 3 },
  national: {
    members: 46,
    categories: 60,
    density: 4.86,
    regions: REGIONS,
    launches: [6 * REGIONS],
    seeds: 1,
  },
};

const one = process.argv.indexOf('--one');
if (one > 0) measure(process.argv[one + 1]!, Number(process.argv[one + 2]));
else {
  const wanted = process.argv.slice(2).filter(name => name in CASES);
  for (const name of wanted.length > 0 ? wanted : Object.keys(CASES)) {
    for (const launches of CASES[name]!.launches) {
      const args = ['--expose-gc', process.argv[1]!, String(REGIONS), '--one', name, String(launches)];
      spawnSync(process.execPath, args, { stdio: 'inherit' });
    }
  }
}

function measure(name: string, launchesPerQuarter: number): void {
  const { seeds, ...size } = CASES[name]!;
  // As the tool does for registers of that size.
  if (name === 'national') spareMemory();
  const times: number[] = [];
  let [contracts, gap, proven, naive, greedy, tenders, below] = [0, 0, 0, 0, 0, 0, 0];
  let [objective, bound] = [0, 0];
  globalThis.gc?.();
  let base = process.memoryUsage().rss;
  let peak = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const group = instance(size, seed);
    if (seed === 1) {
      globalThis.gc?.();
      base = process.memoryUsage().rss;
    }
    const settings = { ...DEFAULT_PLAN, launchesPerQuarter };
    const begin = performance.now();
    const plan = planTenders(group, { plan: settings, calendar: DEFAULT_CALENDAR }, group);
    times.push(performance.now() - begin);
    if (seed === 1) peak = process.resourceUsage().maxRSS;
    const { optimality } = plan;
    contracts += group.contracts.length / seeds;
    tenders += plan.tenders.length / seeds;
    objective += optimality.objective / seeds / 100;
    bound += optimality.bound / seeds / 100;
    gap = Math.max(gap, optimality.gap);
    if (optimality.status === 'optimal') proven += 1;
    naive += 1 - plan.naive.objective / optimality.objective;
    greedy += 1 - plan.greedy.objective / optimality.objective;
    if (Math.max(plan.naive.objective, plan.greedy.objective) > optimality.objective) below += 1;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const percent = (sum: number): string => `${((100 * sum) / seeds).toFixed(1)} %`;
  const euros = (amount: number): string => `${Math.round(amount / 1000)} k€`;
  process.stdout.write(
    `${name}: ${size.regions ? `${size.regions} × ` : ''}${size.members} × ${size.categories}, K ${launchesPerQuarter}, ` +
      `${seeds} seed(s), ${Math.round(contracts)} contracts, ${Math.round(tenders)} tenders\n` +
      `  objective ${euros(objective)}, bound ${euros(bound)}, proven ${proven}/${seeds}, widest gap ${(100 * gap).toFixed(4)} %\n` +
      `  time: median ${Math.round(sorted[sorted.length >> 1]!)} ms, longest ${Math.round(sorted.at(-1)!)} ms; ` +
      `memory of the first: ${Math.round(peak / 1024)} MB in all, ${Math.round(base / 1048576)} MB before planning\n` +
      `  naive loses ${percent(naive)}, greedy ${percent(greedy)}; better than the plan: ${below} time(s)\n`,
  );
}
