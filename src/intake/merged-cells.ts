/**
 * Cells merged over several rows: the landlord over its contracts, the lot over its holders. The value holds for each
 * row, except an amount, which would be counted several times. Merging across columns is only looks: titles, groups of
 * headings (see `header`).
 */
import { readHeading } from '../data/headings.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import { columnLetter } from './column.ts';
import type { Field } from './fields.ts';
import { isAmount } from './heading-facts.ts';
import { columnLocation } from './place.ts';
import type { Rows } from './rows.ts';
import type { MergedCells, Read, Row, Table } from './table.ts';

/** The table with each merged value on each of its rows; said once a column, and at each amount. */
export function withMergedCells(table: Table): Read<Table> {
  if (!table.grid.merged) return { value: table, diagnostics: [] };
  const [top, bottom] = [table.body.at(0)?.row ?? 0, table.body.at(table.body.length - 1)?.row ?? 0];
  const merged = table.grid.merged.filter(({ first, last }) => first >= top && last <= bottom);
  if (!merged.length) return { value: table, diagnostics: [] };
  const amounts = merged.filter(({ column }) => holdsAmount(table.headings[column] ?? ''));
  const repeated = merged.filter(group => !amounts.includes(group));
  return {
    value: { ...table, body: filledDown(table.body, repeated) },
    diagnostics: [...repeatedCells(table, repeated), ...amounts.map(group => mergedAmount(table, group))],
  };
}

function holdsAmount(heading: string): boolean {
  const field = readHeading(heading)?.known.field;
  return field !== undefined && isAmount(field as Field);
}

function filledDown(body: Rows, groups: readonly MergedCells[]): Row[] {
  const rows = new Map([...body].map(row => [row.row, { ...row, cells: [...row.cells] }]));
  for (const { column, first, last } of groups) {
    const value = rows.get(first)?.cells[column];
    if (!value) continue;
    for (let at = first + 1; at <= last; at += 1) {
      const cells = rows.get(at)?.cells;
      if (!cells) continue;
      while (cells.length < column) cells.push('');
      cells[column] ||= value;
    }
  }
  return [...rows.values()];
}

function repeatedCells(table: Table, groups: readonly MergedCells[]): Diagnostic[] {
  const columns = new Map<number, MergedCells[]>();
  for (const group of groups) columns.set(group.column, [...(columns.get(group.column) ?? []), group]);
  return [...columns].map(([column, [first, ...others]]) => {
    const at = { ...columnLocation(table, column), row: first!.first };
    return diagnostic('CELLS_MERGED', at, { groups: others.length + 1, range: rangeOf(first!) });
  });
}

function mergedAmount(table: Table, group: MergedCells): Diagnostic {
  const at = { ...columnLocation(table, group.column), row: group.first };
  return diagnostic('AMOUNT_MERGED', at, { range: rangeOf(group) });
}

function rangeOf({ column, first, last }: MergedCells): string {
  return `${columnLetter(column)}${first}:${columnLetter(column)}${last}`;
}
