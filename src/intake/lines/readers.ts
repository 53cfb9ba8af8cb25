/** The readers of a table's columns, each settled once over all its rows before any line is read. */
import type { AmountPeriod, VatBasis } from '../../domain/contract.ts';
import type { MappingSettings } from '../../domain/settings.ts';
import { type AmountCell, amountColumn, surveyAmounts } from '../cells/amountColumn.ts';
import { type DateCell, type DateColumn, dateColumn, surveyOf } from '../cells/dateColumn.ts';
import { FOREIGN } from '../cells/amounts.ts';
import { decideOrder, orderProvedBy } from '../cells/dateOrder.ts';
import { type DurationCell, type UnitSaid, readDuration } from '../cells/durations.ts';
import { memoize } from '../cells/memo.ts';
import { type TermContext, type TermWords, readTermWords } from '../cells/termWords.ts';
import { unitOfDurations, unitOfNotices } from '../cells/units.ts';
import type { ColumnMatch, Field } from '../fields.ts';
import { isAmount, isDate, isDuration } from '../heading-facts.ts';
import type { Row, Table } from '../table.ts';
import type { Remarks } from './remarks.ts';

interface Reader<Cell> {
  readonly column: ColumnMatch;
  readonly read: (text: string) => Cell;
}

export interface AmountReader extends Reader<AmountCell> {
  readonly vat: VatBasis;
  readonly period: AmountPeriod;
}

export interface Readers {
  readonly columns: ReadonlyMap<Field, ColumnMatch>;
  readonly dates: ReadonlyMap<Field, Reader<DateCell>>;
  /** A date inside a phrase, in the order of the table's dates. */
  readonly dateInWords: (text: string) => DateCell;
  readonly durations: ReadonlyMap<Field, Reader<DurationCell>>;
  readonly words: (context: TermContext) => (text: string) => TermWords;
  /** The best first: annual before whole term, excluding VAT before including it. */
  readonly amounts: readonly AmountReader[];
  /** By column index: what was decided for the whole column, for the account of the source. */
  readonly formats: ReadonlyMap<number, string>;
}

/** Surveys every column and settles its reader; what must be said of a whole column goes to `remarks`. */
export function readersOf(
  table: Table,
  matches: readonly ColumnMatch[],
  mapping: MappingSettings | undefined,
  remarks: Remarks,
): Readers {
  const fed = matches.filter(({ field }) => field !== undefined);
  const dates = dateReaders(table, fed, mapping, remarks);
  const durations = durationReaders(table, fed);
  const amounts = amountReaders(table, fed, mapping);
  const words = {
    term: memoize(text => readTermWords(text, 'term')),
    renewal: memoize(text => readTermWords(text, 'renewal')),
    notice: memoize(text => readTermWords(text, 'notice')),
  };
  return {
    columns: new Map(fed.filter(({ field }) => !isAmount(field!)).map(match => [match.field!, match])),
    dates: new Map(dates.map(({ column, settled }) => [column.field!, { column, read: settled.read }])),
    dateInWords:
      dates[0]?.settled.read ?? dateColumn(surveyOf([]), decideOrder(surveyOf([]), mapping?.dateOrder)).read,
    durations: new Map(durations.map(reader => [reader.column.field!, reader])),
    words: context => words[context],
    amounts,
    formats: new Map([
      ...dates.map(({ column, settled }) => [column.index, settled.format] as const),
      ...durations.map(
        ({ column, said }) => [column.index, said.assumed ? `${said.unit}?` : said.unit] as const,
      ),
      ...amounts.map(({ column, period, vat }) => [column.index, `${period}, ${vat}`] as const),
    ]),
  };
}

/** The texts of one column, top to bottom. */
function* textsOf(rows: readonly Row[], index: number): Generator<string> {
  for (const { cells } of rows) {
    const text = cells[index];
    if (text) yield text;
  }
}

function dateReaders(
  { body }: Table,
  fed: readonly ColumnMatch[],
  mapping: MappingSettings | undefined,
  remarks: Remarks,
): { column: ColumnMatch; settled: DateColumn }[] {
  const surveyed = fed
    .filter(({ field }) => isDate(field!) && field !== 'published')
    .map(column => ({ column, survey: surveyOf(textsOf(body, column.index)) }));
  return surveyed.map(({ column, survey }) => {
    const others = orderProvedBy(
      surveyed.filter(other => other.column !== column).map(other => other.survey),
    );
    const settled = dateColumn(survey, decideOrder(survey, mapping?.dateOrder ?? column.dateOrder, others));
    for (const problem of settled.problems) remarks.column(column, problem);
    return { column, settled };
  });
}

function durationReaders(
  { body }: Table,
  fed: readonly ColumnMatch[],
): (Reader<DurationCell> & { said: UnitSaid })[] {
  return fed
    .filter(({ field }) => isDuration(field!))
    .map(column => {
      const texts = [...textsOf(body, column.index)];
      const guess = column.field === 'notice' ? unitOfNotices : unitOfDurations;
      const said = column.unit
        ? { unit: column.unit, assumed: false }
        : { unit: guess(texts), assumed: true };
      return { column, said, read: memoize((text: string) => readDuration(text, said)) };
    });
}

/** Which amount to take first; a floor says nothing of what is spent. */
const PREFERENCE: readonly Field[] = ['annualAmount', 'totalAmount', 'amount', 'maximumAmount'];
const VAT_PREFERENCE: readonly VatBasis[] = ['ht', 'unknown', 'ttc'];

function amountReaders(
  { body, grid }: Table,
  fed: readonly ColumnMatch[],
  mapping: MappingSettings | undefined,
): AmountReader[] {
  return fed
    .filter(({ field }) => PREFERENCE.includes(field!))
    .map((column): AmountReader => {
      const survey = surveyAmounts(textsOf(body, column.index));
      return {
        column,
        read: amountColumn(
          survey,
          column.scale ?? 1,
          grid.kind === 'typed',
          FOREIGN.exec(column.heading)?.[0],
        ),
        vat: column.vat ?? mapping?.vat ?? 'unknown',
        period:
          (column.field === 'amount' ? mapping?.amountPeriod : undefined) ??
          column.period ??
          periodOf(column.field!),
      };
    })
    .sort(
      (a, b) =>
        PREFERENCE.indexOf(a.column.field!) - PREFERENCE.indexOf(b.column.field!) ||
        VAT_PREFERENCE.indexOf(a.vat) - VAT_PREFERENCE.indexOf(b.vat),
    );
}

function periodOf(field: Field): AmountPeriod {
  if (field === 'annualAmount') return 'annual';
  return field === 'amount' ? 'unknown' : 'whole-term';
}
