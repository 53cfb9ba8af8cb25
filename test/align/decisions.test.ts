import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionsOf } from '../../src/align/decisions.ts';
import { scheduleTender } from '../../src/align/schedule.ts';
import type { Contract } from '../../src/domain/contract.ts';
import { addDays, addMonths, day } from '../../src/domain/day.ts';
import { cents } from '../../src/domain/money.ts';
import type { Alone, Participation, Plan, Step, Tender, TenderId } from '../../src/domain/plan.ts';
import { noticeDeadlineFor, termOn } from '../../src/domain/term.ts';
import { AS_OF, category, contract, settings } from './samples.ts';

const START = day('2028-01-01');
const HORIZON = { from: AS_OF, to: addMonths(AS_OF, 60) };

function planOf(
  tenders: readonly Tender[],
  alone: readonly Alone[],
): Pick<Plan, 'asOf' | 'horizon' | 'tenders' | 'alone'> {
  return { asOf: AS_OF, horizon: HORIZON, tenders, alone };
}

function participation(of: Contract, steps: readonly Step[], gain = 1_000): Participation {
  const leavesOn = addDays(START, -1);
  const common = { joinsOn: START, leavesOn, parts: [], otherLevers: [], flags: [], gain: cents(gain) };
  return { member: of.member, contract: of.id, lever: 'non-renewal', steps, ...common };
}

function tenderOf(participations: readonly Participation[]): Tender {
  return { id: 'asc-2028' as TenderId, start: START, participations } as unknown as Tender;
}

const left = (of: Contract, rest: Partial<Alone> = {}): Alone => ({
  contract: of.id,
  reason: { code: 'NO_PARTNER', params: {} },
  ...rest,
});
const byId = (...contracts: readonly Contract[]) => new Map(contracts.map(each => [each.id, each]));
/** Tacit, a year at a time, from 2023: its terms end on 31 December. */
const YEARLY = { renewal: 'tacit', start: day('2023-01-01'), firmMonths: 12, renewalMonths: 12 } as const;

describe('the decisions of a tender', () => {
  const a1 = contract('a', 'A1', 40_000, { ...YEARLY, notice: { months: 3 } });
  const a2 = contract('a', 'A2', 10_000);
  const b1 = contract('b', 'B1', 50_000);
  const { steps } = scheduleTender(
    {
      category: category('ASC'),
      start: START,
      entries: [a1, a2, b1].map(each => ({ contract: each, joinsOn: START })),
    },
    { calendar: settings(), jointMonths: 48 },
    AS_OF,
  );
  const denounce: Step = { code: 'DENOUNCE', by: day('2027-09-30'), params: { end: '2027-12-31' } };
  const tender = tenderOf([
    participation(a1, [denounce, ...steps.get(a1.member)!]),
    participation(a2, steps.get(a2.member)!, 500),
    participation(b1, steps.get(b1.member)!),
  ]);
  const decisions = decisionsOf(planOf([tender], []), byId(a1, a2, b1));

  test('are listed by date, each member once for a step of the procedure', () => {
    expect(decisions.map(each => [each.by, each.member, each.code, each.contracts.join('+')])).toEqual([
      ['2027-05-13', 'a', 'STATE_NEEDS', 'A1+A2'],
      ['2027-05-13', 'b', 'STATE_NEEDS', 'B1'],
      ['2027-07-12', 'a', 'SIGN_CONVENTION', 'A1+A2'],
      ['2027-07-12', 'b', 'SIGN_CONVENTION', 'B1'],
      ['2027-09-30', 'a', 'DENOUNCE', 'A1'],
      ['2027-10-28', 'a', 'AWARD', 'A1+A2'],
      ['2027-10-28', 'b', 'AWARD', 'B1'],
    ]);
  });

  test('name the holders, the margin, and what is lost', () => {
    const [needs, , , , notice, award] = decisions;
    expect(needs).toMatchObject({
      suppliers: ['Titulaire A1', 'Titulaire A2'],
      margin: 172,
      status: 'open',
      lost: { code: 'LEFT_OUT', params: { gainAmount: cents(1_500) } },
    });
    // Not denounced, the contract runs on for a year more.
    expect(notice!.lost).toEqual({
      code: 'LOSES_TENDER',
      params: { gainAmount: cents(1_000), until: '2028-12-31' },
    });
    expect(award!.lost).toEqual({ code: 'DELAYS_AWARD', params: { start: START } });
  });

  test('leave out the steps of a procedure under way that are done', () => {
    const later = { ...planOf([tender], []), asOf: day('2027-07-13') };
    const codes = decisionsOf(later, byId(a1, a2, b1)).map(each => each.code);
    expect(codes).toEqual(['DENOUNCE', 'AWARD', 'AWARD']);
  });
});

