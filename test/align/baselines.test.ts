import { describe, expect, it } from 'vitest';
import { instance } from '../../bench/instances.ts';
import { groundOf, planTenders } from '../../src/align/align.ts';
import { greedyBaseline, nearEnds, nearFinalEnds, poolOf } from '../../src/align/baselines.ts';
import { quartersOf, searchKey } from '../../src/align/choose.ts';
import { sortIntoKeys } from '../../src/align/keys.ts';
import { type WayFilter, openings } from '../../src/align/openKey.ts';
import { keyRules } from '../../src/align/rules.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';

const NOTHING = { frozen: [], contractAt: new Map(), tenderAt: new Set<string>(), coordinatorAt: new Map() };

describe('simpler ways of planning', () => {
  it('are worth more with anniversaries, more again with every lever, never more than the plan', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const group = instance({ members: 4, categories: 12 }, seed);
      const settings = { plan: { ...DEFAULT_PLAN, launchesPerQuarter: 2 }, calendar: DEFAULT_CALENDAR };
      const ground = groundOf(group, settings, group);
      const { keys } = sortIntoKeys(group.contracts, () => undefined, ground);
      const rules = keys.map(key => keyRules(key, [], [], ground));
      const openAt = openings(keys, rules, NOTHING, ground);
      const searched = keys.map((_, k) => searchKey(openAt(k), 1));
      const quarters = quartersOf(searched, [], ground);
      const planned = (accepts?: WayFilter) => {
        const pools = searched.map((found, k) => poolOf(openAt(k), found, ground, accepts));
        return greedyBaseline(pools, openAt, quarters, [], ground);
      };
      const { optimality, naive, greedy } = planTenders(group, settings, group);
      const anniversaries = planned(nearEnds);
      expect(naive).toEqual(planned(nearFinalEnds));
      expect(greedy).toEqual(planned());
      expect(naive.objective).toBeLessThan(anniversaries.objective);
      expect(anniversaries.objective).toBeLessThan(greedy.objective);
      expect(greedy.objective).toBeLessThanOrEqual(optimality.objective);
    }
  });
});
