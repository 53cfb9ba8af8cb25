/** The decisions that the group keeps beside its registers. */
import type { DecisionField } from '../data/decisionHeadings.ts';
import { CATEGORIES } from '../data/categories.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { DecisionRow, Ruling } from '../domain/ruling.ts';
import { decisionNames, readDecisions } from '../intake/decisions.ts';
import type { Reading } from './shared.ts';

export interface GroupDecisions {
  readonly rulings: readonly Ruling[];
  /** The lines of its register, as they were written. */
  readonly rows: readonly DecisionRow<DecisionField>[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the group has decided, in the order of the files' names and of their rows. */
export async function rulingsOf({ decisions, register, settings }: Reading): Promise<GroupDecisions> {
  const { members, categories = [] } = register;
  const names = decisionNames(members, settings.intake.members, [...CATEGORIES, ...categories]);
  const reads = await Promise.all(decisions.map(file => readDecisions(file, names)));
  return {
    rulings: reads.flatMap(({ value }) => value.rulings),
    rows: reads.flatMap(({ value }) => value.rows),
    diagnostics: reads.flatMap(({ diagnostics }) => diagnostics),
  };
}
