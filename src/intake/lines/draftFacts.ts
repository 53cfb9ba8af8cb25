/** What a line's cells say of its term, while they are read: each thing once, and who said it. */
import type { Day } from '../../domain/day.ts';
import { type Problem, problem } from '../cells/problem.ts';
import type { ColumnMatch } from '../fields.ts';
import type { TermFacts } from './settleTerm.ts';

/** The facts of one line, completed cell by cell. */
export type DraftFacts = { -readonly [Key in keyof TermFacts]: TermFacts[Key] } & {
  /** The cells that said each thing, as written, to show beside those that contradict them. */
  readonly wrote: Map<string, string>;
};

/** Receives what must be said of one cell. */
export type Say = (column: ColumnMatch, value: string, problems: readonly Problem[]) => void;

/** The first cell to say something is kept; a later one that says otherwise is a contradiction. */
export function offer<Key extends 'firm' | 'totalMonths' | 'renewals' | 'renewalMonths' | 'notice'>(
  facts: DraftFacts,
  key: Key,
  value: NonNullable<DraftFacts[Key]>,
  text: string,
): Problem[] {
  const known = facts[key];
  if (known === undefined) {
    facts[key] = value;
    facts.wrote.set(key, text);
    return [];
  }
  return JSON.stringify(known) === JSON.stringify(value) ? [] : [conflict(facts.wrote.get(key)!, text)];
}

export function offerDay(facts: DraftFacts, key: 'start' | 'end' | 'latestEnd', value: Day): Problem[] {
  const known = facts[key];
  if (known === undefined) facts[key] = value;
  return known === undefined || known === value ? [] : [conflict(known, value)];
}

/** Two cells that say different things. */
export function conflict(kept: string, other: string): Problem {
  return problem('TERM_CONFLICT', { kept, other });
}
