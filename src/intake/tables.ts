/** Files → tables, read line by line: what each row is, and what the lines say. */
import type { Diagnostic } from '../domain/diagnostic.ts';
import { matchesGlob } from '../domain/glob.ts';
import type { IntakeSettings, MappingSettings } from '../domain/settings.ts';
import type { LeftOutRow, SourceFile } from '../domain/source.ts';
import { compareText } from '../domain/text.ts';
import { plainText } from './cells/plainText.ts';
import type { ColumnMatch } from './fields.ts';
import { readGrids } from './grid.ts';
import { matchHeadings } from './headings.ts';
import { findTablesOfFile } from './layout.ts';
import { type Line, lineReader } from './lines/line.ts';
import { readersOf } from './lines/readers.ts';
import { type Remarks, remarksOn } from './lines/remarks.ts';
import { kindOfRow } from './row-kind.ts';
import type { Grid, Read, Row, Table } from './table.ts';

/** A table, its lines, and the rows that are none. */
export interface TableReading {
  readonly table: Table;
  readonly columns: readonly ColumnMatch[];
  /** By column index: the format settled for the whole column. */
  readonly formats: ReadonlyMap<number, string>;
  readonly lines: readonly Line[];
  /** Skipped and rejected rows. */
  readonly leftOut: readonly LeftOutRow[];
  readonly remarks: Remarks;
}

/** Reads every table of every file, in the order of their names. */
export async function readTables(
  files: readonly SourceFile[],
  settings: IntakeSettings,
): Promise<{ tables: TableReading[]; diagnostics: Diagnostic[] }> {
  const tables: TableReading[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files.toSorted((a, b) => compareText(a.path, b.path))) {
    const mapping = mappingOf(file, settings);
    const grids = await gridsOf(file, settings);
    const found = findTablesOfFile(grids.value, mapping);
    diagnostics.push(...grids.diagnostics, ...found.diagnostics);
    for (const table of found.value) {
      const { value: columns, diagnostics: doubts } = matchHeadings(table, mapping);
      diagnostics.push(...doubts);
      tables.push(readTable(table, columns, mapping, settings.vatRate));
    }
  }
  return { tables, diagnostics };
}

/** A file as the settings say to read it. */
export function gridsOf(file: SourceFile, settings: IntakeSettings): Promise<Read<readonly Grid[]>> {
  const mapping = mappingOf(file, settings);
  const encoding = settings.encoding ?? mapping?.encoding;
  return readGrids(file, {
    ...(encoding && { encoding }),
    ...(mapping?.delimiter && { delimiter: mapping.delimiter }),
  });
}

function mappingOf({ path }: SourceFile, { mappings }: IntakeSettings): MappingSettings | undefined {
  return mappings.find(({ files: globs }) => globs.some(glob => matchesGlob(glob, path)));
}

function readTable(
  table: Table,
  columns: readonly ColumnMatch[],
  mapping: MappingSettings | undefined,
  vatRate: number | undefined,
): TableReading {
  const remarks = remarksOn(table);
  const readers = readersOf(table, columns, mapping, remarks);
  const readLine = lineReader(table, readers, vatRate, remarks);
  const { file, sheet } = table.grid;
  const lines: Line[] = [];
  const leftOut: LeftOutRow[] = [];
  let section = '';
  for (const row of table.body) {
    const at = { file, ...(sheet !== undefined && { sheet }), row: row.row };
    const kind = kindOfRow(row, table);
    if (kind === 'section') section = titleOf(row);
    if (kind !== 'data') {
      leftOut.push({ at, cells: row.cells, why: { kind: 'skipped', reason: kind } });
      continue;
    }
    const line = readLine(row, section);
    if (line) lines.push(line);
    else leftOut.push({ at, cells: row.cells, why: { kind: 'rejected', code: 'ROW_WITHOUT_CONTRACT' } });
  }
  return { table, columns, formats: readers.formats, lines, leftOut, remarks };
}

function titleOf({ cells }: Row): string {
  return cells.map(plainText).filter(Boolean).join(' ');
}
