/** The blocks that a page of the terminal is made of. */
import type { Section } from '../table.ts';
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

/** A section's sentences, without its rows, and how to see them. */
export function summary(section: Section, page: Page): string {
  const hidden = section.rows.length;
  return [titled(section, page), ...(hidden > 0 ? [page.texts.report.more(hidden, section.id)] : [])].join(
    '\n',
  );
}

/** Sentences, cut into lines. */
export function paragraph(sentences: readonly string[], { width }: Page): string {
  return sentences.flatMap(sentence => wrap(sentence, width)).join('\n');
}

function titled(section: Section, page: Page): string {
  const title = page.paint.heading(section.title);
  return section.lead.length > 0 ? `${title}\n${paragraph(section.lead, page)}` : title;
}
