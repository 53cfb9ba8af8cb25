/** One self-contained page, for people: to show at a meeting, to send, to print. */
import { readSentence, registerSections } from '../view.ts';
import { headingOf, sectionNamed } from '../planned.ts';
import type { Section } from '../table.ts';
import { type ReadOnly, type RenderOptions, type Subject, isPlanned } from './format.ts';
import { documentText } from './html/document.ts';
import { type Markup, markup } from './html/markup.ts';
import { masthead, schedulePage } from './html/page.ts';
import { pageDataOf } from './html/pageData.ts';
import { dataQuality } from './html/quality.ts';
import { quarterPage } from './html/quarterPage.ts';
import { sectionTable } from './html/tables.ts';

/** The whole schedule, one of its sections, or the quality of the registers alone. */
export function html(subject: Subject, { texts, section }: RenderOptions): string {
  const { language } = texts;
  if (!isPlanned(subject)) {
    const title = texts.report.sections.data;
    return documentText({ language, title, body: registerPage(subject, { texts }) });
  }
  if (section) {
    const { title, lead } = headingOf(subject, texts);
    const body = sectionPage(title, lead, sectionNamed(subject, section, texts), texts);
    return documentText({ language, title, body });
  }
  if (subject.kind === 'quarter') {
    const title = texts.quarter.title(subject.group, subject.quarterly.quarter);
    return documentText({ language, title, body: quarterPage(subject, texts) });
  }
  const data = pageDataOf(subject, texts);
  return documentText({ language, title: data.view.title, body: schedulePage(data) });
}

type Texts = RenderOptions['texts'];

/** One section, as a table. */
function sectionPage(title: string, lead: readonly string[], section: Section, texts: Texts): Markup {
  const { id } = section;
  return markup`${masthead(title, lead)}<main><section aria-labelledby="${id}"><h2 id="${id}">${section.title}</h2>
    ${section.lead.map(sentence => markup`<p>${sentence}</p>`)}${sectionTable(section, texts)}</section></main>`;
}

/** What was read, and how well. */
function registerPage(register: ReadOnly, { texts }: { readonly texts: Texts }): Markup {
  const { columns, contracts } = registerSections(register, texts);
  const shown = register.kind === 'check' ? columns : contracts;
  return markup`${masthead(texts.report.sections.data, [readSentence(register, texts)])}<main>
    ${dataQuality(register, texts)}
    <section aria-labelledby="${shown.id}"><h2 id="${shown.id}">${shown.title}</h2>${sectionTable(shown, texts)}</section></main>`;
}
