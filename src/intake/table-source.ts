/** What a table is, for the account of what was read. */
import type { ColumnReading, Source } from '../domain/source.ts';
import type { ColumnMatch } from './fields.ts';
import type { Table } from './table.ts';

/** The account of a table, less where its rows went. */
export type TableSource = Pick<
  Source,
  'file' | 'sheet' | 'encoding' | 'delimiter' | 'headerRow' | 'rows' | 'columns'
>;

/** `formats`: by column index, what was settled for the whole column. */
export function sourceOf(
  { grid, headerRow, body }: Table,
  columns: readonly ColumnMatch[],
  formats: ReadonlyMap<number, string>,
): TableSource {
  return {
    file: grid.file,
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    encoding: grid.encoding,
    ...(grid.delimiter !== undefined && { delimiter: grid.delimiter }),
    headerRow,
    rows: body.length,
    columns: columns.map(match => columnReading(match, formats.get(match.index))),
  };
}

function columnReading(
  { column, heading, field, basis }: ColumnMatch,
  format: string | undefined,
): ColumnReading {
  return {
    column,
    heading,
    ...(field && { field }),
    ...(basis && { basis }),
    ...(format !== undefined && { format }),
  };
}
