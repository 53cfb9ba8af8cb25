import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ToCoordinate, assignCoordinators } from '../../src/align/coordinators.ts';
import type { MemberId } from '../../src/domain/contract.ts';

const tender = (year: number, members: string, preferred = ''): ToCoordinate => ({
  year,
  members: [...members] as MemberId[],
  preferred: new Set([...preferred] as MemberId[]),
});
const rules = (limit: number) => ({ limit: () => limit, load: () => 0 });
const assigned = (tenders: ToCoordinate[], limit = Infinity) => assignCoordinators(tenders, rules(limit));

describe('coordinators', () => {
  it('share the load evenly', () => {
    const tenders = ['abc', 'abc', 'abc', 'ab', 'ab', 'bc'].map(members => tender(2027, members));
    const counts = new Map<string, number>();
    for (const member of assigned(tenders) as MemberId[]) counts.set(member, (counts.get(member) ?? 0) + 1);
    expect([...counts.values()]).toEqual([2, 2, 2]);
  });

  it('follow wishes where the balance allows', () => {
    expect(assigned([tender(2027, 'ab', 'b'), tender(2027, 'ab', 'a')])).toEqual(['b', 'a']);
    expect(assigned([tender(2027, 'ab', 'b'), tender(2027, 'ab', 'b')])).toHaveLength(2);
  });

  it('hand tenders over when that is the only way', () => {
    expect(assigned([tender(2027, 'ab'), tender(2027, 'a')], 1)).toEqual(['b', 'a']);
    expect(assigned([tender(2027, 'ab'), tender(2027, 'bc'), tender(2027, 'a')], 1)).toEqual(['b', 'c', 'a']);
  });

  it('name the members who are short, and the year', () => {
    const short = assigned(
      [tender(2027, 'ab'), tender(2028, 'ab'), tender(2027, 'ab'), tender(2027, 'ab')],
      1,
    );
    expect(short).toEqual({ year: 2027, members: new Set(['a', 'b']) });
  });

  it('are found whenever they exist, at the least sum of squared loads', () => {
    const tenders = fc.array(
      fc.record({
        year: fc.integer({ min: 1, max: 2 }),
        members: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(tenders, fc.integer({ min: 1, max: 3 }), (list, limit) => {
        const wanted = list.map(({ year, members }) => tender(year, members.join('')));
        const best = leastSquares(wanted, limit);
        const found = assigned(wanted, limit);
        expect(Array.isArray(found)).toBe(best !== undefined);
        if (Array.isArray(found)) expect(squares(found)).toBe(best);
      }),
      { numRuns: 300 },
    );
  });
});

function squares(members: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count * count, 0);
}

/** By trying every assignment. */
function leastSquares(tenders: readonly ToCoordinate[], limit: number): number | undefined {
  const all = tenders.reduce<MemberId[][]>(
    (lists, { members }) => lists.flatMap(list => members.map(member => [...list, member])),
    [[]],
  );
  const allowed = all.filter(list => {
    const counts = new Map<string, number>();
    return list.every((member, t) => {
      const slot = `${member} ${tenders[t]!.year}`;
      counts.set(slot, (counts.get(slot) ?? 0) + 1);
      return counts.get(slot)! <= limit;
    });
  });
  return allowed.length === 0 ? undefined : Math.min(...allowed.map(squares));
}
