/** Stable names of tenders: the same category, territory, start and members give the same name in every run. */
import type { CategoryId } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { TenderId } from '../domain/plan.ts';
import { fingerprint, slug } from '../domain/text.ts';

/** What the names of all tenders of a category and territory at a start begin with: `EV-rennes-2028-01-01-`. */
export function tenderPrefix(category: CategoryId, territory: string | undefined, start: Day): string {
  return [category, ...(territory === undefined ? [] : [slug(territory)]), start, ''].join('-');
}

/** The start in the name of a tender; `undefined` in a text that is no such name. */
export function startIn(tender: string): Day | undefined {
  return /-(\d{4}-\d{2}-\d{2})-[\da-f]{8}$/.exec(tender)?.[1] as Day | undefined;
}

/** The name of a tender. `members` sorted. */
export function tenderIdOf(
  category: CategoryId,
  territory: string | undefined,
  start: Day,
  members: readonly MemberId[],
): TenderId {
  return `${tenderPrefix(category, territory, start)}${fingerprint(members)}` as TenderId;
}
