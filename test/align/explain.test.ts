import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import type { Contract, MemberId } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { TermReading } from '../../src/domain/term.ts';
import { CATEGORY, contract, ends, member, planOf } from './world.ts';

const reasonOf = (plan: Plan, id: string) => plan.alone.find(alone => alone.contract === id)?.reason;
const a = (term: TermReading, options = {}): Contract => contract('a', term, options);
/** Two members that make a tender on 1 January 2028. */
const pair = [
  contract('b', ends('2027-12-31'), { annual: 200_000 }),
  contract('c', ends('2027-12-31'), { annual: 200_000 }),
];

describe('a contract is alone because', () => {
  it('its member opted out', () => {
    const plan = planOf([a(ends('2027-12-31')), ...pair], { optOut: { a: [CATEGORY.id] } });
    expect(reasonOf(plan, 'a/1')).toEqual({ code: 'OPT_OUT', params: { basis: 'config' } });
  });

  it('it is over, a one-off operation, of no known category, or lacks something', () => {
    const over = { ...a(ends('2027-12-31'), { id: 'over' }), status: 'terminated' as const };
    const works = a(ends('2027-12-31'), { id: 'works', category: 'WORKS' });
    const other = a(ends('2027-12-31'), { id: 'other', category: 'OTHER' });
    const { amount: _amount, ...poor } = a(ends('2027-12-31'), { id: 'poor' });
    const endless = a({ renewal: 'unknown' }, { id: 'endless' });
    const plan = planOf([over, works, other, poor, endless, ...pair]);
    const codes = ['over', 'works', 'other', 'poor', 'endless'].map(id => reasonOf(plan, id));
    expect(codes.map(reason => reason?.code)).toEqual([
      'ENDED',
      'ONE_OFF',
      'NO_CATEGORY',
      'DATA_MISSING',
      'DATA_MISSING',
    ]);
    expect(codes.slice(3).map(reason => reason?.params.field)).toEqual(['amount', 'end']);
  });

  it('nobody else buys that', () => {
    expect(reasonOf(planOf([a(ends('2027-12-31'))]), 'a/1')?.code).toBe('NO_PARTNER');
  });

  it('it ends before a tender can start', () => {
    const plan = planOf([a(ends('2026-11-30'), { annual: 300_000 }), ...pair]);
    expect(reasonOf(plan, 'a/1')).toEqual({
      code: 'ENDS_TOO_SOON',
      params: { end: '2026-11-30', earliestStart: '2027-10-01' },
    });
  });

  it('its notice is passed, since a day', () => {
    const term: TermReading = {
      start: day('2025-01-01'),
      firmMonths: 36,
      renewal: 'tacit',
      renewals: 1,
      renewalMonths: 60,
      notice: { months: 18 },
    };
    expect(reasonOf(planOf([a(term), ...pair]), 'a/1')).toEqual({
      code: 'NOTICE_PASSED',
      params: { since: '2026-06-30', end: '2027-12-31' },
    });
  });

  it('no other member can be there at the same time', () => {
    const plan = planOf([a(ends('2030-09-30')), contract('b', ends('2027-10-01'))]);
    expect(reasonOf(plan, 'a/1')).toEqual({ code: 'WINDOW_MISMATCH', params: { partner: 'b', months: 36 } });
  });

  it('it is bound beyond the last start', () => {
    expect(reasonOf(planOf([a(ends('2033-12-31')), ...pair]), 'a/1')?.code).toBe('LOCKED_BEYOND_HORIZON');
  });

  it('its member would lose, or the group would', () => {
    const small = planOf([a(ends('2027-12-31'), { annual: 100 }), ...pair], {
      individualProcedure: { adapted: 0 as never, formal: 0 as never },
    });
    expect(reasonOf(small, 'a/1')?.code).toBe('OWN_LOSS');
    const poor = planOf([
      a(ends('2027-12-31'), { annual: 5_000 }),
      contract('b', ends('2027-12-31'), { annual: 5_000 }),
    ]);
    expect(reasonOf(poor, 'a/1')).toMatchObject({
      code: 'GROUP_LOSS',
      params: { missingAmount: expect.any(Number) },
    });
  });

  it('the quarter is full', () => {
    const other = ['d', 'e'].map(m => contract(m, ends('2027-12-31'), { annual: 300_000, category: 'EV' }));
    const plan = planOf([a(ends('2027-12-31')), contract('b', ends('2027-12-31'), { id: 'b/2' }), ...other], {
      launchesPerQuarter: 1,
      lastStartMonths: 14,
      extension: { maximumMonths: 0, fixed: 0 as never, rate: 0 },
      interim: { maximumMonths: 0, fixed: 0 as never, rate: 0 },
      deferredMonths: 0,
    });
    expect(reasonOf(plan, 'a/1')).toMatchObject({
      code: 'CAPACITY',
      params: { quarter: '2027-Q2', start: '2028-01-01' },
    });
  });

  it('it would lose at the start that was chosen, or cannot be there', () => {
    const yearly: TermReading = {
      start: day('2027-01-01'),
      firmMonths: 12,
      renewal: 'tacit',
      renewals: 'unlimited',
      renewalMonths: 12,
      notice: { months: 2 },
    };
    const large = ['b', 'c'].map(m => contract(m, yearly, { annual: 200_000 }));
    const free = { adapted: 0 as never, formal: 0 as never };
    // 12 000 € from January 2029 on save less than three years of coordination, more than two.
    const savings = { ...DEFAULT_PLAN.savings, tiers: [[2, 0.7]] as const };
    const plan = planOf([a(ends('2028-12-31'), { annual: 12_000 }), ...large], {
      individualProcedure: free,
      savings,
    });
    expect(plan.tenders.map(({ start }) => start)).toEqual(['2028-01-01']);
    expect(reasonOf(plan, 'a/1')).toMatchObject({
      code: 'LOSS_AT_CHOSEN_START',
      params: { tender: plan.tenders[0]!.id, missingAmount: 146_875 - 122_500 },
    });
    const late = planOf([a(ends('2029-06-30'), { annual: 30_000 }), ...large], { savings, tendersPerKey: 1 });
    expect(reasonOf(late, 'a/1')).toMatchObject({
      code: 'NOT_REACHABLE_AT_CHOSEN_START',
      params: { start: late.tenders[0]!.start, until: expect.any(String) },
    });
  });

  it('the category has its tenders', () => {
    const later = ['d', 'e'].map(m => contract(m, ends('2029-12-31'), { annual: 150_000 }));
    const plan = planOf([...pair, ...later], { tendersPerKey: 1 });
    expect(plan.alone.map(({ reason }) => reason.code)).toEqual(['MAX_WAVES', 'MAX_WAVES']);
  });

  it('the tender has its members, or one that is excluded', () => {
    const plan = planOf([a(ends('2027-12-31')), ...pair], { membersPerTender: 2 });
    expect(reasonOf(plan, 'a/1')).toMatchObject({ code: 'MAX_MEMBERS', params: { members: 2 } });
    const apart = planOf([a(ends('2027-12-31')), ...pair], {
      excludedPairs: [['a', 'b'] as unknown as [MemberId, MemberId]],
    });
    expect(reasonOf(apart, 'a/1')?.code).toBe('EXCLUDED_PAIR');
  });
});

