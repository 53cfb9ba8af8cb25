/**
 * A table as it stands in a file, before anything is understood: what `decode`, `dialect`, `grid` and `layout`
 * make of bytes, and what columns, cells and rows are read from.
 */
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Rows } from './rows.ts';

/** One record. `row` is the Excel row of its first line, from 1. */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
  /** A hidden row of a workbook: read like the others, and said. */
  readonly hidden?: boolean;
}

/** A cell merged over several rows of a workbook: its value stands in the first. Excel rows, inclusive. */
export interface MergedCells {
  /** From 0. */
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** A file (or a sheet of a workbook) as rows of text. */
export interface Grid {
  readonly file: string;
  readonly sheet?: string;
  /** `UTF-8`, `UTF-8 BOM`, `UTF-16LE`, `UTF-16BE`, `windows-1252`, `ISO-8859-15`, `macintosh`, `cp850`; `xlsx` for a workbook. */
  readonly encoding: string;
  readonly delimiter?: string;
  /**
   * `text`: every cell is what somebody typed. `typed`: cells come from a workbook whose own types were kept:
   * dates are written `YYYY-MM-DD` and numbers with a decimal point, never grouped.
   */
  readonly kind: 'text' | 'typed';
  readonly rows: Rows;
  readonly merged?: readonly MergedCells[];
}

/** A grid whose header was found: its columns, and the rows below. */
export interface Table {
  readonly grid: Grid;
  /** Excel row of the header's last line. */
  readonly headerRow: number;
  /** One a column of the grid, in order; blank headings are kept as ''. */
  readonly headings: readonly string[];
  /** Text above the header (titles: may name the member or the date of the export). */
  readonly preamble: readonly Row[];
  /** Every record below the header, in order; nothing is dropped here. */
  readonly body: Rows;
}

/** A value with the problems met on the way. */
export interface Read<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
