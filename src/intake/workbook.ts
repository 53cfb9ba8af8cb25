/**
 * A workbook (.xlsx) → grids, one a sheet. The owner of fflate.
 *
 * Sheets are read from their XML: libraries hide what must be said here (hidden rows and sheets, merged cells, formula
 * errors, leading zeros that only the format shows) and one odd cell makes some refuse the whole workbook.
 */
import { strFromU8, unzipSync } from 'fflate';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import { OWN_WORKBOOK } from '../domain/ownOutput.ts';
import type { SourceFile } from '../domain/source.ts';
import { columnLetter } from './column.ts';
import { internCells } from './intern.ts';
import { readNumberFormats } from './number-formats.ts';
import { type CellError, type Sheet, type WorkbookTables, readSheet, withoutEscapes } from './sheet.ts';
import type { Grid, Read } from './table.ts';
import { attribute, textOf, walkTags } from './xml.ts';

/** Unpacked parts beyond this many bytes are not a register. */
const LARGEST_PART = 2 ** 30;

/** Reads every sheet that has cells, hidden ones included. A damaged workbook gives none, and says so. */
export function readWorkbook({ path, bytes }: SourceFile): Read<readonly Grid[]> {
  const parts = unpack(bytes);
  const listed = parts && sheetsOf(parts);
  if (!parts || !listed?.length)
    return { value: [], diagnostics: [diagnostic('WORKBOOK_DAMAGED', { file: path }, {})] };
  if (parts['xl/workbook.xml']?.includes(`"${OWN_WORKBOOK}"`))
    return { value: [], diagnostics: [diagnostic('OWN_OUTPUT', { file: path }, {})] };
  const tables = tablesOf(parts);
  const grids: Grid[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { name, part, hidden } of listed) {
    const at = { file: path, sheet: name };
    const sheet = readSheet(part, tables);
    if (!sheet.rows.length) continue;
    if (hidden) diagnostics.push(diagnostic('SHEET_HIDDEN', at, {}));
    diagnostics.push(...sheetProblems(at, sheet));
    const intern = internCells();
    const rows = sheet.rows.map(row => ({ ...row, cells: intern([...row.cells]) }));
    const { merged } = sheet;
    grids.push({ ...at, encoding: 'xlsx', kind: 'typed', rows, ...(merged.length && { merged }) });
  }
  if (!grids.length) diagnostics.push(diagnostic('FILE_EMPTY', { file: path }, {}));
  return { value: grids, diagnostics };
}

function sheetProblems(at: { file: string; sheet: string }, { rows, errors }: Sheet): Diagnostic[] {
  const hidden = rows.filter(row => row.hidden);
  const [first] = hidden;
  // One diagnostic a column, at its first error: a broken formula is copied down a whole column.
  const columns = new Map<number, { first: CellError; cells: number }>();
  for (const error of errors) {
    const { first, cells } = columns.get(error.column) ?? { first: error, cells: 0 };
    columns.set(error.column, { first, cells: cells + 1 });
  }
  return [
    ...(first
      ? [diagnostic('ROWS_HIDDEN', { ...at, row: first.row }, { rows: hidden.length, first: first.row })]
      : []),
    ...[...columns].map(([column, { first: error, cells }]) =>
      diagnostic(
        'CELL_ERROR',
        { ...at, row: error.row, column: columnLetter(column) },
        { cells },
        error.text,
      ),
    ),
  ];
}

type Parts = Readonly<Record<string, string>>;

/** How many times its size a part can be once inflated, at the most (deflate's own bound, and a margin). */
const MOST_DEFLATED = 1_040;

/** The XML parts of the archive, by path; `undefined` when it cannot be unpacked. */
function unpack(bytes: Uint8Array): Parts | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        // Room is made for the size that is announced, before anything is read: a damaged one must not fill the memory.
        if (originalSize > size * MOST_DEFLATED) throw new RangeError(name);
        return originalSize < LARGEST_PART;
      },
    });
    return Object.fromEntries(
      Object.entries(files).map(([name, content]) => [partName(name), partText(content)]),
    );
  } catch {
    return undefined;
  }
}

/** Some writers use backslashes, a leading slash, or other cases. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

/** Parts are UTF-8, or UTF-16 with its mark. */
function partText(content: Uint8Array): string {
  const wide = content[0] === 0xff && content[1] === 0xfe;
  return wide ? Buffer.from(content).toString('utf16le') : strFromU8(content);
}

interface ListedSheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** The worksheets, in the order of their tabs. */
function sheetsOf(parts: Parts): ListedSheet[] {
  const targets = new Map<string, string>();
  walkTags(parts['xl/_rels/workbook.xml.rels'] ?? '', tag => {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')];
    if (id && target)
      targets.set(id, partName(target.startsWith('/') ? target : `xl/${target.replace(/^\.\//, '')}`));
  });
  const sheets: ListedSheet[] = [];
  walkTags(parts['xl/workbook.xml'] ?? '', tag => {
    if (tag.name !== 'sheet' || tag.kind === 'close') return;
    const part =
      parts[targets.get(attribute(tag, 'id') ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`];
    const hidden = /hidden/i.test(attribute(tag, 'state') ?? '');
    // A chart has a tab and no rows.
    if (part?.includes('sheetData')) sheets.push({ name: attribute(tag, 'name') ?? '', part, hidden });
  });
  return sheets;
}

function tablesOf(parts: Parts): WorkbookTables {
  let from1904 = false;
  walkTags(parts['xl/workbook.xml'] ?? '', tag => {
    if (tag.name === 'workbookPr') from1904 ||= /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
  });
  return {
    sharedStrings: sharedStringsOf(parts['xl/sharedstrings.xml'] ?? ''),
    formats: readNumberFormats(parts['xl/styles.xml']),
    from1904,
  };
}

/** Shared strings, in order; pronunciation runs (`rPh`) are not part of the text. */
function sharedStringsOf(xml: string): string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let phonetic = false;
  walkTags(xml, tag => {
    if (tag.name === 'rPh') phonetic = tag.kind === 'open' && !tag.empty;
    else if (tag.name === 'si') {
      if (tag.kind === 'open') text = '';
      if (tag.kind === 'close' || tag.empty) {
        strings.push(withoutEscapes(text ?? ''));
        text = undefined;
      }
    } else if (tag.name === 't' && tag.kind === 'open' && text !== undefined && !phonetic)
      text += textOf(tag.text);
  });
  return strings;
}
