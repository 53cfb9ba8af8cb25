import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instance, instance } from '../../bench/instances.ts';
import { planTenders } from '../../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import { cents } from '../../src/domain/money.ts';
import type { PlanSettings } from '../../src/domain/settings.ts';
import { bestPlanValue } from './bruteForcePlan.ts';
import { faultsOf } from './checker.ts';

const tiny = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  members: fc.integer({ min: 2, max: 4 }),
  categories: fc.integer({ min: 1, max: 2 }),
  everyMemberGains: fc.boolean(),
  membersPerTender: fc.constantFrom(null, 3, 2),
  tendersPerKey: fc.integer({ min: 1, max: 3 }),
  launchesPerQuarter: fc.constantFrom(null, 1, 2),
  lastStartMonths: fc.constantFrom(18, 24),
  excluded: fc.boolean(),
  jointProcedure: fc.constantFrom(cents(12_000), cents(3_000)),
});

/** A group of at most five contracts a category, and its settings. */
function worldOf(of: typeof tiny extends fc.Arbitrary<infer T> ? T : never): {
  group: Instance;
  settings: PlanSettings;
} {
  const { seed, members, categories, excluded, ...chosen } = of;
  const whole = instance({ members, categories }, seed);
  const kept = new Map<string, number>();
  const contracts = whole.contracts.filter(({ category: { id } }) => {
    kept.set(id, (kept.get(id) ?? 0) + 1);
    return kept.get(id)! <= 5;
  });
  const [a, b] = whole.members;
  const settings = {
    ...DEFAULT_PLAN,
    ...chosen,
    coordinationsPerMember: 100,
    excludedPairs: excluded ? [[a!.id, b!.id] as const] : [],
  };
  return { group: { ...whole, contracts }, settings };
}

describe('the plan', () => {
  it('is the best that trying everything finds, to the cent, and keeps the rules', () => {
    fc.assert(
      fc.property(tiny, of => {
        const { group, settings } = worldOf(of);
        const world = { ...group, settings };
        const plan = planTenders(group, { plan: settings, calendar: DEFAULT_CALENDAR }, group);
        expect(plan.optimality).toMatchObject({ status: 'optimal', objective: bestPlanValue(world) });
        expect(faultsOf(plan, world)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('is the best around the tenders that the group has accepted', () => {
    fc.assert(
      fc.property(tiny, of => {
        const { group, settings } = worldOf(of);
        const first = planTenders(group, { plan: settings, calendar: DEFAULT_CALENDAR }, group);
        const accepted = first.tenders.at(-1);
        fc.pre(accepted !== undefined);
        // The other settings change: what is accepted stays as it is, the rest is the best of the new ones.
        const changed = {
          ...settings,
          exitRate: 0.02,
          interim: { ...settings.interim, fixed: cents(9_000) },
        };
        const ruling = {
          kind: 'ACCEPT',
          tender: accepted!.id,
          at: { file: 'decisions.csv', row: 2 },
        } as const;
        const context = { ...group, previous: first, rulings: [ruling] };
        const plan = planTenders(group, { plan: changed, calendar: DEFAULT_CALENDAR }, context);
        const frozen = plan.tenders.find(({ id }) => id === accepted!.id)!;
        expect(frozen.frozen).toBeDefined();
        const inside = new Set(frozen.participations.map(({ contract }) => contract));
        const rest = {
          ...group,
          contracts: group.contracts.filter(({ id }) => !inside.has(id)),
          settings: changed,
        };
        const others = plan.tenders.filter(tender => tender.frozen);
        fc.pre(others.length === 1);
        // What keeps the earlier plan is worth something to the search only: compare without it.
        const free = {
          ...changed,
          stability: { ...changed.stability, perTender: cents(0), perContract: cents(0) },
        };
        const best = planTenders(group, { plan: free, calendar: DEFAULT_CALENDAR }, context);
        const taken = { launches: new Map([[frozen.launch, 1]]), tenders: new Map([[frozen.category, 1]]) };
        const value = bestPlanValue(rest, taken) + frozen.gain.expected;
        expect(best.optimality).toMatchObject({ status: 'optimal', objective: value });
        expect(plan.optimality.objective).toBeLessThanOrEqual(value);
      }),
      { numRuns: 120 },
    );
  });
});
