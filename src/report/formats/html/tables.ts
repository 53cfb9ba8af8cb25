/** Tables of the page. End tags that HTML lets out are left out: they are a fifth of a long table. */
import type { Texts } from '../../../i18n/texts.ts';
import type { Column, Emphasis, Section } from '../../table.ts';
import { cellText } from '../cells.ts';
import { type Fragment, type Markup, markup } from './markup.ts';

/** A column of a table: its heading, and whether it holds figures. */
export interface Heading {
  readonly label: string;
  readonly figures?: boolean;
}

/** Cells of a row: the first names it, the others are in the order of the headings. */
export type Row = readonly Fragment[];

/** A table under its caption, which scrolls by itself when it is wider than the screen; the script then lets the keyboard reach it. */
export function table(caption: string, headings: readonly Heading[], rows: readonly Row[]): Markup {
  return markup`<div class=scroll><table><caption>${caption}</caption>
    <thead><tr>${headings.map(({ label, figures }) => markup`<th${classOf(figures)}>${label}`)}</thead>
    <tbody>${rows.map(cells => rowOf(cells, headings))}</table></div>`;
}

/** A row whose first cell is its heading. */
function rowOf(cells: Row, headings: readonly Heading[]): Markup {
  return markup`<tr>${cells.map((cell, i) =>
    i === 0
      ? markup`<th${classOf(headings[i]?.figures)}>${cell}`
      : markup`<td${classOf(headings[i]?.figures)}>${cell}`,
  )}`;
}

const classOf = (figures: boolean | undefined): Markup | false => figures === true && markup` class=n`;

/** A section of the view as it is. */
export function sectionTable({ title, columns, rows }: Section, texts: Texts): Markup {
  return table(
    title,
    columns.map(headingOf),
    rows.map(({ cells, emphasis }) =>
      cells.map((cell, i) => emphasised(cellText(cell, texts), i === 0 ? emphasis : 'none')),
    ),
  );
}

function emphasised(text: string, emphasis: Emphasis): Fragment {
  return emphasis === 'none' || text === '' ? text : markup`<b class=${emphasis}>${text}</b>`;
}

const headingOf = ({ label, align }: Column): Heading => ({ label, figures: align === 'right' });
