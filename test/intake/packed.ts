/** Writes small workbooks by their XML, to imitate what each program does. */
import { strToU8, zipSync } from 'fflate';

interface PackedSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands inside `<sheetData>`. */
  readonly rows: string;
  /** What stands after it: merged cells… */
  readonly after?: string;
}

export interface Packed {
  readonly sheets: readonly PackedSheet[];
  /** Number formats of the cell styles, in order: an id, or a format code. */
  readonly styles?: readonly (number | string)[];
  readonly sharedStrings?: readonly string[];
  readonly from1904?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function workbook({ sheets, styles, sharedStrings, from1904 }: Packed): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${
      from1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
    }<sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  };
  sheets.forEach(({ rows, after = '' }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  if (styles) parts['xl/styles.xml'] = stylesPart(styles);
  if (sharedStrings) parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${sharedStrings.join('')}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

function stylesPart(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === 'string' ? { id: 164 + i, format } : undefined,
  );
  const declared = codes.flatMap(code =>
    code ? `<numFmt numFmtId="${code.id}" formatCode="${code.format}"/>` : [],
  );
  const styles = formats.map(
    (format, i) => `<xf numFmtId="${codes[i]?.id ?? format}" applyNumberFormat="1"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts>${declared.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

/** A row of inline strings. */
export function textRow(row: number, cells: readonly string[], attributes = ''): string {
  const written = cells.map((text, i) => {
    const reference = `${String.fromCharCode(65 + i)}${row}`;
    return text ? `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>` : '';
  });
  return `<row r="${row}"${attributes}>${written.join('')}</row>`;
}
