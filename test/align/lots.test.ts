import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LotShare, lotChecks, lotsFor, smallLots } from '../../src/align/lots.ts';
import type { ContractId } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import { cents, euros, sumCents } from '../../src/domain/money.ts';
import { member } from './samples.ts';

const share = (owner: string, territory: string, annual: number, id = `${owner}-${territory}`): LotShare => ({
  contract: id as ContractId,
  member: member(owner),
  territory,
  annual: cents(annual),
  value: cents(annual * 4),
});
const short = (reach: 'local' | 'regional' | 'national', shares: LotShare[]) =>
  lotsFor({ reach }, shares).map(lot => [lot.by, lot.id, lot.members.join('+'), euros(lot.estimatedValue)]);

describe('lots', () => {
  const shares = [
    share('b', 'Rennes', 10),
    share('a', 'Rennes', 20),
    share('c', 'Brest', 5),
    share('a', 'Nantes', 1),
  ];

  test('of a regional category are by territory where members meet, else by member', () => {
    expect(short('regional', shares)).toEqual([
      ['member', 'a', 'a', 4],
      ['member', 'c', 'c', 20],
      ['territory', 'Rennes', 'a+b', 120],
    ]);
  });

  test('of members without a common territory are one a member', () => {
    expect(short('local', [share('a', '', 1), share('b', '', 2)])).toEqual([
      ['member', 'a', 'a', 4],
      ['member', 'b', 'b', 8],
    ]);
  });

  test('of a national category are one, to be justified', () => {
    expect(short('national', shares)).toEqual([['whole', 'all', 'a+b+c', 144]]);
    const codes = lotChecks(lotsFor({ reach: 'national' }, shares), []).map(check => check.code);
    expect(codes).toEqual(['ONE_LOT_TO_JUSTIFY']);
  });

  test('show the largest one', () => {
    const [check] = lotChecks(lotsFor({ reach: 'regional' }, shares), []);
    expect(check).toMatchObject({
      code: 'LARGEST_LOT',
      params: { lots: 3, lot: 'Rennes', valueAmount: cents(120) },
    });
  });

  test('share the whole need between them, whatever the order of the contracts', () => {
    const anyShares = fc
      .array(
        fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', 'Rennes', 'Brest Ouest'), fc.nat(1e6)),
        { minLength: 1, maxLength: 12 },
      )
      .map(list => list.map(([owner, territory, annual], k) => share(owner, territory, annual, `c${k}`)));
    fc.assert(
      fc.property(
        anyShares,
        fc.constantFrom('local' as const, 'regional' as const, 'national' as const),
        (all, reach) => {
          const lots = lotsFor({ reach }, all);
          expect(sumCents(lots.map(lot => lot.estimatedValue))).toBe(sumCents(all.map(({ value }) => value)));
          expect(lots.flatMap(lot => lot.contracts).toSorted()).toEqual(
            all.map(({ contract }) => contract).toSorted(),
          );
          expect(lotsFor({ reach }, all.toReversed())).toEqual(lots);
        },
      ),
    );
  });
});

describe('small lots that an adapted procedure may take', () => {
  const lotsOf = (...values: number[]) =>
    lotsFor(
      { reach: 'local' },
      values.map((value, k) => share(`m${k}`, '', value / 4)),
    );
  const apart = (...values: number[]) =>
    smallLots(lotsOf(...values), 'S', day('2027-06-01'), 'social-landlord').map(lot =>
      euros(lot.estimatedValue),
    );

  test('are below 80 000 € and together at most a fifth', () => {
    expect(apart(79_996, 320_004)).toEqual([79_996]);
    expect(apart(80_000, 920_000)).toEqual([]);
    expect(apart(79_996, 319_000)).toEqual([]);
    expect(apart(60_000, 60_000, 480_000)).toEqual([60_000, 60_000]);
    expect(apart(60_000, 64_000, 480_000)).toEqual([60_000]);
  });

  test('are none when there is one lot', () => expect(apart(40_000)).toEqual([]));

  test('of works are below 1 000 000 €', () => {
    const lots = lotsOf(900_000, 9_000_000);
    expect(smallLots(lots, 'T', day('2027-06-01'), 'social-landlord')).toHaveLength(1);
    expect(smallLots(lots, 'S', day('2027-06-01'), 'social-landlord')).toHaveLength(0);
  });
});
