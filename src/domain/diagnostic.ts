/**
 * Problems found in the data, as values. A diagnostic carries a code and parameters, never a sentence:
 * the texts are in `i18n`. To add one: declare it here; the compiler then asks for its text in each language,
 * and a test asks for its smallest input under `fixtures/errors/<CODE>/`.
 */
import type { Location } from './contract.ts';
import type { Field, Found } from './field.ts';
import type { Day } from './day.ts';

/** `error`: the row (or file) is left out. `warning`: kept under a stated assumption. `info`: normalised. */
export type Severity = 'error' | 'warning' | 'info';

/** What each diagnostic says beside its location and its raw value. */
export interface DiagnosticParams {
  // — files and layouts
  FILE_EMPTY: object;
  FILE_BINARY: object;
  /** `format`: xls, ods, html, pdf, zip. */
  FILE_FORMAT_REFUSED: { format: 'xls' | 'ods' | 'html' | 'pdf' | 'zip' };
  ENCODING_UNKNOWN: { known: string };
  ENCODING_ASSUMED: { encoding: string };
  /** Characters that cannot be read (invalid bytes), or were lost by an earlier export: `cells` of this column. */
  TEXT_DAMAGED: { cells: number; cause: 'bytes' | 'lost' };
  /** UTF-8 taken for Windows-1252 and encoded again (`MarchÃ©`): read as it was. */
  TEXT_TWICE_ENCODED: { count: number };
  /** NUL and C1 control characters, removed or read as Windows-1252. */
  CONTROL_CHARACTERS: { count: number };
  QUOTE_UNBALANCED: object;
  ROWS_HIDDEN: { rows: number; first: number };
  SHEET_HIDDEN: object;
  /** A workbook that the tool wrote. */
  OWN_OUTPUT: object;
  SHEET_WITHOUT_TABLE: object;
  WORKBOOK_DAMAGED: object;
  /** Cells of one column merged over several rows: `groups` of them, the first being `range`. */
  CELLS_MERGED: { groups: number; range: string };
  AMOUNT_MERGED: { range: string };
  CELL_ERROR: { cells: number };
  HEADER_NOT_FOUND: { known: string };
  HEADER_ON_SEVERAL_ROWS: { first: number; last: number };
  TABLES_SEVERAL: { tables: number };
  /** `rows`: how many rows are so; more than 1 when only the first is told. */
  ROW_TOO_LONG: { cells: number; expected: number; rows: number };
  HEADING_REPEATED: { first: string };
  HEADING_AMBIGUOUS: { field: Field; others: readonly Field[] };
  HEADING_REFUTED: { field: Field; found: Found; taken?: Field };
  HEADING_GUESSED: { field: Field };
  FIELD_CLAIMED_TWICE: { field: Field; kept: string };
  /** `instead`: the letter of the column that was read in its place, by its heading. */
  COLUMN_CONFIGURED_MISSING: { field: Field; wanted: string; instead?: string };
  // — cells
  DATE_UNREADABLE: { expected: string };
  DATE_IMPOSSIBLE: object;
  DATE_YEAR_FAR: { year: number };
  DATE_AMBIGUOUS: object;
  DATE_PARTIAL: { day: Day };
  DATE_WORDS_IGNORED: { words: string };
  DATE_LATE_UTC: object;
  DATE_ORDER_ASSUMED: { format: string; cells: number };
  DATE_ORDER_LIKE_OTHERS: { format: string; cells: number };
  DATE_ORDER_MONTH_FIRST: { cells: number };
  DATE_ORDER_MIXED: { dayFirst: number; monthFirst: number; unread: number };
  DATE_TWO_STYLES: { bare: number; padded: number };
  DATE_SHORT_YEAR: { pivot: number; cells: number };
  DATE_SERIAL: { cells: number };
  AMOUNT_UNREADABLE: object;
  AMOUNT_FOREIGN: { currency: string };
  AMOUNT_AMBIGUOUS: { read: number };
  AMOUNT_WORDS_IGNORED: { words: string };
  AMOUNT_NEGATIVE: object;
  AMOUNT_IMPLAUSIBLE: object;
  AMOUNT_VAT_INCLUDED: { cells: number };
  AMOUNT_VAT_CONVERTED: { rate: number; cells: number };
  AMOUNT_VAT_ASSUMED: { cells: number };
  AMOUNT_PERIOD_ASSUMED: { cells: number };
  AMOUNT_NOT_ANNUALISED: object;
  /** No amount in any column of the line. */
  AMOUNT_ABSENT: object;
  /** The table has no column of amounts. */
  AMOUNT_COLUMN_ABSENT: { cells: number };
  DURATION_UNREADABLE: object;
  DURATION_IMPLAUSIBLE: object;
  DURATION_UNIT_ASSUMED: { unit: 'days' | 'months' | 'years'; cells: number };
  NUMBER_UNREADABLE: object;
  SUPPLIER_ID_INVALID: object;
  SUPPLIER_ID_RESTORED: { id: string };
  CPV_UNREADABLE: object;
  CPV_RESTORED: { cpv: string };
  STATUS_UNKNOWN: object;
  // — terms
  TERM_AMBIGUOUS: { months: number };
  TERM_WORDS_UNKNOWN: { words: string };
  /** Comments that speak of renewals or of notice, and were not understood. */
  COMMENT_ON_TERM_UNREAD: { cells: number };
  TERM_CONFLICT: { kept: string; other: string };
  RENEWAL_MODE_ASSUMED: { cells: number };
  /** A notice, and nothing that says whether the contract renews. */
  NOTICE_WITHOUT_RENEWAL: { cells: number };
  RENEWAL_LENGTH_ASSUMED: { months: number };
  /** A tacit renewal of that length and a start, no firm duration: the first period is as long. */
  FIRM_LENGTH_ASSUMED: { months: number };
  RENEWALS_NOT_WHOLE: { months: number };
  START_FROM_NOTIFICATION: { cells: number };
  START_FROM_END: { cells: number };
  END_BEFORE_START: { start: Day; end: Day };
  END_CONFLICT: { kept: Day; computed: Day };
  END_TAKEN_AS_FIRM: { cells: number };
  LOTS_UNDER_CONTRACT: { cells: number };
  RENEWAL_NOT_SHOWN: { end: Day };
  STATUS_CONTRADICTED: { end: Day };
  END_UNKNOWN: object;
  // — rows, members, identity
  ROW_WITHOUT_CONTRACT: object;
  /** `from`: what named it. */
  MEMBER_FROM_FILE: { member: string; from: 'file-name' | 'sheet-name' | 'section' };
  MEMBER_ADDED: { member: string };
  CONTRACT_COPY: { row: number; file: string };
  CONTRACT_HOLDER: { row: number; file: string };
  /** One contract, a line for each site. */
  CONTRACT_BY_SITE: { lines: number };
  /** One contract, a line for each of its periods. */
  CONTRACT_BY_PERIOD: { lines: number };
  /** Same key, different content: the row is left out. */
  CONTRACT_CONFLICT: { row: number; file: string; fields: readonly Field[] };
  /** Same reference, different subjects: lots whose numbers are missing. */
  CONTRACT_KEY_SHARED: { row: number; file: string };
  /** `changed`: what the amendment changes; `aside`: what it says and was not taken. */
  AMENDMENT_APPLIED: { row: number; file: string; changed: readonly Field[]; aside: readonly Field[] };
  AMENDMENT_ALONE: { reference: string };
  // — decisions of the group
  RULING_UNKNOWN: { known: string };
  RULING_INCOMPLETE: { field: RulingField };
  RULING_MEMBER_UNKNOWN: object;
  RULING_CATEGORY_UNKNOWN: object;
  RULING_WEIGHT_INVALID: object;
  /** Two decisions cannot both be followed: the one on that row is. */
  RULINGS_CONTRADICT: { row: number; file: string };
  RULING_TENDER_UNKNOWN: object;
  RULING_START_IMPOSSIBLE: { earliest: Day; latest: Day };
  RULING_WITHOUT_TENDER: { start: Day };
  RULING_PARTNER_ABSENT: { partner: string };
  RULING_PARTNER_SAME: object;
  RULING_MEMBER_ABSENT: { member: string };
}

