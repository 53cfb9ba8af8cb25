/** Widths of the columns of a sheet: as wide as their contents, within what a printed page can show. */
import type { Texts } from '../../../i18n/texts.ts';
import type { Section } from '../../table.ts';
import { cellText } from '../cells.ts';

const NARROWEST = 9;
const WIDEST = 52;
/** Room for the arrow of the filter. */
const ARROW = 2;
/** Beyond so many characters in all, a landscape A4 page that shows the whole width is too small to read. */
const PAGE = 215;
/** A column of text is not made narrower than this to fit the page. */
const NARROWEST_TEXT = 14;

/** Widths in characters, one a column. */
export function columnWidths({ columns, rows }: Section, texts: Texts): readonly number[] {
  const widths = columns.map(({ label }, i) => {
    const longest = rows.reduce((most, { cells }) => Math.max(most, cellText(cells[i]!, texts).length), 0);
    return ARROW + Math.min(WIDEST, Math.max(NARROWEST, longest, longestWord(label)));
  });
  const text = columns.map((_, i) => rows.some(({ cells }) => typeof cells[i] === 'string'));
  for (let excess = widths.reduce((sum, width) => sum + width, 0) - PAGE; excess > 0; excess -= 1) {
    const widest = widestText(widths, text);
    if (widest === undefined) break;
    widths[widest]! -= 1;
  }
  return widths;
}

function widestText(widths: readonly number[], text: readonly boolean[]): number | undefined {
  let best: number | undefined;
  for (const [i, width] of widths.entries()) {
    if (text[i] && width > NARROWEST_TEXT && (best === undefined || width > widths[best]!)) best = i;
  }
  return best;
}

const longestWord = (text: string): number => Math.max(...text.split(' ').map(word => word.length));
