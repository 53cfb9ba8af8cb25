/** The same contract in two runs: by its identifier, by its content, or the one that took its place. */
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/domain/contract.ts';
import { carriedOver } from '../../src/followup/carriedOver.ts';
import { matchContracts } from '../../src/followup/matching.ts';
import { isSucceeded, successorsAmong } from '../../src/followup/succession.ts';
import { type Facts, NOW, contract, run, tender, until, yearly } from './runs.ts';

const term = { ...until('2028-12-31'), start: yearly('2025-01-01').start! };

const paired = (before: readonly Contract[], after: readonly Contract[]): string[] =>
  matchContracts(before, after).pairs.map(([was, is]) => `${was.id} → ${is.id}`);

describe('a contract whose number changed', () => {
  const sharing: readonly [string, Facts, Facts][] = [
    ['its number, written otherwise', { reference: 'AH 24/003' }, { reference: 'ah-24-3', title: 'Autre' }],
    [
      'its title, holder and start',
      { title: 'Ascenseurs', supplier: 'Élévation', lot: '1' },
      { title: 'ASCENSEURS', supplier: 'Elevation', lot: '2' },
    ],
    [
      'its title, start and lot',
      { title: 'Ascenseurs', supplier: 'Élévation', lot: '1' },
      { title: 'Ascenseurs', supplier: 'Montée', lot: '1' },
    ],
    [
      'its need, holder, start and amount',
      { title: 'Ascenseurs', supplier: 'Élévation' },
      { title: 'Appareils élévateurs', supplier: 'Élévation' },
    ],
  ];

  it.each(sharing)('is the same by %s', (_, was, is) => {
    expect(paired([contract('a/1', term, was)], [contract('a/9', term, is)])).toEqual(['a/1 → a/9']);
  });

  it.each(sharing)('is nobody’s when two share %s', (_, was, is) => {
    const others = { reference: 'Z', title: 'Autre chose', supplier: 'Autre' };
    const twins = [contract('a/8', term, is), contract('a/9', term, is)];
    expect(paired([contract('a/1', term, was)], twins)).toEqual([]);
    const two = [contract('a/1', term, was), contract('a/2', term, was), contract('a/3', term, others)];
    expect(paired(two, [contract('a/9', term, is)])).toEqual([]);
  });

  it('is never one of another member', () => {
    const same = { reference: '2024-003', title: 'Ascenseurs', supplier: 'Élévation' };
    expect(paired([contract('a/1', term, same)], [contract('b/1', term, same)])).toEqual([]);
  });

  it('is not matched on nothing: a content that is not known is no content', () => {
    const bare = { title: 'Marché' };
    expect(paired([contract('a/1', {}, bare)], [contract('a/9', {}, bare)])).toEqual([]);
    const other = contract('a/9', term, { title: 'Autre', annual: null, supplier: 'S' });
    expect(paired([contract('a/1', term, { annual: null, supplier: 'S' })], [other])).toEqual([]);
  });

  it('leaves alone what its identifier already names', () => {
    const same = { title: 'Ascenseurs', supplier: 'Élévation' };
    const before = [contract('a/1', term, same), contract('a/2', term, same)];
    const after = [contract('a/1', term, same), contract('a/3', term, same)];
    expect(paired(before, after)).toEqual(['a/1 → a/1', 'a/2 → a/3']);
  });

  it('keeps numbers apart that differ by more than their writing', () => {
    const numbered = (id: string, reference: string): Contract =>
      contract(id, until(`20${id.at(-1)}0-12-31`), { reference, title: reference, annual: null });
    expect(paired([numbered('a/3', '2024-1-10')], [numbered('a/4', '2024-110')])).toEqual([]);
    expect(paired([numbered('a/3', '2024-001')], [numbered('a/4', '2024-100')])).toEqual([]);
  });
});

describe('the contract that takes the place of another', () => {
  const old = contract('a/1', { ...until('2027-01-31'), start: yearly('2024-02-01').start! });
  const follows = (start: string, end: string, facts: Facts = {}): Contract =>
    contract('a/2', { ...until(end), start: yearly(start).start! }, { asOf: NOW, ...facts });

  it.each([
    ['starts the day after', follows('2027-02-01', '2028-01-31'), true],
    ['starts three months before the end', follows('2026-10-31', '2028-01-31'), true],
    ['starts earlier than that', follows('2026-10-30', '2028-01-31'), false],
    ['starts three months after the end', follows('2027-04-30', '2028-01-31'), true],
    ['starts later than that', follows('2027-05-01', '2028-01-31'), false],
    ['goes no further', follows('2026-12-01', '2027-01-31'), false],
    ['is of another need', follows('2027-02-01', '2028-01-31', { category: 'NETT' }), false],
    ['is of another lot and place', follows('2027-02-01', '2028-01-31', { lot: '2', territory: 'x' }), false],
    ['has no need that is known', follows('2027-02-01', '2028-01-31', { category: 'OTHER' }), false],
  ])('%s', (_, other, expected) => {
    const { category } = other.category.id === 'OTHER' ? other : old;
    expect(isSucceeded({ ...old, category }, successorsAmong([old, other]))).toBe(expected);
  });

  it('carries an earlier plan over: the successor is in the tender, unless two could be', () => {
    const before = run({ contracts: [old, contract('b/1', term)], tenders: [tender(['a/1', 'b/1'])] });
    const contractsOf = (after: readonly Contract[]): string[] =>
      carriedOver(before, after).tenders.flatMap(({ participations }) => participations.map(p => p.contract));
    const next = follows('2027-02-01', '2028-01-31');
    expect(contractsOf([next, contract('b/1', term)])).toEqual(['a/2', 'b/1']);
    const twin = { ...next, id: 'a/3' as Contract['id'] };
    expect(contractsOf([next, twin, contract('b/1', term)])).toEqual(['a/1', 'b/1']);
    // Still in its register: the place is not taken yet.
    expect(contractsOf([old, next, contract('b/1', term)])).toEqual(['a/1', 'b/1']);
  });
});
