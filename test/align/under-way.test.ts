/** Runs that follow one another: tenders under way keep their calendar and their members. */
import { describe, expect, test } from 'vitest';
import { planTenders } from '../../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { categoryById } from '../../src/data/categories.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import type { CategoryId } from '../../src/domain/category.ts';
import type { Contract } from '../../src/domain/contract.ts';
import { type Day, addDays, addMonths, day } from '../../src/domain/day.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { type TermReading, termOn } from '../../src/domain/term.ts';
import { AS_OF, CATEGORY, contract, ends, member } from './world.ts';

const LIFTS = { ...CATEGORY, ...categoryById('ASC' as CategoryId)! };
const pool = ['a', 'b', 'c'].map(owner => contract(owner, ends('2027-12-31'), { annual: 200_000 }));

function planOn(asOf: Day, contracts: readonly Contract[], previous?: Plan, leadMonths = 9): Plan {
  const members = [...new Set(contracts.map(c => c.member))].map(id => member(id));
  return planTenders(
    { asOf, members, contracts },
    { plan: DEFAULT_PLAN, calendar: DEFAULT_CALENDAR },
    { categoryOf: id => ({ ...LIFTS, id, leadMonths }), ...(previous && { previous }) },
  );
}

const first = planOn(AS_OF, pool);
const [tender] = first.tenders;

describe('a tender under way', () => {
  const begins = tender!.milestones[0]!.from;
  const runs = [addDays(begins, 20), addDays(tender!.launchOn, 5), day('2027-12-01')];

  test.each(runs)('seen on %s keeps its members, its calendar and its procedure', asOf => {
    const [now, ...others] = planOn(asOf, pool, first).tenders;
    expect(others).toEqual([]);
    expect(now).toMatchObject({
      id: tender!.id,
      launchOn: tender!.launchOn,
      milestones: tender!.milestones,
      warnings: [],
    });
    expect(now!.procedure.code).toBe(tender!.procedure.code);
    expect(now!.checks.map(({ code }) => code)).not.toContain('CALENDAR_TIGHT');
  });

  test.each(runs)('seen on %s takes in no member that was not named before (Rép. min. QE 100136)', asOf => {
    const late = contract('d', ends('2027-12-31'), { annual: 200_000 });
    const plan = planOn(asOf, [...pool, late], first);
    expect(plan.tenders.map(({ id }) => id)).toEqual([tender!.id]);
    expect(plan.alone.map(({ contract: id }) => id)).toEqual(['d/1']);
  });
});

test('no tender is planned at a start that its procedure cannot lead to, however short the lead time', () => {
  const quarterly: TermReading = {
    start: day('2026-01-01'),
    firmMonths: 3,
    renewal: 'tacit',
    renewals: 'unlimited',
    renewalMonths: 3,
    notice: { months: 1 },
  };
  for (const offset of [0, 60, 150, 240, 300]) {
    const asOf = addDays(AS_OF, offset);
    const free = ['a', 'b', 'c'].map(owner => ({
      ...contract(owner, ends('2027-12-31'), { annual: 200_000 }),
      term: termOn(quarterly, asOf),
    }));
    const { tenders } = planOn(asOf, free, undefined, 2);
    expect(tenders.length).toBeGreaterThan(0);
    for (const { warnings, milestones, start } of tenders) {
      // The two months of lead time would allow earlier ones.
      expect(start > addMonths(asOf, 4)).toBe(true);
      expect(warnings).toEqual([]);
      for (const { from } of milestones) expect(from >= asOf).toBe(true);
    }
  }
});
