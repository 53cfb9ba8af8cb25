/** The conditions of `--fail-on`: each met, and not met. */
import { describe, expect, it } from 'vitest';
import type { Alert, FailOn } from '../../src/domain/alert.ts';
import { type Quarter, addDays } from '../../src/domain/day.ts';
import { diagnostic } from '../../src/domain/diagnostic.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { alertsOf } from '../../src/followup/alerts.ts';
import { changesBetween } from '../../src/followup/changes.ts';
import { quarterlyOf } from '../../src/followup/quarterly.ts';
import { NOW, act, contract, run, source, tender, until } from './runs.ts';

type RunFacts = NonNullable<Parameters<typeof run>[0]>;

function alerts(conditions: readonly FailOn[], after: Outcome, before?: Outcome): Alert[] {
  const since = before && { plan: before.plan, changes: changesBetween(before, after) };
  return alertsOf(conditions, after, quarterlyOf(after, '2027-Q2' as Quarter, [], since));
}
const count = (kind: Exclude<FailOn['kind'], 'deadline-within'>, after: Outcome, before?: Outcome): number =>
  alerts([{ kind }], after, before)[0]?.count ?? 0;
const now = (facts: RunFacts = {}): Outcome => run({ asOf: NOW, ...facts });

describe('deadline-within', () => {
  const dueIn = (days: number) => act('DENOUNCE', addDays(NOW, days), ['a/1'], { asOf: NOW });
  const within = (days: number, ...due: readonly number[]): number =>
    alerts([{ kind: 'deadline-within', days }], now({ decisions: due.map(dueIn) }))[0]?.count ?? 0;

  it.each([
    [30, -1, 0],
    [30, 0, 1],
    [30, 30, 1],
    [30, 31, 0],
    [0, 0, 1],
    [0, 1, 0],
  ])('%i days: a deadline in %i days', (days, due, expected) => expect(within(days, due)).toBe(expected));

  it('gives the first of them', () => {
    const [alert] = alerts(
      [{ kind: 'deadline-within', days: 30 }],
      now({ decisions: [-3, 2, 9].map(dueIn) }),
    );
    expect(alert).toMatchObject({ count: 2, decision: { by: addDays(NOW, 2) } });
  });
});

describe('missed-deadline', () => {
  const missed = (by: string): Outcome =>
    now({ decisions: [act('WATCH_EXPRESS', by, ['a/1'], { end: '2027-03-31', asOf: NOW })] });

  it('is met by a day that is past', () => {
    expect(count('missed-deadline', missed('2027-02-21'))).toBe(1);
    expect(count('missed-deadline', missed('2027-02-22'))).toBe(0);
  });

  it('is met once: the next report does not tell it again', () => {
    expect(count('missed-deadline', missed('2026-11-22'), run())).toBe(0);
    expect(count('missed-deadline', missed('2026-11-23'), run())).toBe(1);
  });
});

describe('data-errors', () => {
  const error = diagnostic('HEADER_NOT_FOUND', { file: 'a.csv' }, { known: '' });
  const warning = diagnostic('RULING_TENDER_UNKNOWN', { file: 'decisions.csv', row: 2 }, {}, 'X');

  it('is met by errors of the registers and of the decisions, not by warnings', () => {
    expect(count('data-errors', now({ diagnostics: [warning] }))).toBe(0);
    expect(count('data-errors', now({ diagnostics: [warning, error] }))).toBe(1);
    expect(count('data-errors', now({ planDiagnostics: [error], diagnostics: [error] }))).toBe(2);
  });
});

describe('unplanned-expiry', () => {
  it('is met by a contract that nothing follows', () => {
    const ending = (end: string): Outcome => now({ contracts: [contract('a/1', until(end), { asOf: NOW })] });
    expect(count('unplanned-expiry', ending('2027-06-30'))).toBe(1);
    expect(count('unplanned-expiry', ending('2031-12-31'))).toBe(0);
  });
});

describe('plan-changed', () => {
  const contracts = ['a/1', 'b/1', 'c/1'].map(id => contract(id, until('2027-12-31')));
  const of = (...tenders: readonly ReturnType<typeof tender>[]): RunFacts => ({ contracts, tenders });
  const three = tender(['a/1', 'b/1', 'c/1']);

  it.each<[string, RunFacts, RunFacts, number]>([
    ['nothing', of(three), of(three), 0],
    ['another coordinator', of(three), of({ ...three, coordinator: 'b' as never }), 0],
    ['a new tender', of(), of(three), 1],
    ['one proposed no more', of(three), of(), 1],
    ['a member less', of(three), of(tender(['a/1', 'b/1'])), 1],
    ['another start', of(three), of(tender(['a/1', 'b/1', 'c/1'], { start: '2028-04-01' })), 1],
  ])('by %s', (_, before, after, expected) =>
    expect(count('plan-changed', now(after), run(before))).toBe(expected),
  );

  it('is not met by a tender that has started', () => {
    const before = run(of(tender(['a/1', 'b/1'], { start: '2027-01-01' })));
    expect(count('plan-changed', now({ contracts: [contracts[2]!] }), before)).toBe(0);
  });

  it('is not met without an earlier plan', () => expect(count('plan-changed', now(of(three)))).toBe(0));
});

describe('layout-changed', () => {
  const read = (headings: Parameters<typeof source>[1]): Outcome =>
    run({ sources: [source('a.csv', headings)] });

  it('is met by an export whose columns changed, counted once', () => {
    expect(count('layout-changed', read({ Objet: 'title' }), read({ Objet: 'title' }))).toBe(0);
    expect(count('layout-changed', read({ Titre: 'title', X: '' }), read({ Objet: 'title' }))).toBe(1);
  });

  it('is met by a column that the configuration names and that is not there, without an earlier plan', () => {
    const missing = diagnostic('COLUMN_CONFIGURED_MISSING', { file: 'a.csv' }, { field: 'end' } as never);
    expect(count('layout-changed', now({ diagnostics: [missing] }))).toBe(1);
    expect(count('layout-changed', now())).toBe(0);
  });
});

it('are told in the order asked, those alone that are met', () => {
  const outcome = now({ decisions: [act('AWARD', '2027-01-01', ['a/1'], { asOf: NOW })] });
  const asked: FailOn[] = [
    { kind: 'unplanned-expiry' },
    { kind: 'missed-deadline' },
    { kind: 'deadline-within', days: 3 },
  ];
  expect(alerts(asked, outcome).map(({ condition }) => condition.kind)).toEqual(['missed-deadline']);
  expect(alerts([], outcome)).toEqual([]);
});
