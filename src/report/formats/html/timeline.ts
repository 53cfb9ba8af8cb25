/** The timeline: one line a joint tender, drawn in percents, so that its style alone changes the scale. */
import type { QuarterLoad, Tender } from '../../../domain/plan.ts';
import { membersOf } from '../../sections/schedule.ts';
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import { type Scale, scaleOf } from './scale.ts';
import { tenderBar } from './tenderBar.ts';

/** Ends of joint contracts, launches, decisions, all on one scale; empty without tenders. */
export function timeline(data: PageData): Markup {
  const { outcome, texts } = data;
  const { headings, timeline: words } = texts.page;
  const { schedule } = data.view.sections;
  const scale = scaleOf(outcome);
  return markup`<section aria-labelledby="timeline" class=wide><h2 id="timeline">${headings.timeline}</h2>
    ${schedule.lead.map(sentence => markup`<p>${sentence}</p>`)}
    ${
      outcome.plan.tenders.length > 0 &&
      markup`<div class=bar><p>${words.lead}</p>${zoom(data)}</div>
      ${marks()}${legend(data)}
      <div class=timeline role="region" aria-label="${words.region}" tabindex="0">
      ${axis(scale, data)}<div class=plot>${grid(scale, data)}
      <ol data-kind="tender">${outcome.plan.tenders.map(tender => line(tender, scale, data))}</ol></div></div>
      <p class=nothing data-empty="tender" hidden>${texts.page.filters.none}</p>`
    }</section>`;
}

function zoom({ texts }: PageData): Markup {
  const { zoom: legendText, year, quarter } = texts.page.timeline;
  return markup`<fieldset class=zoom><legend>${legendText}</legend>
    <label><input type="radio" name="zoom" value="year" checked>${year}</label>
    <label><input type="radio" name="zoom" value="quarter">${quarter}</label></fieldset>`;
}

/** Marks drawn once and used by every line; a shape, never a colour alone, tells what a mark is. */
function marks(): Markup {
  return markup`<svg class=unseen aria-hidden="true"><defs>
    <path id="pub" d="M0 18 5.5 28-5.5 28Z"/><path id="end" d="M0 4V12"/>
    <path id="dec" d="M0 31.5 4.5 36 0 40.5-4.5 36Z"/><path id="urg" d="M-5 31H5V41H-5Z"/></defs></svg>`;
}

function legend({ texts }: PageData): Markup {
  const words = texts.page.timeline;
  const sample = (shape: Markup, label: string): Markup =>
    markup`<li><svg viewBox="0 0 30 14" aria-hidden="true">${shape}</svg>${label}`;
  return markup`<ul class=legend>
    ${sample(markup`<rect class=prep width="30"/>`, words.preparation)}
    ${sample(markup`<rect class=proc width="30"/>`, words.procedure)}
    ${sample(markup`<rect class=joint width="30"/>`, words.contract)}
    ${sample(markup`<use href="#pub" x="15" y="-16"/>`, words.published)}
    ${sample(markup`<use href="#end" x="15" y="-1"/>`, words.ends)}
    ${sample(markup`<use href="#dec" x="15" y="-29"/>`, words.decision)}
    ${sample(markup`<use href="#urg" x="15" y="-29"/>`, words.urgentDecision)}</ul>`;
}

function axis(scale: Scale, data: PageData): Markup {
  const { asOf, plan } = data.outcome;
  const { format, page } = data.texts;
  const loads = new Map(plan.quarters.map(load => [load.quarter, load]));
  return markup`<div class=axis><span class=name><i class=load>${page.timeline.load}</i></span>
    <svg aria-hidden="true">
    ${scale.years.map(({ year, from }) => markup`<text x="${scale.at(from)}" y="14" dx="4" class=year>${year}</text>`)}
    ${scale.quarters.map(
      ({ quarter, from }) =>
        markup`<text x="${scale.at(from)}" y="30" dx="4" class=q>${format.quarter(quarter).slice(0, 2)}${loadText(loads.get(quarter))}</text>`,
    )}
    <text x="${scale.at(asOf)}" y="44" dx="4" class=now>${format.day(asOf)}</text></svg></div>`;
}

/** « 2/4 »: launches of a quarter against its capacity. */
function loadText(load: QuarterLoad | undefined): string {
  if (!load || (load.launches === 0 && load.capacity === undefined)) return '';
  return load.capacity === undefined ? ` · ${load.launches}` : ` · ${load.launches}/${load.capacity}`;
}

function grid(scale: Scale, { outcome }: PageData): Markup {
  const upright = (x: string, name: string): Markup =>
    markup`<line x1="${x}" x2="${x}" y2="100%" class="${name}"/>`;
  return markup`<svg class=grid aria-hidden="true">
    ${scale.quarters.map(({ quarter, from }) => upright(scale.at(from), quarter.endsWith('Q1') ? 'y' : 'q'))}
    ${upright(scale.at(outcome.asOf), 'now')}</svg>`;
}

function line(tender: Tender, scale: Scale, data: PageData): Markup {
  const { format } = data.texts;
  const members = membersOf(tender);
  return markup`<li${data.filterable(members, [tender.category])}>
    <a href="#${data.anchor(tender.id)}">
    <span class=name><b>${data.tenderName(tender)}</b>
    <i>${format.quarter(tender.launch)} · ${format.count(members.length, 'member')} · ${format.money(tender.gain.expected)}</i></span>
    ${tenderBar(tender, scale, data)}</a>`;
}
