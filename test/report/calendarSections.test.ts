/** The parts of the report that come from law and calendar. */
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import { textsFor } from '../../src/i18n/index.ts';
import { terminal } from '../../src/report/formats/terminal.ts';
import type { Cell, Section } from '../../src/report/table.ts';
import { viewOf } from '../../src/report/view.ts';
import { planOf } from './fixture.ts';

const outcome = (await planOf('l4h')) as Outcome;
const { plan } = outcome;

/** The cells of a column, by its stable name. */
function column({ columns, rows }: Section, id: string): Cell[] {
  const rank = columns.findIndex(each => each.id === id);
  expect(rank, id).toBeGreaterThanOrEqual(0);
  return rows.map(({ cells }) => cells[rank]!);
}

describe.each(['fr', 'en'] as const)('in %s', language => {
  const texts = textsFor(language);
  const { sections } = viewOf(outcome, texts);

  test('milestones are those of every tender, stage by stage', () => {
    const stages = plan.tenders.flatMap(tender => tender.milestones);
    expect(column(sections.milestones, 'from')).toEqual(stages.map(({ from }) => ({ day: from })));
    expect(column(sections.milestones, 'to')).toEqual(stages.map(({ to }) => ({ day: to })));
    for (const stage of column(sections.milestones, 'stage')) expect(stage).not.toMatch(/^[a-z_]+$/);
  });

  test('every check is shown, the gravest of a tender first, and to be confirmed', () => {
    const count = plan.tenders.reduce((sum, { checks, warnings }) => {
      return sum + checks.length + warnings.filter(({ code }) => code === 'START_IMPOSSIBLE').length;
    }, 0);
    const said = column(sections.checks, 'check');
    expect(said).toHaveLength(count);
    for (const text of said) {
      expect(text).toContain(texts.legal.confirm);
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    }
    const { warns, informs } = texts.legal.effect;
    const effects = column(sections.checks, 'effect');
    const starts = column(sections.checks, 'category').map((category, k) =>
      JSON.stringify([category, column(sections.checks, 'start')[k]]),
    );
    effects.forEach((effect, k) => {
      if (effect === warns && starts[k] === starts[k - 1]) expect(effects[k - 1]).not.toBe(informs);
    });
  });

  test('a tight calendar names its stages and their days', () => {
    const tight = plan.tenders.flatMap(({ checks }) => checks).find(({ code }) => code === 'CALENDAR_TIGHT')!;
    const [, id, days, usual] = /^(\w+) (\d+)\/(\d+)/.exec(String(tight.params.stages))!;
    const text = column(sections.checks, 'check').find(cell =>
      String(cell).includes(texts.legal.check.CALENDAR_TIGHT({ stages: '…' }).split('…')[0]!),
    );
    expect(text).toContain(days);
    expect(text).toContain(usual);
    expect(text).not.toContain(`${id} `);
  });

  test('the load adds up: a launch a tender, and the buyer-days of each procedure', () => {
    const sum = (id: string): number =>
      column(sections.workload, id).reduce((total, cell) => total + (cell as { number: number }).number, 0);
    expect(sum('launches')).toBe(plan.tenders.length);
    expect(sum('buyerDays')).toBeCloseTo(20 * plan.tenders.length, 6);
  });

  test('a decision names the holder, and what is lost otherwise', () => {
    const suppliers = column(sections.decisions, 'supplier');
    const lost = column(sections.decisions, 'lost');
    plan.decisions.forEach((decision, k) => {
      expect(suppliers[k]).toBe(decision.suppliers.join(' ; ') || null);
      expect(lost[k]).toMatch(/^\p{Lu}.*\.$/u);
    });
    const page = terminal(
      { kind: 'schedule', ...outcome },
      { texts, section: 'decisions', width: 160, colour: false },
    );
    const missed = plan.decisions.find(({ status }) => status === 'missed');
    expect(page).toContain(texts.format.day(missed!.by));
    expect(page).toContain(missed!.suppliers[0]!.split(' ')[0]);
  });
});
