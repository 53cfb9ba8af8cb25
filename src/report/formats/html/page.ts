/** The parts of the page in their order: first what to launch and decide, then the timeline, then the evidence. */
import type { PageHeading } from '../../../i18n/texts.ts';
import { aloneList } from './alone.ts';
import { decisionList } from './decisions.ts';
import { keyFigures } from './figures.ts';
import { filters } from './filters.ts';
import { categoryMap } from './map.ts';
import { type Fragment, type Markup, markup } from './markup.ts';
import { whatIsNext } from './next.ts';
import type { PageData } from './pageData.ts';
import { dataQuality, datesToVerify } from './quality.ts';
import { sectionTable } from './tables.ts';
import { tenders } from './tenders.ts';
import { timeline } from './timeline.ts';

/** What the contents list, in order. */
const CONTENTS: readonly PageHeading[] = [
  'next',
  'timeline',
  'tenders',
  'map',
  'decisions',
  'members',
  'alone',
  'data',
  'assumptions',
];

export function schedulePage(data: PageData): Markup {
  const { outcome, texts, view } = data;
  const { page } = texts;
  return markup`<a class=skip href="#main">${page.skip}</a>
    ${masthead(view.title, view.lead)}
    <nav aria-label="${page.contents}"><ul>${CONTENTS.map(id => markup`<li><a href="#${id}">${page.headings[id]}</a></li>`)}</ul></nav>
    ${filters(data)}
    <main id="main" tabindex="-1">
    ${keyFigures(data)}
    ${whatIsNext(data)}
    ${timeline(data)}
    ${tenders(data)}
    ${categoryMap(data)}
    ${decisionList(data)}
    ${tableSection('members', sectionTable(view.sections.members, texts), data)}
    ${aloneList(data)}
    ${dataQuality(outcome, texts, datesToVerify(data))}
    ${tableSection('assumptions', sectionTable(view.sections.assumptions, texts), data)}
    </main>
    <footer><p>${page.footer}</p></footer>
    <dialog aria-labelledby="sheet-title"><header><h3 id="sheet-title"></h3>
    <button type="button" data-go="-1" aria-label="${page.tender.before}">←</button>
    <button type="button" data-go="1" aria-label="${page.tender.after}">→</button>
    <button type="button" data-close aria-label="${page.tender.close}">×</button></header><div></div></dialog>
    <p class=hover hidden></p>`;
}

/** Title, and the sentences that say what was read and what is proposed. */
export function masthead(title: string, lead: readonly string[]): Markup {
  return markup`<header class=masthead><h1>${title}</h1>${lead.map(sentence => markup`<p>${sentence}</p>`)}</header>`;
}

function tableSection(id: PageHeading, content: Fragment, { texts }: PageData): Markup {
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${texts.page.headings[id]}</h2>${content}</section>`;
}
