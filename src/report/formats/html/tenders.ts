/** The joint tenders, a sheet each: what a meeting needs at once, and the rest when the sheet is opened. */
import type { Tender } from '../../../domain/plan.ts';
import { membersOf } from '../../sections/schedule.ts';
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import { sharedTexts } from './shared.ts';
import { alternatives, checks, gainParts, milestones, shares } from './tenderReasons.ts';
import { facts, participants, tenderLead, warnings } from './tenderSheet.ts';

export function tenders(data: PageData): Markup {
  const { headings, filters, tender: words } = data.texts.page;
  const { tenders: all } = data.outcome.plan;
  return markup`<section aria-labelledby="tenders"><h2 id="tenders">${headings.tenders}</h2>
    <p><button type="button" data-open-all data-closes="${words.closeAll}" hidden>${words.openAll}</button></p>
    <noscript><p>${words.withScript}</p></noscript>
    <div class=sheets data-kind="sheet">${all.map(tender => sheet(tender, data))}</div>
    <p class=nothing data-empty="tender" hidden>${filters.none}</p></section>
    ${sharedTexts(
      'reasons',
      all.map(tender => reasons(tender, data)),
    )}`;
}

/** Closed, a line that says the tender; open, everything about it. */
function sheet(tender: Tender, data: PageData): Markup {
  const { format } = data.texts;
  const members = membersOf(tender);
  const past = tender.launchOn < data.outcome.asOf;
  return markup`<details${data.filterable(members, [tender.category])}${past && markup` data-past`}><summary>
    <span>${format.quarter(tender.launch)}</span>
    <h3>${data.tenderName(tender)}</h3>
    <span>${format.count(members.length, 'member')} · ${format.count(tender.participations.length, 'contract')} · ${format.money(tender.gain.expected)}</span>
    </summary><div id="${data.anchor(tender.id)}">
    <p class=lead>${tenderLead(tender, data)}</p>${warnings(tender, data)}${facts(tender, data)}${participants(tender, data)}</div></details>`;
}

/** What the script adds to a sheet when it is opened or printed. */
function reasons(tender: Tender, data: PageData): Markup {
  return markup`<div class=pair>${gainParts(tender, data)}${milestones(tender, data)}</div>
    <div class=pair>${shares(tender, data)}${alternatives(tender, data)}</div>${checks(tender, data)}`;
}
