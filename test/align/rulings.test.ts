import { describe, expect, it } from 'vitest';
import type { CategoryId } from '../../src/domain/category.ts';
import type { MemberId } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import type { Plan, TenderId } from '../../src/domain/plan.ts';
import type { Ruling, RulingSubject } from '../../src/domain/ruling.ts';
import type { TermReading } from '../../src/domain/term.ts';
import { contract, ends, planOf } from './world.ts';

const ASC = 'ASC' as CategoryId;
const [a, b, c] = ['a', 'b', 'c'] as MemberId[] as [MemberId, MemberId, MemberId];
let row = 1;
const ruling = (subject: RulingSubject, said: Partial<Ruling> = {}): Ruling =>
  ({ ...subject, ...said, at: { file: 'decisions.csv', row: (row += 1) } }) as Ruling;
const yearly: TermReading = {
  start: day('2027-01-01'),
  firmMonths: 12,
  renewal: 'tacit',
  renewals: 'unlimited',
  renewalMonths: 12,
  notice: { months: 2 },
};
const group = ['a', 'b', 'c'].map(m => contract(m, yearly, { annual: 100_000 }));
const plan = (rulings: readonly Ruling[], previous?: Plan): Plan =>
  planOf(group, {}, { rulings, ...(previous && { previous }) });
const membersOf = ({ tenders }: Plan) =>
  tenders.map(({ participations }) => participations.map(p => p.member).join(''));
const codes = ({ diagnostics }: Plan) => diagnostics.map(({ code, at }) => [code, at.row]);

const free = plan([]);

describe('without rulings', () => {
  it('all three buy together as soon as they can', () => {
    expect(free.tenders.map(({ start }) => start)).toEqual(['2028-01-01']);
    expect(membersOf(free)).toEqual(['abc']);
  });
});

