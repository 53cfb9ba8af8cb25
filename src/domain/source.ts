/** What the tool was given to read, and the account of every row of it. */
import type { ContractId, Location } from './contract.ts';
import type { Field } from './field.ts';

/** A file as read from disk or standard input. */
export interface SourceFile {
  /** Path as the user would write it, with `/`; `-` for standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One table that was read (a CSV file, or a sheet of a workbook) and where each of its rows went. */
export interface Source {
  readonly file: string;
  readonly sheet?: string;
  readonly encoding: string;
  readonly delimiter?: string;
  /** Excel row of the header (of its last line, when it has several). */
  readonly headerRow: number;
  /** Records below the header. Always contracts + duplicates + skipped + rejected. */
  readonly rows: number;
  readonly contracts: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly rejected: number;
  /** How the member was told. */
  readonly memberFrom: 'column' | 'config' | 'section' | 'sheet-name' | 'file-name';
  /** What each column was taken for. */
  readonly columns: readonly ColumnReading[];
}

export interface ColumnReading {
  /** Column letter. */
  readonly column: string;
  readonly heading: string;
  /** The field that it feeds; absent when the column is not used. */
  readonly field?: Field;
  /** `heading`: a known heading. `content`: its values. `config`: the configuration says so. */
  readonly basis?: 'heading' | 'content' | 'config';
  /** What was decided for the whole column: `dd/MM/yyyy`, `annual, excluding VAT`… */
  readonly format?: string;
}

/** A row that became neither a contract nor a duplicate of one. */
export interface LeftOutRow {
  readonly at: Required<Pick<Location, 'file' | 'row'>> & Pick<Location, 'sheet'>;
  readonly why:
    | {
        readonly kind: 'skipped';
        readonly reason: 'blank' | 'section' | 'total' | 'repeated-header' | 'note';
      }
    | {
        readonly kind: 'duplicate';
        readonly of: ContractId;
        readonly as: 'copy' | 'holder' | 'amendment' | 'site' | 'period';
      }
    | { readonly kind: 'rejected'; readonly code: string };
}
