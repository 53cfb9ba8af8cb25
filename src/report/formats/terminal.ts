/** What a procurement lead reads first: the schedule, then what to decide, then what was left out and why. */
import type { SectionId, Texts } from '../../i18n/texts.ts';
import type { Section } from '../table.ts';
import { type View, readSentence, registerSections, viewOf } from '../view.ts';
import type { RenderOptions, Subject } from './format.ts';
import { grid, wrap } from './grid.ts';
import { type Paint, paint } from './paint.ts';

/** Decisions shown before « --view decisions » is needed. */
const FIRST_DECISIONS = 12;
/** Lines longer than this are hard to read, whatever the terminal. */
const WIDEST = 160;

interface Page {
  readonly texts: Texts;
  readonly width: number;
  readonly paint: Paint;
}

/** The report as text, at most `width` characters wide. */
export function terminal(subject: Subject, { texts, section, width, colour }: RenderOptions): string {
  const page = { texts, width: Math.min(width, WIDEST), paint: paint(colour) };
  const blocks = subject.kind === 'schedule' ? scheduleBlocks(viewOf(subject, texts), section, page) : [];
  if (subject.kind !== 'schedule') {
    const sections = registerSections(subject, texts);
    blocks.push(
      paragraph([readSentence(subject, texts)], page),
      whole(sections.files, page),
      whole(sections.data, page),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

function scheduleBlocks(view: View, only: SectionId | undefined, page: Page): string[] {
  const { sections } = view;
  const heading = [page.paint.heading(view.title), paragraph(view.lead, page)].join('\n');
  if (only) return [heading, whole(sections[only], page)];
  const { report } = page.texts;
  return [
    heading,
    whole(sections.schedule, page),
    first(sections.decisions, FIRST_DECISIONS, page),
    summary(sections.alone, page),
    [summary(sections.data, page), paragraph([report.seeCheck], page)].join('\n'),
    paragraph([report.hypothesis, report.legal], page),
  ];
}

/** A section with all its rows. */
function whole(section: Section, page: Page): string {
  return first(section, Number.POSITIVE_INFINITY, page);
}

/** A section with its first rows, and how to see the others. */
function first(section: Section, most: number, page: Page): string {
  const rows = section.rows.slice(0, most);
  const hidden = section.rows.length - rows.length;
  return [
    titled(section, page),
    ...(rows.length > 0 ? [grid(section, rows, page.width, page.texts, page.paint)] : []),
    ...(hidden > 0 ? [page.texts.report.more(hidden, section.id)] : []),
  ].join('\n');
}

/** A section's sentences, without its rows. */
function summary(section: Section, page: Page): string {
  const rows = section.rows.length;
  return [titled(section, page), ...(rows > 0 ? [page.texts.report.more(rows, section.id)] : [])].join('\n');
}

function titled(section: Section, page: Page): string {
  const title = page.paint.heading(section.title);
  return section.lead.length > 0 ? `${title}\n${paragraph(section.lead, page)}` : title;
}

function paragraph(sentences: readonly string[], { width }: Page): string {
  return sentences.flatMap(sentence => wrap(sentence, width)).join('\n');
}
