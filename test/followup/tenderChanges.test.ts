/** What became of the tenders of an earlier plan, why, and where their contracts are now. */
import { describe, expect, it } from 'vitest';
import type { TenderChange } from '../../src/domain/changes.ts';
import type { Contract } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { changesBetween } from '../../src/followup/changes.ts';
import { NOW, contract, run, tender, until, yearly } from './runs.ts';

type RunFacts = NonNullable<Parameters<typeof run>[0]>;

const ids = ['a/1', 'b/1', 'c/1'];
const plain = (id: string, end = '2027-12-31'): Contract => contract(id, until(end));
const all = ids.map(id => plain(id));

const then = (facts: RunFacts = {}): Outcome => run({ contracts: all, ...facts });
const now = (facts: RunFacts = {}): Outcome => run({ contracts: all, asOf: NOW, ...facts });

function changes(before: Outcome, after: Outcome): readonly TenderChange[] {
  return changesBetween(before, after).tenders;
}

/** « moved ASC-2028-01-01-ab: in …; out …; because … » */
function told(before: Outcome, after: Outcome): string[] {
  return changes(before, after).map(change => {
    const {
      kind,
      tender: id,
      was,
      membersIn,
      membersOut,
      contractsIn,
      contractsOut,
      coordinator,
      why,
    } = change;
    const fates = contractsOut.map(({ contract: gone, now: fate }) => {
      if (fate.kind === 'tender') return `${gone} in ${fate.tender}`;
      return fate.kind === 'alone' ? `${gone} ${fate.reason.code}` : `${gone} gone`;
    });
    const parts = [
      was && `was ${was}`,
      membersIn.length > 0 && `+ ${membersIn.join(' ')}`,
      membersOut.length > 0 && `- ${membersOut.join(' ')}`,
      contractsIn.length > 0 && `in ${contractsIn.join(' ')}`,
      fates.length > 0 && `out ${fates.join(', ')}`,
      coordinator && `${coordinator.before} > ${coordinator.after}`,
      why.length > 0 &&
        `because ${why.map(({ code, params }) => [code, ...Object.values(params)].join(' ')).join(', ')}`,
    ];
    return `${kind} ${id}: ${parts.filter(Boolean).join('; ')}`;
  });
}

describe('a tender', () => {
  it('that is the same is kept, with nothing to say', () => {
    const tenders = [tender(ids)];
    expect(told(then({ tenders }), now({ tenders }))).toEqual(['kept ASC-2028-01-01-abc: ']);
  });

  it('that another member coordinates is kept', () => {
    const by = (coordinator: string): RunFacts => ({ tenders: [tender(ids, { coordinator })] });
    expect(told(then(by('a')), now(by('b')))).toEqual(['kept ASC-2028-01-01-abc: a > b']);
  });

  it('that only the later plan has is new', () => {
    const [change] = changes(then(), now({ tenders: [tender(ids, { gain: 5 })] }));
    expect(change).toMatchObject({
      kind: 'new',
      membersIn: ['a', 'b', 'c'],
      contractsIn: ids,
      contractsOut: [],
      gain: { before: 0, after: 500 },
    });
  });

  it('that starts otherwise is moved, whoever is in it', () => {
    const before = then({ tenders: [tender(ids, { gain: 7 })] });
    const after = now({ tenders: [tender(['a/1', 'b/1'], { start: '2028-04-01', gain: 4 })] });
    expect(told(before, after)).toEqual([
      'moved ASC-2028-04-01-ab: was ASC-2028-01-01-abc; - c; out c/1 NO_PARTNER; because BETTER_CALENDAR',
    ]);
    expect(changes(before, after)[0]).toMatchObject({
      start: { before: '2028-01-01', after: '2028-04-01' },
      gain: { before: 700, after: 400 },
    });
  });

  it('that a member joins has grown', () => {
    const joins = { contracts: [plain('a/1'), plain('b/1')], members: ['a', 'b'] };
    expect(
      told(then({ ...joins, tenders: [tender(['a/1', 'b/1'])] }), now({ tenders: [tender(ids)] })),
    ).toEqual([
      'grown ASC-2028-01-01-abc: was ASC-2028-01-01-ab; + c; in c/1; because CONTRACT_CHANGED c/1 appeared, MEMBER_JOINED c',
    ]);
  });

  it('that a second contract of a member joins has grown, under the same name', () => {
    const contracts = [...all, plain('a/2')];
    const after = now({ contracts, tenders: [tender([...ids, 'a/2'])] });
    expect(told(then({ contracts, tenders: [tender(ids)] }), after)).toEqual([
      'grown ASC-2028-01-01-abc: in a/2; because BETTER_CALENDAR',
    ]);
  });

  it('that a member leaves has shrunk, even when another comes', () => {
    const before = then({ tenders: [tender(['a/1', 'b/1'])] });
    expect(told(before, now({ tenders: [tender(['a/1', 'c/1'])] }))).toEqual([
      'shrunk ASC-2028-01-01-ac: was ASC-2028-01-01-ab; + c; - b; in c/1; out b/1 NO_PARTNER; because MEMBER_JOINED c',
    ]);
  });

  it('that is proposed no more is dropped, and its contracts are followed', () => {
    const contracts = [...all, plain('d/1'), plain('d/2')];
    const before = then({ contracts, tenders: [tender([...ids, 'd/1'])] });
    const after = now({
      contracts: contracts.filter(({ id }) => id !== 'c/1'),
      tenders: [tender(['b/1', 'd/2'], { start: '2029-01-01', category: 'PORTES' })],
      alone: { 'a/1': 'NOTICE_PASSED' },
    });
    const [created, gone] = changes(before, after);
    expect(created!.kind).toBe('new');
    expect(gone).toMatchObject({
      kind: 'dropped',
      tender: 'ASC-2028-01-01-abcd',
      gain: { after: 0 },
      contractsOut: [
        { contract: 'a/1', now: { kind: 'alone', reason: { code: 'NOTICE_PASSED' } } },
        { contract: 'b/1', now: { kind: 'tender', tender: 'PORTES-2029-01-01-bd' } },
        { contract: 'c/1', now: { kind: 'gone' } },
        { contract: 'd/1', now: { kind: 'alone', reason: { code: 'NO_PARTNER' } } },
      ],
      why: [{ code: 'CONTRACT_CHANGED', params: { contract: 'c/1', change: 'vanished' } }],
    });
  });
});