describe('a ruling is followed', () => {
  it('when a member stays out of a category, with who said so and why', () => {
    const out = plan([
      ruling({ kind: 'OPT_OUT', member: c, category: ASC }, { author: 'référent', reason: 'contrat neuf' }),
    ]);
    expect(membersOf(out)).toEqual(['ab']);
    expect(out.alone[0]!.reason).toMatchObject({
      code: 'OPT_OUT',
      params: { basis: 'ruling', author: 'référent', reason: 'contrat neuf' },
    });
    expect(out.assumptions.find(({ code }) => code === 'RULING:OPT_OUT')?.source).toContain('contrat neuf');
  });

  it('when it stays out of one tender only', () => {
    const out = plan([ruling({ kind: 'OPT_OUT', member: c, tender: free.tenders[0]!.id })]);
    expect(
      out.tenders.some(t => t.start === '2028-01-01' && t.participations.some(p => p.member === 'c')),
    ).toBe(false);
  });

  it('when a member wants a partner, or refuses one', () => {
    const required = plan([
      ruling({ kind: 'REQUIRE_PARTNER', member: a, partner: b }),
      ruling({ kind: 'OPT_OUT', member: b, category: ASC }),
    ]);
    expect(required.tenders).toEqual([]);
    expect(codes(required).map(([code]) => code)).toEqual(['RULING_PARTNER_ABSENT']);
    const excluded = plan([ruling({ kind: 'EXCLUDE_PARTNER', member: a, partner: b })]);
    expect(membersOf(excluded).every(members => !(members.includes('a') && members.includes('b')))).toBe(
      true,
    );
  });

  it('when two tenders of a category are accepted: both are made, or the last one and the other is told', () => {
    const later = ['d', 'e'].map(m => contract(m, ends('2029-12-31'), { annual: 100_000 }));
    const accepted = ['2028-01-01', '2030-01-01'].map(start =>
      ruling({ kind: 'ACCEPT', tender: `ASC-${start}-00000000` as TenderId }),
    );
    const both = planOf([...group, ...later], {}, { rulings: accepted });
    expect(both.tenders.map(({ start }) => start)).toEqual(['2028-01-01', '2030-01-01']);
    expect(codes(both)).toEqual([]);
    const one = planOf([...group, ...later], { tendersPerKey: 1 }, { rulings: accepted });
    expect(one.tenders.map(({ start }) => start)).toEqual(['2030-01-01']);
    expect(codes(one)).toEqual([['RULING_WITHOUT_TENDER', accepted[0]!.at.row]]);
  });

  it('when a start is fixed or forbidden, on the grid or not', () => {
    const fixed = plan([ruling({ kind: 'FIX_START', category: ASC, start: day('2028-11-15') })]);
    expect(fixed.tenders.map(({ start }) => start)).toEqual(['2028-11-15']);
    const forbidden = plan([ruling({ kind: 'FORBID_START', category: ASC, start: day('2028-01-01') })]);
    expect(forbidden.tenders.map(({ start }) => start)).not.toContain('2028-01-01');
    expect(forbidden.tenders).not.toEqual([]);
  });

  it('when a tender is refused', () => {
    const refused = plan([ruling({ kind: 'REJECT', tender: free.tenders[0]!.id })]);
    expect(refused.tenders.map(({ id }) => id)).not.toContain(free.tenders[0]!.id);
    expect(refused.diagnostics).toEqual([]);
  });

  it('when a tender is accepted: at its start, and as it was when the earlier plan is given', () => {
    const late = planOf(
      group,
      {},
      { rulings: [ruling({ kind: 'FIX_START', category: ASC, start: day('2029-01-01') })] },
    );
    const accept = ruling({ kind: 'ACCEPT', tender: late.tenders[0]!.id });
    expect(plan([accept]).tenders.map(({ start }) => start)).toContain('2029-01-01');
    const kept = plan([accept], late).tenders.find(({ id }) => id === late.tenders[0]!.id);
    expect(kept).toMatchObject({ frozen: 'ACCEPTED', coordinator: late.tenders[0]!.coordinator });
  });

  it('when a category weighs more: it takes the slot, and gains are reported unweighted', () => {
    const rival = ['d', 'e'].map(m => contract(m, yearly, { annual: 130_000, category: 'EV' }));
    const narrow = { launchesPerQuarter: 1, lastStartMonths: 11 };
    const plain = planOf([...group, ...rival], narrow);
    expect(plain.tenders.map(({ category }) => category)).toEqual(['ASC']);
    const weighted = planOf([...group, ...rival], narrow, {
      rulings: [ruling({ kind: 'WEIGHT', category: 'EV' as CategoryId, weight: 50 })],
    });
    expect(weighted.tenders.map(({ category }) => category)).toEqual(['EV']);
    expect(weighted.optimality.objective).toBe(weighted.tenders[0]!.gain.expected);
    expect(weighted.optimality.objective).toBeLessThan(plain.optimality.objective);
  });

  it('when a category weighs nothing: nothing is proposed there, and each of its contracts says so', () => {
    const without = plan([ruling({ kind: 'WEIGHT', category: ASC, weight: 0 })]);
    expect(without.tenders).toEqual([]);
    expect(new Set(without.alone.map(({ reason }) => reason.code))).toEqual(new Set(['NO_WEIGHT']));
  });
});

