/** Where things stand, in Excel's terms, for diagnostics. */
import type { Location } from '../domain/contract.ts';
import { columnLetter } from './column.ts';
import type { Grid, Table } from './table.ts';

/** The file, and the sheet of a workbook. */
export function gridLocation({ file, sheet }: Grid): Location {
  return { file, ...(sheet !== undefined && { sheet }) };
}

/** Where a column's heading stands. */
export function columnLocation({ grid, headings, headerRow }: Table, index: number): Location {
  return {
    ...gridLocation(grid),
    ...(headerRow && { row: headerRow }),
    column: columnLetter(index),
    ...(headings[index] && { heading: headings[index] }),
  };
}
