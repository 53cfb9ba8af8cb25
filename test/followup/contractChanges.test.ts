/** What became of the contracts of an earlier run: each change of a line of a register, and what is no change. */
import { describe, expect, it } from 'vitest';
import type { ContractChange } from '../../src/domain/changes.ts';
import type { Contract } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import type { Field } from '../../src/domain/field.ts';
import { type LostFields, contractChanges } from '../../src/followup/contractChanges.ts';
import { matchContracts } from '../../src/followup/matching.ts';
import { type Facts, NOW, THEN, contract, until, yearly } from './runs.ts';

function changes(
  before: readonly Contract[],
  after: readonly Contract[],
  lost: readonly Field[] = [],
): readonly ContractChange[] {
  const lostFields: LostFields = () => new Set(lost);
  return contractChanges(matchContracts(before, after), lostFields, NOW);
}

/** « changed a/1: AMOUNT {…} » */
function told(
  before: readonly Contract[],
  after: readonly Contract[],
  lost: readonly Field[] = [],
): string[] {
  return changes(before, after, lost).map(({ kind, contract: id, was, successor, what }) =>
    [
      kind,
      id,
      was && `was ${was}`,
      successor && `followed by ${successor}`,
      ...what.map(({ code, params }) => `${code} ${Object.values(params).join(' → ')}`),
    ]
      .filter(Boolean)
      .join(', '),
  );
}

type TermOf = Parameters<typeof contract>[1];
/** The same line of a register three months apart, each seen on its own day. */
const seen = (then: TermOf, now: TermOf, was: Facts = {}, is: Facts = was): string[] =>
  told([contract('a/1', then, was)], [contract('a/1', now, { ...is, asOf: NOW })]);

describe('a line that did not change', () => {
  it.each([
    ['a contract that ends', until('2028-12-31')],
    ['one that renews itself later', yearly('2025-07-01')],
    ['one of which nothing is known', {}],
    ['one without end', { openEnded: true, notice: { months: 6 } }],
  ])('%s: nothing to tell', (_, term) => expect(seen(term, term)).toEqual([]));

  it('is renewed when its tacit renewal came meanwhile', () =>
    expect(seen(yearly('2025-01-01'), yearly('2025-01-01'))).toEqual([
      'changed, a/1, RENEWED 2026-12-31 → 2027-12-31',
    ]));

  it('is renewed twice when both renewals came', () => {
    const monthly = yearly('2025-01-01', { firmMonths: 23, renewals: 9, renewalMonths: 1 });
    expect(seen(monthly, monthly)).toEqual(['changed, a/1, RENEWED 2026-11-30 → 2027-02-28']);
  });

  it('is over when its end came, with the contract that follows it', () => {
    const old = contract('a/1', { start: day('2023-01-01'), ...until('2026-12-31') });
    const over = { ...old, status: 'ended' as const };
    expect(told([old], [over])).toEqual(['ended, a/1']);
    const next = contract('a/2', { start: day('2027-01-01'), ...until('2030-12-31') });
    expect(told([old], [over, next])).toEqual(['ended, a/1, followed by a/2', 'appeared, a/2']);
    // It was in the register before the other ended.
    expect(told([old, next], [over, next])).toEqual(['ended, a/1, followed by a/2']);
    // Two could: nothing is guessed, in whatever order they stand.
    const twin = { ...next, id: 'a/3' as Contract['id'], title: 'Autre' };
    expect(told([old, next, twin], [over, next, twin])).toEqual(['ended, a/1']);
  });

  it('is no news when it was over already', () => {
    const over = contract('a/1', until('2025-12-31'), { status: 'ended' });
    expect(told([over], [over])).toEqual([]);
    expect(told([over], [])).toEqual([]);
  });
});

