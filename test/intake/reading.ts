/** Short ways to read invented files in tests. */
import type { SourceFile } from '../../src/domain/source.ts';
import { type ReadingOptions, readGrids } from '../../src/intake/grid.ts';
import { findTables } from '../../src/intake/layout.ts';
import type { Grid, Read, Table } from '../../src/intake/table.ts';

export function fileOf(content: string | Uint8Array, path = 'marches.csv'): SourceFile {
  return { path, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

/** The only grid of a file, and what was said of it. */
export async function gridOf(content: string | Uint8Array, options?: ReadingOptions): Promise<Read<Grid>> {
  const { value, diagnostics } = await readGrids(fileOf(content), options);
  if (value.length !== 1)
    throw new Error(`${value.length} grids: ${diagnostics.map(({ code }) => code).join(', ')}`);
  return { value: value[0]!, diagnostics };
}

export async function cellsIn(content: string | Uint8Array, options?: ReadingOptions): Promise<string[][]> {
  const { value } = await gridOf(content, options);
  return [...value.rows].map(({ cells }) => [...cells]);
}

/** A grid of text made of rows already cut. */
export function gridFrom(rows: readonly (readonly string[])[]): Grid {
  return {
    file: 'marches.csv',
    encoding: 'UTF-8',
    delimiter: ';',
    kind: 'text',
    rows: rows.map((cells, index) => ({ row: index + 1, cells })),
  };
}

/** Rows written one a line, cells between `|`: easy to read in a test. */
export function rowsOf(text: string): string[][] {
  return text
    .replace(/^\n|\n *$/g, '')
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()));
}

/** The only table of rows written one a line. */
export function tableOf(text: string): Table {
  const { value, diagnostics } = findTables(gridFrom(rowsOf(text)));
  if (value.length !== 1)
    throw new Error(`${value.length} tables: ${diagnostics.map(({ code }) => code).join(', ')}`);
  return value[0]!;
}
