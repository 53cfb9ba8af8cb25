/** What one quarterly meeting must know: to launch, to decide, missed; what was decided and does not hold. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/domain/contract.ts';
import { type Quarter, day } from '../../src/domain/day.ts';
import { diagnostic } from '../../src/domain/diagnostic.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Tender, TenderId } from '../../src/domain/plan.ts';
import type { Quarterly } from '../../src/domain/quarterly.ts';
import type { Ruling } from '../../src/domain/ruling.ts';
import { changesBetween } from '../../src/followup/changes.ts';
import { quarterlyOf } from '../../src/followup/quarterly.ts';
import { NOW, act, contract, run, tender, until } from './runs.ts';

type RunFacts = NonNullable<Parameters<typeof run>[0]>;

const QUARTER = '2027-Q2' as Quarter;
const all = ['a/1', 'b/1', 'c/1'].map(id => contract(id, until('2027-12-31')));
const now = (facts: RunFacts = {}): Outcome => run({ asOf: NOW, contracts: all, ...facts });

const ruled = (kind: 'ACCEPT' | 'REJECT', id: string, row = 2): Ruling => ({
  kind,
  tender: id as TenderId,
  at: { file: 'decisions.csv', row },
});

function meeting(after: Outcome, rulings: readonly Ruling[] = [], before?: Outcome): Quarterly {
  const since = before && { plan: before.plan, changes: changesBetween(before, after) };
  return quarterlyOf(after, QUARTER, rulings, since);
}

describe('tenders to launch', () => {
  it('are those whose preparation begins in the quarter, or should have', () => {
    const launching = (launch: string, frozen?: Tender['frozen']) =>
      tender(['a/1', 'b/1'], { launch, category: launch.replaceAll('-', ''), ...(frozen && { frozen }) });
    const tenders = [
      launching('2027-Q1'),
      launching('2027-Q2'),
      launching('2027-Q3'),
      launching('2026-Q4', 'PUBLISHED'),
      launching('2026-Q3', 'LAUNCHING_SOON'),
    ];
    expect(meeting(now({ tenders })).launches.map(id => id.slice(0, 6))).toEqual([
      '2027Q1',
      '2027Q2',
      '2026Q3',
    ]);
  });
});

describe('proposals', () => {
  const [near, far] = [
    tender(['a/1', 'b/1'], { launch: '2027-Q3' }),
    tender(['a/1', 'c/1'], { launch: '2027-Q4', category: 'PORTES' }),
  ];

  it('wait for a decision until there is one', () => {
    const tenders = [near, far];
    expect(meeting(now({ tenders })).pending).toEqual([near.id, far.id]);
    expect(meeting(now({ tenders }), [ruled('ACCEPT', near.id)]).pending).toEqual([far.id]);
    // Accepted with other members: a matter to review, not a new proposal.
    expect(meeting(now({ tenders }), [ruled('ACCEPT', 'ASC-2028-01-01-xyz')]).pending).toEqual([far.id]);
    expect(meeting(now({ tenders }), [ruled('ACCEPT', 'ASC-2028-04-01-ab')]).pending).toEqual([
      near.id,
      far.id,
    ]);
  });

  it.each([
    ['PUBLISHED', []],
    ['ACCEPTED', []],
    ['LAUNCHING_SOON', ['ASC-2028-01-01-ab']],
  ] as const)('that are %s', (frozen, expected) =>
    expect(meeting(now({ tenders: [{ ...near, frozen }] })).pending).toEqual(expected),
  );

  it('press when their preparation, or an act, is due before the meeting after the next', () => {
    const decisions = (by: string) => [act('DENOUNCE', by, ['a/1'], { tender: far.id, asOf: NOW })];
    const pressing = (facts: RunFacts) => meeting(now({ tenders: [near, far], ...facts })).pressing;
    expect(pressing({})).toEqual([near.id]);
    expect(pressing({ decisions: decisions('2027-09-30') })).toEqual([near.id, far.id]);
    expect(pressing({ decisions: decisions('2027-10-01') })).toEqual([near.id]);
    expect(pressing({ decisions: decisions('2027-02-21') })).toEqual([near.id]);
  });
});

describe('acts', () => {
  it('are those due by the end of the next quarter, what is missed apart', () => {
    const decisions = ['2027-02-21', '2027-02-22', '2027-09-30', '2027-10-01'].map(by =>
      act('AWARD', by, ['a/1'], { asOf: NOW }),
    );
    const { decisions: due, missed } = meeting(now({ decisions }));
    expect(due.map(({ by }) => by)).toEqual(['2027-02-22', '2027-09-30']);
    expect(missed.map(({ by }) => by)).toEqual(['2027-02-21']);
  });

  it('missed before the earlier report were told then', () => {
    const missed = ['2026-11-22', '2026-11-23', '2027-02-21'].map(by =>
      act('WATCH_END', by, ['a/1'], { end: '2027-03-31', asOf: NOW }),
    );
    const of = (before?: Outcome) =>
      meeting(now({ decisions: missed }), [], before).missed.map(({ by }) => by);
    expect(of()).toEqual(['2026-11-22', '2026-11-23', '2027-02-21']);
    expect(of(run())).toEqual(['2026-11-23', '2027-02-21']);
  });

  it('missed since, that the later plan asks for no more, are told too, once', () => {
    const asked = act('RENEW', '2026-12-31', ['a/1'], { end: '2028-03-31' });
    const before = run({ contracts: all, decisions: [asked] });
    expect(meeting(now(), [], before).missed).toMatchObject([
      { code: 'RENEW', by: '2026-12-31', status: 'missed', margin: -53 },
    ]);
    const again = act('WATCH_EXPRESS', '2026-12-31', ['a/1'], { end: '2027-12-31', asOf: NOW });
    expect(meeting(now({ decisions: [again] }), [], before).missed).toMatchObject([
      { code: 'WATCH_EXPRESS' },
    ]);
  });

  it('without an earlier plan, nothing is compared', () => {
    expect(meeting(now()).changes).toBeUndefined();
    expect(meeting(now(), [], run()).changes).toBeDefined();
    expect(meeting(now()).next).toBe('2027-Q3');
  });
});

describe('what the group decided, and does not hold', () => {
  const kinds = (quarterly: Quarterly) => quarterly.contradictions.map(({ kind }) => kind);
  const three = tender(['a/1', 'b/1', 'c/1'], { frozen: 'ACCEPTED' });

  it('holds', () => {
    expect(kinds(meeting(now({ tenders: [three] }), [ruled('ACCEPT', three.id)]))).toEqual([]);
  });

  it('cannot be read or followed: by place, problems of the registers apart', () => {
    const at = (row: number) => ({ file: 'decisions.csv', row });
    const problems = [
      diagnostic('RULING_WITHOUT_TENDER', at(9), { start: day('2028-01-01') }),
      diagnostic('RULINGS_CONTRADICT', at(4), { row: 9, file: 'decisions.csv' }),
    ];
    const unread = diagnostic('RULING_UNKNOWN', at(3), { known: '' }, 'acepte');
    const other = diagnostic('HEADER_NOT_FOUND', { file: 'a.csv' }, { known: '' });
    const { contradictions } = meeting(now({ planDiagnostics: problems, diagnostics: [other, unread] }));
    expect(
      contradictions.map(item => (item.kind === 'not-followed' ? item.diagnostic.at.row : item.kind)),
    ).toEqual([3, 4, 9]);
  });

  it('an accepted tender is proposed no more', () => {
    expect(kinds(meeting(now(), [ruled('ACCEPT', 'ASC-2028-01-01-abc')]))).toEqual(['not-made']);
    // Its start is past: it is made.
    expect(kinds(meeting(now(), [ruled('ACCEPT', 'ASC-2027-02-22-abc')]))).toEqual([]);
    expect(kinds(meeting(now(), [ruled('ACCEPT', 'ASC-2027-02-23-abc')]))).toEqual(['not-made']);
    // The planner has said why.
    const said = diagnostic(
      'RULING_WITHOUT_TENDER',
      { file: 'decisions.csv', row: 2 },
      { start: day('2028-01-01') },
      'ASC-2028-01-01-abc',
    );
    const twice = meeting(now({ planDiagnostics: [said] }), [ruled('ACCEPT', 'ASC-2028-01-01-abc')]);
    expect(kinds(twice)).toEqual(['not-followed']);
  });

  it('an acceptance that the group took back later is history; taken back the same day, it is not clear', () => {
    const id = 'ASC-2028-01-01-abc';
    const taken = diagnostic(
      'RULINGS_CONTRADICT',
      { file: 'decisions.csv', row: 2 },
      { row: 3, file: 'decisions.csv' },
    );
    const on = (first: string, second: string): Ruling[] => [
      { ...ruled('ACCEPT', id, 2), date: day(first) },
      { ...ruled('REJECT', id, 3), date: day(second) },
    ];
    const after = now({ planDiagnostics: [taken] });
    expect(kinds(meeting(after, on('2026-12-02', '2027-02-01')))).toEqual([]);
    expect(kinds(meeting(after, on('2026-12-02', '2026-12-02')))).toEqual(['not-followed']);
    expect(kinds(meeting(after, [ruled('ACCEPT', id, 2), ruled('REJECT', id, 3)]))).toEqual(['not-followed']);
  });

  it('a settled tender holds a contract that is another need now', () => {
    const other = [contract('a/1', until('2027-12-31'), { category: 'PORTES' }), ...all.slice(1)];
    const rulings = [ruled('ACCEPT', three.id)];
    const { contradictions } = meeting(now({ contracts: other, tenders: [three] }), rulings);
    expect(contradictions).toEqual([
      { kind: 'other-need', tender: three.id, contract: 'a/1', category: 'PORTES' },
    ]);
    const { frozen: _, ...open } = three;
    expect(kinds(meeting(now({ contracts: other, tenders: [open as Tender] })))).toEqual([]);
  });

  it('an accepted tender has other members: who came and who left', () => {
    const before = run({ contracts: all, tenders: [tender(['a/1', 'b/1'])] });
    const after = now({ tenders: [tender(['a/1', 'c/1'], { frozen: 'ACCEPTED' })] });
    const accepted = 'ASC-2028-01-01-ab';
    expect(meeting(after, [ruled('ACCEPT', accepted)], before).contradictions).toEqual([
      { kind: 'members-changed', accepted, now: 'ASC-2028-01-01-ac', membersIn: ['c'], membersOut: ['b'] },
    ]);
    expect(meeting(after, [ruled('ACCEPT', accepted)]).contradictions).toMatchObject([
      { kind: 'members-changed', membersIn: [], membersOut: [] },
    ]);
    // Confirmed since, with the new identifier, as the report asks: the first line stays in the register.
    const confirmed = [ruled('ACCEPT', accepted, 2), ruled('ACCEPT', 'ASC-2028-01-01-ac', 3)];
    expect(kinds(meeting(after, confirmed, before))).toEqual([]);
  });

  it('is first what cannot be followed', () => {
    const unread = diagnostic('RULING_UNKNOWN', { file: 'decisions.csv', row: 3 }, { known: '' }, 'x');
    const after = now({ tenders: [tender(['a/1', 'b/1'])], diagnostics: [unread] });
    const rulings = [ruled('ACCEPT', 'ASC-2028-01-01-xy'), ruled('ACCEPT', 'PORTES-2028-01-01-xy')];
    expect(kinds(meeting(after, rulings))).toEqual(['not-followed', 'not-made', 'members-changed']);
  });
});

it('names contracts as the registers do now', () => {
  const renumbered = { ...all[0]!, id: 'a/9' as Contract['id'], reference: '9' };
  const asked = act('RENEW', '2026-12-31', ['a/1'], { end: '2028-03-31' });
  const before = run({ contracts: all, decisions: [asked] });
  const after = now({ contracts: [renumbered, ...all.slice(1)] });
  expect(meeting(after, [], before).missed).toMatchObject([{ contracts: ['a/9'] }]);
});
