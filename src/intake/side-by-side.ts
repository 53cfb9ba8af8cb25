/** Tables that stand side by side in a sheet, under one line of headings: each is read by itself. */
import { fold } from '../domain/text.ts';
import type { Row, Table } from './table.ts';

/** A table begins again where its first headings do: so many of them at least. */
const FEWEST_REPEATED = 3;

/** The tables under a header, from left to right: nearly always the one given. */
export function besideOneAnother(table: Table): readonly Table[] {
  const headings = table.headings.map(fold);
  const starts = startsOf(headings);
  if (starts.length < 2) return [table];
  return starts.map((from, k) => part(table, k === 0 ? 0 : from, starts[k + 1] ?? headings.length));
}

/** The columns where the first headings stand, again and again. */
function startsOf(headings: readonly string[]): number[] {
  const first = headings.findIndex(Boolean);
  const pattern = headings.slice(first, first + FEWEST_REPEATED);
  if (first < 0 || pattern.length < FEWEST_REPEATED || new Set(pattern).size < FEWEST_REPEATED) return [];
  if (pattern.includes('')) return [];
  return headings.flatMap((_, at) =>
    at >= first && pattern.every((heading, k) => headings[at + k] === heading) ? [at] : [],
  );
}

/** The columns `from` to `to`, excluded, at their places: the others are blank, and so are the rows left out. */
function part(table: Table, from: number, to: number): Table {
  const within = (cells: readonly string[]): string[] =>
    cells.slice(0, to).map((cell, column) => (column < from ? '' : cell));
  const isFirst = from === 0;
  const body = Array.from(table.body, (row): Row => ({ ...row, cells: within(row.cells) }));
  return {
    ...table,
    headings: within(table.headings),
    body: isFirst ? body : body.filter(({ cells }) => cells.some(cell => cell.trim())),
  };
}
