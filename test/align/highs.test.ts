/** The planner against HiGHS on whole problems: a few here, all of them in `npm run bench -- planner-oracle`. */
import { describe, expect, it } from 'vitest';
import { instance } from '../../bench/instances.ts';
import { planTenders } from '../../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import { optimumOf } from './highs/oracle.ts';

const WORKER = new URL('./highs/worker.mjs', import.meta.url);

describe('the planner finds what HiGHS proves', () => {
  for (const [members, categories, launchesPerQuarter, seed] of [
    [3, 40, 2, 1],
    [3, 40, 4, 2],
    [6, 12, 1, 3],
  ] as const) {
    it(`${members} members, ${categories} categories, ${launchesPerQuarter} launches a quarter`, async () => {
      const group = instance({ members, categories }, seed);
      const settings = { ...DEFAULT_PLAN, launchesPerQuarter, coordinationsPerMember: 1000 };
      const { optimality } = planTenders(group, { plan: settings, calendar: DEFAULT_CALENDAR }, group);
      expect(optimality.status).toBe('optimal');
      expect(optimality.objective).toBe(await optimumOf({ ...group, settings }, 50, WORKER));
    });
  }
});