describe('the watch on contracts left alone', () => {
  const watch = (of: Contract, rest: Partial<Alone> = {}) =>
    decisionsOf(planOf([], [left(of, rest)]), byId(of)).map(each => [
      each.code,
      each.by,
      each.status,
      each.lost.code,
      each.lost.params.until ?? each.lost.params.end,
    ]);

  test('a tacit renewal ahead', () => {
    const of = contract('a', 'A1', 1, { ...YEARLY, firmMonths: 60, notice: { months: 3 } });
    expect(watch(of)).toEqual([['WATCH_TACIT', '2027-09-30', 'open', 'RUNS_ON', '2028-12-31']]);
  });

  test('a notice missed: the contract runs on; and the next one', () => {
    const of = contract('a', 'A1', 1, { ...YEARLY, notice: { months: 3 } });
    expect(watch(of)).toEqual([
      ['WATCH_TACIT', '2026-09-30', 'missed', 'RUNS_ON', '2027-12-31'],
      ['WATCH_TACIT', '2027-09-30', 'open', 'RUNS_ON', '2028-12-31'],
    ]);
  });

  test('a deadline within thirty days stands out', () => {
    const of = contract('a', 'A1', 1, { ...YEARLY, notice: { days: 10 } });
    expect(watch(of)).toEqual([['WATCH_TACIT', '2026-12-21', 'urgent', 'RUNS_ON', '2027-12-31']]);
    const later = contract('a', 'A1', 1, { ...YEARLY, notice: { days: 8 } });
    expect(watch(later)).toEqual([['WATCH_TACIT', '2026-12-23', 'open', 'RUNS_ON', '2027-12-31']]);
  });

  test('an express renewal, and one that was missed', () => {
    const express = {
      renewal: 'express',
      firmMonths: 36,
      renewalMonths: 12,
      renewals: 1,
      notice: { months: 2 },
    } as const;
    expect(watch(contract('a', 'A1', 1, { ...express, start: day('2025-01-01') }))).toEqual([
      ['WATCH_EXPRESS', '2027-10-31', 'open', 'SERVICE_STOPS', '2027-12-31'],
    ]);
    expect(watch(contract('a', 'A1', 1, { ...express, start: day('2024-01-01') }))).toEqual([
      ['WATCH_EXPRESS', '2026-10-31', 'missed', 'SERVICE_STOPS', '2026-12-31'],
    ]);
  });

  test('a last end, which nothing renews, early enough to replace the contract: nine months for lifts', () => {
    const until2027 = ['WATCH_END', '2027-04-01', 'open', 'SERVICE_STOPS', '2027-12-31'];
    expect(watch(contract('a', 'A1', 1, { notice: { months: 3 } }))).toEqual([until2027]);
    expect(watch(contract('a', 'A1', 1))).toEqual([until2027]);
    // A notice longer than that time counts first.
    expect(watch(contract('a', 'A1', 1, { notice: { months: 12 } }))[0]![1]).toBe('2026-12-31');
    // Too late to be early: from today on. There was nothing to choose, so nothing was missed.
    const soon = ['WATCH_END', AS_OF, 'urgent', 'SERVICE_STOPS', '2026-12-31'];
    expect(watch(contract('a', 'A1', 1, { firmMonths: 36, notice: { months: 3 } }))).toEqual([soon]);
    expect(watch(contract('a', 'A1', 1, { firmMonths: 36 }))).toEqual([soon]);
  });

  test('the end of a single operation asks for nothing', () => {
    expect(watch(contract('a', 'A1', 1), { reason: { code: 'ONE_OFF', params: {} } })).toEqual([]);
  });

  test('an express renewal without notice can be taken until the end', () => {
    const of = contract('a', 'A1', 1, { renewal: 'express', renewals: 1, renewalMonths: 12 });
    expect(watch(of)).toEqual([['WATCH_EXPRESS', '2027-12-31', 'open', 'SERVICE_STOPS', '2027-12-31']]);
  });

  test('the last end of a tacit contract is watched like any other', () => {
    const last = { ...YEARLY, renewals: 3, notice: { months: 3 } } as const;
    expect(watch(contract('a', 'A1', 1, last))).toEqual([
      ['WATCH_END', AS_OF, 'urgent', 'SERVICE_STOPS', '2026-12-31'],
    ]);
  });

  test('a notice that the register does not give is the planner’s, marked', () => {
    const of = contract('a', 'A1', 1, YEARLY);
    expect(watch(of)).toEqual([]);
    const alone = { nextExit: day('2027-12-31'), decideBy: day('2027-09-30') };
    expect(watch(of, alone)).toEqual([['WATCH_TACIT', '2027-09-30', 'open', 'RUNS_ON', '2028-12-31']]);
    const [decision] = decisionsOf(planOf([], [left(of, alone)]), byId(of));
    expect(decision!.params).toEqual({ end: '2027-12-31', assumed: 1 });
  });

  test('nothing beyond the horizon, nor for a contract that is over', () => {
    expect(watch(contract('a', 'A1', 1, { ...YEARLY, firmMonths: 240, notice: { months: 3 } }))).toEqual([]);
    expect(
      watch(contract('a', 'A1', 1, { ...YEARLY, notice: { months: 3 } }, { status: 'terminated' })),
    ).toEqual([]);
  });
});

