/** Which contract or tender a user means: that one, or a mistake that names the near ones; never a guess. */
import { beforeAll, describe, expect, it } from 'vitest';
import { contractNamed, tenderNamed } from '../../src/commands/lookUp.ts';
import { Mistake } from '../../src/domain/mistake.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { planOf } from '../report/fixture.ts';

let outcome: Outcome;
beforeAll(async () => (outcome = await planOf('l4h')));

function mistakeOf(action: () => unknown): { readonly code: string; readonly params: object } | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof Mistake ? { code: error.code, params: error.params } : undefined;
  }
}

describe('a contract', () => {
  it.each(['LBH-001', 'lbh 001', 'Groupe LB Habitat LBH-001', 'lb-habitat LBH-001', 'lb-habitat-lbh-001'])(
    'named %s',
    wanted => expect(contractNamed(wanted, outcome).id).toBe('lb-habitat-lbh-001'),
  );

  it('whose number several lots share: all of them', () => {
    const matches = 'armorique-ah24-003-1 (.*), armorique-ah24-003-2 (.*), armorique-ah24-003-3 ';
    expect(mistakeOf(() => contractNamed('AH24-003', outcome))).toEqual({
      code: 'CONTRACT_AMBIGUOUS',
      params: { wanted: 'AH24-003', matches: expect.stringMatching(matches) },
    });
  });

  it.each([
    ['LBH-0001', 'lb-habitat-lbh-001 '],
    ['Ernée', ''],
    ['ascenseurs', 'armorique-'],
    ['', ''],
  ])('that does not exist, %j: those that resemble it', (wanted, near) => {
    const mistake = mistakeOf(() => contractNamed(wanted, outcome));
    expect(mistake).toMatchObject({ code: 'CONTRACT_UNKNOWN', params: { wanted } });
    expect((mistake!.params as { near: string }).near.startsWith(near)).toBe(true);
    if (near === '') expect(mistake!.params).toEqual({ wanted, near: '' });
  });
});

describe('a tender', () => {
  it('named by its identifier, or by a beginning that only it has', () => {
    const { id } = outcome.plan.tenders.find(({ category }) => category === 'ASSU_DAB')!;
    for (const wanted of [id, id.toLowerCase(), 'ASSU_DAB', 'ASSU_DAB-2028']) {
      expect(tenderNamed(wanted, outcome).id).toBe(id);
    }
  });

  it('of which several begin so', () =>
    expect(mistakeOf(() => tenderNamed('ASSU', outcome))?.code).toBe('TENDER_AMBIGUOUS'));

  it('that does not exist', () => {
    expect(mistakeOf(() => tenderNamed('ASSU_DAP', outcome))).toEqual({
      code: 'TENDER_UNKNOWN',
      params: { wanted: 'ASSU_DAP', near: expect.stringMatching(/^ASSU_DAB-/) },
    });
    expect(mistakeOf(() => tenderNamed('', outcome))?.params).toEqual({ wanted: '', near: '' });
  });
});