/** What a decision of the group must name, by its kind. */
export type RulingField = 'member' | 'partner' | 'category' | 'tender' | 'start' | 'weight';

export type DiagnosticCode = keyof DiagnosticParams;

/** How serious each problem is. */
export const SEVERITY: { readonly [Code in DiagnosticCode]: Severity } = {
  FILE_EMPTY: 'error',
  FILE_BINARY: 'error',
  FILE_FORMAT_REFUSED: 'error',
  ENCODING_UNKNOWN: 'error',
  ENCODING_ASSUMED: 'info',
  TEXT_DAMAGED: 'warning',
  TEXT_TWICE_ENCODED: 'info',
  CONTROL_CHARACTERS: 'info',
  QUOTE_UNBALANCED: 'warning',
  ROWS_HIDDEN: 'info',
  SHEET_HIDDEN: 'info',
  OWN_OUTPUT: 'warning',
  SHEET_WITHOUT_TABLE: 'info',
  WORKBOOK_DAMAGED: 'error',
  CELLS_MERGED: 'info',
  AMOUNT_MERGED: 'warning',
  CELL_ERROR: 'warning',
  HEADER_NOT_FOUND: 'error',
  HEADER_ON_SEVERAL_ROWS: 'info',
  TABLES_SEVERAL: 'info',
  ROW_TOO_LONG: 'warning',
  HEADING_REPEATED: 'warning',
  HEADING_AMBIGUOUS: 'warning',
  HEADING_REFUTED: 'warning',
  HEADING_GUESSED: 'info',
  FIELD_CLAIMED_TWICE: 'warning',
  COLUMN_CONFIGURED_MISSING: 'warning',
  DATE_UNREADABLE: 'warning',
  DATE_IMPOSSIBLE: 'warning',
  DATE_YEAR_FAR: 'warning',
  DATE_AMBIGUOUS: 'warning',
  DATE_PARTIAL: 'warning',
  DATE_WORDS_IGNORED: 'warning',
  DATE_LATE_UTC: 'warning',
  DATE_ORDER_ASSUMED: 'warning',
  DATE_ORDER_LIKE_OTHERS: 'info',
  DATE_ORDER_MONTH_FIRST: 'warning',
  DATE_ORDER_MIXED: 'warning',
  DATE_TWO_STYLES: 'warning',
  DATE_SHORT_YEAR: 'info',
  DATE_SERIAL: 'info',
  AMOUNT_UNREADABLE: 'warning',
  AMOUNT_FOREIGN: 'warning',
  AMOUNT_AMBIGUOUS: 'warning',
  AMOUNT_WORDS_IGNORED: 'warning',
  AMOUNT_NEGATIVE: 'warning',
  AMOUNT_IMPLAUSIBLE: 'warning',
  AMOUNT_VAT_INCLUDED: 'warning',
  AMOUNT_VAT_CONVERTED: 'info',
  AMOUNT_VAT_ASSUMED: 'info',
  AMOUNT_PERIOD_ASSUMED: 'warning',
  AMOUNT_NOT_ANNUALISED: 'warning',
  AMOUNT_ABSENT: 'warning',
  AMOUNT_COLUMN_ABSENT: 'warning',
  DURATION_UNREADABLE: 'warning',
  DURATION_IMPLAUSIBLE: 'warning',
  DURATION_UNIT_ASSUMED: 'warning',
  NUMBER_UNREADABLE: 'warning',
  SUPPLIER_ID_INVALID: 'warning',
  SUPPLIER_ID_RESTORED: 'info',
  CPV_UNREADABLE: 'warning',
  CPV_RESTORED: 'info',
  STATUS_UNKNOWN: 'warning',
  TERM_AMBIGUOUS: 'warning',
  TERM_WORDS_UNKNOWN: 'warning',
  COMMENT_ON_TERM_UNREAD: 'info',
  TERM_CONFLICT: 'warning',
  RENEWAL_MODE_ASSUMED: 'info',
  NOTICE_WITHOUT_RENEWAL: 'warning',
  RENEWAL_LENGTH_ASSUMED: 'warning',
  FIRM_LENGTH_ASSUMED: 'warning',
  RENEWALS_NOT_WHOLE: 'warning',
  START_FROM_NOTIFICATION: 'warning',
  START_FROM_END: 'info',
  END_BEFORE_START: 'warning',
  END_CONFLICT: 'warning',
  END_TAKEN_AS_FIRM: 'warning',
  LOTS_UNDER_CONTRACT: 'warning',
  RENEWAL_NOT_SHOWN: 'warning',
  STATUS_CONTRADICTED: 'warning',
  END_UNKNOWN: 'warning',
  ROW_WITHOUT_CONTRACT: 'error',
  MEMBER_FROM_FILE: 'info',
  MEMBER_ADDED: 'info',
  CONTRACT_COPY: 'info',
  CONTRACT_HOLDER: 'info',
  CONTRACT_BY_SITE: 'warning',
  CONTRACT_BY_PERIOD: 'warning',
  CONTRACT_CONFLICT: 'error',
  CONTRACT_KEY_SHARED: 'warning',
  AMENDMENT_APPLIED: 'info',
  AMENDMENT_ALONE: 'warning',
  RULING_UNKNOWN: 'error',
  RULING_INCOMPLETE: 'error',
  RULING_MEMBER_UNKNOWN: 'error',
  RULING_CATEGORY_UNKNOWN: 'error',
  RULING_WEIGHT_INVALID: 'error',
  RULINGS_CONTRADICT: 'warning',
  RULING_TENDER_UNKNOWN: 'warning',
  RULING_START_IMPOSSIBLE: 'warning',
  RULING_WITHOUT_TENDER: 'warning',
  RULING_PARTNER_ABSENT: 'warning',
  RULING_PARTNER_SAME: 'error',
  RULING_MEMBER_ABSENT: 'warning',
};

/** One problem, where it is, the text that causes it, and what its message needs. */
export type Diagnostic = {
  readonly [Code in DiagnosticCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly at: Location;
    /** The raw text, as it stands in the file. */
    readonly value?: string;
    readonly params: Readonly<DiagnosticParams[Code]>;
  };
}[DiagnosticCode];

/** Makes a diagnostic of a given code, with the severity of its kind. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  at: Location,
  params: DiagnosticParams[Code],
  value?: string,
): Diagnostic {
  return { code, severity: SEVERITY[code], at, params, ...(value !== undefined && { value }) } as Diagnostic;
}
