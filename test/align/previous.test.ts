import { describe, expect, it } from 'vitest';
import { instance, perturbed } from '../../bench/instances.ts';
import { planTenders } from '../../src/align/align.ts';
import { comparePlans, revaluePlan } from '../../src/align/compare.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import { addMonths } from '../../src/domain/day.ts';
import { cents } from '../../src/domain/money.ts';
import { contract, ends, planOf } from './world.ts';

const settings = { plan: DEFAULT_PLAN, calendar: DEFAULT_CALENDAR };
const before = instance({ members: 4, categories: 15 }, 7);
const after = perturbed(before, 7, 0.5, 2);
const first = planTenders(before, settings, before);

describe('with an earlier plan', () => {
  const fresh = planTenders(after, settings, after);
  const steady = planTenders(after, settings, { ...after, previous: first });

  it('more of it is kept, for little of the value', () => {
    expect(comparePlans(first, steady).kept.length).toBeGreaterThanOrEqual(
      comparePlans(first, fresh).kept.length,
    );
    expect(steady.optimality.objective).toBeGreaterThan(0.9 * fresh.optimality.objective);
    expect(steady.optimality.objective).toBe(steady.tenders.reduce((sum, t) => sum + t.gain.expected, 0));
  });

  it('the same data give the same tenders', () => {
    const again = planTenders(before, settings, { ...before, previous: first });
    expect(again.tenders.map(({ id }) => id)).toEqual(first.tenders.map(({ id }) => id));
    expect(again.optimality.objective).toBe(first.optimality.objective);
  });

  it('tenders launching within six months do not move, nor lose members that can still come', () => {
    const frozen = steady.tenders.filter(tender => tender.frozen);
    expect(frozen.length).toBeGreaterThan(0);
    for (const tender of frozen) {
      const earlier = first.tenders.find(
        ({ category, start }) => category === tender.category && start === tender.start,
      )!;
      const members = new Set(earlier.participations.map(({ member }) => member));
      expect(tender.participations.every(({ member }) => members.has(member))).toBe(true);
      expect(tender.coordinator).toBe(earlier.coordinator);
    }
  });
});

describe('a frozen tender', () => {
  const pair = ['a', 'b'].map(m => contract(m, ends('2027-12-31'), { annual: 200_000 }));
  const earlier = planOf(pair);

  it('counts in the capacity of its quarter and among the tenders of its category', () => {
    const more = ['c', 'd'].map(m => contract(m, ends('2027-12-31'), { annual: 200_000 }));
    const plan = planOf(
      [...pair, ...more],
      { tendersPerKey: 1, stability: { ...DEFAULT_PLAN.stability, frozenMonths: 24 } },
      { previous: earlier },
    );
    expect(plan.tenders.map(({ frozen }) => frozen)).toEqual(['LAUNCHING_SOON']);
    expect(plan.alone.map(({ contract: id }) => id)).toEqual(['c/1', 'd/1']);
  });

  it('gives way to what the group has decided since', () => {
    const soon = { stability: { ...DEFAULT_PLAN.stability, frozenMonths: 24 } };
    const { id } = earlier.tenders[0]!;
    const at = { file: 'decisions.csv', row: 2 };
    const refused = planOf(pair, soon, { previous: earlier, rulings: [{ kind: 'REJECT', tender: id, at }] });
    expect(refused.tenders.map(tender => tender.start)).not.toContain(earlier.tenders[0]!.start);
    const out = { ...soon, optOut: { a: [pair[0]!.category.id] } };
    expect(planOf(pair, out, { previous: earlier }).tenders).toEqual([]);
  });

  it('is given up when fewer than two members are left', () => {
    const gone = planOf(
      [pair[0]!],
      { stability: { ...DEFAULT_PLAN.stability, frozenMonths: 24 } },
      { previous: earlier },
    );
    expect(gone.tenders).toEqual([]);
  });
});

describe('comparing', () => {
  it('values the same plan under other settings', () => {
    const same = revaluePlan(first, before, settings, before);
    expect(same.objective).toBe(first.optimality.objective);
    const [low, high] = [0.03, 0.1].map(expected => {
      const plan = { ...DEFAULT_PLAN, savings: { ...DEFAULT_PLAN.savings, expected } };
      return revaluePlan(first, before, { ...settings, plan }, before).objective;
    });
    expect(low).toBe(first.tenders.reduce((sum, { gain }) => sum + gain.low, 0));
    expect(high).toBe(first.tenders.reduce((sum, { gain }) => sum + gain.high, 0));
  });

  it('says what two plans have in common', () => {
    const dear = { ...settings, plan: { ...DEFAULT_PLAN, jointProcedure: cents(40_000) } };
    const second = planTenders(before, dear, before);
    const comparison = comparePlans(first, second);
    expect(comparison.kept.length + comparison.onlyFirst.length).toBe(first.tenders.length);
    expect(comparison.kept.length + comparison.onlySecond.length).toBe(second.tenders.length);
    expect(comparison.categories.reduce((sum, { gain }) => sum + gain.first, 0)).toBe(
      comparison.objective.first,
    );
    expect(comparison.categories.reduce((sum, { gain }) => sum + gain.second, 0)).toBe(
      comparison.objective.second,
    );
  });
});

describe('robustness', () => {
  it('names the ends that carry half of the exposure, most exposed first', () => {
    const exposures = first.datesToVerify.map(({ exposure }) => exposure);
    expect(exposures.length).toBeGreaterThan(0);
    expect(exposures.length).toBeLessThanOrEqual(20);
    expect(exposures).toEqual(exposures.toSorted((a, b) => b - a));
  });

  it('marks a tender that one wrong end would ruin', () => {
    const late = contract('a', ends('2028-12-31'), { annual: 100_000 });
    const plan = planOf([late, contract('b', ends('2027-12-31'), { annual: 100_000 })]);
    const [tender] = plan.tenders;
    expect(tender!.fragility).toBeDefined();
    // Moved by two months it could not join any more: without it there is no tender at all.
    expect(tender!.fragility!.loss).toBe(tender!.gain.expected);
    expect(addMonths(tender!.start, 12) <= '2029-01-01').toBe(true);
  });
});
