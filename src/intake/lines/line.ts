/** One line of a register, understood by itself: a contract, or a piece of one. */
import type { Amount, Location } from '../../domain/contract.ts';
import type { Day } from '../../domain/day.ts';
import type { TermReading } from '../../domain/term.ts';
import { isAbsent } from '../cells/absent.ts';
import { readCpv } from '../cells/cpvCell.ts';
import { readIdentifier } from '../cells/identifiers.ts';
import { memoize } from '../cells/memo.ts';
import { plainText } from '../cells/plainText.ts';
import { problem } from '../cells/problem.ts';
import { type StatusCell, readStatus } from '../cells/status.ts';
import type { Field } from '../fields.ts';
import type { Row, Table } from '../table.ts';
import { type Amendment, amendmentOf } from './amendments.ts';
import { amountOf } from './amount.ts';
import { lotInTitle, lotKey } from './lot.ts';
import type { Readers } from './readers.ts';
import type { Remarks } from './remarks.ts';
import { sayAll, termReader } from './termOfLine.ts';

export interface Line {
  readonly at: Required<Pick<Location, 'file' | 'row'>> & Pick<Location, 'sheet'>;
  /** The record, as it was. */
  readonly row: Row;
  /** The landlord as the line names it; '' when it does not. */
  readonly member: string;
  /** The landlord's SIRET or SIREN; '' when the line gives none. */
  readonly memberId: string;
  readonly reference: string;
  readonly lot: string;
  /** The lot that the title names, when no column does: tells lots apart, is not shown as the lot. */
  readonly lotInTitle: string;
  readonly title: string;
  readonly supplier: string;
  readonly supplierId?: string;
  readonly cpv?: string;
  readonly territory: string;
  readonly family: string;
  readonly nature: string;
  /** The section title above the line. */
  readonly section: string;
  readonly status?: StatusCell['status'];
  readonly terminatedOn?: Day;
  readonly term: TermReading;
  readonly amount?: Amount;
  readonly amendment?: Amendment;
  /** The start is the notification, for want of a start. */
  readonly startAssumed?: true;
}

type Draft = { -readonly [Key in keyof Line]: Line[Key] };

const identifierOf = memoize(readIdentifier);
const statusOf = memoize(readStatus);

/**
 * The reader of a table's lines. A line without title and without reference is no contract: it gives `undefined`,
 * and the reason is in `remarks`. Unreadable cells leave their field absent; the line stays.
 */
export function lineReader(
  table: Table,
  readers: Readers,
  vatRate: number | undefined,
  remarks: Remarks,
): (row: Row, section: string) => Line | undefined {
  const { file, sheet } = table.grid;
  const readTerm = termReader(readers);
  const textOf = (row: Row, field: Field): string => {
    const column = readers.columns.get(field);
    const text = column ? row.cells[column.index] : undefined;
    if (!text) return '';
    const plain = plainText(text);
    return isAbsent(plain) ? '' : plain;
  };

  return (row, section) => {
    const reference = textOf(row, 'reference');
    const titles = [textOf(row, 'title'), textOf(row, 'lotTitle')].filter(Boolean);
    const title = titles.join(' – ');
    if (!title && !reference) {
      remarks.row(row.row, problem('ROW_WITHOUT_CONTRACT', {}));
      return undefined;
    }
    const term = readTerm(row.cells);
    if (term.sayings.length > 0) sayAll(row.row, term, remarks);
    const amount = amountOf(row, term.reading, readers, vatRate, remarks);
    const supplierId = identifier(row, readers, remarks);
    const cpv = cpvOf(row, readers, remarks);
    const status = statusIn(row, readers, remarks);
    const amendment = amendmentOf({
      title,
      reference,
      words: textOf(row, 'amendment'),
      initial: textOf(row, 'amendmentOf'),
    });
    const lot = textOf(row, 'lot') || lotInTitle(section);
    const line: Draft = {
      at: sheet === undefined ? { file, row: row.row } : { file, sheet, row: row.row },
      row,
      member: textOf(row, 'member'),
      memberId: textOf(row, 'memberId'),
      reference,
      lot: lotKey(lot) === '' ? '' : lot,
      lotInTitle: lotInTitle(title),
      title,
      supplier: textOf(row, 'supplier'),
      territory: textOf(row, 'territory') || textOf(row, 'sites') || textOf(row, 'territoryCode'),
      family: textOf(row, 'category'),
      nature: textOf(row, 'nature'),
      section,
      term: term.reading,
    };
    if (supplierId) line.supplierId = supplierId;
    if (cpv) line.cpv = cpv;
    if (status) line.status = status;
    if (term.terminatedOn) line.terminatedOn = term.terminatedOn;
    if (amount) line.amount = amount;
    if (amendment) line.amendment = amendment;
    if (term.startAssumed) line.startAssumed = true;
    return line;
  };
}

function identifier(row: Row, readers: Readers, remarks: Remarks): string | undefined {
  const column = readers.columns.get('supplierId');
  const text = column && row.cells[column.index];
  if (!text) return undefined;
  const { id, problems } = identifierOf(text);
  if (problems.length > 0) remarks.cell(row.row, column, text, problems);
  return id;
}

function cpvOf(row: Row, readers: Readers, remarks: Remarks): string | undefined {
  const column = readers.columns.get('cpv');
  const text = column && row.cells[column.index];
  if (!text) return undefined;
  const { cpv, problems } = readCpv(text);
  if (problems.length > 0) remarks.cell(row.row, column, text, problems);
  return cpv;
}

function statusIn(row: Row, readers: Readers, remarks: Remarks): Line['status'] {
  const column = readers.columns.get('status');
  const text = column && row.cells[column.index];
  if (!text) return undefined;
  const { status, problems } = statusOf(text);
  if (problems.length > 0) remarks.cell(row.row, column, text, problems);
  return status;
}
