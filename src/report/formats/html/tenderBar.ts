/** A tender's line of the timeline: what is prepared, run, signed, and what ends or must be decided meanwhile. */
import { type Day, addDays, minDay } from '../../../domain/day.ts';
import type { Tender } from '../../../domain/plan.ts';
import { type Markup, markup } from './markup.ts';
import type { PageData } from './pageData.ts';
import type { Scale } from './scale.ts';

/** Ends stand above the bars and decisions below; heights are in the style, places in percents. */
export function tenderBar(tender: Tender, scale: Scale, { decisionsOf }: PageData): Markup {
  const { launchOn, start, duration, milestones } = tender;
  const begins = milestones.map(({ from }) => from).reduce(minDay, launchOn);
  const decisions = decisionsOf(tender.id);
  const pressing = new Set(decisions.filter(({ status }) => status !== 'open').map(({ by }) => by));
  const open = new Set(decisions.filter(({ by }) => !pressing.has(by)).map(({ by }) => by));
  const ends = new Set(tender.participations.map(({ leavesOn }) => leavesOn));
  return markup`<svg aria-hidden="true">
    ${bar('prep', begins, addDays(launchOn, -1), scale)}
    ${bar('proc', launchOn, addDays(start, -1), scale)}
    ${bar('joint', start, duration.endsOn, scale)}
    ${marksAt([launchOn], 'pub', scale)}
    ${marksAt(ends, 'end', scale)}
    ${marksAt(open, 'dec', scale)}
    ${marksAt(pressing, 'urg', scale)}</svg>`;
}

function bar(name: string, from: Day, to: Day, scale: Scale): Markup | false {
  const x = from < scale.from ? scale.from : from;
  return to >= x && markup`<rect class="${name}" x="${scale.at(x)}" width="${scale.width(x, to)}"/>`;
}

function marksAt(days: Iterable<Day>, shape: 'pub' | 'end' | 'dec' | 'urg', scale: Scale): Markup {
  const visible = [...days].filter(value => value >= scale.from && value <= scale.to);
  return markup`${visible.map(value => markup`<use href="#${shape}" x="${scale.at(value)}"/>`)}`;
}
