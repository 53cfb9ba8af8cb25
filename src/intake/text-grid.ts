/** A delimited text → a grid: decoded piece by piece, cut into records, turned into cells. */
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { SourceFile } from '../domain/source.ts';
import { columnLetter } from './column.ts';
import { cellsOf } from './csv.ts';
import { type Detection, type Encoding, PIECE, decodePieces } from './decode.ts';
import { sniffDialect } from './dialect.ts';
import { c1AsCp1252, twiceEncodedMended } from './encodings.ts';
import { internCells } from './intern.ts';
import { type Record, cutRecords } from './records.ts';
import type { Grid, Read, Row } from './table.ts';

/** Excel's own first line saying the delimiter; Excel does not show it, so it is no row. */
const SEP_LINE = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i;

/** Reads delimited text. `delimiter` overrides the one that would be found (`tab` and `\t` are the tabulation). */
export function readTextGrid(
  { path, bytes }: SourceFile,
  { encoding, basis }: Detection,
  delimiter?: string,
): Read<Grid> {
  const cleaner = textCleaner(encoding);
  const pieces = decodePieces(bytes, encoding);
  const first = cleaner.clean(pieces.next().value ?? '');
  const sep = SEP_LINE.exec(first);
  const beginning = sep ? first.slice(sep[0].length) : first;
  const whole = bytes.length <= PIECE;
  const dialect = sniffDialect(beginning, whole, delimiterNamed(delimiter) ?? sep?.[1]);
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  const damage = damageReport(path, basis === 'damaged' ? 'bytes' : 'lost');
  const intern = internCells();

  let carried = '';
  const readPiece = (piece: string, final: boolean): void => {
    const text = carried + piece;
    const records: Record[] = [];
    const used = cutRecords(text, dialect, final, (record, strays) => {
      records.push(record);
      for (const stray of strays) {
        const at = { file: path, row: rows.length + records.length, column: columnLetter(stray.column) };
        diagnostics.push(diagnostic('QUOTE_UNBALANCED', at, {}, stray.text));
      }
    });
    carried = text.slice(used);
    const damaged = text.includes('\uFFFD');
    for (const cells of cellsOf(records, dialect)) {
      const row = { row: rows.length + 1, cells: intern(cells) };
      if (damaged) damage.look(row);
      rows.push(row);
    }
  };
  readPiece(beginning, false);
  for (const piece of pieces) readPiece(cleaner.clean(piece), false);
  readPiece('', true);

  if (basis === 'assumed') diagnostics.unshift(diagnostic('ENCODING_ASSUMED', { file: path }, { encoding }));
  diagnostics.push(...cleaner.diagnostics(path));
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

/** Mends what earlier conversions did to the text, and says it. */
interface Cleaner {
  clean(piece: string): string;
  diagnostics(file: string): Diagnostic[];
}

/**
 * Text encoded twice is read once; NULs are removed (one before a quote stands for the quote that should have doubled
 * it); C1 controls, which a wrong conversion to Unicode leaves, are read as the Windows-1252 characters that they were.
 */
function textCleaner(encoding: Encoding): Cleaner {
  let [controls, twice] = [0, 0];
  const clean = (piece: string): string => {
    if (encoding === 'windows-1252') return withoutNuls(piece);
    const { text, count } = twiceEncodedMended(piece);
    twice += count;
    const mended = c1AsCp1252(text);
    if (mended !== text) controls += text.match(/[\u0080-\u009F]/g)!.length;
    return withoutNuls(mended);
  };
  const withoutNuls = (text: string): string => {
    if (!text.includes('\0')) return text;
    controls += text.split('\0').length - 1;
    return text.replaceAll('\0"', '""').replaceAll('\0', '');
  };
  const diagnostics = (file: string): Diagnostic[] => [
    ...(twice ? [diagnostic('TEXT_TWICE_ENCODED', { file }, { count: twice })] : []),
    ...(controls ? [diagnostic('CONTROL_CHARACTERS', { file }, { count: controls })] : []),
  ];
  return { clean, diagnostics };
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
