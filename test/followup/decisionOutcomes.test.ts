/** What became of the acts that an earlier plan asked for, as far as registers show it. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import type { Decision, DecisionCode } from '../../src/domain/decision.ts';
import { decisionOutcomes } from '../../src/followup/decisionOutcomes.ts';
import { matchContracts } from '../../src/followup/matching.ts';
import { NOW, act, contract, run, tender, until, yearly } from './runs.ts';

type RunFacts = NonNullable<Parameters<typeof run>[0]>;

/** The outcome of one act on `a/1`, which is first as `was`, then as the later run has it. */
function outcomeOf(decision: Decision, was: Contract, after: RunFacts): string | undefined {
  const [before, later] = [run({ contracts: [was], decisions: [decision] }), run({ asOf: NOW, ...after })];
  return decisionOutcomes(before, later, matchContracts(before.contracts, later.contracts))[0]?.outcome;
}

const [PAST, TO_COME] = ['2026-12-15', '2027-06-15'];
const express = yearly('2026-04-01', { renewal: 'express' });
const tacit = yearly('2026-04-01');
const END = '2027-03-31';
const was = (term: Parameters<typeof contract>[1]): Contract => contract('a/1', term);
const is = (term: Parameters<typeof contract>[1], status: Contract['status'] = 'running'): Contract =>
  contract('a/1', term, { status, asOf: NOW });
const next = contract('a/2', { start: day('2027-04-01'), ...until('2030-03-31') }, { asOf: NOW });
const follower = contract('a/3', { start: day('2027-01-01'), ...until('2030-12-31') });
const joint = { tenders: [tender(['a/1', 'b/1'])] };
const renewedOnce = { ...express, statedCurrentEnd: day('2028-03-31') };

describe.each<[DecisionCode, Contract, readonly (readonly [string, RunFacts, string, string])[]]>([
  [
    'DENOUNCE',
    was(tacit),
    [
      ['nothing changed', { contracts: [is(tacit)] }, 'missed', 'dropped'],
      [
        'a tender under way counts on it',
        { contracts: [is(tacit)], tenders: [tender(['a/1', 'b/1'], { leavesOn: END })] },
        'unconfirmed',
        'dropped',
      ],
      ['it is terminated', { contracts: [is(tacit, 'terminated')] }, 'met', 'met'],
      ['its last end is now that one', { contracts: [is({ ...tacit, renewals: 0 })] }, 'met', 'met'],
      ['it is gone before its end', { contracts: [] }, 'missed', 'dropped'],
      ['it is gone after its end', { contracts: [], asOf: day('2027-04-01') }, 'met', 'met'],
      ['it is gone on its last day', { contracts: [], asOf: day(END) }, 'missed', 'dropped'],
    ],
  ],
  [
    'DO_NOT_RENEW',
    was(express),
    [
      ['nothing changed', { contracts: [is(express)] }, 'met', 'dropped'],
      ['it was renewed', { contracts: [is(renewedOnce)] }, 'missed', 'dropped'],
    ],
  ],
  ...(['RENEW', 'EXTEND'] as const).map(
    (code): [DecisionCode, Contract, [string, RunFacts, string, string][]] => [
      code,
      was({ ...express, firmMonths: 9 }),
      [
        ['nothing changed', { contracts: [is({ ...express, firmMonths: 9 })] }, 'missed', 'dropped'],
        ['it runs until then', { contracts: [is(until(END))] }, 'met', 'met'],
        ['it runs further', { contracts: [is(until('2029-12-31'))] }, 'met', 'met'],
        ['it stops a day before', { contracts: [is(until('2027-03-30'))] }, 'missed', 'dropped'],
        ['its end is no longer known', { contracts: [is({})] }, 'missed', 'dropped'],
        ['it is gone, and followed', { contracts: [follower] }, 'met', 'met'],
        ['it is gone', { contracts: [] }, 'missed', 'dropped'],
      ],
    ],
  ),
  [
    'BRIDGE',
    was({ start: day('2023-01-01'), ...until('2026-12-31') }),
    [
      ['nothing changed', { contracts: [is(until('2026-12-31'))] }, 'missed', 'dropped'],
      [
        'it gave way to a contract that goes on',
        { contracts: [contract('a/2', { start: day('2027-01-01'), ...until('2027-12-31') })] },
        'met',
        'met',
      ],
    ],
  ],
  [
    'WATCH_TACIT',
    was(tacit),
    [
      ['nothing changed', { contracts: [is(tacit)] }, 'ran-on', 'dropped'],
      ['it is terminated', { contracts: [is(tacit, 'terminated')] }, 'met', 'met'],
      ['a tender has it now', { contracts: [is(tacit)], ...joint }, 'ran-on', 'dropped'],
    ],
  ],
  [
    'WATCH_EXPRESS',
    was(express),
    [
      ['nothing changed', { contracts: [is(express)] }, 'missed', 'dropped'],
      ['it was renewed', { contracts: [is(renewedOnce)] }, 'met', 'met'],
      ['another contract follows', { contracts: [is(express), next] }, 'met', 'met'],
      ['a tender has it now', { contracts: [is(express)], ...joint }, 'met', 'met'],
    ],
  ],
  [
    'WATCH_END',
    was(until(END)),
    [
      ['nothing changed', { contracts: [is(until(END))] }, 'missed', 'dropped'],
      ['it was prolonged', { contracts: [is(until('2027-09-30'))] }, 'met', 'met'],
      ['another contract follows', { contracts: [is(until(END)), next] }, 'met', 'met'],
      ['a tender has it now', { contracts: [is(until(END))], ...joint }, 'met', 'met'],
    ],
  ],
  ...(['STATE_NEEDS', 'SIGN_CONVENTION', 'AWARD'] as const).map(
    (code): [DecisionCode, Contract, [string, RunFacts, string, string][]] => [
      code,
      was(tacit),
      [
        ['no tender has it now', { contracts: [is(tacit)] }, 'dropped', 'dropped'],
        ['a tender has it', { contracts: [is(tacit)], ...joint }, 'unconfirmed', 'dropped'],
        ['it is gone', { contracts: [] }, 'dropped', 'dropped'],
      ],
    ],
  ),
])('%s', (code, earlier, cases) => {
  const shown = !['STATE_NEEDS', 'SIGN_CONVENTION', 'AWARD'].includes(code);

  it.each(cases)('%s', (_, after, past, before) => {
    // The same end throughout: the one that the act is about.
    const facts = shown ? { end: code === 'BRIDGE' ? '2027-12-31' : END } : {};
    expect(outcomeOf(act(code, PAST, ['a/1'], facts), earlier, after)).toBe(past);
    expect(outcomeOf(act(code, TO_COME, ['a/1'], facts), earlier, after)).toBe(before);
  });

  it('is to come when the later plan asks for it again, and nothing shows it', () => {
    const decision = act(code, TO_COME, ['a/1'], { end: shown ? '2027-12-31' : undefined });
    const bound = contract('a/1', { ...tacit, renewals: 'unlimited' });
    const after = { contracts: [is({ ...tacit, renewals: 'unlimited' })], decisions: [decision] };
    expect(outcomeOf(decision, bound, after)).toBe('pending');
  });
});