test('every decision that is not missed is at as-of or later, and in time for the notice', () => {
  const anyTerm = fc.record({
    renewal: fc.constantFrom('tacit' as const, 'express' as const, 'none' as const, 'unknown' as const),
    start: fc.integer({ min: -2500, max: 200 }).map(offset => addDays(AS_OF, offset)),
    firmMonths: fc.integer({ min: 1, max: 72 }),
    renewalMonths: fc.constantFrom(6, 12, 24),
    notice: fc.oneof(
      fc.integer({ min: 0, max: 12 }).map(months => ({ months })),
      fc.integer({ min: 0, max: 200 }).map(days => ({ days })),
    ),
  });
  let open = 0;
  fc.assert(
    fc.property(anyTerm, fc.option(fc.nat(4), { nil: undefined }), (reading, renewals) => {
      const term = termOn({ ...reading, ...(renewals !== undefined && { renewals }) }, AS_OF);
      const of = { ...contract('a', 'A1', 1), term };
      for (const decision of decisionsOf(planOf([], [left(of)]), byId(of))) {
        const end = day(String(decision.params.end));
        const deadline = noticeDeadlineFor(end, reading.notice);
        // No notice is owed for a last end: past its day, what is left is to replace the contract.
        const late = decision.code === 'WATCH_END' && deadline < AS_OF;
        expect(decision.by <= deadline || (late && decision.by === AS_OF)).toBe(true);
        expect(decision.status === 'missed').toBe(decision.by < AS_OF);
        expect(decision.margin).toBe(
          decision.status === 'missed' ? -Math.abs(decision.margin) : Math.abs(decision.margin),
        );
        expect(end >= AS_OF && decision.by <= HORIZON.to).toBe(true);
        open += decision.status === 'missed' ? 0 : 1;
      }
    }),
    { numRuns: 500 },
  );
  expect(open).toBeGreaterThan(100);
});
