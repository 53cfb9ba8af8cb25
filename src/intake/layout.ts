/** A grid → its tables: titles above, header wherever it is, everything below. Nothing is dropped here. */
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { MappingSettings } from '../domain/settings.ts';
import { fold } from '../domain/text.ts';
import { columnIndex, columnLetter } from './column.ts';
import { type Header, findHeader, headingsOn, surelyHeadings } from './header.ts';
import { withMergedCells } from './merged-cells.ts';
import { columnLocation, gridLocation } from './place.ts';
import { besideOneAnother } from './side-by-side.ts';
import { type Rows, placeOf } from './rows.ts';
import type { Grid, Read, Row, Table } from './table.ts';

/** Headings named when none is found. */
const SUCH_AS = 'N° de marché, Objet, Titulaire, Date de début, Date de fin';

/**
 * The tables of a grid: one, or several one under the other when each has its own header.
 * A grid without header gives none and says so, unless the configuration names its columns by their letters.
 */
export function findTables(grid: Grid, mapping?: MappingSettings): Read<readonly Table[]> {
  const at = gridLocation(grid);
  const header = configuredHeader(grid, mapping) ?? findHeader(grid.rows, configuredHeadings(mapping));
  if (!header) {
    if (byLetters(mapping)) return { value: [headless(grid)], diagnostics: [] };
    if (placeOf(grid.rows, hasText) < 0) return { value: [], diagnostics: [] };
    return { value: [], diagnostics: [diagnostic('HEADER_NOT_FOUND', at, { known: SUCH_AS })] };
  }
  const cut = tablesFrom(grid, header);
  const whole = cut.map(({ table }) => withMergedCells(table));
  const tables = whole.flatMap(({ value }) => besideOneAnother(value));
  const diagnostics: Diagnostic[] = [];
  if (header.last > header.first) {
    const [first, last] = [grid.rows.at(header.first)!.row, grid.rows.at(header.last)!.row];
    diagnostics.push(diagnostic('HEADER_ON_SEVERAL_ROWS', { ...at, row: last }, { first, last }));
  }
  if (tables.length > 1) diagnostics.push(diagnostic('TABLES_SEVERAL', at, { tables: tables.length }));
  diagnostics.push(...whole.flatMap(read => read.diagnostics));
  diagnostics.push(...tables.flatMap(repeatedHeadings), ...cut.flatMap(longRows));
  return { value: tables, diagnostics };
}

/**
 * The tables of all the grids of a file. A sheet without header (a notice, a list of codes) is only noted when
 * another sheet has a table.
 */
export function findTablesOfFile(grids: readonly Grid[], mapping?: MappingSettings): Read<readonly Table[]> {
  const reads = grids.map(grid => findTables(grid, mapping));
  const value = reads.flatMap(read => read.value);
  const diagnostics = reads.flatMap(read => read.diagnostics);
  if (!value.length) return { value, diagnostics };
  return {
    value,
    diagnostics: diagnostics.map(problem =>
      problem.code === 'HEADER_NOT_FOUND' ? diagnostic('SHEET_WITHOUT_TABLE', problem.at, {}) : problem,
    ),
  };
}

/** The header on the Excel row that the configuration names; 0 means that there is none. */
function configuredHeader(grid: Grid, mapping: MappingSettings | undefined): Header | undefined {
  const wanted = mapping?.headerRow;
  const place = wanted ? placeOf(grid.rows, ({ row }) => row === wanted) : -1;
  return place < 0 ? undefined : { first: place, last: place, headings: headingsOn([grid.rows.at(place)!]) };
}

function configuredHeadings(mapping: MappingSettings | undefined): ReadonlySet<string> {
  return new Set(Object.values(mapping?.columns ?? {}).map(fold));
}

function byLetters(mapping: MappingSettings | undefined): boolean {
  const names = Object.values(mapping?.columns ?? {});
  return names.length > 0 && names.every(name => columnIndex(name) !== undefined);
}

function headless(grid: Grid): Table {
  let width = 0;
  for (const { cells } of grid.rows) width = Math.max(width, cells.length);
  return {
    grid,
    headerRow: 0,
    headings: Array.from({ length: width }, () => ''),
    preamble: [],
    body: grid.rows,
  };
}

/** A table as it stands in its grid, and its rows that are longer than its header. */
interface CutTable {
  readonly table: Table;
  readonly long: LongRows;
}

/** Cuts the rows below a header wherever another, different header begins. */
function tablesFrom(grid: Grid, header: Header): CutTable[] {
  const tables: CutTable[] = [];
  let { first, last, headings } = header;
  let preamble: readonly Row[] = Array.from(grid.rows.slice(0, first));
  for (;;) {
    const { next, long } = below(grid.rows, last + 1, headings);
    const body = grid.rows.slice(last + 1, next ?? grid.rows.length);
    const headerRow = grid.rows.at(last)!.row;
    tables.push({ table: { grid, headerRow, headings, preamble, body }, long });
    if (next === undefined) return tables;
    [first, last, headings, preamble] = [next, next, headingsOn([grid.rows.at(next)!]), []];
  }
}

/** Reads the rows below a header, down to one that is surely the header of another table: mostly known, other headings. */
function below(
  rows: Rows,
  from: number,
  headings: readonly string[],
): { next: number | undefined; long: LongRows } {
  const known = new Set(headings.map(fold));
  const long: LongRows = { told: [], count: 0 };
  let place = from - 1;
  for (const row of rows.slice(from)) {
    place += 1;
    const { cells } = row;
    if (!tooManyFigures(cells) && surelyHeadings(cells)) {
      const filled = cells.filter(cell => cell.trim());
      if (filled.filter(cell => known.has(fold(cell))).length < filled.length) return { next: place, long };
    }
    if (cells.length <= headings.length || !cells.slice(headings.length).some(cell => cell.trim())) continue;
    long.count += 1;
    if (long.told.length < MOST_LONG_ROWS) long.told.push(row);
  }
  return { next: undefined, long };
}

/** Quickly told of nearly every row of data: three cells with a figure. */
function tooManyFigures(cells: readonly string[]): boolean {
  let figures = 0;
  for (const cell of cells) if (/\d/.test(cell) && (figures += 1) > 2) return true;
  return false;
}

function hasText({ cells }: Row): boolean {
  return cells.some(cell => cell.trim());
}

function repeatedHeadings(table: Table): Diagnostic[] {
  const firsts = new Map<string, number>();
  return table.headings.flatMap((heading, index) => {
    const folded = fold(heading);
    const first = folded ? firsts.get(folded) : undefined;
    if (folded && first === undefined) firsts.set(folded, index);
    if (first === undefined) return [];
    return diagnostic(
      'HEADING_REPEATED',
      columnLocation(table, index),
      { first: columnLetter(first) },
      heading,
    );
  });
}

/** Beyond so many, rows too long are the export's habit: the first is told, with their number. */
const MOST_LONG_ROWS = 20;

/** Rows with more cells than headings: how many, and the first of them. */
interface LongRows {
  readonly told: Row[];
  count: number;
}

function longRows({ table: { grid, headings }, long: { told, count } }: CutTable): Diagnostic[] {
  const expected = headings.length;
  const isHabit = count > MOST_LONG_ROWS;
  return (isHabit ? told.slice(0, 1) : told).map(({ row, cells }) => {
    const params = { cells: cells.length, expected, rows: isHabit ? count : 1 };
    const beyond = cells.slice(expected).join(' | ');
    return diagnostic('ROW_TOO_LONG', { ...gridLocation(grid), row }, params, beyond);
  });
}
