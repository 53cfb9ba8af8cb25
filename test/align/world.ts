/** Small groups written by hand, for tests of one rule at a time. */
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { DEFAULT_PLAN } from '../../src/data/defaults.ts';
import type { Category, CategoryId } from '../../src/domain/category.ts';
import type { Contract, ContractId, Member, MemberId } from '../../src/domain/contract.ts';
import { day } from '../../src/domain/day.ts';
import { cents } from '../../src/domain/money.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { PlanSettings } from '../../src/domain/settings.ts';
import { type TermReading, termOn } from '../../src/domain/term.ts';
import { type PlanContext, planTenders } from '../../src/align/align.ts';

export const AS_OF = day('2026-11-22');

export const CATEGORY: Category = {
  id: 'ASC' as CategoryId,
  label: { fr: 'Ascenseurs', en: 'Lifts' },
  nature: 'S',
  reach: 'regional',
  socialRegime: 'no',
  cpv: [],
  usualMonths: 48,
  minimumMonths: 12,
  maximumMonths: 60,
  pattern: '12+3x12',
  leadMonths: 9,
  jointFit: 3,
  source: 'test',
};

/** A term by its start and pattern; what is not said is a contract that simply ends. */
export function contract(
  member: string,
  term: TermReading,
  options: { id?: string; annual?: number; category?: string; territory?: string; title?: string } = {},
): Contract {
  const { id = `${member}/1`, annual = 60_000, category = 'ASC', territory, title = 'Ascenseurs' } = options;
  return {
    id: id as ContractId,
    member: member as MemberId,
    title,
    ...(territory !== undefined && { territory }),
    status: 'running',
    category: { id: category as CategoryId, confidence: 'high', basis: 'column' },
    term: termOn(term, AS_OF),
    amount: {
      stated: cents(annual),
      period: 'annual',
      vat: 'ht',
      annual: cents(annual),
      derivation: 'as-stated',
    },
    source: { file: 'test.csv', row: 2 },
  };
}

/** A contract that ends on a day, after four years, without renewal. */
export const ends = (on: string): TermReading => {
  const end = day(on);
  return { firmEnd: end, renewal: 'none', firmMonths: 48 };
};

export const member = (id: string, territories: readonly string[] = []): Member => ({
  id: id as MemberId,
  name: id.toUpperCase(),
  territories,
});

/** Plans contracts of a few members; categories other than ASC are copies of it. */
export function planOf(
  contracts: readonly Contract[],
  settings: Partial<PlanSettings> = {},
  context: PlanContext = {},
  members: readonly Member[] = [...new Set(contracts.map(c => c.member))].map(id => member(id)),
): Plan {
  return planTenders(
    { asOf: AS_OF, members, contracts },
    { plan: { ...DEFAULT_PLAN, ...settings }, calendar: DEFAULT_CALENDAR },
    { categoryOf: id => ({ ...CATEGORY, id }), ...context },
  );
}