describe('a tender whose start is past, and that is proposed no more', () => {
  const tenders = [tender(ids, { start: '2027-01-01' })];
  const ending = ids.map(id => plain(id, '2026-12-31'));
  const before = then({ contracts: ending, tenders });

  it('has started when the contracts that it replaces are over', () => {
    const over = ending.map(item => ({ ...item, status: 'ended' as const }));
    expect(told(before, now({ contracts: over }))).toEqual([
      'started ASC-2027-01-01-abc: - a b c; out a/1 ENDED, b/1 ENDED, c/1 ENDED',
    ]);
    expect(told(before, now({ contracts: [] }))).toEqual([
      'started ASC-2027-01-01-abc: - a b c; out a/1 gone, b/1 gone, c/1 gone',
    ]);
  });

  it('has started when one of them is over: the others enter later', () => {
    const some = [{ ...ending[0]!, status: 'ended' as const }, plain('b/1', '2028-12-31'), ending[2]!];
    const later = then({ contracts: [ending[0]!, some[1]!, ending[2]!], tenders });
    expect(changes(later, now({ contracts: some }))[0]!.kind).toBe('started');
  });

  it('has not when they all run on', () => {
    const runsOn = ids.map(id => contract(id, yearly('2026-01-01')));
    const after = now({ contracts: ids.map(id => contract(id, yearly('2026-01-01'), { asOf: NOW })) });
    expect(told(then({ contracts: runsOn, tenders }), after)).toEqual([
      'dropped ASC-2027-01-01-abc: - a b c; out a/1 NO_PARTNER, b/1 NO_PARTNER, c/1 NO_PARTNER; because TOO_LATE 2026-Q2, CONTRACT_CHANGED a/1 RENEWED, CONTRACT_CHANGED b/1 RENEWED, CONTRACT_CHANGED c/1 RENEWED',
    ]);
  });
});

describe('tenders of two plans are the same', () => {
  it('when they share most contracts, whatever their start', () => {
    const contracts = ['a/1', 'a/2', 'b/1', 'b/2', 'c/1', 'c/2'].map(id => plain(id));
    const before = then({
      contracts,
      tenders: [
        tender(['a/1', 'b/1', 'c/1'], { start: '2028-01-01' }),
        tender(['a/2', 'b/2', 'c/2'], { start: '2029-01-01' }),
      ],
    });
    const after = now({
      contracts,
      tenders: [
        tender(['a/2', 'b/2', 'c/1'], { start: '2029-04-01' }),
        tender(['a/1', 'b/1'], { start: '2028-07-01' }),
      ],
    });
    expect(changes(before, after).map(({ kind, was, tender: id }) => [kind, was, id])).toEqual([
      ['moved', 'ASC-2028-01-01-abc', 'ASC-2028-07-01-ab'],
      ['moved', 'ASC-2029-01-01-abc', 'ASC-2029-04-01-abc'],
    ]);
  });

  it('never of another need or place', () => {
    const before = then({ tenders: [tender(ids)] });
    const kinds = (after: Outcome): string[] => changes(before, after).map(({ kind }) => kind);
    expect(kinds(now({ tenders: [tender(ids, { category: 'PORTES' })] }))).toEqual(['new', 'dropped']);
    expect(kinds(now({ tenders: [tender(ids, { territory: 'sarthe' })] }))).toEqual(['new', 'dropped']);
  });

  it('though their contracts have other numbers, or successors', () => {
    const before = then({ tenders: [tender(['a/1', 'b/1'])] });
    const renumbered = contract('a/9', until('2027-12-31'), { title: 'Marché a/1' });
    const contracts = [renumbered, plain('b/1'), plain('c/1')];
    // Without a start, the end tells that it is the same contract.
    expect(told(before, now({ contracts, tenders: [tender(['a/9', 'b/1'])] }))).toEqual([
      'kept ASC-2028-01-01-ab: ',
    ]);
    const short = contract('a/1', { ...until('2027-01-31'), start: day('2024-02-01') });
    const interim = contract('a/2', { ...until('2027-12-31'), start: day('2027-02-01') }, { asOf: NOW });
    const bridged = now({ contracts: [interim, ...all.slice(1)], tenders: [tender(['a/2', 'b/1'])] });
    expect(
      told(then({ contracts: [short, ...all.slice(1)], tenders: [tender(['a/1', 'b/1'])] }), bridged),
    ).toEqual(['kept ASC-2028-01-01-ab: ']);
  });
});

