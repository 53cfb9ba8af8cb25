/** The blocks that a page of the terminal is made of. */
import type { Heading, Section } from '../table.ts';
import type { Page } from './format.ts';
import { grid, wrap } from './grid.ts';

/** A section with all its rows. */
export function whole(section: Section, page: Page): string {
  return first(section, Number.POSITIVE_INFINITY, page);
}

/** A section with its first rows, and how to see the others. */
export function first(section: Section, most: number, page: Page): string {
  const rows = section.rows.slice(0, most);
  const hidden = section.rows.length - rows.length;
  return [
    titled(section, page),
    ...(rows.length > 0 ? [grid(section, rows, page)] : []),
    ...(hidden > 0 ? [page.texts.report.more(hidden, section.id)] : []),
  ].join('\n');
}

/** A section's sentences, and how to see the rows that are not shown. */
export function summary(heading: Heading, hidden: number, page: Page): string {
  return [titled(heading, page), ...(hidden > 0 ? [page.texts.report.more(hidden, heading.id)] : [])].join(
    '\n',
  );
}

/** Sentences, cut into lines. */
export function paragraph(sentences: readonly string[], { width }: Page): string {
  return sentences.flatMap(sentence => wrap(sentence, width)).join('\n');
}

function titled({ title, lead }: Heading, page: Page): string {
  const painted = page.paint.heading(title);
  return lead.length > 0 ? `${painted}\n${paragraph(lead, page)}` : painted;
}
