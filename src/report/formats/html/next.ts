/** What comes first on the page: the launches and the decisions that are next. */
import type { Tender } from '../../../domain/plan.ts';
import { decisionItem, jointDecisions } from './decisions.ts';
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import { tenderLead } from './tenderSheet.ts';

/** As many as a meeting can go through; the script shows as many of what is filtered. */
const FIRST = 6;

export function whatIsNext(data: PageData): Markup {
  const { outcome, texts } = data;
  const { next, headings, filters } = texts.page;
  const launches = outcome.plan.tenders.filter(({ launchOn }) => launchOn >= outcome.asOf);
  // What is too late to decide is in the list of decisions, first.
  const decisions = jointDecisions(outcome.plan.decisions).filter(({ status }) => status !== 'missed');
  return markup`<section aria-labelledby="next"><h2 id="next">${headings.next}</h2><div class=next>
    <div><h3>${next.decisions}</h3>
    ${decisions.length === 0 && markup`<p>${texts.report.nothingToDecide}</p>`}
    <ul class=decisions data-first="decision">${decisions.slice(0, FIRST).map(decision => decisionItem(decision, data, false))}</ul>
    <p class=nothing data-empty="decision" hidden>${filters.none}</p>
    <p class=more><a href="#decisions">${next.allDecisions}</a></p></div>
    <div><h3>${next.launches}</h3>
    ${launches.length === 0 && markup`<p>${next.noLaunch}</p>`}
    <ul class=launches data-first="launch">${launches.slice(0, FIRST).map(tender => launchItem(tender, data))}</ul>
    <p class=nothing data-empty="launch" hidden>${filters.none}</p>
    <p class=more><a href="#tenders">${next.allTenders}</a></p></div>
    </div></section>`;
}

/** A launch to come: when, what, who, how much. */
function launchItem(tender: Tender, data: PageData): Markup {
  const { format, page } = data.texts;
  return markup`<li><p>${format.quarter(tender.launch)}<i>${page.tender.publication} ${format.day(tender.launchOn)}</i></p>
    <p><b><a href="#${data.anchor(tender.id)}">${data.tenderName(tender)}</a></b>${tenderLead(tender, data)}</p>`;
}
