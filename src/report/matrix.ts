/** Members × categories: who joins which tender, and who keeps contracts alone. */
import type { CategoryId } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import type { Names } from './names.ts';

export interface MatrixCell {
  /** The tenders of the category that the member takes part in. */
  readonly joins: readonly Tender[];
  /** How many of its contracts of the category are left alone. */
  readonly alone: number;
}

export interface MatrixRow {
  readonly category: CategoryId;
  /** One a member, in the order of the plan's members. */
  readonly cells: readonly MatrixCell[];
}

/** Categories with a joint tender first, then the others, by name. */
export function matrixOf({ contracts, plan }: Outcome, names: Names): readonly MatrixRow[] {
  const kept = new Set<string>(plan.alone.map(({ contract }) => contract));
  const alone = new Map<string, number>();
  for (const { id, member, category } of contracts) {
    const key = `${category.id} ${member}`;
    if (kept.has(id)) alone.set(key, (alone.get(key) ?? 0) + 1);
  }
  const cellOf = (category: CategoryId, member: MemberId): MatrixCell => ({
    joins: plan.tenders.filter(
      tender => tender.category === category && tender.participations.some(own => own.member === member),
    ),
    alone: alone.get(`${category} ${member}`) ?? 0,
  });
  return [...new Set(contracts.map(contract => contract.category.id))]
    .map(category => ({ category, cells: plan.members.map(({ id }) => cellOf(category, id)) }))
    .toSorted(
      (a, b) =>
        Number(isJoint(b)) - Number(isJoint(a)) ||
        compareText(names.category(a.category), names.category(b.category)) ||
        compareText(a.category, b.category),
    );
}

const isJoint = ({ cells }: MatrixRow): boolean => cells.some(({ joins }) => joins.length > 0);
