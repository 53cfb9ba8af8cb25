/** What every part of the page needs: the outcome, its words, and how its rows are named and filtered. */
import type { CategoryId } from '../../../domain/category.ts';
import type { ContractId, Member, MemberId } from '../../../domain/contract.ts';
import type { Decision } from '../../../domain/decision.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Tender, TenderId } from '../../../domain/plan.ts';
import { compareText } from '../../../domain/text.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Names, namesOf } from '../../names.ts';
import { type View, viewOf } from '../../view.ts';
import { grouped } from '../../../domain/grouped.ts';
import { type Markup, markup } from './markup.ts';

export interface PageData {
  readonly outcome: Outcome;
  readonly texts: Texts;
  /** The neutral view, which every format is made from. */
  readonly view: View;
  readonly names: Names;
  /** What the filters offer, in the order of their lists. */
  readonly members: readonly Member[];
  readonly categories: readonly CategoryId[];
  readonly tender: (id: TenderId) => Tender | undefined;
  /** What is to be decided for a tender, soonest first. */
  readonly decisionsOf: (id: TenderId) => readonly Decision[];
  /** The fragment of the address at which a tender's sheet is. */
  readonly anchor: (id: TenderId) => string;
  readonly tenderName: (tender: Tender) => string;
  /** Attributes by which the script filters a row: ranks of its members and categories in the lists. */
  readonly filterable: (
    members: readonly MemberId[],
    categories: readonly (CategoryId | undefined)[],
  ) => Markup;
}

export function pageDataOf(outcome: Outcome, texts: Texts): PageData {
  const names = namesOf(outcome, texts.language);
  const { tenders } = outcome.plan;
  const byId = new Map(tenders.map(tender => [tender.id, tender]));
  const members = outcome.members.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const categories = categoriesOf(outcome, names);
  const memberRank = new Map(members.map(({ id }, rank) => [id, rank]));
  const categoryRank = new Map(categories.map((id, rank) => [id, rank]));
  const decisions = grouped(outcome.plan.decisions, ({ tender }) => tender);
  return {
    outcome,
    texts,
    view: viewOf(outcome, texts),
    names,
    members,
    categories,
    tender: id => byId.get(id),
    decisionsOf: id => decisions.get(id) ?? [],
    anchor: anchorsOf(tenders),
    tenderName: ({ category, territory }) =>
      territory ? `${names.category(category)} (${territory})` : names.category(category),
    filterable: (ofMembers, ofCategories) =>
      markup` data-m="${ranks(ofMembers, memberRank)}" data-c="${ranks(ofCategories, categoryRank)}"`,
  };
}

/** The members of a tender and the contracts that it joins, each once. */
export const contractsOf = ({ participations }: Tender): readonly ContractId[] =>
  participations.map(({ contract }) => contract);

function ranks<T>(ids: readonly T[], rank: ReadonlyMap<T, number>): string {
  return [...new Set(ids.flatMap(id => rank.get(id) ?? []))].join(' ');
}

/** The categories of the contracts and tenders, in the order of their names. */
function categoriesOf({ contracts, plan }: Outcome, names: Names): readonly CategoryId[] {
  const ids = new Set([
    ...contracts.map(({ category }) => category.id),
    ...plan.tenders.map(({ category }) => category),
  ]);
  return [...ids].sort((a, b) => compareText(names.category(a), names.category(b)) || compareText(a, b));
}

/** Fragments of the address that read well and hold from run to run: `ASC-2028-01-01`. Two tenders never share one. */
function anchorsOf(tenders: readonly Tender[]): (id: TenderId) => string {
  const anchors = new Map<TenderId, string>();
  const taken = new Set<string>();
  for (const { id, category, start } of tenders) {
    const plain = `${category.replace(/[^\w-]+/g, '-')}-${start}`;
    let anchor = plain;
    for (let n = 2; taken.has(anchor); n += 1) anchor = `${plain}-${n}`;
    taken.add(anchor);
    anchors.set(id, anchor);
  }
  return id => anchors.get(id) ?? '';
}
