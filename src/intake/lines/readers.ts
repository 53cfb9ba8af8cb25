/** The readers of a table's columns, each settled once over all its rows before any line is read. */
import type { AmountPeriod, VatBasis } from '../../domain/contract.ts';
import type { MappingSettings } from '../../domain/settings.ts';
import { type AmountCell, type AmountSurvey, amountColumn, amountSurveyor } from '../cells/amountColumn.ts';
import { type DateCell, type DateColumn, dateColumn, dateSurveyor, surveyOf } from '../cells/dateColumn.ts';
import { FOREIGN } from '../cells/amounts.ts';
import { type DateSurvey, decideOrder, orderProvedBy } from '../cells/dateOrder.ts';
import { type DurationCell, type UnitSaid, readDuration } from '../cells/durations.ts';
import { memoize } from '../cells/memo.ts';
import type { TermContext } from '../cells/termPieces.ts';
import { type TermWords, readTermWords } from '../cells/termWords.ts';
import { unitOfDurations, unitOfNotices } from '../cells/units.ts';
import type { ColumnMatch, Field } from '../fields.ts';
import { isAmount, isDate, isDuration } from '../heading-facts.ts';
import type { Rows } from '../rows.ts';
import type { Grid, Table } from '../table.ts';
import type { Remarks } from './remarks.ts';

interface Reader<Cell> {
  readonly column: ColumnMatch;
  readonly read: (text: string) => Cell;
}

export interface AmountReader extends Reader<AmountCell> {
  readonly vat: VatBasis;
  readonly period: AmountPeriod;
  /** What covers the whole term covers its firm period alone. */
  readonly firmOnly: boolean;
}

export interface Readers {
  readonly columns: ReadonlyMap<Field, ColumnMatch>;
  readonly dates: ReadonlyMap<Field, Reader<DateCell>>;
  /** The ends of renewals that have a column each, in the order of the columns. */
  readonly renewalEnds: readonly Reader<DateCell>[];
  /** A date inside a phrase, in the order of the table's dates. */
  readonly dateInWords: (text: string) => DateCell;
  readonly durations: ReadonlyMap<Field, Reader<DurationCell>>;
  readonly words: (context: TermContext) => (text: string) => TermWords;
  /** The best first: annual before whole term, excluding VAT before including it. */
  readonly amounts: readonly AmountReader[];
  /** By column index: what was decided for the whole column, for the account of the source. */
  readonly formats: ReadonlyMap<number, string>;
}

/** Every register has the same phrases. */
const WORDS: Readonly<Record<TermContext, (text: string) => TermWords>> = {
  term: memoize(text => readTermWords(text, 'term')),
  renewal: memoize(text => readTermWords(text, 'renewal')),
  notice: memoize(text => readTermWords(text, 'notice')),
};

