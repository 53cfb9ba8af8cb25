import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type Cents, cents, euros, roundCents, sumCents } from '../../src/domain/money.ts';

test.each([
  [1.005, 101],
  [-1.005, -101],
  [10869.56, 1_086_956],
  [0.1 + 0.2, 30],
  [666_666.67, 66_666_667],
  [0, 0],
])('%d € is %d cents', (amount, expected) => expect(cents(amount)).toBe(expected));

it('goes to euros and back without a cent lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), amount => {
      expect(cents(euros(amount as Cents))).toBe(amount);
    }),
  );
});

it('rounds halves away from zero: an amount and its opposite cancel out', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), amount => {
      expect(roundCents(amount) + roundCents(-amount)).toBe(0);
    }),
  );
});

test('a sum is exact', () => {
  expect(sumCents([cents(0.1), cents(0.2), cents(0.3)])).toBe(60);
  expect(sumCents([])).toBe(0);
});