describe('why', () => {
  const before = then({ tenders: [tender(ids)] });
  const moved = [tender(ids, { start: '2028-04-01' })];
  const why = (after: Outcome, earlier = before): string =>
    told(earlier, after)[0]!.split('because ')[1] ?? '';
  const ruling = (kind: string, value: string) => ({
    code: `RULING:${kind}`,
    value,
    source: 'decisions.csv:2',
  });

  it('the group decided so, since', () => {
    const fixed = ruling('FIX_START', 'ASC 2028-04-01');
    expect(why(now({ tenders: moved, assumptions: [fixed] }))).toBe('DECIDED FIX_START decisions.csv:2');
    // Known already: it moved for another reason.
    const known = then({ tenders: [tender(ids)], assumptions: [fixed] });
    expect(why(now({ tenders: moved, assumptions: [fixed] }), known)).toBe('BETTER_CALENDAR');
    const other = ruling('FIX_START', 'PORTES 2028-04-01');
    expect(why(now({ tenders: moved, assumptions: [other] }))).toBe('BETTER_CALENDAR');
    const refused = ruling('REJECT', 'ASC-2028-01-01-abc');
    expect(why(now({ assumptions: [refused] }))).toBe('DECIDED REJECT decisions.csv:2');
  });

  it('a member that left was told to by the group, whatever the need', () => {
    const out = ruling('OPT_OUT', 'c');
    const after = now({ tenders: [tender(['a/1', 'b/1'])], assumptions: [out], alone: { 'c/1': 'OPT_OUT' } });
    expect(why(after)).toBe('DECIDED OPT_OUT decisions.csv:2');
  });

  it('its preparation should have begun', () => {
    const early = then({ tenders: [tender(ids, { launch: '2026-Q4' })] });
    expect(why(now({ tenders: moved }), early)).toBe('TOO_LATE 2026-Q4');
    // This quarter is not over.
    const justNow = then({ tenders: [tender(ids, { launch: '2027-Q1' })] });
    expect(why(now({ tenders: moved }), justNow)).toBe('BETTER_CALENDAR');
  });

  it('a contract in it changed so that it can move it, and no other change', () => {
    const changedTo = (item: Contract): RunFacts => ({ contracts: [item, ...all.slice(1)], tenders: moved });
    expect(why(now(changedTo(plain('a/1', '2028-03-31'))))).toBe('CONTRACT_CHANGED a/1 END_MOVED');
    const renamed = contract('a/1', until('2027-12-31'), { title: 'Autre', supplier: 'Autre' });
    expect(why(now(changedTo(renamed)))).toBe('BETTER_CALENDAR');
  });

  it('a contract left it because it changed, or is over', () => {
    const two = [tender(['b/1', 'c/1'])];
    const reread = contract('a/1', until('2027-12-31'), { category: 'PORTES', title: 'Marché a/1' });
    expect(why(now({ contracts: [reread, ...all.slice(1)], tenders: two }))).toBe(
      'CONTRACT_CHANGED a/1 CATEGORY',
    );
    const over = { ...all[0]!, status: 'terminated' as const };
    expect(why(now({ contracts: [over, ...all.slice(1)], tenders: two }))).toBe('CONTRACT_CHANGED a/1 ended');
    expect(why(now({ contracts: all.slice(1), tenders: two }))).toBe('CONTRACT_CHANGED a/1 vanished');
  });

  it('a member left it, when nothing else is known', () =>
    expect(why(now({ tenders: [tender(['a/1', 'b/1'])] }))).toBe('MEMBER_LEFT c'));
});

it('by start, those that are no more last', () => {
  const of = (category: string, start: string) => tender(ids, { category, start });
  const before = then({ tenders: [of('C', '2027-06-01'), of('B', '2029-01-01'), of('A', '2028-01-01')] });
  const after = now({ tenders: [of('D', '2028-06-01'), of('B', '2030-01-01'), of('A', '2028-01-01')] });
  expect(
    changes(before, after)
      .map(({ tender: id }) => id[0])
      .join(''),
  ).toBe('ADBC');
});
