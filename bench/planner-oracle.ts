/**
 * The planner against HiGHS (WebAssembly, in a worker) on whole problems: 3 × 40 and 6 × 40, 20 seeds, 2 and 4 launches
 * a quarter. Bar: equal to the cent, and proven. Usage: npm run bench -- planner-oracle [seeds] [seconds a problem]
 */
import { pathToFileURL } from 'node:url';
import { planTenders } from '../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../src/data/defaults.ts';
import { optimumOf } from '../test/align/highs/oracle.ts';
import { instance } from './instances.ts';

const SEEDS = Number(process.argv[2] ?? 20);
const SECONDS = Number(process.argv[3] ?? 300);
const WORKER = pathToFileURL('test/align/highs/worker.mjs');

let different = 0;
for (const members of [3, 6]) {
  for (const launchesPerQuarter of [2, 4]) {
    let [equal, unproven, timeouts] = [0, 0, 0];
    let [ours, theirs] = [0, 0];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const group = instance({ members, categories: 40 }, seed);
      const settings = { ...DEFAULT_PLAN, launchesPerQuarter, coordinationsPerMember: 1_000 };
      const begin = performance.now();
      const { optimality } = planTenders(group, { plan: settings, calendar: DEFAULT_CALENDAR }, group);
      const middle = performance.now();
      const optimum = await optimumOf({ ...group, settings }, SECONDS, WORKER);
      ours += middle - begin;
      theirs += performance.now() - middle;
      if (optimality.status !== 'optimal') unproven += 1;
      if (optimum === undefined) timeouts += 1;
      else if (optimum === optimality.objective) equal += 1;
      else {
        different += 1;
        process.stdout.write(`DIFFERENT: seed ${seed}: planner ${optimality.objective}, HiGHS ${optimum}\n`);
      }
    }
    process.stdout.write(
      `${members} × 40, K ${launchesPerQuarter}: ${equal} equal of ${SEEDS}, ${unproven} not proven, ` +
        `${timeouts} without an answer of HiGHS in ${SECONDS} s; mean ${Math.round(ours / SEEDS)} ms against ` +
        `${Math.round(theirs / SEEDS)} ms (its model written and solved)\n`,
    );
  }
}
process.exitCode = different === 0 ? 0 : 1;
