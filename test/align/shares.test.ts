import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Game, shapley, split } from '../../src/align/shares.ts';
import type { Cents } from '../../src/domain/money.ts';
import { contract, ends, planOf } from './world.ts';

/** The Shapley value by its definition: the mean of a member's contributions over all orders, by coalitions. */
function byDefinition(game: Game): number[] {
  const n = game.volumes.length;
  const value = (coalition: number): number => {
    const members = game.volumes.map((_, i) => i).filter(i => (coalition >> i) & 1);
    if (members.length < 2) return 0;
    const rate = game.rate(members.length);
    const each = members.map(i => rate * game.volumes[i]! + game.besides[i]! - game.coordination);
    return each.reduce((a, b) => a + b, 0) - game.procedure;
  };
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  return game.volumes.map((_, i) => {
    let sum = 0;
    for (let coalition = 0; coalition < 1 << n; coalition += 1) {
      if ((coalition >> i) & 1) continue;
      const size = game.volumes.filter((__, j) => (coalition >> j) & 1).length;
      const weight = (factorial(size) * factorial(n - size - 1)) / factorial(n);
      sum += weight * (value(coalition | (1 << i)) - value(coalition));
    }
    return sum;
  });
}

const amount = fc.integer({ min: -2_000_000, max: 50_000_000 });

describe('the Shapley value', () => {
  it('in closed form is that of the definition, to a millionth of a euro', () => {
    const game = fc.integer({ min: 1, max: 12 }).chain(n =>
      fc.record({
        volumes: fc.array(amount, { minLength: n, maxLength: n }),
        besides: fc.array(amount, { minLength: n, maxLength: n }),
        rates: fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: n + 1, maxLength: n + 1 }),
        coordination: amount,
        procedure: amount,
      }),
    );
    fc.assert(
      fc.property(game, ({ rates, ...rest }) => {
        const of = { ...rest, rate: (size: number) => rates[size]! };
        const [closed, defined] = [shapley(of), byDefinition(of)];
        // Amounts are cents: a millionth of a euro is a ten-thousandth of a cent.
        closed.forEach((value, i) => expect(Math.abs(value - defined[i]!)).toBeLessThan(1e-4));
      }),
      { numRuns: 60 },
    );
  });
});

describe('splitting a cost', () => {
  it('gives whole cents that sum to it, in proportion', () => {
    expect(split(100 as Cents, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(100 as Cents, [3, 1])).toEqual([75, 25]);
    expect(split(100 as Cents, [0, 0])).toEqual([50, 50]);
    expect(split(-101 as Cents, [1, 1])).toEqual([-50, -51]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.integer({ min: -10, max: 1e6 }), { minLength: 1 }),
        (total, weights) => {
          expect(split(total as Cents, weights).reduce((a, b) => a + b, 0)).toBe(total);
        },
      ),
    );
  });
});

describe('shares of a tender', () => {
  const plan = planOf([
    contract('a', ends('2027-12-31'), { annual: 400_000 }),
    contract('b', ends('2028-01-31'), { annual: 50_000 }),
    contract('c', ends('2028-02-29'), { annual: 60_000 }),
  ]);
  const [tender] = plan.tenders;

  it('sum to its gain, as do the contracts, and nobody loses', () => {
    expect(tender!.shares.map(({ gain }) => gain).reduce((a, b) => a + b, 0)).toBe(tender!.gain.expected);
    expect(tender!.shares.every(({ gain }) => gain >= 0)).toBe(true);
    expect(tender!.shares.map(({ reference }) => reference).reduce((a, b) => a + b, 0)).toBeCloseTo(
      tender!.gain.expected,
      -1,
    );
  });

  it('say when one member weighs more than the others can gain from', () => {
    expect(tender!.shares.map(({ member, flags }) => [member, flags.map(({ code }) => code)])).toEqual([
      ['a', expect.arrayContaining(['DOMINANT_VOLUME'])],
      ['b', expect.not.arrayContaining(['DOMINANT_VOLUME'])],
      ['c', expect.not.arrayContaining(['DOMINANT_VOLUME'])],
    ]);
  });

  it('are made of parts that can be worked out by hand', () => {
    // a joins on 1 January 2028: 13 whole months after 22 November 2026, so 47 of the 60 are left.
    const own = tender!.participations.find(({ member }) => member === 'a')!.parts;
    const saving = own
      .filter(({ rule }) => rule.startsWith('SAVING'))
      .reduce((sum, { amount }) => sum + amount, 0);
    expect(saving).toBe(Math.round((0.05 * 0.7 * 40_000_000 * 47) / 12));
    // 4 × 400 000 € is above the European threshold: a formal procedure saved over the 47 months after its end.
    expect(own.find(({ rule }) => rule === 'AVOIDED_PROCEDURE')?.amount).toBe(
      Math.round((900_000 * 47) / 48),
    );
  });
});
