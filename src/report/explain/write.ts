/** An explanation in each form that it can take. */
import { cellText, cellValue } from '../formats/cells.ts';
import type { Page, RenderOptions } from '../formats/format.ts';
import { grid, wrap } from '../formats/grid.ts';
import { escape } from '../formats/markdown.ts';
import { paragraph } from '../formats/page.ts';
import { paint } from '../formats/paint.ts';
import type { Cell } from '../table.ts';
import type { Chapter, Fact, Story } from './story.ts';

export const EXPLAIN_FORMATS = ['table', 'markdown', 'json'] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

type Options = Pick<RenderOptions, 'texts' | 'width' | 'colour'>;

/** Under this width a fact's name and its value do not stand side by side. */
const NARROW = 72;
/** Lines longer than this are hard to read, whatever the terminal. */
const WIDEST = 160;

export function writeStory(story: Story, format: ExplainFormat, options: Options): string {
  switch (format) {
    case 'json':
      return json(story);
    case 'markdown':
      return markdown(story, options);
    case 'table':
      return text(story, options);
  }
}

function text({ title, lead, chapters }: Story, { texts, width, colour }: Options): string {
  const page: Page = { texts, width: Math.min(width, WIDEST), paint: paint(colour) };
  const heading = [...wrap(title, page.width).map(page.paint.heading), paragraph(lead, page)].join('\n');
  return `${[heading, ...chapters.map(item => chapterText(item, page))].join('\n\n')}\n`;
}

function chapterText({ title, facts, sentences, table }: Chapter, page: Page): string {
  return [
    page.paint.heading(title),
    ...factLines(facts, page),
    ...sentences.flatMap(sentence => wrap(sentence, page.width)),
    ...(table ? [grid(table, table.rows, page)] : []),
  ].join('\n');
}

function factLines(facts: readonly Fact[], { texts, width }: Page): string[] {
  const longest = Math.max(0, ...facts.map(({ label }) => label.length));
  const room = width - longest - 4;
  return facts.flatMap(({ label, value }) => {
    const shown = cellText(value, texts);
    if (width < NARROW) return wrap(texts.page.labelled(label, shown), width);
    return wrap(shown, room, '').map((line, i) => `  ${(i === 0 ? label : '').padEnd(longest)}  ${line}`);
  });
}

function markdown({ title, lead, chapters }: Story, { texts }: Options): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (value: Cell): string => escape(cellText(value, texts));
  const blocks = chapters.flatMap(({ title: heading, facts, sentences, table }) => [
    `## ${escape(heading)}`,
    facts.map(({ label, value }) => `- **${escape(label)}** — ${cell(value)}`).join('\n'),
    sentences.map(escape).join('  \n'),
    table
      ? [
          line(table.columns.map(column => escape(column.label))),
          line(table.columns.map(column => (column.align === 'right' ? '--:' : '---'))),
          ...table.rows.map(({ cells }) => line(cells.map(cell))),
        ].join('\n')
      : '',
  ]);
  return `${[`# ${escape(title)}`, lead.map(escape).join('  \n'), ...blocks].filter(Boolean).join('\n\n')}\n`;
}

/** Days are `YYYY-MM-DD`, amounts are euros; names are the same in every language. */
function json({ title, lead, chapters }: Story): string {
  const value = (cell: Cell): string | number | null => (cell === null ? null : cellValue(cell, day => day));
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      title,
      lead,
      chapters: chapters.map(({ id, title: heading, facts, sentences, table }) => ({
        id,
        title: heading,
        facts: Object.fromEntries(facts.map(fact => [fact.id, value(fact.value)])),
        sentences,
        rows: (table?.rows ?? []).map(({ cells }) =>
          Object.fromEntries(table!.columns.map((column, i) => [column.id, value(cells[i]!)])),
        ),
      })),
    },
    undefined,
    2,
  )}\n`;
}
