/** The filters by member and category; the script shows them and keeps them in the address. */
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';

export function filters({ members, categories, names, texts }: PageData): Markup {
  const words = texts.page.filters;
  return markup`<form class=filters role="search" aria-label="${words.legend}" hidden>
    <label>${words.member}<select name="member"><option value="">${words.everyMember}${members.map(
      ({ id, name }) => markup`<option value="${id}">${name}`,
    )}</select></label>
    <label>${words.category}<select name="category"><option value="">${words.everyCategory}${categories.map(
      id => markup`<option value="${id}">${names.category(id)}`,
    )}</select></label>
    <button type="reset">${words.clear}</button>
    <p role="status"><span>${words.shown}</span>
    ${' '}<b data-count="tender"></b> ${words.tenders} · <b data-count="decision"></b> ${words.decisions} · <b data-count="alone"></b> ${words.alone}</p></form>`;
}
