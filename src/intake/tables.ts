/** Files → tables, read line by line: what each row is, and what the lines say. */
import type { Diagnostic } from '../domain/diagnostic.ts';
import { matchesGlob } from '../domain/glob.ts';
import { STEP, type Watch } from '../domain/progress.ts';
import type { IntakeSettings, MappingSettings } from '../domain/settings.ts';
import type { LeftOutRow, SourceFile } from '../domain/source.ts';
import { compareText } from '../domain/text.ts';
import { plainText } from './cells/plainText.ts';
import { problem } from './cells/problem.ts';
import type { ColumnMatch } from './fields.ts';
import { readGrids } from './grid.ts';
import { matchHeadings } from './headings.ts';
import { findTablesOfFile } from './layout.ts';
import { type Line, lineReader } from './lines/line.ts';
import { readersOf } from './lines/readers.ts';
import { type TableSource, sourceOf } from './table-source.ts';
import { type Remarks, remarksOn } from './lines/remarks.ts';
import { withLots } from './lots-below.ts';
import { rowKindsOf } from './row-kind.ts';
import type { Grid, Read, Row, Table } from './table.ts';

/** What a table is, its lines, and the rows that are none. Its rows are not kept. */
export interface TableReading {
  readonly source: TableSource;
  readonly lines: readonly Line[];
  /** Skipped and rejected rows. */
  readonly leftOut: readonly LeftOutRow[];
  readonly remarks: Remarks;
}

/** Reads every table of every file, in the order of their names. */
export async function readTables(
  files: readonly SourceFile[],
  settings: IntakeSettings,
  watch: Watch,
): Promise<{ tables: TableReading[]; diagnostics: Diagnostic[] }> {
  const tables: TableReading[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files.toSorted((a, b) => compareText(a.path, b.path))) {
    const mapping = mappingOf(file, settings);
    const grids = await gridsOf(file, settings, watch);
    const found = findTablesOfFile(grids.value, mapping);
    diagnostics.push(...grids.diagnostics, ...found.diagnostics);
    for (const table of found.value) {
      const { value: columns, diagnostics: doubts } = matchHeadings(table, mapping);
      diagnostics.push(...doubts);
      tables.push(readTable(table, columns, { mapping, vatRate: settings.vatRate, watch }));
    }
  }
  return { tables, diagnostics };
}

/** A file as the settings say to read it. */
export function gridsOf(
  file: SourceFile,
  settings: IntakeSettings,
  watch?: Watch,
): Promise<Read<readonly Grid[]>> {
  const mapping = mappingOf(file, settings);
  const encoding = settings.encoding ?? mapping?.encoding;
  return readGrids(file, {
    ...(encoding && { encoding }),
    ...(mapping?.delimiter && { delimiter: mapping.delimiter }),
    ...(watch && { watch }),
  });
}

function mappingOf({ path }: SourceFile, { mappings }: IntakeSettings): MappingSettings | undefined {
  return mappings.find(({ files: globs }) => globs.some(glob => matchesGlob(glob, path)));
}

interface TableOptions {
  readonly mapping: MappingSettings | undefined;
  readonly vatRate: number | undefined;
  readonly watch: Watch;
}

function readTable(
  table: Table,
  columns: readonly ColumnMatch[],
  { mapping, vatRate, watch }: TableOptions,
): TableReading {
  const remarks = remarksOn(table);
  const readers = readersOf(table, columns, mapping, remarks);
  const kindOf = rowKindsOf(table, columns);
  const readLine = lineReader(table, readers, vatRate, remarks);
  const { file, sheet } = table.grid;
  const lines: Line[] = [];
  const leftOut: LeftOutRow[] = [];
  let section = '';
  const reference = readers.columns.get('reference');
  for (const { row, kind, isLot, isTitleOfLots } of withLots(table.body, kindOf, columns)) {
    const at = sheet === undefined ? { file, row: row.row } : { file, sheet, row: row.row };
    if (row.row % STEP === 0) watch({ stage: 'reading', file, rows: row.row });
    if (isLot) remarks.cell(row.row, reference!, '', [LOT_BELOW]);
    if (kind === 'section' && !isTitleOfLots) section = titleOf(row);
    if (kind !== 'data') {
      leftOut.push({ at, why: { kind: 'skipped', reason: kind } });
      continue;
    }
    const line = readLine(row, section);
    if (line) lines.push(line);
    else leftOut.push({ at, why: { kind: 'rejected', code: 'ROW_WITHOUT_CONTRACT' } });
  }
  return { source: sourceOf(table, columns, readers.formats), lines, leftOut, remarks };
}

const LOT_BELOW = problem('LOTS_UNDER_CONTRACT', { cells: 1 });

function titleOf({ cells }: Row): string {
  return cells.map(plainText).filter(Boolean).join(' ');
}
