import { describe, expect, it } from 'vitest';
import { instance, perturbed } from '../../bench/instances.ts';
import { planTenders } from '../../src/align/align.ts';
import { comparePlans, revaluePlan } from '../../src/align/compare.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import type { MemberId } from '../../src/domain/contract.ts';
import { type Day, addDays, addMonths } from '../../src/domain/day.ts';
import { cents } from '../../src/domain/money.ts';
import type { TenderId } from '../../src/domain/plan.ts';
import { CATEGORY, contract, ends, member, planOf } from './world.ts';

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

describe('a tender that is kept', () => {
  it('rather keeps its coordinator, when that costs no balance', () => {
    const group = ['a', 'b'].map(m => contract(m, ends('2028-12-31'), { annual: 200_000 }));
    const first = planOf(group);
    const other = first.tenders[0]!.coordinator === 'a' ? 'b' : 'a';
    const previous = {
      tenders: first.tenders.map(tender => ({ ...tender, coordinator: other as MemberId })),
    };
    expect(planOf(group, {}, { previous }).tenders.map(({ coordinator }) => coordinator)).toEqual([other]);
  });
});

describe('a frozen tender', () => {
  const pair = ['a', 'b'].map(m => contract(m, ends('2027-12-31'), { annual: 200_000 }));
  const earlier = planOf(pair);

  it('that its coordinator has left is coordinated by another of its members', () => {
    const three = ['a', 'b', 'c'].map(m => contract(m, ends('2027-12-31'), { annual: 200_000 }));
    const before = planOf(three);
    const gone = before.tenders[0]!.coordinator;
    const soon = { stability: { ...DEFAULT_PLAN.stability, frozenMonths: 24 } };
    const plan = planOf(
      three.filter(({ member }) => member !== gone),
      soon,
      { previous: before },
    );
    const [tender] = plan.tenders;
    expect(tender!.frozen).toBe('LAUNCHING_SOON');
    expect(tender!.participations.map(({ member }) => member)).toContain(tender!.coordinator);
  });

  it('loses a contract that the register says is terminated', () => {
    const three = ['a', 'b', 'c'].map(m => contract(m, ends('2027-12-31'), { annual: 200_000 }));
    const before = planOf(three);
    const soon = { stability: { ...DEFAULT_PLAN.stability, frozenMonths: 24 } };
    const now = three.map(c => (c.member === 'c' ? { ...c, status: 'terminated' as const } : c));
    const [tender] = planOf(now, soon, { previous: before }).tenders;
    expect(tender!.frozen).toBe('LAUNCHING_SOON');
    expect(tender!.participations.map(({ member }) => member)).toEqual(['a', 'b']);
  });

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

  it('tells those who come later that it is under way, not that nobody buys the same', () => {
    const late = contract('c', ends('2027-12-31'), { annual: 200_000 });
    const soon = { stability: { ...DEFAULT_PLAN.stability, frozenMonths: 24 } };
    const plan = planOf([...pair, late], soon, { previous: earlier });
    expect(plan.alone.map(({ contract: id, reason }) => [id, reason])).toEqual([
      ['c/1', { code: 'TENDER_CLOSED', params: { start: earlier.tenders[0]!.start } }],
    ]);
  });

  it('is published once its call is out, under way from the day on which its preparation should begin', () => {
    const [tender] = earlier.tenders;
    const publication = tender!.milestones.find(({ code }) => code === 'publication')!.from;
    const frozenAt = (asOf: Day): string | undefined =>
      planTenders({ asOf, members: ['a', 'b'].map(id => member(id)), contracts: pair }, settings, {
        categoryOf: id => ({ ...CATEGORY, id }),
        previous: earlier,
      }).tenders[0]?.frozen;
    expect(frozenAt(publication)).toBe('PUBLISHED');
    expect(frozenAt(addDays(publication, -1))).toBe('UNDER_WAY');
  });

  it('is a start that the group may have fixed, though it could not be planned any more', () => {
    const [tender] = earlier.tenders;
    const asOf = addMonths(tender!.start, -6);
    const at = { file: 'decisions.csv', row: 2 };
    const fixed = { kind: 'FIX_START' as const, category: tender!.category, start: tender!.start, at };
    const plan = (previous?: typeof earlier) =>
      planTenders({ asOf, members: ['a', 'b'].map(id => member(id)), contracts: pair }, settings, {
        categoryOf: id => ({ ...CATEGORY, id }),
        rulings: [fixed],
        ...(previous && { previous }),
      });
    expect(plan(earlier).diagnostics).toEqual([]);
    expect(plan(earlier).tenders.map(({ start }) => start)).toEqual([tender!.start]);
    expect(plan().diagnostics.map(({ code }) => code)).toEqual(['RULING_START_IMPOSSIBLE']);
  });

  it('leaves a decision on a tender that has begun in peace', () => {
    const at = { file: 'decisions.csv', row: 2 };
    const accepted = (id: string) => ({ kind: 'ACCEPT' as const, tender: id as TenderId, at });
    const codes = (id: string) =>
      planOf(pair, {}, { rulings: [accepted(id)] }).diagnostics.map(({ code }) => code);
    expect(codes('ASC-2026-01-01-0123abcd')).toEqual([]);
    expect(codes('ASC-2046-01-01-0123abcd')).toEqual(['RULING_TENDER_UNKNOWN']);
  });

  it('says nothing of a refusal whose start comes too soon to be planned any more', () => {
    const at = { file: 'decisions.csv', row: 2 };
    const codes = (kind: 'REJECT' | 'ACCEPT', start: string) =>
      planOf(
        pair,
        {},
        { rulings: [{ kind, tender: `ASC-${start}-0123abcd` as TenderId, at }] },
      ).diagnostics.map(({ code }) => code);
    expect(codes('REJECT', '2027-04-01')).toEqual([]);
    expect(codes('ACCEPT', '2027-04-01')).toEqual(['RULING_TENDER_UNKNOWN']);
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
