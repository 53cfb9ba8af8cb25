import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinationsOf, columnsOf } from '../../../src/align/search/columns.ts';
import { readyKey, solveStarts } from '../../../src/align/search/groupSearch.ts';
import { bruteForceAt } from './bruteForce.ts';
import { tinyKey } from './instances.ts';

describe('the tenders of one key', () => {
  it('are worth what trying everything gives, at every combination of starts', () => {
    fc.assert(
      fc.property(tinyKey, problem => {
        const key = readyKey(problem);
        const ranks = problem.starts.map((_, start) => start);
        for (let size = 1; size <= problem.waves; size += 1) {
          for (const opened of combinationsOf(ranks, size)) {
            if (!problem.required.every(start => opened.includes(start))) continue;
            const solution = solveStarts(key, opened, -Infinity);
            expect(solution?.value ?? -Infinity).toBe(bruteForceAt(problem, opened));
            expect(solution?.upper).toBe(solution?.value);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keep every combination that is worth more than its parts, and only those', () => {
    fc.assert(
      fc.property(tinyKey, problem => {
        const columns = new Map(
          columnsOf(readyKey(problem)).map(column => [column.opened.join(), column.value]),
        );
        const ranks = problem.starts.map((_, start) => start);
        for (let size = 1; size <= problem.waves; size += 1) {
          for (const opened of combinationsOf(ranks, size)) {
            const required = problem.required;
            const parts = [...subsetsOf(opened)].filter(part =>
              required.every(start => part.includes(start)),
            );
            const best = Math.max(
              ...parts.map(part => (part.length === 0 ? 0 : bruteForceAt(problem, part))),
            );
            const value = required.every(start => opened.includes(start))
              ? bruteForceAt(problem, opened)
              : -Infinity;
            expect(columns.get(opened.join())).toBe(value > best ? value : undefined);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function* subsetsOf(opened: readonly number[]): Generator<number[]> {
  for (let size = 0; size < opened.length; size += 1) yield* combinationsOf(opened, size);
}