describe('a line that changed', () => {
  const express = yearly('2025-01-01', { renewal: 'express', renewals: 2 });

  it.each<[string, TermOf, TermOf, string]>([
    [
      'an express renewal taken',
      express,
      { ...express, statedCurrentEnd: day('2026-12-31') },
      'RENEWED 2025-12-31 → 2026-12-31',
    ],
    [
      'prolonged to another end than its renewals foresee',
      until('2027-11-30'),
      until('2027-12-31'),
      'END_MOVED 2027-11-30 → 2027-12-31',
    ],
    ['shortened', until('2027-12-31'), until('2027-06-30'), 'END_MOVED 2027-12-31 → 2027-06-30'],
    ['an end that is found', {}, until('2028-02-29'), 'END_KNOWN 2028-02-29'],
    ['an end that is lost', until('2028-02-29'), {}, 'END_LOST 2028-02-29'],
    [
      'a start found',
      until('2028-12-31'),
      { ...until('2028-12-31'), start: day('2025-01-01') },
      'START_MOVED 2025-01-01',
    ],
    [
      'one more renewal',
      yearly('2025-07-01'),
      yearly('2025-07-01', { renewals: 4 }),
      'LAST_END_MOVED 2029-06-30 → 2030-06-30',
    ],
    [
      'a cap set on its renewals',
      yearly('2025-07-01', { renewals: 'unlimited' }),
      yearly('2025-07-01'),
      'LAST_END_MOVED 2029-06-30',
    ],
    [
      'another notice',
      yearly('2025-07-01'),
      yearly('2025-07-01', { notice: { days: 60 } }),
      'NOTICE 3 m → 60 d',
    ],
  ])('%s', (_, then, now, expected) => expect(seen(then, now)).toEqual([`changed, a/1, ${expected}`]));

  it('renewed, and its last end changed with it', () =>
    expect(seen(yearly('2025-01-01'), yearly('2025-01-01', { renewals: 4 }))).toEqual([
      'changed, a/1, RENEWED 2026-12-31 → 2027-12-31, LAST_END_MOVED 2028-12-31 → 2029-12-31',
    ]));

  it('a start moved with its whole term is no renewal, even where ends fall alike', () => {
    expect(seen(yearly('2025-01-01'), yearly('2026-01-01', { firmMonths: 24 }))).toEqual([
      'changed, a/1, END_MOVED 2026-12-31 → 2027-12-31, START_MOVED 2025-01-01 → 2026-01-01',
    ]);
  });

  it('expressly renewed: tacit no more', () => {
    const tacit = yearly('2025-07-01');
    expect(seen(tacit, { ...tacit, renewal: 'express', statedRunning: true })).toEqual([
      'changed, a/1, RENEWAL_MODE tacit → express',
    ]);
  });

  it.each<[string, Facts, Facts, string]>([
    ['amount', { annual: 100 }, { annual: 200 }, 'AMOUNT 10000 → 20000'],
    ['amount found', { annual: null }, { annual: 200 }, 'AMOUNT_KNOWN 20000'],
    ['amount lost', { annual: 100 }, { annual: null }, 'AMOUNT_LOST 10000'],
    ['amount of nothing', { annual: 100 }, { annual: 0 }, 'AMOUNT 10000 → 0'],
    ['category', { category: 'ASC' }, { category: 'PORTES' }, 'CATEGORY ASC → PORTES'],
    ['holder', { supplier: 'Élévation' }, { supplier: 'Montée' }, 'SUPPLIER Élévation → Montée'],
    ['title', { title: 'Ascenseurs' }, { title: 'Portes' }, 'TITLE Ascenseurs → Portes'],
    ['territory', { territory: 'Rennes' }, { territory: 'Brest' }, 'TERRITORY Rennes → Brest'],
  ])('another %s', (_, was, is, expected) =>
    expect(seen(until('2028-12-31'), until('2028-12-31'), was, is)).toEqual([`changed, a/1, ${expected}`]),
  );

  it('spelt otherwise, it is the same', () =>
    expect(
      seen(
        until('2028-12-31'),
        until('2028-12-31'),
        { title: 'Entretien  des ascenseurs', supplier: 'Élévation & Cie', territory: "Côtes-d'Armor" },
        { title: 'ENTRETIEN DES ASCENSEURS', supplier: 'ELEVATION & CIE', territory: 'Cotes d’Armor' },
      ),
    ).toEqual([]));

  it('terminated early, it is over', () => {
    const [was, is] = [contract('a/1', yearly('2025-07-01')), contract('a/1', yearly('2025-07-01'))];
    expect(told([was], [{ ...is, status: 'terminated' }])).toEqual(['ended, a/1']);
    // The register took the termination back.
    expect(told([{ ...was, status: 'terminated' }], [is])).toEqual([]);
  });

  it('under another number, both are told', () => {
    const same = { title: 'Ascenseurs', supplier: 'Élévation' };
    const before = contract('a/2024-1', until('2028-12-31'), { ...same, reference: '2024-1' });
    const after = contract('a/m-7', until('2028-12-31'), { ...same, reference: 'M-7', annual: 1 });
    expect(told([before], [after])).toEqual([
      'changed, a/m-7, was a/2024-1, AMOUNT 5000000 → 100, REFERENCE 2024-1 → M-7',
    ]);
  });
});

