/** One worksheet's XML → rows of text: dates as days, numbers with a decimal point, what is hidden or merged said. */
import { type Day, day, dayFromNumber, dayNumber } from '../domain/day.ts';
import { columnIndex } from './column.ts';
import type { NumberReading } from './number-formats.ts';
import type { MergedCells, Row } from './table.ts';
import { type Tag, attribute, textOf, walkTags } from './xml.ts';

/** What cells refer to, for the whole workbook. */
export interface WorkbookTables {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberReading[];
  /** Days are counted from 1904, as old Excels for Mac did. */
  readonly from1904: boolean;
}

/** A worksheet as read. */
export interface Sheet {
  readonly rows: readonly Row[];
  readonly merged: readonly MergedCells[];
  readonly errors: readonly CellError[];
}

/** A cell that holds a formula's error (`#N/A`): read as blank. `row` is Excel's, `column` from 0. */
export interface CellError {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Excel rows left out of a sheet's XML are blank; a longer run of them is a stray mark far below the table. */
const LONGEST_GAP = 10_000;
const NO_CELLS: readonly string[] = [];

/** Reads a worksheet. Rows and cells without a reference follow the one before, as the standard allows. */
export function readSheet(xml: string, tables: WorkbookTables): Sheet {
  const rows: Row[] = [];
  const merged: MergedCells[] = [];
  const errors: CellError[] = [];
  let row = 0;
  let hidden = false;
  let cells: string[] = [];
  let column = -1;
  let cell: OpenCell | undefined;

  const closeRow = (): void => {
    while (cells.length && !cells.at(-1)) cells.pop();
    if (!cells.length) return;
    let blank = (rows.at(-1)?.row ?? 0) + 1;
    if (row - blank <= LONGEST_GAP)
      for (; blank < row; blank += 1) rows.push({ row: blank, cells: NO_CELLS });
    rows.push({ row, cells, ...(hidden && { hidden }) });
  };
  const closeCell = (open: OpenCell): void => {
    const text = cellText(open, tables);
    if (open.type === 'e') errors.push({ row, column, text: open.value });
    if (!text) return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  walkTags(xml, tag => {
    if (tag.kind === 'open') {
      if (tag.name === 'row') {
        row = Number(attribute(tag, 'r') ?? row + 1);
        hidden = isTrue(attribute(tag, 'hidden'));
        [cells, column] = [[], -1];
      } else if (tag.name === 'c') {
        column = columnIndex((attribute(tag, 'r') ?? '').replace(/\d+$/, '')) ?? column + 1;
        cell = openCell(tag);
        if (tag.empty) cell = undefined;
      } else if (cell) cell.enter(tag);
      if (tag.name === 'mergeCell') merged.push(...mergedCells(attribute(tag, 'ref') ?? ''));
    } else if (tag.name === 'c' && cell) {
      closeCell(cell);
      cell = undefined;
    } else if (tag.name === 'row') closeRow();
    else cell?.leave(tag);
  });
  return { rows, merged, errors };
}

/** A cell being read: its type, its style, and its text so far. */
interface OpenCell {
  readonly type: string;
  readonly style: number;
  value: string;
  enter(tag: Tag): void;
  leave(tag: Tag): void;
}

function openCell(tag: Tag): OpenCell {
  let phonetic = false;
  return {
    type: attribute(tag, 't') ?? 'n',
    style: Number(attribute(tag, 's') ?? -1),
    value: '',
    enter({ name, text, empty }) {
      if (name === 'rPh') phonetic = !empty;
      // `v` is a value, `t` a run of an inline string; a formula (`f`) is not read, its cached value is.
      else if ((name === 'v' || name === 't') && !phonetic && !empty) this.value += textOf(text);
    },
    leave({ name }) {
      if (name === 'rPh') phonetic = false;
    },
  };
}

function cellText({ type, style, value }: OpenCell, tables: WorkbookTables): string {
  switch (type) {
    case 's':
      return tables.sharedStrings[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return withoutEscapes(value);
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    case 'e':
      return '';
    case 'd':
      return value.slice(0, 10);
    default:
      return numberText(value, tables.formats[style], tables.from1904);
  }
}

/** A number as text: a day where its format shows one, its leading zeros where its format gives them. */
function numberText(value: string, reading: NumberReading | undefined, from1904: boolean): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  if (reading?.kind === 'date') {
    const day = dayOfSerial(number, from1904);
    return day ? day + lateUtc(number) : canonical(number);
  }
  if (reading?.kind === 'code' && Number.isInteger(number) && number >= 0)
    return canonical(number).padStart(reading.digits, '0');
  return canonical(number);
}

/** Midnight in Paris that a program stored in universal time is 22:00 or 23:00 of the day before: kept, to be said. */
function lateUtc(serial: number): string {
  const hours = (serial - Math.floor(serial)) * 24;
  const late = [22, 23].find(hour => Math.abs(hours - hour) < 1e-4);
  return late === undefined ? '' : `T${late}:00:00Z`;
}

/** Excel computes with fifteen digits and stores seventeen: 0.30000000000000004 is 0.3. Never an exponent. */
function canonical(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? BigInt(Math.round(number)).toString() : text;
}

const DAY_ZERO = dayNumber(day('1899-12-30'));
const DAY_ZERO_1904 = dayNumber(day('1904-01-01'));
/** 31 December 9999, the last that Excel knows. */
const LAST_SERIAL = 2_958_465;

/** The day of an Excel serial; time of day is dropped. `undefined` for a time alone or out of Excel's range. */
export function dayOfSerial(serial: number, from1904: boolean): Day | undefined {
  const days = Math.floor(serial + 1e-7);
  if (days < 1 || days > LAST_SERIAL) return undefined;
  if (from1904) return dayFromNumber(DAY_ZERO_1904 + days);
  // Excel believes in 29 February 1900 (serial 60): earlier serials are one day behind.
  return dayFromNumber(DAY_ZERO + days + (days < 60 ? 1 : 0));
}

/** Vertical parts of a merged range: the same cell over several rows. Merging across columns is only looks. */
function mergedCells(range: string): MergedCells[] {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (!match || match[2] === match[4]) return [];
  return [{ column: columnIndex(match[1]!)!, first: Number(match[2]), last: Number(match[4]) }];
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Characters that XML cannot hold are written `_x000D_` in workbooks. */
export function withoutEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
