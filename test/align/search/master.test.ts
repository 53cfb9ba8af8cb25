import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinationsOf, columnsOf } from '../../../src/align/search/columns.ts';
import { readyKey } from '../../../src/align/search/groupSearch.ts';
import { solveMaster } from '../../../src/align/search/master.ts';
import type { MasterProblem } from '../../../src/align/search/masterProblem.ts';
import type { KeyProblem } from '../../../src/align/search/problem.ts';
import { bruteForceAt } from './bruteForce.ts';
import { tinyKey } from './instances.ts';

interface Group {
  readonly keys: readonly KeyProblem[];
  /** Quarter of each start, by key. */
  readonly quarters: readonly (readonly number[])[];
  readonly capacity: readonly number[];
}

const group: fc.Arbitrary<Group> = fc
  .array(
    tinyKey.map(key => ({ ...key, required: [] })),
    { minLength: 1, maxLength: 3 },
  )
  .chain(keys =>
    fc.record({
      keys: fc.constant(keys),
      quarters: fc.tuple(
        ...keys.map(({ starts }) =>
          fc.array(fc.integer({ min: 0, max: 2 }), { minLength: starts.length, maxLength: starts.length }),
        ),
      ),
      capacity: fc.array(fc.constantFrom(0, 1, 1, 2, Infinity), { minLength: 3, maxLength: 3 }),
    }),
  );

/** Every combination of every key, from its own value by trying everything, that the quarters can carry. */
function bruteForce({ keys, quarters, capacity }: Group): number {
  const options = keys.map(key => {
    const ranks = key.starts.map((_, start) => start);
    const sizes = Array.from({ length: key.waves + 1 }, (_, size) => size);
    return sizes
      .flatMap(size => [...combinationsOf(ranks, size)])
      .map(opened => ({ opened, value: opened.length === 0 ? 0 : bruteForceAt(key, opened) }))
      .filter(({ value }) => value > -Infinity);
  });
  const best = (k: number, room: readonly number[]): number => {
    if (k === keys.length) return 0;
    return Math.max(
      ...options[k]!.map(({ opened, value }) => {
        const left = [...room];
        for (const start of opened) left[quarters[k]![start]!]! -= 1;
        return Math.min(...left) < 0 ? -Infinity : value + best(k + 1, left);
      }),
    );
  };
  return best(0, capacity);
}

function masterOf({ keys, quarters, capacity }: Group): MasterProblem {
  return {
    capacity,
    keys: keys.map((key, k) => ({
      bids: columnsOf(readyKey(key)).map(({ value, upper, opened }) => ({
        value,
        upper,
        uses: opened.map(start => quarters[k]![start]!),
      })),
      required: false,
    })),
  };
}

describe('the plan of several keys', () => {
  it('is worth what trying everything gives, and proves it', () => {
    fc.assert(
      fc.property(group, of => {
        const { value, bound } = solveMaster(masterOf(of));
        expect(value).toBe(bruteForce(of));
        expect(bound).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });
});
