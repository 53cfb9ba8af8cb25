/** One line of a register, understood by itself: a contract, or a piece of one. */
import type { Amount, Location, MemberId } from '../../domain/contract.ts';
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
import { ownText } from '../own-text.ts';
import type { Row, Table } from '../table.ts';
import { type Amendment, amendmentOf, namesAmendment } from './amendments.ts';
import { amountOf } from './amount.ts';
import { lotInTitle, lotKey } from './lot.ts';
import type { Readers } from './readers.ts';
import type { Remarks } from './remarks.ts';
import { prolongedUntil } from './statusDays.ts';
import { sayAll, termReader } from './termOfLine.ts';

export interface Line {
  readonly at: Required<Pick<Location, 'file' | 'row'>> & Pick<Location, 'sheet'>;
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
  readonly supplierId: string | undefined;
  readonly cpv: string | undefined;
  readonly territory: string;
  readonly family: string;
  readonly nature: string;
  /** The section title above the line. */
  readonly section: string;
  readonly status: StatusCell['status'] | undefined;
  readonly terminatedOn: Day | undefined;
  readonly term: TermReading;
  readonly amount: Amount | undefined;
  readonly amendment: Amendment | undefined;
  /** No end is written: it is so long after the notification, for want of a start. */
  readonly endsAfterNotification: true | undefined;
  /** Whose contract it is, and the place of its table among those read: see `owners`. */
  owner: MemberId | undefined;
  table: number;
}

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
  const textOf = (field: Field): ((row: Row) => string) => {
    const column = readers.columns.get(field);
    if (!column) return () => '';
    const read = memoize(textIn);
    return ({ cells }) => {
      const text = cells[column.index];
      return text ? read(text) : '';
    };
  };
  const texts = {
    reference: textOf('reference'),
    title: textOf('title'),
    lotTitle: textOf('lotTitle'),
    lot: textOf('lot'),
    member: textOf('member'),
    memberId: textOf('memberId'),
    supplier: textOf('supplier'),
    territory: textOf('territory'),
    sites: textOf('sites'),
    territoryCode: textOf('territoryCode'),
    family: textOf('category'),
    nature: textOf('nature'),
    amendment: textOf('amendment'),
    amendmentOf: textOf('amendmentOf'),
  };

  return (row, section) => {
    const reference = texts.reference(row);
    const title = joined(texts.title(row), texts.lotTitle(row));
    if (!title && !reference) {
      remarks.row(row.row, problem('ROW_WITHOUT_CONTRACT', {}));
      return undefined;
    }
    const term = readTerm(row.cells);
    if (term.sayings.length > 0) sayAll(row.row, term, remarks);
    const supplierId = identifier(row, readers, remarks);
    const cpv = cpvOf(row, readers, remarks);
    const status = statusIn(row, readers, remarks);
    const amendment = amendmentOf({
      title,
      reference,
      words: texts.amendment(row) || [texts.family(row), texts.nature(row)].find(namesAmendment) || '',
      initial: texts.amendmentOf(row),
    });
    // An amendment's amount is set aside (see `amending`): nothing is said of it.
    const amount = amountOf(row, term.reading, readers, vatRate, amendment ? SAYS_NOTHING : remarks);
    const lot = texts.lot(row) || lotInTitle(section);
    // Every field, always: a million lines of one shape are half as large as lines of many.
    return {
      at: sheet === undefined ? { file, row: row.row } : { file, sheet, row: row.row },
      member: texts.member(row),
      memberId: texts.memberId(row),
      reference,
      lot: lotKey(lot) === '' ? '' : lot,
      lotInTitle: lotInTitle(title),
      title,
      supplier: texts.supplier(row),
      supplierId,
      cpv,
      territory: texts.territory(row) || texts.sites(row) || texts.territoryCode(row),
      family: texts.family(row),
      nature: texts.nature(row),
      section,
      status,
      terminatedOn: term.terminatedOn,
      term: amendment ? prolonged(term.reading, title, readers) : term.reading,
      amount,
      amendment,
      endsAfterNotification: term.endsAfterNotification ? true : undefined,
      owner: undefined,
      table: -1,
    };
  };
}

const SAYS_NOTHING: Remarks = { cell() {}, row() {}, column() {}, table() {}, all: () => [] };

/** The term of an amendment, whose title alone may say until when it prolongs. */
function prolonged(reading: TermReading, title: string, readers: Readers): TermReading {
  if (reading.statedCurrentEnd ?? reading.statedLatestEnd ?? reading.firmEnd) return reading;
  const end = prolongedUntil(title, readers);
  return end ? { ...reading, statedCurrentEnd: end } : reading;
}

/** A cell's text as people read it; '' when it says nothing. It is kept, so it is a text on its own. */
function textIn(cell: string): string {
  const plain = plainText(cell);
  return isAbsent(plain) ? '' : ownText(plain);
}

/** « Nettoyage – Lot 2 : vitrerie » from a title and its lot's. */
function joined(title: string, lotTitle: string): string {
  if (title === '') return lotTitle;
  return lotTitle === '' ? title : `${title} – ${lotTitle}`;
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
