/** The quarterly report as a page: to show at the meeting, to send, to print. */
import type { QuarterlyOutcome } from '../../quarter/subject.ts';
import { quarterViewOf } from '../../quarter/view.ts';
import type { Section } from '../../table.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Markup, markup } from './markup.ts';
import { masthead } from './page.ts';
import { sectionTable } from './tables.ts';

/** What to know first, then part by part, then what changed. */
export function quarterPage(outcome: QuarterlyOutcome, texts: Texts): Markup {
  const { title, lead, toKnow, sections, changesLead, changes } = quarterViewOf(outcome, texts);
  const { page, quarter } = texts;
  const all = [...sections, ...changes];
  return markup`<a class=skip href="#main">${page.skip}</a>
    ${masthead(title, lead)}
    <nav aria-label="${page.contents}"><ul>${all.map(({ id, title: of }) => markup`<li><a href="#${id}">${of}</a></li>`)}</ul></nav>
    <main id="main" class=quarter tabindex="-1">
    <ul>${toKnow.map(sentence => markup`<li>${sentence}</li>`)}</ul>
    ${sections.map(section => part(section, texts))}
    <section aria-labelledby="changed"><h2 id="changed">${quarter.changed}</h2>${changesLead.map(sentence => markup`<p>${sentence}</p>`)}</section>
    ${changes.map(section => part(section, texts))}
    </main>
    <footer><p>${page.footer}</p></footer>`;
}

function part(section: Section, texts: Texts): Markup {
  return markup`<section aria-labelledby="${section.id}"><h2 id="${section.id}">${section.title}</h2>
    ${section.lead.map(sentence => markup`<p>${sentence}</p>`)}${section.rows.length > 0 && sectionTable(section, texts)}</section>`;
}
