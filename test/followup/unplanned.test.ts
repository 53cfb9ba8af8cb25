/** Contracts that end soon and that nothing follows. */
import { describe, expect, it } from 'vitest';
import { categoryById } from '../../src/data/categories.ts';
import type { CategoryId } from '../../src/domain/category.ts';
import type { Contract } from '../../src/domain/contract.ts';
import { type Quarter, addMonths, day } from '../../src/domain/day.ts';
import { unplannedExpiries } from '../../src/followup/unplanned.ts';
import { NOW, contract, run, tender, until, yearly } from './runs.ts';

type RunFacts = NonNullable<Parameters<typeof run>[0]>;

const lead = categoryById('ASC' as CategoryId)!.leadMonths;
/** The day until which a procedure begun now would last, beyond the end of the next quarter. */
const IN_TIME = addMonths(NOW, lead);
const UNTIL = '2027-Q3' as Quarter;

const found = (contracts: readonly Contract[], facts: RunFacts = {}): string[] =>
  unplannedExpiries(run({ asOf: NOW, contracts, ...facts }), UNTIL).map(
    ({ contract: id, end, renewable, replaceFrom }) =>
      `${id} ${end} ${renewable ? 'renewable ' : ''}from ${replaceFrom}`,
  );
const seen = (term: Parameters<typeof contract>[1], facts: Parameters<typeof contract>[2] = {}): Contract =>
  contract('a/1', term, { asOf: NOW, ...facts });

describe('a contract that ends', () => {
  it('soon, with nothing behind it', () =>
    expect(found([seen(until('2027-06-30'))])).toEqual([
      `a/1 2027-06-30 from ${addMonths(day('2027-07-01'), -lead)}`,
    ]));

  it('is soon until a procedure begun today could replace it', () => {
    expect(IN_TIME > '2027-09-30').toBe(true);
    expect(found([seen(until(IN_TIME))])).toHaveLength(1);
    expect(found([seen(until('2028-09-30'))])).toEqual([]);
  });

  it('is soon until the end of the next quarter, however fast it is replaced', () => {
    const swift = { ...categoryById('ASC' as CategoryId)!, id: 'VITE' as CategoryId, leadMonths: 1 };
    const ends = (end: string): string[] =>
      found([seen(until(end), { category: 'VITE' })], { categories: [swift] });
    expect(ends('2027-09-30')).toEqual(['a/1 2027-09-30 from 2027-09-01']);
    expect(ends('2027-10-01')).toEqual([]);
  });

  it('today is not too late to be told; yesterday is over', () => {
    expect(found([seen(until('2027-02-22'))])).toHaveLength(1);
    expect(found([seen(until('2027-02-21'))])).toEqual([]);
  });

  it('is planned when a tender has it', () => {
    const tenders = [tender(['a/1', 'b/1'])];
    expect(found([seen(until('2027-06-30'))], { tenders })).toEqual([]);
  });

  it('is planned when another contract of the register follows it', () => {
    const next = contract('a/2', { start: day('2027-07-01'), ...until('2030-06-30') }, { asOf: NOW });
    expect(found([seen(until('2027-06-30')), next])).toEqual([]);
    const elsewhere = { ...next, member: 'b' as Contract['member'] };
    expect(found([seen(until('2027-06-30')), elsewhere])).toHaveLength(1);
  });

  it.each(['ONE_OFF', 'ENDED'] as const)('is not replaced: %s', code =>
    expect(found([seen(until('2027-06-30'))], { alone: { 'a/1': code } })).toEqual([]),
  );

  it.each(['OPT_OUT', 'NO_CATEGORY', 'DATA_MISSING', 'CAPACITY'] as const)(
    'is to be replaced, whatever keeps it alone: %s',
    code => expect(found([seen(until('2027-06-30'))], { alone: { 'a/1': code } })).toHaveLength(1),
  );
});

describe('a renewal', () => {
  it('that comes by itself is no end', () => expect(found([seen(yearly('2025-07-01'))])).toEqual([]));

  it('without cap is no end', () =>
    expect(found([seen(yearly('2020-07-01', { renewals: 'unlimited' }))])).toEqual([]));

  it('whose last came: it ends', () =>
    expect(found([seen(yearly('2023-07-01'))])).toEqual([
      `a/1 2027-06-30 from ${addMonths(day('2027-07-01'), -lead)}`,
    ]));

  it('that must be taken: it ends unless it is', () =>
    expect(found([seen(yearly('2026-07-01', { renewal: 'express' }))])).toEqual([
      `a/1 2027-06-30 renewable from ${addMonths(day('2027-07-01'), -lead)}`,
    ]));

  it('of an unknown kind: it may end', () =>
    expect(found([seen({ ...until('2027-06-30'), renewal: 'unknown' })])).toHaveLength(1));
});

it('of which no end is known cannot be said to end', () => {
  expect(found([seen({})])).toEqual([]);
  expect(found([seen({ openEnded: true })])).toEqual([]);
});

it('by end, then contract', () => {
  const all = ['b/1', 'a/2', 'a/1'].map(id =>
    contract(id, until(id === 'b/1' ? '2027-05-31' : '2027-06-30')),
  );
  expect(found(all).map(line => line.slice(0, 3))).toEqual(['b/1', 'a/1', 'a/2']);
});
