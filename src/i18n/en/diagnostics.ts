import type { Found } from '../../domain/field.ts';
import type { DiagnosticTexts } from '../texts.ts';
import { fields } from './fields.ts';
import { contractDiagnostics } from './contractDiagnostics.ts';
import { rulingDiagnostics } from './rulingDiagnostics.ts';

/** Why a format is refused, and what to do. */
const REFUSED = {
  xls: {
    message: 'Old Excel format (.xls), or a password-protected workbook: it cannot be read.',
    hint: 'In Excel: “File > Save As”, type “Excel Workbook (.xlsx)” or “CSV UTF-8”, without a password.',
  },
  ods: {
    message: 'OpenDocument format (.ods): it cannot be read.',
    hint: 'In LibreOffice: “File > Save As”, type “Excel 2007-365 (.xlsx)” or “CSV”.',
  },
  html: {
    message: 'A web page or XML saved under a spreadsheet’s name: it cannot be read.',
    hint: 'Open it in Excel, then “Save As”, type “Excel Workbook (.xlsx)” or “CSV UTF-8”.',
  },
  pdf: { message: 'PDF document.', hint: 'Ask for the table as .xlsx or CSV.' },
  zip: {
    message: 'ZIP archive that is not an .xlsx workbook.',
    hint: 'Unpack it and give the files inside.',
  },
};

/** What a column holds whose cells belie its heading. */
const FOUND: Readonly<Record<Found, string>> = {
  dates: 'dates',
  'date-ranges': 'date ranges',
  terms: 'terms with their renewals',
  durations: 'durations',
  numbers: 'numbers',
  words: 'text',
  procedures: 'procedures',
  natures: 'kinds of contract',
};

/** What is wrong, what was expected, what to do; the caller writes where. */
export const diagnostics: DiagnosticTexts = {
  FILE_EMPTY: () => ({ message: 'Empty file.', hint: 'Export the contract register again.' }),
  FILE_BINARY: () => ({
    message: 'This file is not a readable table.',
    hint: 'Save the register as .xlsx or CSV.',
  }),
  FILE_FORMAT_REFUSED: p => REFUSED[p.format],
  ENCODING_UNKNOWN: p => ({
    message: 'Unknown encoding.',
    expected: p.known,
    hint: 'Correct “--encoding” or the configuration.',
  }),
  ENCODING_ASSUMED: p => ({
    message: `The file is not UTF-8: read as ${p.encoding}.`,
    hint: 'If accents are wrong, give the encoding with “--encoding”.',
  }),
  TEXT_DAMAGED: p => ({
    message:
      p.cause === 'bytes'
        ? `Unreadable bytes in ${p.cells} cell(s) of this column, replaced by “\uFFFD”.`
        : `Characters lost by an earlier export in ${p.cells} cell(s) of this column.`,
    hint: 'Export the register again as UTF-8.',
  }),
  TEXT_TWICE_ENCODED: p => ({
    message: `Accents encoded twice (“MarchÃ©”): ${p.count} character(s) restored.`,
    hint: 'Export the register again as UTF-8.',
  }),
  CONTROL_CHARACTERS: p => ({ message: `${p.count} control character(s) removed or mended.` }),
  QUOTE_UNBALANCED: () => ({
    message: 'A quote is opened and never closed: read as a plain character, the row ends with its line.',
    hint: 'Close or double the quote in the register.',
  }),
  ROWS_HIDDEN: p => ({
    message: `${p.rows} hidden row(s) read like the others, the first in row ${p.first}.`,
    hint: 'Delete them from the export if they must not count.',
  }),
  OWN_OUTPUT: () => ({
    message: 'Workbook written by coop-plan: it is no register and is not read.',
    hint: 'Keep plans in another folder than registers.',
  }),
  SHEET_HIDDEN: () => ({
    message: 'Hidden sheet, read like the others.',
    hint: 'Delete it from the export if it must not count.',
  }),
  SHEET_WITHOUT_TABLE: () => ({ message: 'Sheet without recognised contract headings, left out.' }),
  WORKBOOK_DAMAGED: () => ({
    message: 'Damaged .xlsx workbook: no sheet can be read.',
    hint: 'Open it in Excel (which will repair it), then “Save As”, type “Excel Workbook (.xlsx)”.',
  }),
  CELLS_MERGED: p => ({
    message: `${p.groups} group(s) of merged cells (first ${p.range}): the value holds for each of their rows.`,
  }),
  AMOUNT_MERGED: p => ({
    message: `Amount merged over several rows (${p.range}): counted once, on the first.`,
    hint: 'Share it between the rows if each is a contract.',
  }),
  CELL_ERROR: p => ({
    message: `Formula error, read as blank (cells of this column: ${p.cells}).`,
    hint: 'Correct the formula in the register.',
  }),
  HEADER_NOT_FOUND: p => ({
    message: 'No header line was recognised.',
    expected: `headings such as ${p.known}`,
    hint: 'Add a header line, or describe the columns in the configuration (“coop-plan init”).',
  }),
  HEADER_ON_SEVERAL_ROWS: p => ({ message: `Headings on several rows, ${p.first} to ${p.last}.` }),
  TABLES_SEVERAL: p => ({ message: `${p.tables} tables on this sheet, all read.` }),
  ROW_TOO_LONG: p => ({
    message: `${p.cells} cells for ${p.expected} headings: the extra ones are not read${p.rows > 1 ? ` (${p.rows} rows are so)` : ''}.`,
    hint: 'Check that no delimiter slipped into a text.',
  }),
  HEADING_REPEATED: p => ({
    message: `The same heading is already in column ${p.first}.`,
    hint: 'Rename one of them, or name the column by its letter in the configuration.',
  }),
  HEADING_AMBIGUOUS: p => ({
    message: `Ambiguous heading, taken for ${fields[p.field]}; it could be ${p.others.map(field => fields[field]).join(', ')}.`,
    hint: 'Confirm it in the configuration (“coop-plan init”).',
  }),
  HEADING_REFUTED: p => ({
    message: `The heading announces ${fields[p.field]}, the cells hold ${FOUND[p.found]}: ${
      p.taken ? `column taken for ${fields[p.taken]}` : 'column not used'
    }.`,
    hint: 'Confirm it in the configuration (“coop-plan init”).',
  }),
  HEADING_GUESSED: p => ({
    message: `Heading close to a known one, taken for ${fields[p.field]}.`,
    hint: 'Confirm it in the configuration (“coop-plan init”).',
  }),
  FIELD_CLAIMED_TWICE: p => ({
    message: `Two columns for ${fields[p.field]}: column ${p.kept} is kept, this one is not used.`,
    hint: 'Choose in the configuration (“coop-plan init”).',
  }),
  COLUMN_CONFIGURED_MISSING: p => ({
    message: `The configuration expects ${fields[p.field]} in “${p.wanted}”, absent from this file: ${
      p.instead ? `column ${p.instead} is read in its place` : 'nothing is read in its place'
    }.`,
    hint: 'The export’s layout changed: run “coop-plan init” again or correct the configuration.',
  }),
  ...contractDiagnostics,
  ...rulingDiagnostics,
};
