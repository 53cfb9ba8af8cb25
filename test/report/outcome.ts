/** Invented groups of any size, planned by the planner itself: what pages and workbooks must carry. */
import { planTenders } from '../../src/align/align.ts';
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { CATEGORIES } from '../../src/data/categories.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import type { Contract, ContractId, Member, MemberId } from '../../src/domain/contract.ts';
import { type Day, addDays, day } from '../../src/domain/day.ts';
import { type Diagnostic, diagnostic } from '../../src/domain/diagnostic.ts';
import { cents } from '../../src/domain/money.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { termOn } from '../../src/domain/term.ts';

const AS_OF = day('2026-11-23');

/** Whole numbers below `n` that look random and are the same on every run (Lehmer's generator). */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return n => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
}

/** That many contracts of that many members, one in eight with something wrong in its line. */
export function invented(contracts: number, members: number): Outcome {
  const roll = dice(contracts * 31 + members);
  const group = Array.from({ length: members }, (_, i) => memberNamed(i));
  const joint = CATEGORIES.filter(({ jointFit, reach }) => jointFit > 0 && reach !== 'local');
  const lines = Array.from({ length: contracts }, (_, i) => {
    const category = joint[Math.floor(i / members) % joint.length]!;
    return contractOf(i, group[i % members]!, category.id, roll);
  });
  const register = {
    asOf: AS_OF,
    group: 'Groupe inventé',
    members: group,
    contracts: lines,
    sources: group.map(({ id }) => sourceOf(id, lines)),
    diagnostics: lines.filter((_, i) => i % 8 === 0).map(problemOf),
  };
  return { ...register, plan: planTenders(register, { plan: DEFAULT_PLAN, calendar: DEFAULT_CALENDAR }) };
}

function memberNamed(i: number): Member {
  const name = `Organisme n° ${String(i + 1).padStart(2, '0')} habitat`;
  return { id: `org-${i + 1}` as MemberId, name, territories: ['sarthe'] };
}

function contractOf(
  i: number,
  member: Member,
  category: Contract['category']['id'],
  roll: (n: number) => number,
): Contract {
  const renewal = (['none', 'tacit', 'express'] as const)[roll(3)]!;
  const start: Day = addDays(day('2023-01-01'), roll(1200));
  const firmMonths = [12, 24, 36, 48][roll(4)]!;
  const annual = cents(5_000 + 500 * roll(400));
  return {
    id: `${member.id}-m${i}` as ContractId,
    member: member.id,
    reference: `2024-M${String(i).padStart(4, '0')}`,
    title: `Prestations d'entretien et de maintenance, secteur ${roll(40)}, tranche ferme`,
    supplier: `Société de services ${roll(60)}`,
    status: 'running',
    category: { id: category, confidence: 'high', basis: 'title' },
    term: termOn(
      {
        start,
        firmMonths,
        renewal,
        ...(renewal !== 'none' && { renewals: 1 + roll(3), renewalMonths: 12, notice: { months: 3 } }),
        statedRunning: true,
      },
      AS_OF,
    ),
    amount: { stated: annual, period: 'annual', vat: 'ht', annual, derivation: 'as-stated' },
    source: { file: `${member.id}.csv`, row: i + 2 },
  };
}

function sourceOf(member: MemberId, contracts: readonly Contract[]): Outcome['sources'][number] {
  const own = contracts.filter(contract => contract.member === member).length;
  const account = { rows: own, contracts: own, duplicates: 0, skipped: 0, rejected: 0 };
  return {
    file: `${member}.csv`,
    encoding: 'utf-8',
    headerRow: 1,
    ...account,
    memberFrom: 'file-name',
    columns: [],
  };
}

function problemOf({ source }: Contract): Diagnostic {
  const at = { ...source, column: 'H', heading: 'Date de fin' };
  return diagnostic('DATE_UNREADABLE', at, { expected: 'jj/mm/aaaa' }, 'fin mars ?');
}