/** Surveys every column and settles its reader; what must be said of a whole column goes to `remarks`. */
export function readersOf(
  table: Table,
  matches: readonly ColumnMatch[],
  mapping: MappingSettings | undefined,
  remarks: Remarks,
): Readers {
  const fed = matches.filter(({ field }) => field !== undefined);
  const surveyed = surveysOf(table.body, fed);
  const dates = dateReaders(surveyed.dates, mapping, remarks);
  const ofRenewals = dates.filter(({ column }) => column.field === 'renewalEnd');
  const single = dates.filter(({ column }) => column.field !== 'renewalEnd');
  const durations = durationReaders(surveyed.durations);
  const amounts = amountReaders(surveyed.amounts, table.grid.kind, mapping);
  return {
    columns: new Map(fed.filter(({ field }) => !isAmount(field!)).map(match => [match.field!, match])),
    dates: new Map(single.map(({ column, settled }) => [column.field!, { column, read: settled.read }])),
    renewalEnds: ofRenewals.map(({ column, settled }) => ({ column, read: settled.read })),
    dateInWords:
      dates[0]?.settled.read ?? dateColumn(surveyOf([]), decideOrder(surveyOf([]), mapping?.dateOrder)).read,
    durations: new Map(durations.map(reader => [reader.column.field!, reader])),
    words: context => WORDS[context],
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

/** A column and what its cells prove, taken together. */
interface Surveyed<Survey> {
  readonly column: ColumnMatch;
  readonly survey: Survey;
}

interface Surveys {
  readonly dates: readonly Surveyed<DateSurvey>[];
  /** Bare numbers met, as texts: they tell the unit that the heading does not. */
  readonly durations: readonly Surveyed<ReadonlySet<string>>[];
  readonly amounts: readonly Surveyed<AmountSurvey>[];
}

/** Longer texts are no bare number of days, months or years. */
const LONGEST_NUMBER = 12;

/** Reads every row once, and counts what the cells of each column prove. */
function surveysOf(body: Rows, fed: readonly ColumnMatch[]): Surveys {
  const surveyors = new Map<ColumnMatch, (text: string) => void>();
  const counted = <Survey>(
    isWanted: (field: Field) => boolean,
    surveyor: () => { readonly survey: Survey; readonly add: (text: string) => void },
  ): Surveyed<Survey>[] =>
    fed
      .filter(({ field }) => isWanted(field!))
      .map(column => {
        const { survey, add } = surveyor();
        surveyors.set(column, add);
        return { column, survey };
      });
  const surveys = {
    dates: counted(field => isDate(field) && field !== 'published', dateSurveyor),
    durations: counted(isDuration, numberSurveyor),
    amounts: counted(field => PREFERENCE.includes(field), amountSurveyor),
  };
  const adding = [...surveyors].map(([{ index }, add]) => ({ index, add }));
  for (const { cells } of body) {
    for (const { index, add } of adding) {
      const text = cells[index];
      if (text) add(text);
    }
  }
  return surveys;
}

function numberSurveyor(): { survey: ReadonlySet<string>; add: (text: string) => void } {
  const survey = new Set<string>();
  return { survey, add: text => void (text.length <= LONGEST_NUMBER && survey.add(text)) };
}

function dateReaders(
  surveyed: Surveys['dates'],
  mapping: MappingSettings | undefined,
  remarks: Remarks,
): { column: ColumnMatch; settled: DateColumn }[] {
  return surveyed.map(({ column, survey }) => {
    const others = orderProvedBy(
      surveyed.filter(other => other.column !== column).map(other => other.survey),
    );
    const settled = dateColumn(survey, decideOrder(survey, mapping?.dateOrder ?? column.dateOrder, others));
    for (const problem of settled.problems) remarks.column(column, problem);
    return { column, settled };
  });
}

function durationReaders(surveyed: Surveys['durations']): (Reader<DurationCell> & { said: UnitSaid })[] {
  return surveyed.map(({ column, survey }) => {
    const guess = column.field === 'notice' ? unitOfNotices : unitOfDurations;
    const said = column.unit ? { unit: column.unit, assumed: false } : { unit: guess(survey), assumed: true };
    return { column, said, read: memoize((text: string) => readDuration(text, said)) };
  });
}

/** Which amount to take first; a floor says nothing of what is spent. */
const PREFERENCE: readonly Field[] = ['annualAmount', 'totalAmount', 'amount', 'maximumAmount'];
const VAT_PREFERENCE: readonly VatBasis[] = ['ht', 'unknown', 'ttc'];

function amountReaders(
  surveyed: Surveys['amounts'],
  kind: Grid['kind'],
  mapping: MappingSettings | undefined,
): AmountReader[] {
  return surveyed
    .map(({ column, survey }): AmountReader => ({
      column,
      read: amountColumn(survey, column.scale ?? 1, kind === 'typed', FOREIGN.exec(column.heading)?.[0]),
      vat: column.vat ?? mapping?.vat ?? 'unknown',
      period:
        (column.field === 'amount' ? mapping?.amountPeriod : undefined) ??
        column.period ??
        periodOf(column.field!),
      firmOnly: column.firmOnly === true,
    }))
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
