/** Small values that the tests of law and calendar share. */
import { DEFAULT_CALENDAR } from '../../src/data/calendar-defaults.ts';
import { categoryById } from '../../src/data/categories.ts';
import type { CalendarSettings } from '../../src/domain/calendar.ts';
import type { Category } from '../../src/domain/category.ts';
import type { Contract, ContractId, MemberId } from '../../src/domain/contract.ts';
import { type Day, day } from '../../src/domain/day.ts';
import { cents } from '../../src/domain/money.ts';
import { type TermReading, termOn } from '../../src/domain/term.ts';

export const AS_OF = day('2026-11-22');

export const settings = (changes: Partial<CalendarSettings> = {}): CalendarSettings => ({
  ...DEFAULT_CALENDAR,
  ...changes,
});

export function category(id: string): Category {
  const found = categoryById(id);
  if (!found) throw new Error(`no category ${id}`);
  return found;
}

export const member = (id: string): MemberId => id as MemberId;

/** A running contract: `annual` in euros, on the default as-of day. */
export function contract(
  owner: string,
  id: string,
  annual: number,
  term: Partial<TermReading> = {},
  rest: Partial<Contract> = {},
): Contract {
  const reading = { renewal: 'none', start: day('2024-01-01'), firmMonths: 48, ...term } as TermReading;
  return {
    id: id as ContractId,
    member: member(owner),
    title: `Contrat ${id}`,
    supplier: `Titulaire ${id}`,
    status: 'running',
    category: { id: category('ASC').id, confidence: 'high', basis: 'title' },
    term: termOn(reading, AS_OF),
    amount: {
      stated: cents(annual),
      period: 'annual',
      vat: 'ht',
      annual: cents(annual),
      derivation: 'as-stated',
    },
    source: { file: 'registre.csv', row: 2 },
    ...rest,
  };
}

export const days = (...texts: readonly string[]): Day[] => texts.map(day);
