/** What holds of the changes between any two runs. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Tender } from '../../src/domain/plan.ts';
import { changesBetween } from '../../src/followup/changes.ts';
import { matchContracts } from '../../src/followup/matching.ts';
import { NOW, THEN, act, contract, run, source, tender, yearly } from './runs.ts';

/** Few values of everything, so that contents are shared and contracts follow one another. */
const line = (asOf: typeof THEN) =>
  fc
    .record({
      member: fc.constantFrom('a', 'b', 'c'),
      number: fc.integer({ min: 1, max: 9 }),
      reference: fc.constantFrom(undefined, '2024-1', '2024/01', 'M-2'),
      title: fc.constantFrom('Ascenseurs', 'ASCENSEURS', 'Portes'),
      supplier: fc.constantFrom(undefined, 'Élévation', 'Montée'),
      category: fc.constantFrom('ASC', 'PORTES', 'OTHER'),
      lot: fc.constantFrom(undefined, '1', '2'),
      annual: fc.constantFrom(null, 10_000, 20_000),
      status: fc.constantFrom('running' as const, 'ended' as const, 'terminated' as const),
      start: fc.constantFrom('2023-01-01', '2024-01-01', '2026-02-01', '2027-01-01'),
      renewal: fc.constantFrom('tacit' as const, 'express' as const, 'none' as const),
      firmMonths: fc.constantFrom(12, 24, 36),
    })
    .map(({ member, number, start, renewal, firmMonths, reference, supplier, lot, ...facts }) =>
      contract(`${member}/${number}`, yearly(start, { renewal, firmMonths }), {
        ...facts,
        ...(reference !== undefined && { reference }),
        ...(supplier !== undefined && { supplier }),
        ...(lot !== undefined && { lot }),
        asOf,
      }),
    );

/** A run of any contracts, some of them in a few tenders, acts asked of some. */
const anyRun = (asOf: typeof THEN): fc.Arbitrary<Outcome> =>
  fc
    .record({
      contracts: fc.uniqueArray(line(asOf), { selector: ({ id }) => id, maxLength: 14 }),
      places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 14, maxLength: 14 }),
      starts: fc.array(fc.constantFrom('2027-01-01', '2028-01-01', '2028-04-01'), {
        minLength: 3,
        maxLength: 3,
      }),
      headings: fc.constantFrom({ Objet: 'title' as const }, { Titre: 'title' as const, X: '' as const }),
    })
    .map(({ contracts, places, starts, headings }) => {
      const tenders = [1, 2, 3].flatMap(place => {
        const inside = contracts.filter((_, i) => places[i] === place).map(({ id }) => id);
        const category = place === 3 ? 'PORTES' : 'ASC';
        const id = `${category}-${starts[place - 1]}-${place}`;
        return inside.length === 0 ? [] : [tender(inside, { category, start: starts[place - 1]!, id })];
      });
      const decisions = contracts
        .filter((_, i) => places[i] === 0)
        .map(({ id, term }) => act('WATCH_TACIT', '2026-12-31', [id], { end: term.currentEnd, asOf }));
      const files = [...new Set(contracts.map(({ source: { file } }) => file))].sort();
      const sources = files.map(file => source(file, headings));
      return run({ asOf, contracts, tenders, decisions, sources });
    });

const twoRuns = fc.tuple(anyRun(THEN), anyRun(NOW));
const RUNS = { numRuns: 500 };

const contractsOf = ({ participations }: Tender): string[] => participations.map(p => p.contract);