describe('a ruling that cannot be followed is reported with its row', () => {
  it('when it contradicts a more recent one, which is followed', () => {
    const earlier = ruling(
      { kind: 'FIX_START', category: ASC, start: day('2028-04-01') },
      { date: day('2026-10-01') },
    );
    const later = ruling(
      { kind: 'FIX_START', category: ASC, start: day('2029-01-01') },
      { date: day('2026-11-01') },
    );
    for (const rulings of [
      [earlier, later],
      [later, earlier],
    ]) {
      const both = plan(rulings);
      expect(both.tenders.map(({ start }) => start)).toEqual(['2029-01-01']);
      expect(both.diagnostics).toMatchObject([
        { code: 'RULINGS_CONTRADICT', at: { row: earlier.at.row }, params: { row: later.at.row } },
      ]);
    }
  });

  it.each([
    [
      { kind: 'REQUIRE_PARTNER', member: a, partner: b },
      { kind: 'EXCLUDE_PARTNER', member: b, partner: a },
    ],
    [
      { kind: 'FIX_START', category: ASC, start: day('2028-01-01') },
      { kind: 'FORBID_START', category: ASC, start: day('2028-01-01') },
    ],
    [
      { kind: 'ACCEPT', tender: free.tenders[0]!.id },
      { kind: 'REJECT', tender: free.tenders[0]!.id },
    ],
    [
      { kind: 'ACCEPT', tender: free.tenders[0]!.id },
      { kind: 'FORBID_START', category: ASC, start: free.tenders[0]!.start },
    ],
    [
      { kind: 'WEIGHT', category: ASC, weight: 2 },
      { kind: 'WEIGHT', category: ASC, weight: 3 },
    ],
  ] as [RulingSubject, RulingSubject][])('%o against %o', (first, second) => {
    const rulings = [ruling(first), ruling(second)];
    expect(codes(plan(rulings))).toEqual([['RULINGS_CONTRADICT', rulings[0]!.at.row]]);
  });

  it('when no procedure can lead to a start, nobody can be there, or no tender has that name', () => {
    const early = ruling({ kind: 'FIX_START', category: ASC, start: day('2027-01-01') });
    expect(codes(plan([early]))).toEqual([['RULING_START_IMPOSSIBLE', early.at.row]]);
    const lonely = ruling({ kind: 'FIX_START', category: ASC, start: day('2028-01-01') });
    const apart = planOf(
      [contract('a', ends('2027-12-31')), contract('b', ends('2030-06-30'))],
      {},
      { rulings: [lonely] },
    );
    expect(codes(apart)).toEqual([['RULING_WITHOUT_TENDER', lonely.at.row]]);
    const unknown = ruling({ kind: 'REJECT', tender: 'ASC-2027-12-24-00000000' as TenderId });
    expect(codes(plan([unknown]))).toEqual([['RULING_TENDER_UNKNOWN', unknown.at.row]]);
  });

  it('when more tenders are accepted than a quarter can carry: the rest of the plan is still made', () => {
    const more = ['d', 'e'].map(m => contract(m, yearly, { annual: 60_000, category: 'EV' }));
    const rulings = ['ASC', 'EV'].map(id =>
      ruling({ kind: 'ACCEPT', tender: `${id}-2028-01-01-00000000` as TenderId }),
    );
    const crowded = planOf([...group, ...more], { launchesPerQuarter: 1 }, { rulings });
    expect(crowded.tenders).toHaveLength(1);
    expect(codes(crowded)).toEqual([['RULING_WITHOUT_TENDER', rulings[1]!.at.row]]);
  });

  it('when a tender is accepted that nobody can join: the category still makes its best', () => {
    const firm = ['a', 'b'].map(m => contract(m, ends('2027-12-31'), { annual: 100_000 }));
    const accepted = ruling({ kind: 'ACCEPT', tender: 'ASC-2030-04-01-00000000' as TenderId });
    const made = planOf(firm, {}, { rulings: [accepted] });
    expect(made.tenders.map(({ start }) => start)).toEqual(['2028-01-01']);
    expect(codes(made)).toEqual([['RULING_WITHOUT_TENDER', accepted.at.row]]);
  });

  it('never loses another ruling: the order of the rows changes nothing', () => {
    const rulings = [
      ruling({ kind: 'OPT_OUT', member: c, category: ASC }),
      ruling({ kind: 'FIX_START', category: ASC, start: day('2029-01-01') }),
      ruling({ kind: 'FIX_START', category: ASC, start: day('2028-04-01') }),
    ];
    expect(JSON.stringify(plan(rulings.toReversed()))).toBe(JSON.stringify(plan(rulings)));
  });
});
