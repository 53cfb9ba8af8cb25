/** How well the registers were read: the dates to verify first, each file at a glance, each kind of problem. */
import type { Diagnostic } from '../../../domain/diagnostic.ts';
import type { Register } from '../../../domain/outcome.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type ProblemGroup, problemGroups } from '../../problems.ts';
import { type View, registerSections } from '../../view.ts';
import { type Fragment, type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import { sectionTable, table } from './tables.ts';

type Sections = Pick<View['sections'], 'quality' | 'data'>;

export function dataQuality(register: Register, texts: Texts, first: Fragment = null): Markup {
  const { quality, data }: Sections = registerSections(register, texts);
  const groups = problemGroups(register.diagnostics as readonly Diagnostic[], texts);
  return markup`<section aria-labelledby="data"><h2 id="data">${texts.page.headings.data}</h2>
    ${data.lead.map(sentence => markup`<p>${sentence}</p>`)}${first}
    <h3>${quality.title}</h3>${sectionTable(quality, texts)}
    ${groups.map(group => problemGroup(group, texts))}</section>`;
}

/** The few ends that much of the plan rests on. */
export function datesToVerify({ outcome, texts, names }: PageData): Markup | false {
  const { data } = texts.page;
  const { columns } = texts.report;
  const { datesToVerify: dates, assumptions } = outcome.plan;
  const tolerance = Number(assumptions.find(({ code }) => code === 'TOLERANCE_MONTHS')?.value);
  return (
    dates.length > 0 &&
    markup`<h3>${data.toVerify}</h3><p>${data.toVerifyLead(tolerance)}</p>${table(
      data.toVerify,
      [
        { label: columns.contract },
        { label: columns.member },
        { label: data.end },
        { label: data.exposure, figures: true },
      ],
      dates.map(({ contract, end, exposure }) => {
        const read = names.contract(contract);
        return [
          names.contractLabel(contract),
          read && names.member(read.member),
          texts.format.day(end),
          texts.format.money(exposure),
        ];
      }),
    )}`
  );
}

/** What is wrong and what to do, then every place; a place whose message is that of the title does not say it again. */
function problemGroup(
  { code, severity, places, expected, hint }: ProblemGroup,
  { report, page }: Texts,
): Markup {
  const title = places[0]!.message;
  return markup`<details class="problem ${severity}"><summary><b>${report.severity[severity]}</b>
    <h4>${title}</h4> <span class=count>${report.times(places.length)}</span></summary>
    ${expected && markup`<p>${page.labelled(report.columns.expected, expected)}</p>`}
    ${hint && markup`<p>→ ${hint}</p>`}
    <ul>${places.map(
      ({ place, value, message }) =>
        markup`<li>${place}${value !== undefined && markup` <q>${value}</q>`}${message !== title && ` — ${message}`}`,
    )}</ul><p class=note>${code}</p></details>`;
}
