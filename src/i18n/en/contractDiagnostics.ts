import type { Field } from '../../domain/field.ts';
import type { DiagnosticTexts } from '../texts.ts';
import { fields } from './fields.ts';
import { format } from './format.ts';
import { reading } from './reading.ts';

const MEMBER_SOURCE = {
  'file-name': 'the file’s name',
  'sheet-name': 'the sheet’s name',
  section: 'the section title',
} as const;

/** What is said of cells, terms, members and contracts; the caller writes where. */
export const contractDiagnostics = {
  DATE_UNREADABLE: p => ({
    message: 'Unreadable date, left blank.',
    expected: reading(p.expected),
    hint: 'Correct the date in the register.',
  }),
  DATE_IMPOSSIBLE: () => ({
    message: 'No calendar has this date, left blank.',
    hint: 'Correct the date in the register.',
  }),
  DATE_YEAR_FAR: p => ({
    message: `Year ${p.year} is implausible for a contract, date left blank.`,
    expected: 'a year between 1950 and 2150',
    hint: 'Correct the year; for a contract without end, write “open-ended” in the duration column.',
  }),
  DATE_AMBIGUOUS: () => ({
    message: 'Day and month cannot be told apart, because the column mixes dd/mm and mm/dd: date left blank.',
    hint: 'Write this date with the month in letters, or give the column’s order in the configuration (dateOrder).',
  }),
  DATE_PARTIAL: p => ({
    message: `Partial date, taken as ${format.day(p.day)}.`,
    expected: 'a day, a month and a year',
    hint: 'Complete the date in the register if it is another day.',
  }),
  DATE_WORDS_IGNORED: p => ({
    message: `The date was read, the words “${p.words}” were not.`,
    hint: 'Check that these words do not change the date.',
  }),
  DATE_LATE_UTC: () => ({
    message: 'Late evening in universal time: it may be the next day in Paris. The day written is kept.',
    hint: 'Export dates without a time.',
  }),
  DATE_ORDER_ASSUMED: p => ({
    message: `Nothing in the column tells day from month: dates read as ${reading(p.format)} (cells: ${format.number(p.cells)}).`,
    hint: 'Set dateOrder in the configuration if the order is another.',
  }),
  DATE_ORDER_LIKE_OTHERS: p => ({
    message: `Dates read as ${reading(p.format)}, as the table’s other columns prove (cells: ${format.number(p.cells)}).`,
    hint: 'Set dateOrder in the configuration if this column has another order.',
  }),
  DATE_ORDER_MONTH_FIRST: p => ({
    message: `The whole column is read as ${reading('MM/dd/yyyy')}, because some dates only make sense with the month first (${format.number(p.cells)}).`,
    hint: 'Check the export: a French register writes the day first.',
  }),
  DATE_ORDER_MIXED: p => ({
    message: `The column mixes day first (${format.number(p.dayFirst)}) and month first (${format.number(p.monthFirst)}); dates that read both ways are left blank (${format.number(p.unread)}).`,
    hint: 'Export again with one format, or as an Excel workbook (.xlsx).',
  }),
  DATE_TWO_STYLES: p => ({
    message: `Dates written in two ways, with a zero (${p.padded}) and without (${p.bare}): a spreadsheet may have swapped some. The day is read first.`,
    hint: 'Compare a few dates with the contracts, or export again as .xlsx.',
  }),
  DATE_SHORT_YEAR: p => ({
    message: `Two-digit years (${format.number(p.cells)}): 00 to ${p.pivot - 1} read as 2000 to ${2000 + p.pivot - 1}, ${p.pivot} to 99 as ${1900 + p.pivot} to 1999.`,
    hint: 'Export years with four digits.',
  }),
  DATE_SERIAL: p => ({
    message: `Dates as Excel day numbers (1900 calendar), converted (${format.number(p.cells)}).`,
    hint: 'Give the column the Date format in Excel.',
  }),
  AMOUNT_UNREADABLE: () => ({
    message: 'Unreadable amount, left blank.',
    expected: 'a single number, such as 12 345,67',
    hint: 'Correct the amount in the register.',
  }),
  AMOUNT_FOREIGN: p => ({
    message: `Amount in ${p.currency}, left blank.`,
    expected: 'an amount in euros',
    hint: 'Convert it to euros in the register.',
  }),
  AMOUNT_AMBIGUOUS: p => ({
    message: `Ambiguous separator (thousands or decimals), taken as €${format.number(p.read)}.`,
    hint: 'Write the amount with two decimals.',
  }),
  AMOUNT_WORDS_IGNORED: p => ({
    message: `The amount was read, the words “${p.words}” were not.`,
    hint: 'Check that these words do not change the amount.',
  }),
  AMOUNT_NEGATIVE: () => ({
    message: 'Negative amount: kept, not used in computations.',
    expected: 'a positive amount',
    hint: 'Correct the amount, or mark the line as an amendment.',
  }),
  AMOUNT_IMPLAUSIBLE: () => ({
    message: 'Implausible amount: kept, not used in computations.',
    expected: 'the contract’s real amount',
    hint: 'Replace this filler by the amount, or leave the cell blank.',
  }),
  AMOUNT_VAT_INCLUDED: p => ({
    message: `Amounts including VAT kept as they are (${format.number(p.cells)}): without a rate, the amount excluding VAT is not known.`,
    hint: 'Set vatRate in the configuration, or add a column excluding VAT.',
  }),
  AMOUNT_VAT_CONVERTED: p => ({
    message: `Amounts including VAT (${format.number(p.cells)}) converted at the rate of ${format.rate(p.rate)}.`,
    hint: 'Correct vatRate in the configuration if the rate is another.',
  }),
  AMOUNT_VAT_ASSUMED: p => ({
    message: `Nothing says whether these amounts include VAT: taken as excluding VAT (${format.number(p.cells)}).`,
    hint: 'Say it in the heading or the configuration (vat).',
  }),
  AMOUNT_PERIOD_ASSUMED: p => ({
    message: `Nothing says whether these amounts are annual or for the whole term: taken as annual, a guess (${format.number(p.cells)}).`,
    hint: 'Say “annual” or “total” in the heading or the configuration (amountPeriod).',
  }),
  AMOUNT_NOT_ANNUALISED: () => ({
    message: 'Amount for the whole term, whose length is not known: no annual amount.',
    hint: 'Complete the contract’s duration.',
  }),
  DURATION_UNREADABLE: () => ({
    message: 'Unreadable duration, left blank.',
    expected: 'such as 12 months, 4 years',
    hint: 'Correct the duration in the register.',
  }),
  DURATION_IMPLAUSIBLE: () => ({
    message: 'Implausible duration, left blank.',
    expected: 'between 1 day and 100 years',
    hint: 'Correct the duration or its unit.',
  }),
  DURATION_UNIT_ASSUMED: p => ({
    message: `Durations without a unit (${format.number(p.cells)}), taken as ${p.unit}.`,
    hint: 'Write the unit in the cell or in the heading.',
  }),
  NUMBER_UNREADABLE: () => ({
    message: 'Unreadable number, left blank.',
    expected: 'a whole number',
    hint: 'Correct the number in the register.',
  }),
  SUPPLIER_ID_INVALID: () => ({
    message: 'Invalid SIRET or SIREN, kept as it is.',
    expected: '14 or 9 digits, check digit included',
    hint: 'Check the holder’s number.',
  }),
  SUPPLIER_ID_RESTORED: p => ({
    message: `Lost leading zeros, restored: ${p.id}.`,
    hint: 'Give the column the Text format in Excel.',
  }),
  CPV_UNREADABLE: () => ({
    message: 'Unreadable CPV code, left blank.',
    expected: 'eight digits, such as 50750000',
    hint: 'Correct the CPV code.',
  }),
  CPV_RESTORED: p => ({
    message: `Lost leading zero, restored: ${p.cpv}.`,
    hint: 'Give the column the Text format in Excel.',
  }),
  STATUS_UNKNOWN: () => ({
    message: 'Unknown status: the dates alone decide.',
    expected: 'such as running, ended, terminated',
    hint: 'Use one of these words.',
  }),
  TERM_AMBIGUOUS: p => ({
    message: `Ambiguous number of renewals; the whole duration is taken as ${p.months} months.`,
    expected: 'such as 1 year + 3 x 1 year',
    hint: 'Say how many renewals, and how long each.',
  }),
  TERM_WORDS_UNKNOWN: p => ({
    message: `Words not understood: “${p.words}”. The rest of the cell is read.`,
    expected: 'such as 12 months + 3 x 12 months, 3 months’ notice',
    hint: 'Check the term that was read, or rewrite the cell.',
  }),
  COMMENT_ON_TERM_UNREAD: p => ({
    message: `Comments speak of renewals or of notice and were not understood (${format.number(p.cells)}): they do not count.`,
    hint: 'Read them, and write what they say in the columns meant for it.',
  }),
  TERM_CONFLICT: p => ({
    message: `Two columns disagree: ${p.kept} is kept, ${p.other} is not.`,
    hint: 'Correct one of the two.',
  }),
  NOTICE_WITHOUT_RENEWAL: p => ({
    message: `A notice, and nothing that says whether it renews (rows: ${format.number(p.cells)}): read as stopping at its end.`,
    hint: 'Say “tacit”, “express” or “no” in a Renewal column.',
  }),
  RENEWAL_MODE_ASSUMED: p => ({
    message: `Renewal not qualified (rows: ${format.number(p.cells)}): taken as tacit, unless stipulated otherwise (R2112-4, code de la commande publique).`,
    hint: 'Say “tacit” or “express”.',
  }),
  RENEWAL_LENGTH_ASSUMED: p => ({
    message: `Length of the renewals not stated: taken as ${p.months} months, that of the firm period.`,
    hint: 'Say how long a renewal is.',
  }),
  RENEWALS_NOT_WHOLE: p => ({
    message: `The whole duration (${p.months} months) is no whole number of renewals: the last is shorter.`,
    hint: 'Check the whole duration and that of the renewals.',
  }),
  START_FROM_END: p => ({
    message: `No start date: deduced from the end and the duration, soon after the notification (rows: ${format.number(p.cells)}).`,
    hint: 'Add a start date column to the register if it differs.',
  }),
  START_FROM_NOTIFICATION: p => ({
    message: `No start date: the notification stands in for it (rows: ${format.number(p.cells)}).`,
    expected: 'the first day of service',
    hint: 'Add a start date column to the register if it differs.',
  }),
  END_BEFORE_START: p => ({
    message: `The end (${format.day(p.end)}) comes before the start (${format.day(p.start)}): end left blank.`,
    hint: 'Correct one of the two dates.',
  }),
  END_CONFLICT: p => ({
    message: `The end written (${format.day(p.kept)}) is kept; start and duration would give ${format.day(p.computed)}.`,
    hint: 'Correct the end date or the duration.',
  }),
  END_TAKEN_AS_FIRM: p => ({
    message: `The register does not say whether this end includes renewals: taken as the end of the firm period (rows: ${format.number(p.cells)}).`,
    hint: 'Add the firm duration, or rename the column (“maximum end”, “current end”).',
  }),
  LOTS_UNDER_CONTRACT: p => ({
    message: `Lots without a contract number, taken with the contract of the row above, whose dates they take where theirs are blank (rows: ${format.number(p.cells)}).`,
    hint: 'Repeat the number and the dates on the row of each lot if that is not what must be read.',
  }),
  RENEWAL_NOT_SHOWN: p => ({
    message: `Express renewal: nothing shows that it was decided, the contract is taken as ended on ${format.day(p.end)}.`,
    hint: 'If the contract still runs, give its current end or the status “running”.',
  }),
  STATUS_CONTRADICTED: p => ({
    message: `Status “running”, but the last known end (${format.day(p.end)}) is past: taken as ended.`,
    hint: 'Update the end (amendment, renewal) or the status.',
  }),
  ROW_WITHOUT_CONTRACT: () => ({
    message: 'Row without title or reference: not read as a contract.',
    expected: 'at least a title or a contract number',
    hint: 'Complete the row, or remove it from the export.',
  }),
  MEMBER_FROM_FILE: p => ({
    message: `Member told from ${MEMBER_SOURCE[p.from]}: ${p.member}.`,
    hint: 'Confirm in the configuration (“coop-plan init”).',
  }),
  MEMBER_ADDED: p => ({
    message: `Member missing from the configuration, added: ${p.member}.`,
    hint: 'Add it to the configuration, or give it as an alias of a member.',
  }),
  CONTRACT_COPY: p => ({
    message: `Same content as row ${p.row} of ${p.file}: counted once.`,
    hint: 'Nothing to do, or remove the duplicate row.',
  }),
  CONTRACT_BY_SITE: p => ({
    message: `Contract written on ${format.number(p.lines)} rows, one for each site: read as one, amounts added up.`,
    hint: 'If they are different contracts, give them different numbers.',
  }),
  CONTRACT_BY_PERIOD: p => ({
    message: `Contract written on ${format.number(p.lines)} rows, one for each period, following one another: read as one, renewed; the amount is that of the last.`,
    hint: 'If they are different contracts, give them different numbers.',
  }),
  CONTRACT_HOLDER: p => ({
    message: `Another holder of the contract of row ${p.row} of ${p.file}: the amount counts once.`,
    hint: 'Nothing to do: the holders are joined.',
  }),
  CONTRACT_CONFLICT: p => ({
    message: `Same contract as row ${p.row} of ${p.file}, which is kept, but different content: ${listOf(p.fields, '')}.`,
    expected: 'one row per contract and lot',
    hint: 'Correct the wrong row, or give each a lot number.',
  }),
  CONTRACT_KEY_SHARED: p => ({
    message: `Same number as row ${p.row} of ${p.file}, but another subject or amount: read as another lot.`,
    hint: 'Give each row a lot number.',
  }),
  AMENDMENT_APPLIED: p => ({
    message: `Amendment to the contract of row ${p.row} of ${p.file}. Changed: ${listOf(p.changed, 'nothing')}.${p.aside.length > 0 ? ` Not taken over: ${listOf(p.aside, '')}.` : ''}`,
    hint: 'Check the amended contract.',
  }),
  AMENDMENT_ALONE: p => ({
    message: `Amendment to a contract missing from the register (${p.reference}): read as a contract.`,
    hint: 'Add the row of the initial contract.',
  }),
  AMOUNT_ABSENT: () => ({
    message: 'No amount: the contract cannot be planned.',
    expected: 'an annual amount excluding VAT',
    hint: 'Complete the amount in the register.',
  }),
  AMOUNT_COLUMN_ABSENT: p => ({
    message: `No column of amounts: the contracts of this table (${format.number(p.cells)}) cannot be planned.`,
    expected: 'an “Annual amount excl. VAT” column',
    hint: 'Add the column, or name it in the configuration (mapping.columns).',
  }),
  END_UNKNOWN: () => ({
    message: 'No known end: the contract cannot be planned.',
    expected: 'an end date, or a start and a duration',
    hint: 'Complete the row in the register.',
  }),
  FIRM_LENGTH_ASSUMED: p => ({
    message: `Length of the first period not stated: taken as ${p.months} months, that of the renewals.`,
    hint: 'State the firm duration, or the current end.',
  }),
} satisfies Partial<DiagnosticTexts>;

function listOf(names: readonly Field[], none: string): string {
  return names.length > 0 ? names.map(name => fields[name]).join(', ') : none;
}
