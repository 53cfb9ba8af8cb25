/** Who buys what: a cell for each member and category, with its joint tenders and the contracts left alone. */
import type { CategoryId } from '../../../domain/category.ts';
import type { MemberId } from '../../../domain/contract.ts';
import type { TenderId } from '../../../domain/plan.ts';
import { membersOf } from '../../sections/schedule.ts';
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';

interface MapCell {
  readonly tenders: Set<TenderId>;
  alone: number;
}

/** Contracts that are over are out of it. */
export function categoryMap(data: PageData): Markup {
  const { texts, members, names } = data;
  const { headings, map: words } = texts.page;
  const cells = cellsOf(data);
  return markup`<section aria-labelledby="map" class=wide><h2 id="map">${headings.map}</h2><p>${words.lead}</p>
    <div class="scroll map" role="region" aria-label="${words.region}" tabindex="0"><table>
    <thead><tr><th scope="col">${texts.report.columns.category}${members.map(({ name }) => markup`<th scope="col">${name}`)}</thead>
    <tbody>${data.categories.map(
      (category, rank) =>
        members.some(({ id }) => cells.has(key(id, category))) &&
        markup`<tr data-c="${rank}"><th scope="row">${names.category(category)}${members.map(({ id }) =>
          cellMarkup(cells.get(key(id, category)), data),
        )}`,
    )}</table></div></section>`;
}

function cellMarkup(cell: MapCell | undefined, data: PageData): Markup {
  const { texts } = data;
  if (!cell) return markup`<td>`;
  const links = [...cell.tenders].map(id => {
    const tender = data.tender(id)!;
    return markup`<a href="#${data.anchor(id)}">${texts.format.quarter(tender.launch)}</a>`;
  });
  return markup`<td>${links}${cell.alone > 0 && markup`<span>${cell.alone} ${texts.page.map.alone}</span>`}`;
}

function cellsOf({ outcome, names }: PageData): ReadonlyMap<string, MapCell> {
  const cells = new Map<string, MapCell>();
  const cellOf = (member: MemberId, category: CategoryId): MapCell => {
    const cell = cells.get(key(member, category)) ?? { tenders: new Set(), alone: 0 };
    cells.set(key(member, category), cell);
    return cell;
  };
  for (const tender of outcome.plan.tenders) {
    for (const member of membersOf(tender)) cellOf(member, tender.category).tenders.add(tender.id);
  }
  for (const { contract, reason } of outcome.plan.alone) {
    const read = names.contract(contract);
    if (read && reason.code !== 'ENDED') cellOf(read.member, read.category.id).alone += 1;
  }
  return cells;
}

const key = (member: MemberId, category: CategoryId): string => `${member} ${category}`;
