/** The timeline: what its bars say, and that it is read at any width, without colour. */
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween } from '../../src/domain/day.ts';
import { covers, endsIn, monthColumns, scaleFor } from '../../src/report/months.ts';
import { timelineOf } from '../../src/report/timeline.ts';
import { FIXTURES, planOf, renderedText } from './fixture.ts';

describe.each(FIXTURES)('the timeline of %s', name => {
  it('runs from the present contract to the end of the joint one, a line a contract', async () => {
    const outcome = await planOf(name);
    const lanes = timelineOf(outcome);
    const { tenders } = outcome.plan;
    expect(lanes).toHaveLength(
      tenders.length + tenders.flatMap(({ participations }) => participations).length,
    );
    for (const { tender, contract, bars } of lanes) {
      const joint = bars.find(({ kind }) => kind === 'joint')!;
      expect(joint.to).toBe(tender.duration.endsOn);
      if (!contract) {
        expect(joint.from).toBe(tender.start);
        const procedure = bars.find(({ kind }) => kind === 'procedure')!;
        expect([procedure.from, addDays(procedure.to, 1)]).toEqual([tender.launchOn, tender.start]);
      } else {
        const own = tender.participations.find(item => item.contract === contract.id)!;
        expect(joint.from).toBe(own.joinsOn);
        expect(bars.find(({ kind }) => kind === 'contract')?.to).toBe(own.leavesOn);
        expect(bars.find(({ kind }) => kind === 'notice')?.to).toBe(own.decideBy);
      }
      for (const { from, to } of bars) expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0);
    }
  });

  it.each([40, 60, 80, 100, 160])('fits in %i columns', async width => {
    const outcome = await planOf(name);
    for (const lang of ['fr', 'en'] as const) {
      const text = await renderedText(outcome, 'table', { section: 'timeline', width, lang });
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
      expect(text).not.toContain('\u001B');
    }
  });

  it('says the same with colours', async () => {
    const outcome = await planOf(name);
    const [plain, coloured] = await Promise.all(
      [false, true].map(colour => renderedText(outcome, 'table', { section: 'timeline', colour })),
    );
    expect(coloured!.replace(/\u001B\[\d+m/g, '')).toBe(plain);
    expect(coloured).not.toBe(plain);
  });
});

describe('columns of months', () => {
  const span = { from: day('2026-11-23'), to: day('2028-02-02') };

  it('are whole months, of which the first and the last are in the span', () => {
    const columns = monthColumns(span, 1);
    expect(columns).toHaveLength(16);
    expect(columns[0]).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(columns.at(-1)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(monthColumns(span, 3)[1]).toEqual({ from: '2027-02-01', to: '2027-04-30' });
  });

  it('are wider when there are too many, and never overlap', () => {
    expect([100, 16, 15, 8, 6, 5, 1].map(most => scaleFor(span, most))).toEqual([1, 1, 2, 2, 3, 6, 12]);
    for (const scale of [1, 2, 3, 6, 12]) {
      const columns = monthColumns(span, scale);
      for (const [i, { to }] of columns.slice(0, -1).entries()) {
        expect(addDays(to, 1)).toBe(columns[i + 1]!.from);
      }
    }
  });

  it('show a bar from its first to its last day', () => {
    const bar = { kind: 'contract', from: day('2027-01-31'), to: day('2027-03-01') } as const;
    const shown = monthColumns(span, 1).filter(column => covers(bar, column));
    expect(shown.map(({ from }) => from)).toEqual(['2027-01-01', '2027-02-01', '2027-03-01']);
    expect(shown.map(column => endsIn(bar, column))).toEqual([false, false, true]);
  });
});
