/** The quarterly report, and what changed between two runs, in the terminal. */
import type { Texts } from '../../i18n/texts.ts';
import { changesLead } from '../quarter/changeSections.ts';
import type { ComparedRuns, QuarterlyOutcome } from '../quarter/subject.ts';
import { changeSectionsOf, quarterViewOf } from '../quarter/view.ts';
import type { Page } from './format.ts';
import { wrap } from './grid.ts';
import { first, paragraph, whole } from './page.ts';
import { paint } from './paint.ts';

/** Rows of each part shown before « --view » is needed. */
const FIRST_ROWS = 12;

/** The report: what to know first, then part by part, then what changed. */
export function quarterBlocks(outcome: QuarterlyOutcome, page: Page): string[] {
  const { title, lead, toKnow, sections, changesLead: changed, changes } = quarterViewOf(outcome, page.texts);
  return [
    [...wrap(title, page.width).map(page.paint.heading), paragraph(lead, page)].join('\n'),
    toKnow.flatMap(sentence => wrap(`- ${sentence}`, page.width)).join('\n'),
    ...sections.map(section => first(section, FIRST_ROWS, page)),
    [page.paint.heading(page.texts.quarter.changed), paragraph(changed, page)].join('\n'),
    ...changes.map(section => first(section, FIRST_ROWS, page)),
    paragraph([page.texts.report.hypothesis, page.texts.report.legal], page),
  ];
}

/** What changed between two runs, as a page of the terminal. */
export function changesPage(
  runs: ComparedRuns,
  { texts, width, colour }: { readonly texts: Texts; readonly width: number; readonly colour: boolean },
): string {
  const page: Page = { texts, width, paint: paint(colour) };
  const blocks = [
    [
      page.paint.heading(texts.quarter.changesTitle(runs.after.group)),
      paragraph(changesLead(runs, texts), page),
    ].join('\n'),
    ...changeSectionsOf(runs, texts).map(section => whole(section, page)),
  ];
  return `${blocks.join('\n\n')}\n`;
}
