/** The contracts left alone, under the reason that keeps them so. */
import { ALONE_CODES, type Alone, type AloneCode } from '../../../domain/plan.ts';
import { grouped } from '../../../domain/grouped.ts';
import { type Fragment, type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';

export function aloneList(data: PageData): Markup {
  const { texts, outcome } = data;
  const { headings, alone: words, filters } = texts.page;
  const byReason = grouped(outcome.plan.alone, ({ reason }) => reason.code);
  return markup`<section aria-labelledby="alone"><h2 id="alone">${headings.alone}</h2><p>${words.lead}</p>
    ${ALONE_CODES.map(code => byReason.has(code) && reasonGroup(code, byReason.get(code)!, data))}
    <p class=nothing data-empty="alone" hidden>${filters.none}</p></section>`;
}

function reasonGroup(code: AloneCode, contracts: readonly Alone[], data: PageData): Markup {
  const { plan } = data.texts;
  const explained = contracts.map(({ reason }) => plan.alone[code].sentence(reason.params));
  // One sentence for all is said once, above.
  const common = new Set(explained).size === 1 ? explained[0] : undefined;
  return markup`<details data-group data-print><summary><h3>${plan.alone[code].label}</h3> <span class=count>${contracts.length}</span></summary>
    ${common !== undefined && markup`<p>${common}</p>`}
    <ul class=alone data-kind="alone">${contracts.map((alone, i) => aloneItem(alone, common === undefined && explained[i], data))}</ul></details>`;
}

function aloneItem({ contract, nextExit, decideBy }: Alone, explanation: Fragment, data: PageData): Markup {
  const { names, texts } = data;
  const { columns } = texts.report;
  const read = names.contract(contract);
  const dates = [
    ...(nextExit ? [texts.page.labelled(columns.nextExit, texts.format.day(nextExit))] : []),
    ...(decideBy ? [texts.page.labelled(columns.by, texts.format.day(decideBy))] : []),
  ];
  return markup`<li${data.filterable(read ? [read.member] : [], [read?.category.id])}>
    <b>${names.contractLabel(contract)}</b><span>${read && `${names.member(read.member)} · ${names.category(read.category.id)}`}</span>
    ${explanation && markup`<span>${explanation}</span>`}
    ${dates.length > 0 && markup`<span>${dates.join(' · ')}</span>`}`;
}