describe('a column that its export has no more', () => {
  const was = { supplier: 'Élévation', territory: 'Rennes' };
  const then = yearly('2025-07-01');
  const { notice: _, ...now } = then;
  const bare = contract('a/1', now);

  it('is told of the export, not of each contract', () => {
    const before = [contract('a/1', then, was)];
    expect(told(before, [bare], ['supplier', 'territory', 'notice'])).toEqual([]);
    expect(told(before, [bare])).toEqual(['changed, a/1, NOTICE 3 m, SUPPLIER Élévation, TERRITORY Rennes']);
    // One of them alone.
    expect(told(before, [bare], ['supplier', 'notice'])).toEqual(['changed, a/1, TERRITORY Rennes']);
  });

  it('hides no value that is there', () => {
    const other = contract('a/1', then, { supplier: 'Montée', territory: 'Rennes' });
    expect(told([contract('a/1', then, was)], [other], ['supplier'])).toEqual([
      'changed, a/1, SUPPLIER Élévation → Montée',
    ]);
  });

  it('is told of each contract when it cannot be planned without', () => {
    const dateless = contract('a/1', {}, { ...was, annual: null });
    expect(told([contract('a/1', until('2028-12-31'), was)], [dateless], ['end', 'annualAmount'])).toEqual([
      'changed, a/1, END_LOST 2028-12-31, AMOUNT_LOST 5000000',
    ]);
  });
});

describe('a contract that only one run has', () => {
  it('appeared', () => expect(told([], [contract('a/1', {})])).toEqual(['appeared, a/1']));

  it.each<[string, TermOf, string]>([
    ['its end is past', until('2027-02-21'), 'ended'],
    ['its end is today', until('2027-02-22'), 'vanished'],
    ['its end is to come', until('2027-12-31'), 'vanished'],
    ['its end is not known', {}, 'vanished'],
    ['it renewed itself meanwhile', yearly('2025-01-01'), 'vanished'],
    ['its last renewal is over', yearly('2023-01-01'), 'ended'],
    ['it renews without cap', yearly('2023-01-01', { renewals: 'unlimited' }), 'vanished'],
    ['it was to be renewed expressly', yearly('2026-01-01', { renewal: 'express' }), 'ended'],
  ])('is gone, and %s: %s', (_, term, kind) =>
    expect(told([contract('a/1', term)], [])).toEqual([`${kind}, a/1`]),
  );

  it('by member, then number', () => {
    const ids = ['b/2', 'a/10', 'c/1', 'a/2'];
    const all = ids.map(id => contract(id, until('2028-12-31')));
    expect(changes([], all).map(({ contract: id }) => id)).toEqual(['a/10', 'a/2', 'b/2', 'c/1']);
    expect(THEN < NOW).toBe(true);
  });
});