describe('an act', () => {
  const decision = act('WATCH_END', TO_COME, ['a/1'], { end: END });

  it('whose day was already past is no news', () => {
    expect(
      outcomeOf(act('WATCH_END', '2026-11-22', ['a/1'], { end: END }), was(until(END)), {}),
    ).toBeUndefined();
    expect(outcomeOf(act('WATCH_END', '2026-11-23', ['a/1'], { end: END }), was(until(END)), {})).toBe(
      'missed',
    );
  });

  it('on its very day is not past', () => {
    const contracts = [is(until(END))];
    const onTheDay = act('WATCH_END', NOW, ['a/1'], { end: END });
    expect(outcomeOf(onTheDay, was(until(END)), { contracts })).toBe('dropped');
    expect(
      outcomeOf(act('WATCH_END', '2027-02-21', ['a/1'], { end: END }), was(until(END)), { contracts }),
    ).toBe('missed');
  });

  it('asked for another day is the same; for another end, another', () => {
    const contracts = [is(until(END))];
    const asked = (end: string): RunFacts => ({
      contracts,
      decisions: [act('WATCH_END', '2027-09-01', ['a/1'], { end })],
    });
    expect(outcomeOf(decision, was(until(END)), asked(END))).toBe('pending');
    expect(outcomeOf(decision, was(until(END)), asked('2028-03-31'))).toBe('dropped');
  });

  it('asked again when its day is past is not to come', () => {
    const missed = act('WATCH_END', '2027-01-01', ['a/1'], { end: END, asOf: NOW });
    const after = { contracts: [is(until(END))], decisions: [missed] };
    expect(outcomeOf(act('WATCH_END', '2027-01-01', ['a/1'], { end: END }), was(until(END)), after)).toBe(
      'missed',
    );
  });

  it('follows its contracts to their new numbers', () => {
    const earlier = contract('a/1', until(END), { title: 'Ascenseurs', reference: '1' });
    const later = contract('a/9', until(END), { title: 'Ascenseurs', reference: '9', asOf: NOW });
    const [before, after] = [
      run({ contracts: [earlier], decisions: [decision] }),
      run({
        asOf: NOW,
        contracts: [later],
        decisions: [act('WATCH_END', TO_COME, ['a/9'], { end: END, asOf: NOW })],
      }),
    ];
    expect(decisionOutcomes(before, after, matchContracts(before.contracts, after.contracts))).toEqual([
      { decision, outcome: 'pending', contracts: ['a/9'] },
    ]);
  });

  it('is met when all its contracts show it, and only then', () => {
    const both = [was({ ...express, firmMonths: 9 }), contract('a/2', { ...express, firmMonths: 9 })];
    const renew = act('RENEW', PAST, ['a/1', 'a/2'], { end: END });
    const [before, half, whole] = [
      run({ contracts: both, decisions: [renew] }),
      run({ asOf: NOW, contracts: [is(until(END)), both[1]!] }),
      run({ asOf: NOW, contracts: [is(until(END)), contract('a/2', until(END))] }),
    ];
    const outcome = (after: typeof before): string | undefined =>
      decisionOutcomes(before, after, matchContracts(before.contracts, after.contracts))[0]?.outcome;
    expect(outcome(half)).toBe('missed');
    expect(outcome(whole)).toBe('met');
  });
});
