import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Contract } from '../../src/domain/contract.ts';
import { contractsToSettle, settlementLines } from '../../src/domain/settling.ts';

function contract(id: string, confidence: string, euros?: number, more: object = {}): Contract {
  return {
    id,
    member: 'm',
    title: `Marché "${id}" : # vidange\n et curage`,
    status: 'running',
    category: { id: 'ASSAIN', confidence, basis: 'title', runnerUp: 'NETTOYAGE' },
    term: { renewal: 'none' },
    ...(euros !== undefined && { amount: { annual: euros * 100 } }),
    source: { file: 'a.csv', row: 2 },
    ...more,
  } as unknown as Contract;
}

describe('contractsToSettle', () => {
  it('puts the least sure first, then the most expensive, whatever the order given', () => {
    const contracts = [
      contract('c', 'low', 10),
      contract('b', 'medium', 900),
      contract('a', 'low'),
      contract('d', 'low', 50),
      contract('e', 'high', 99),
    ];
    const ids = (list: readonly Contract[]): string[] => contractsToSettle(list).map(({ id }) => id);
    expect(ids(contracts)).toEqual(['d', 'c', 'a', 'b']);
    expect(ids(contracts.toReversed())).toEqual(['d', 'c', 'a', 'b']);
  });

  it('leaves what is over', () => {
    expect(contractsToSettle([contract('a', 'low', 1, { status: 'ended' })])).toEqual([]);
  });
});

describe('settlementLines', () => {
  it('reads back as what settles the contracts in a configuration', () => {
    const text = settlementLines([contract('m-2024: x', 'low'), contract('true', 'low')]).join('\n');
    expect(parse(text)).toEqual({ 'm-2024: x': 'ASSAIN', true: 'ASSAIN' });
    expect(text).toContain('# Marché "true" : # vidange et curage | NETTOYAGE');
  });
});