/** The run with everything in another order. */
function shuffled(outcome: Outcome, roll: number): Outcome {
  const mixed = <T>(items: readonly T[]): T[] =>
    items
      .map((item, i) => ({ item, at: ((i + 1) * (roll * 2 + 1) * 7919) % 104_729 }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const { plan } = outcome;
  return {
    ...outcome,
    contracts: mixed(outcome.contracts),
    plan: { ...plan, tenders: mixed(plan.tenders), alone: mixed(plan.alone) },
  };
}

describe('from a run to itself', () => {
  it('nothing changed', () =>
    fc.assert(
      fc.property(anyRun(THEN), same => {
        const changes = changesBetween(same, same);
        expect(changes.contracts).toEqual([]);
        expect(changes.tenders.map(({ kind }) => kind)).toEqual(same.plan.tenders.map(() => 'kept'));
        expect(
          changes.tenders.flatMap(({ why, contractsIn, contractsOut }) =>
            [why, contractsIn, contractsOut].flat(),
          ),
        ).toEqual([]);
        expect([changes.layouts, changes.files, changes.membersIn, changes.membersOut].flat()).toEqual([]);
      }),
      RUNS,
    ));
});

describe('between any two runs', () => {
  it('every contract is accounted for once: in a pair, come, or gone', () =>
    fc.assert(
      fc.property(twoRuns, ([before, after]) => {
        const { pairs, onlyBefore, onlyAfter } = matchContracts(before.contracts, after.contracts);
        const ids = (contracts: readonly Contract[]): string[] => contracts.map(({ id }) => id).sort();
        expect(ids([...pairs.map(([was]) => was), ...onlyBefore])).toEqual(ids(before.contracts));
        expect(ids([...pairs.map(([, is]) => is), ...onlyAfter])).toEqual(ids(after.contracts));
        expect(pairs.filter(([was, is]) => was.member !== is.member)).toEqual([]);
      }),
      RUNS,
    ));

  it('each contract is told once at most, as what its matching says', () =>
    fc.assert(
      fc.property(twoRuns, ([before, after]) => {
        const { pairs, onlyAfter } = matchContracts(before.contracts, after.contracts);
        const { contracts } = changesBetween(before, after);
        const told = (kinds: readonly string[]): string[] =>
          contracts.filter(({ kind }) => kinds.includes(kind)).map(({ contract: id, was = id }) => was);
        expect(told(['appeared']).sort()).toEqual(onlyAfter.map(({ id }) => id as string).sort());
        const gone = told(['ended', 'vanished', 'changed']);
        expect(new Set(gone).size).toBe(gone.length);
        const known = new Set<string>(before.contracts.map(({ id }) => id));
        expect(gone.filter(id => !known.has(id))).toEqual([]);
        const renumbered = pairs.filter(([was, is]) => was.id !== is.id && was.status !== 'ended');
        expect(contracts.filter(({ was }) => was !== undefined).length).toBeGreaterThanOrEqual(
          renumbered.filter(([was, is]) => was.reference !== is.reference && is.status === 'running').length,
        );
      }),
      RUNS,
    ));

  it('every tender of either plan is told once, and the contracts that stayed and left are the earlier ones', () =>
    fc.assert(
      fc.property(twoRuns, ([before, after]) => {
        const { later } = matchContracts(before.contracts, after.contracts);
        const { tenders } = changesBetween(before, after);
        const isGone = (kind: string): boolean => kind === 'dropped' || kind === 'started';
        const nowIds = tenders.filter(({ kind }) => !isGone(kind)).map(({ tender: id }) => id);
        expect(nowIds.sort()).toEqual(after.plan.tenders.map(({ id }) => id).sort());
        const wasIds = tenders.filter(({ kind }) => kind !== 'new').map(({ tender: id, was = id }) => was);
        expect(wasIds.sort()).toEqual(before.plan.tenders.map(({ id }) => id).sort());
        for (const { kind, tender: id, was = id, contractsIn, contractsOut } of tenders) {
          if (kind === 'new') continue;
          const earlier = contractsOf(before.plan.tenders.find(item => item.id === was)!);
          const left = new Set<string>(contractsOut.map(item => item.contract));
          expect(earlier.filter(item => left.has(item)).sort()).toEqual([...left].sort());
          if (isGone(kind)) expect([...left].sort()).toEqual(earlier.sort());
          else {
            const present = contractsOf(after.plan.tenders.find(item => item.id === id)!);
            const stayed = earlier
              .filter(item => !left.has(item))
              .map(item => later.get(item as never) ?? item);
            expect([...new Set([...stayed, ...contractsIn])].sort()).toEqual(present.sort());
          }
        }
      }),
      RUNS,
    ));

  it('every act that was still to do has one outcome', () =>
    fc.assert(
      fc.property(twoRuns, ([before, after]) => {
        const asked = before.plan.decisions.filter(({ status }) => status !== 'missed');
        expect(changesBetween(before, after).decisions.map(({ decision }) => decision)).toEqual(asked);
      }),
      RUNS,
    ));

  it('the order in which contracts and tenders stand changes nothing', () =>
    fc.assert(
      fc.property(twoRuns, fc.nat(5000), fc.nat(5000), ([before, after], i, j) => {
        expect(changesBetween(shuffled(before, i), shuffled(after, j))).toEqual(
          changesBetween(before, after),
        );
      }),
      RUNS,
    ));

  it('neither run is changed', () =>
    fc.assert(
      fc.property(twoRuns, runs => {
        const copy = structuredClone(runs);
        changesBetween(...runs);
        expect(runs).toEqual(copy);
      }),
      { numRuns: 50 },
    ));
});

it('tells who came and who is no longer there', () => {
  const of = (...members: readonly string[]): Outcome => run({ members });
  expect(changesBetween(of('a', 'b'), of('b', 'c'))).toMatchObject({ membersIn: ['c'], membersOut: ['a'] });
  expect(changesBetween(of('a'), { ...of('a'), asOf: day('2027-05-01') }).asOf).toEqual({
    before: THEN,
    after: '2027-05-01',
  });
});
