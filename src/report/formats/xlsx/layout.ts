/**
 * What the writing library leaves to its users: filters on the header, pages that print as wide as the paper, and the
 * header repeated on each. Elements go where the schema of spreadsheets (ECMA-376, CT_Worksheet, CT_Workbook) wants them.
 */
import { OWN_WORKBOOK } from '../../../domain/ownOutput.ts';
import type { Sheet } from './sheets.ts';

/** The part of a worksheet's XML that says how it filters and prints. */
export function worksheetXml(xml: string, sheet: Sheet, page: string): string {
  const filter = sheet.filtered ? `<autoFilter ref="${filterRange(sheet)}"/>` : '';
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</sheetData>', `</sheetData>${filter}`)
    .replace(/<pageMargins[^>]*\/>/, MARGINS)
    .replace(
      /<pageSetup[^>]*\/>/,
      `${PAGE_SETUP}<headerFooter><oddFooter>${footer(page)}</oddFooter></headerFooter>`,
    )
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', `activePane="${paneOf(sheet)}"`);
}

/** In inches. */
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.45" bottom="0.6" header="0.3" footer="0.3"/>';
/** A4, landscape, as wide as the page and as long as needed. */
const PAGE_SETUP = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** The names that a workbook gives to filtered ranges and repeated rows, and the one that says who wrote it. */
export function workbookXml(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, i) => [
    ...(sheet.filtered
      ? [definedName('_FilterDatabase', i, sheet, absolute(filterRange(sheet)), ' hidden="1"')]
      : []),
    definedName('Print_Titles', i, sheet, `$1:$${sheet.frozen.rows}`, ''),
  ]);
  const mark = `<definedName name="${OWN_WORKBOOK}" hidden="1">"1"</definedName>`;
  return xml.replace('<definedNames/>', `<definedNames>${names.join('')}${mark}</definedNames>`);
}

function definedName(name: string, index: number, sheet: Sheet, range: string, attributes: string): string {
  const quoted = `'${sheet.name.replaceAll("'", "''")}'`;
  return `<definedName name="_xlnm.${name}" localSheetId="${index}"${attributes}>${escaped(quoted)}!${range}</definedName>`;
}

function filterRange({ rows, widths }: Sheet): string {
  return `A1:${columnLetters(widths.length)}${rows.length}`;
}

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}

function paneOf({ frozen }: Sheet): string {
  return frozen.columns > 0 ? 'bottomRight' : 'bottomLeft';
}

const footer = (page: string): string => escaped(`&L&A&R${page}`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