describe('territories', () => {
  const local = {
    categoryOf: (id: Contract['category']['id']) => ({ ...CATEGORY, id, reach: 'local' as const }),
  };
  const here = (m: string, territory?: string, id = `${m}/1`) =>
    contract(m, ends('2027-12-31'), { annual: 200_000, id, ...(territory !== undefined && { territory }) });

  it('are never mixed for what is bought locally', () => {
    const plan = planOf([here('a', 'Brest'), here('b', 'Nantes')], {}, local);
    expect(plan.tenders).toEqual([]);
    expect(plan.alone.map(({ reason }) => reason.code)).toEqual(['NO_PARTNER', 'NO_PARTNER']);
  });

  it('are the same whatever their spelling, and each is planned', () => {
    const contracts = [
      here('a', 'Brest'),
      here('b', 'BREST'),
      here('a', 'Nantes', 'a/2'),
      here('c', 'nantes'),
    ];
    const plan = planOf(contracts, {}, local);
    expect(
      plan.tenders.map(({ territory, participations }) => [territory, participations.map(p => p.contract)]),
    ).toEqual([
      ['BREST', ['a/1', 'b/1']],
      ['Nantes', ['a/2', 'c/1']],
    ]);
  });

  it('come from the member when the register says nothing; unknown, the contract says so', () => {
    const members = [member('a', ['Brest']), member('b', ['Nantes', 'Brest']), member('c')];
    const plan = planOf([here('a'), here('b'), here('c')], {}, local, members);
    expect(plan.tenders[0]!.participations.map(({ member: m }) => m)).toEqual(['a', 'b']);
    expect(reasonOf(plan, 'c/1')).toEqual({ code: 'DATA_MISSING', params: { field: 'territory' } });
  });
});
