/** What a procurement lead reads first: the schedule, then what to decide, then what was left out and why. */
import { aloneHeading } from '../sections/alone.ts';
import { allDecisions, briefDecisions, briefSchedule } from '../sections/brief.ts';
import { viewOf } from '../view.ts';
import { headingOf, sectionNamed } from '../planned.ts';
import { type Page, type Planned, type RenderOptions, type Subject, isPlanned } from './format.ts';
import { wrap } from './grid.ts';
import { first, paragraph, summary, whole } from './page.ts';
import { paint } from './paint.ts';
import { qualityBlocks } from './qualityPage.ts';
import { quarterBlocks } from './quarterPage.ts';
import { timelineBlock } from './timelinePage.ts';

/** Decisions shown before « --view decisions » is needed. */
const FIRST_DECISIONS = 12;
/** Lines longer than this are hard to read, whatever the terminal. */
const WIDEST = 160;

/** The report as text, at most `width` characters wide. */
export function terminal(subject: Subject, { texts, section, width, colour }: RenderOptions): string {
  const page = { texts, width: Math.min(width, WIDEST), paint: paint(colour) };
  return `${blocksOf(subject, section, page).join('\n\n')}\n`;
}

function blocksOf(subject: Subject, section: RenderOptions['section'], page: Page): string[] {
  if (!isPlanned(subject)) return qualityBlocks(subject, page);
  return subject.kind === 'quarter' && !section
    ? quarterBlocks(subject, page)
    : scheduleBlocks(subject, section, page);
}

function scheduleBlocks(outcome: Planned, only: RenderOptions['section'], page: Page): string[] {
  const { texts } = page;
  const { sections } = viewOf(outcome, texts);
  const { title, lead } = headingOf(outcome, texts);
  const heading = [...wrap(title, page.width).map(page.paint.heading), paragraph(lead, page)].join('\n');
  if (only === 'timeline') return [heading, timelineBlock(outcome, page)];
  const schedule = briefSchedule(outcome, texts);
  if (only === 'schedule') return [heading, whole(schedule, page)];
  if (only === 'decisions') return [heading, whole(allDecisions(outcome, texts), page)];
  if (only) return [heading, whole(sectionNamed(outcome, only, texts), page)];
  return [
    heading,
    // Without a tender, the heading has said it.
    ...(schedule.rows.length > 0 ? [whole(schedule, page)] : []),
    first(briefDecisions(outcome, texts), FIRST_DECISIONS, page),
    summary(aloneHeading(outcome, texts), outcome.plan.alone.length, page),
    [summary(sections.data, sections.data.rows.length, page), texts.report.seeCheck].join('\n'),
    paragraph([texts.report.hypothesis, texts.report.legal], page),
  ];
}
