/** A grid → its tables: titles above, header wherever it is, everything below. Nothing is dropped here. */
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { MappingSettings } from '../domain/settings.ts';
import { fold } from '../domain/text.ts';
import { columnIndex, columnLetter } from './column.ts';
import { type Header, findHeader, headingsOn, surelyHeadings } from './header.ts';
import { withMergedCells } from './merged-cells.ts';
import { columnLocation, gridLocation } from './place.ts';
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
    if (!grid.rows.some(hasText)) return { value: [], diagnostics: [] };
    return { value: [], diagnostics: [diagnostic('HEADER_NOT_FOUND', at, { known: SUCH_AS })] };
  }
  const whole = tablesFrom(grid, header).map(withMergedCells);
  const tables = whole.map(({ value }) => value);
  const diagnostics: Diagnostic[] = [];
  if (header.last > header.first) {
    const [first, last] = [grid.rows[header.first]!.row, grid.rows[header.last]!.row];
    diagnostics.push(diagnostic('HEADER_ON_SEVERAL_ROWS', { ...at, row: last }, { first, last }));
  }
  if (tables.length > 1) diagnostics.push(diagnostic('TABLES_SEVERAL', at, { tables: tables.length }));
  diagnostics.push(...whole.flatMap(read => read.diagnostics));
  diagnostics.push(...tables.flatMap(repeatedHeadings), ...tables.flatMap(longRows));
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
  const place = wanted ? grid.rows.findIndex(({ row }) => row === wanted) : -1;
  return place < 0 ? undefined : { first: place, last: place, headings: headingsOn([grid.rows[place]!]) };
}

function configuredHeadings(mapping: MappingSettings | undefined): ReadonlySet<string> {
  return new Set(Object.values(mapping?.columns ?? {}).map(fold));
}

function byLetters(mapping: MappingSettings | undefined): boolean {
  const names = Object.values(mapping?.columns ?? {});
  return names.length > 0 && names.every(name => columnIndex(name) !== undefined);
}

function headless(grid: Grid): Table {
  const width = grid.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return {
    grid,
    headerRow: 0,
    headings: Array.from({ length: width }, () => ''),
    preamble: [],
    body: grid.rows,
  };
}

/** Cuts the rows below a header wherever another, different header begins. */
function tablesFrom(grid: Grid, header: Header): Table[] {
  const tables: Table[] = [];
  let { first, last, headings } = header;
  let preamble: readonly Row[] = grid.rows.slice(0, first);
  for (;;) {
    const next = nextHeader(grid.rows, last + 1, headings);
    const body = grid.rows.slice(last + 1, next ?? grid.rows.length);
    tables.push({ grid, headerRow: grid.rows[last]!.row, headings, preamble, body });
    if (next === undefined) return tables;
    [first, last, headings, preamble] = [next, next, headingsOn([grid.rows[next]!]), []];
  }
}

/** The place of a row that is surely the header of another table: mostly known headings, and not the same ones. */
function nextHeader(rows: readonly Row[], from: number, headings: readonly string[]): number | undefined {
  const known = new Set(headings.map(fold));
  for (let place = from; place < rows.length; place += 1) {
    const { cells } = rows[place]!;
    if (tooManyFigures(cells) || !surelyHeadings(cells)) continue;
    const filled = cells.filter(cell => cell.trim());
    const repeated = filled.filter(cell => known.has(fold(cell))).length;
    if (repeated < filled.length) return place;
  }
  return undefined;
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

function longRows({ grid, headings, body }: Table): Diagnostic[] {
  const expected = headings.length;
  const long = body.filter(
    ({ cells }) => cells.length > expected && cells.slice(expected).some(cell => cell.trim()),
  );
  const told = long.length > MOST_LONG_ROWS ? long.slice(0, 1) : long;
  return told.map(({ row, cells }) => {
    const params = { cells: cells.length, expected, rows: long.length > MOST_LONG_ROWS ? long.length : 1 };
    return diagnostic(
      'ROW_TOO_LONG',
      { ...gridLocation(grid), row },
      params,
      cells.slice(expected).join(' | '),
    );
  });
}
