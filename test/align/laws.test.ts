/** Laws of every plan, on invented groups: seen by a checker that shares nothing with the solver. */
import { describe, expect, it } from 'vitest';
import { instance, shuffled } from '../../bench/instances.ts';
import { planTenders } from '../../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { PlanSettings } from '../../src/domain/settings.ts';
import { faultsOf } from './checker.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];
const group = (seed: number) => instance({ members: 4, categories: 12 }, seed);
const plan = (seed: number, settings: Partial<PlanSettings> = {}, of = group(seed)): Plan =>
  planTenders(of, { plan: { ...DEFAULT_PLAN, ...settings }, calendar: DEFAULT_CALENDAR }, of);
const value = (seed: number, settings: Partial<PlanSettings>): number =>
  plan(seed, settings).optimality.objective;

const VARIANTS: readonly Partial<PlanSettings>[] = [
  {},
  { launchesPerQuarter: 1 },
  { launchesPerQuarter: null, tendersPerKey: 3 },
  { membersPerTender: 3, everyMemberGains: false, tendersPerKey: 1 },
  { coordinationsPerMember: 1, launchesPerQuarter: 2 },
];

describe('every plan', () => {
  for (const settings of VARIANTS) {
    it(`keeps the rules with ${JSON.stringify(settings)}`, () => {
      for (const seed of SEEDS) {
        const world = { ...group(seed), settings: { ...DEFAULT_PLAN, ...settings } };
        expect(faultsOf(plan(seed, settings), world)).toEqual([]);
      }
    });
  }

  it('keeps members that are excluded from one another apart, and says so', () => {
    for (const seed of SEEDS) {
      const of = group(seed);
      const excludedPairs = [[of.members[0]!.id, of.members[1]!.id]] as const;
      const settings = { ...DEFAULT_PLAN, excludedPairs };
      expect(faultsOf(plan(seed, { excludedPairs }), { ...of, settings })).toEqual([]);
    }
  });

  it('does not depend on the order of contracts and members', () => {
    for (const seed of SEEDS) {
      const of = group(seed);
      const other = { ...of, contracts: shuffled(of.contracts, seed), members: shuffled(of.members, seed) };
      expect(JSON.stringify(plan(seed, {}, other))).toBe(JSON.stringify(plan(seed, {}, of)));
    }
  });
});

describe('the objective never goes down', () => {
  const TIGHT: Partial<PlanSettings> = { launchesPerQuarter: 1 };

  it('when a quarter can carry more launches', () => {
    for (const seed of SEEDS) {
      const values = [1, 2, 4, null].map(launchesPerQuarter => value(seed, { launchesPerQuarter }));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  it('when a category may have more tenders', () => {
    for (const seed of SEEDS) {
      const values = [1, 2, 3].map(tendersPerKey => value(seed, { ...TIGHT, tendersPerKey }));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  it('when a lever is added', () => {
    const none = { maximumMonths: 0, fixed: DEFAULT_PLAN.interim.fixed, rate: 0.03 };
    for (const seed of SEEDS) {
      const bare = value(seed, { ...TIGHT, deferredMonths: 0, extension: none, interim: none });
      const extended = value(seed, { ...TIGHT, deferredMonths: 0, interim: none });
      const bridged = value(seed, { ...TIGHT, deferredMonths: 0 });
      const deferred = value(seed, TIGHT);
      expect([bare, extended, bridged, deferred]).toEqual(
        [bare, extended, bridged, deferred].toSorted((a, b) => a - b),
      );
      expect(deferred).toBeGreaterThan(bare);
    }
  });

  it('when a member no longer opts out, or may lose', () => {
    for (const seed of SEEDS) {
      const of = group(seed);
      const categories = of.contracts.slice(0, 5).map(({ category }) => category.id);
      const optOut = { [of.members[0]!.id]: categories };
      expect(value(seed, { ...TIGHT, optOut })).toBeLessThanOrEqual(value(seed, TIGHT));
      expect(value(seed, TIGHT)).toBeLessThanOrEqual(value(seed, { ...TIGHT, everyMemberGains: false }));
    }
  });
});

describe('simpler ways of planning', () => {
  it('are never better', () => {
    for (const seed of SEEDS) {
      for (const settings of VARIANTS) {
        const { optimality, naive, greedy } = plan(seed, settings);
        expect(naive.objective).toBeLessThanOrEqual(optimality.objective);
        expect(greedy.objective).toBeLessThanOrEqual(optimality.objective);
      }
    }
  });
});
