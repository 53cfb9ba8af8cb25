/** Small random keys, for properties. */
import * as fc from 'fast-check';
import type { KeyProblem, MemberProblem } from '../../../src/align/search/problem.ts';

const cents = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** A member whose worths grow with the tier; about a third of the starts are out of reach. */
function member(starts: number, tiers: number, kept: boolean): fc.Arbitrary<MemberProblem> {
  return fc.integer({ min: 1, max: 2 }).chain(contracts =>
    fc
      .record({
        base: fc.array(cents(-400, 900), { minLength: contracts * starts, maxLength: contracts * starts }),
        rise: fc.array(cents(0, 300), { minLength: contracts * tiers, maxLength: contracts * tiers }),
        reach: fc.array(fc.integer({ min: 0, max: 2 }), {
          minLength: contracts * starts,
          maxLength: contracts * starts,
        }),
        bonus: fc.array(fc.constantFrom(0, 0, 150), {
          minLength: contracts * starts,
          maxLength: contracts * starts,
        }),
      })
      .map(({ base, rise, reach, bonus }) => {
        const worth = new Float64Array(contracts * tiers * starts);
        const sought = new Float64Array(contracts * tiers * starts);
        for (let c = 0; c < contracts; c += 1) {
          let risen = 0;
          for (let r = 0; r < tiers; r += 1) {
            risen += rise[c * tiers + r]!;
            for (let t = 0; t < starts; t += 1) {
              const cell = c * starts + t;
              const value = reach[cell] === 0 ? -Infinity : base[cell]! + risen;
              worth[(c * tiers + r) * starts + t] = value;
              sought[(c * tiers + r) * starts + t] = value + bonus[cell]!;
            }
          }
        }
        return { contracts, worth, sought: kept ? sought : worth };
      }),
  );
}

/** Tiny keys with every rule: both IR modes, M, J 1–3, pairs, required starts, contracts worth keeping. */
export const tinyKey: fc.Arbitrary<KeyProblem> = fc
  .record({
    starts: fc.integer({ min: 1, max: 3 }),
    members: fc.integer({ min: 2, max: 4 }),
    kept: fc.boolean(),
    tiers: fc.constantFrom([2, 3, 4], [2, 4], [2], [2, 3]),
  })
  .chain(({ starts, members, kept, tiers }) =>
    fc.record({
      starts: fc.array(fc.record({ procedure: cents(-100, 900), coordination: cents(0, 200) }), {
        minLength: starts,
        maxLength: starts,
      }),
      tiers: fc.constant(tiers),
      members: fc.array(member(starts, tiers.length, kept), { minLength: members, maxLength: members }),
      waves: fc.integer({ min: 1, max: 3 }),
      membersAtMost: fc.constantFrom(Infinity, Infinity, 3, 2),
      everyMemberGains: fc.boolean(),
      apart: fc.constantFrom(
        [],
        [],
        [[0, 1]],
        [
          [0, 1],
          [1, 2 % members],
        ],
      ),
      together: fc.constantFrom([], [], [[0, 1]]),
      required: fc.constantFrom([], [], [], [0], [0, 1]),
    }),
  )
  .map(key => key as KeyProblem);
