/** Tables in the terminal: cli-table3 where there is room, one block a line where there is not. */
import CliTable from 'cli-table3';
import type { Column, Section, TableRow } from '../table.ts';
import { cellText } from './cells.ts';
import type { Page } from './format.ts';
import type { Paint } from './paint.ts';

/** Under this width a table of several columns cannot be read. */
const NARROW = 72;
const GAP = 2;
const ROWS_TOGETHER = 5;
/**
 * For a message that it does not print, cli-table3 shortens each cell to 10 characters whenever it draws one of its lines.
 * A mark that leaves no room for any of them makes it stop there; no line of ours is ever too long for its column.
 */
const NOTHING_LEFT = '\u2026'.repeat(10);
const NO_BORDER = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'])
    .map(part => [part, '']),
);

/** The rows of a section, at most as wide as the page. */
export function grid(
  section: Pick<Section, 'columns'>,
  rows: readonly TableRow[],
  { width, texts, paint }: Page,
): string {
  const kept = withoutEmptyColumns(section.columns, rows);
  const cells = rows.map(row => kept.map(index => cellText(row.cells[index]!, texts)));
  const shown = kept.map(index => section.columns[index]!);
  return width < NARROW
    ? blocks(shown, rows, cells, width, paint)
    : table(shown, rows, cells, columnWidths(shown, cells, width), paint);
}

/**
 * Cells are cut before they are painted (escape codes have no width), and by us: cli-table3 drops long words. Several rows
 * are one of its own, each cell a column of lines: it looks up its twenty options for every cell that it is given.
 */
function table(
  columns: readonly Column[],
  rows: readonly TableRow[],
  cells: readonly (readonly string[])[],
  widths: readonly number[],
  paint: Paint,
): string {
  const cut = (text: string, i: number, painted: (line: string) => string): string[] =>
    wrap(text, widths[i]! - GAP, '').map(painted);
  const drawn = new CliTable({
    head: columns.map((column, i) => cut(column.label, i, paint.faint).join('\n')),
    colWidths: [...widths],
    colAligns: columns.map(column => column.align),
    chars: NO_BORDER,
    // The table's own colours are switched off: it paints its borders even in a pipe.
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': GAP },
    truncate: NOTHING_LEFT,
  });
  for (let begin = 0; begin < rows.length; begin += ROWS_TOGETHER) {
    const together = columns.map((): string[] => []);
    for (let r = begin; r < Math.min(begin + ROWS_TOGETHER, rows.length); r += 1) {
      const { emphasis } = rows[r]!;
      const lines = cells[r]!.map((text, i) => cut(text, i, line => paint.emphasis(emphasis, line)));
      const height = Math.max(...lines.map(({ length }) => length));
      lines.forEach((own, i) => together[i]!.push(...own, ...Array(height - own.length).fill('')));
    }
    drawn.push(together.map(lines => lines.join('\n')));
  }
  return trimmedLines(drawn.toString());
}

/** One block a row, one line a cell: painted after it is cut, since escape codes have no width. */
function blocks(
  columns: readonly Column[],
  rows: readonly TableRow[],
  cells: readonly (readonly string[])[],
  width: number,
  paint: Paint,
): string {
  const lines = (row: TableRow, texts: readonly string[]): string[] =>
    texts
      .flatMap((text, i) => (text ? wrap(`${columns[i]!.label} : ${text}`, width) : []))
      .map(line => paint.emphasis(row.emphasis, line));
  return rows.map((row, i) => lines(row, cells[i]!).join('\n')).join('\n\n');
}

function withoutEmptyColumns(columns: readonly Column[], rows: readonly TableRow[]): number[] {
  return columns.flatMap((_, i) =>
    rows.some(row => row.cells[i] !== null && row.cells[i] !== '') ? [i] : [],
  );
}

/** Natural widths where they fit; else the wrapping columns share what is left, the longest giving up most. */
function columnWidths(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map(({ label }, i) => Math.max(longestWord(label), longest(cells, i)) + GAP);
  for (let excess = total(widths) - width; excess > 0; excess -= 1) {
    const widest = widestWrapping(columns, widths);
    if (widest === undefined) break;
    widths[widest]! -= 1;
  }
  return widths;
}

function widestWrapping(columns: readonly Column[], widths: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const [i, column] of columns.entries()) {
    const least = longestWord(column.label) + GAP;
    if (column.wraps && widths[i]! > least && (best === undefined || widths[i]! > widths[best]!)) best = i;
  }
  return best;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
const longest = (cells: readonly (readonly string[])[], i: number): number =>
  cells.reduce((most, row) => Math.max(most, row[i]!.length), 0);
const longestWord = (text: string): number => Math.max(...text.split(' ').map(word => word.length));

/** Cuts a text into lines of at most `width` characters, between words where it can; further lines are indented. */
export function wrap(text: string, width: number, indent = '  '): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(/[ \n]+/)) {
    for (const [i, piece] of pieces(word, Math.max(1, width - indent.length)).entries()) {
      if (line === undefined) line = piece;
      else if (i === 0 && line.length + 1 + piece.length <= width) line = `${line} ${piece}`;
      else {
        lines.push(line);
        line = indent + piece;
      }
    }
  }
  return [...lines, line ?? ''];
}

/** A word longer than a line, in parts: after its last hyphen that fits, else where the line ends. */
function pieces(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const end = word.lastIndexOf('-', width - 1) + 1 || width;
  return [word.slice(0, end), ...pieces(word.slice(end), width)];
}

function trimmedLines(text: string): string {
  return text
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n');
}
