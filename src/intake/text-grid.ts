/** A delimited text → a grid: how it is written, its rows, and what was met on the way. */
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { Watch } from '../domain/progress.ts';
import type { SourceFile } from '../domain/source.ts';
import { columnLetter } from './column.ts';
import { type Detection, PIECE, decoded, piecesOf } from './decode.ts';
import { sniffDialect } from './dialect.ts';
import { mended } from './mending.ts';
import type { Grid, Read, Row } from './table.ts';
import { textRows } from './text-rows.ts';

/** Excel's own first line saying the delimiter; Excel does not show it, so it is no row. */
const SEP_LINE = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i;

/** How to read a text, over what would be found. */
interface TextOptions {
  /** `tab` and `\t` are the tabulation. */
  readonly delimiter?: string;
  /** Bytes decoded at a time. */
  readonly size?: number;
  readonly watch?: Watch;
}

/** Reads delimited text. */
export function readTextGrid(
  { path, bytes }: SourceFile,
  { encoding, basis }: Detection,
  { delimiter, size = PIECE, watch }: TextOptions = {},
): Read<Grid> {
  const [piece] = piecesOf(bytes, encoding);
  const first = piece ? mended(decoded(bytes, piece, encoding), encoding).text : '';
  const sep = SEP_LINE.exec(first);
  const skipped = sep?.[0].length ?? 0;
  const isWhole = bytes.length <= PIECE;
  const dialect = sniffDialect(first.slice(skipped), isWhole, delimiterNamed(delimiter) ?? sep?.[1]);
  const diagnostics: Diagnostic[] = [];
  const damage = damageReport(path, basis === 'damaged' ? 'bytes' : 'lost');
  let [controls, twice] = [0, 0];
  const rows = textRows(
    { bytes, encoding, dialect, skipped, size },
    {
      stray(row, { column, text }) {
        const at = { file: path, row, column: columnLetter(column) };
        diagnostics.push(diagnostic('QUOTE_UNBALANCED', at, {}, text));
      },
      damaged: damage.look,
      read: row => watch?.({ stage: 'opening', file: path, rows: row }),
      mended(counts) {
        controls += counts.controls;
        twice += counts.twice;
      },
    },
  );
  if (basis === 'assumed') diagnostics.unshift(diagnostic('ENCODING_ASSUMED', { file: path }, { encoding }));
  if (twice > 0) diagnostics.push(diagnostic('TEXT_TWICE_ENCODED', { file: path }, { count: twice }));
  if (controls > 0) diagnostics.push(diagnostic('CONTROL_CHARACTERS', { file: path }, { count: controls }));
  diagnostics.push(...damage.diagnostics());
  const { delimiter: used } = dialect;
  const grid: Grid = {
    file: path,
    encoding,
    ...(used !== undefined && { delimiter: used }),
    kind: 'text',
    rows,
  };
  return { value: grid, diagnostics };
}

function delimiterNamed(name: string | undefined): string | undefined {
  if (name === undefined || name === '') return undefined;
  return /^(\\t|tab|tabulation)$/i.test(name) ? '\t' : name[0];
}

/** Cells with U+FFFD, by column: one diagnostic each, at the first. */
function damageReport(
  file: string,
  cause: 'bytes' | 'lost',
): { look(row: Row): void; diagnostics(): Diagnostic[] } {
  const columns: { row: number; value: string; cells: number }[] = [];
  const look = ({ row, cells }: Row): void =>
    cells.forEach((value, column) => {
      if (!value.includes('\uFFFD')) return;
      columns[column] ??= { row, value, cells: 0 };
      columns[column].cells += 1;
    });
  const diagnostics = (): Diagnostic[] =>
    columns.flatMap(({ row, value, cells }, column) =>
      diagnostic('TEXT_DAMAGED', { file, row, column: columnLetter(column) }, { cells, cause }, value),
    );
  return { look, diagnostics };
}
