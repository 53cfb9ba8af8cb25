/**
 * Lots on lines of their own below their contract, whose number, dates and terms are written once, on the first line: what
 * merged cells leave in a CSV file. Each lot takes from the first line what it leaves blank; a first line that is no
 * contract by itself only gives its title to its lots.
 */
import type { ColumnMatch, Field, RowKind } from './fields.ts';
import { isAmount, isDate, isDuration } from './heading-facts.ts';
import { lotInTitle, lotKey } from './lines/lot.ts';
import type { Row } from './table.ts';

export interface PlacedRow {
  readonly row: Row;
  readonly kind: RowKind;
  /** It took its number from a line above. */
  readonly isLot?: true;
  /** A line that only gives its title to its lots. */
  readonly isTitleOfLots?: true;
}

/** What a lot has of its own: never taken from the first line. */
const OWN: ReadonlySet<Field> = new Set(['lot', 'lotTitle', 'title', 'supplier', 'supplierId', 'comments']);
/** With dates and durations: a line that says any of it is a contract by itself. */
const TERMS: ReadonlySet<Field> = new Set([
  'reference',
  'member',
  'memberId',
  'renewal',
  'renewals',
  'renewalsDone',
  'renewalsLeft',
  'termWords',
]);

/** The rows of a table, lots completed, in order. */
export function* withLots(
  body: Iterable<Row>,
  kindOf: (row: Row) => RowKind,
  columns: readonly ColumnMatch[],
): Generator<PlacedRow> {
  const places = placesOf(columns);
  let first: Row | undefined;
  let group: Group | undefined;
  for (const row of body) {
    const kind = kindOf(row);
    // A blank line parts no lot from its contract.
    if (kind === 'blank' && (group || first)) {
      yield { row, kind };
      continue;
    }
    const above = kind === 'data' && first && !places.hasTerms(row) ? first : undefined;
    const mark = above ? places.mark(row) : '';
    const lots = above && mark !== '' ? (group ?? groupUnder(above, row, places)) : undefined;
    if (lots && !lots.marks.has(mark)) {
      if (!group)
        yield lots.isTitle
          ? { row: above!, kind: 'section', isTitleOfLots: true }
          : { row: above!, kind: 'data' };
      group = lots;
      lots.marks.add(mark);
      yield { row: completed(row, above!, lots.isTitle, places), kind, isLot: true };
      continue;
    }
    if (first && !group) yield { row: first, kind: 'data' };
    group = undefined;
    first = kind === 'data' && places.reference(row) ? row : undefined;
    if (!first) yield { row, kind };
  }
  if (first && !group) yield { row: first, kind: 'data' };
}

/** The lots met below a line. */
interface Group {
  readonly marks: Set<string>;
  /** The line above them is their common title. */
  readonly isTitle: boolean;
}

type Place = (row: Row) => string;

interface Places {
  readonly reference: Place;
  readonly title: Place;
  /** The lot that a line names; '' when it names none. */
  readonly mark: Place;
  readonly supplier: Place;
  readonly hasAmount: (row: Row) => boolean;
  /** Whether a line has a number, a landlord or a term of its own. */
  readonly hasTerms: (row: Row) => boolean;
  readonly titleColumn: number | undefined;
  /** Columns that a lot may take from the line above. */
  readonly shared: readonly number[];
}

function placesOf(columns: readonly ColumnMatch[]): Places {
  const columnOf = (wanted: Field): number | undefined =>
    columns.find(({ field }) => field === wanted)?.index;
  const at = (column: number | undefined): Place =>
    column === undefined ? () => '' : ({ cells }) => cells[column]?.trim() ?? '';
  const [lot, title] = [at(columnOf('lot')), at(columnOf('title'))];
  const anyOf = (isOne: (field: Field) => boolean): ((row: Row) => boolean) => {
    const places = columns.filter(({ field }) => field && isOne(field)).map(({ index }) => index);
    return ({ cells }) => places.some(column => cells[column]?.trim());
  };
  return {
    reference: at(columnOf('reference')),
    title,
    mark: row => lotKey(lot(row)) || lotInTitle(title(row)),
    supplier: at(columnOf('supplier')),
    hasAmount: anyOf(isAmount),
    hasTerms: anyOf(field => TERMS.has(field) || isDate(field) || isDuration(field)),
    titleColumn: columnOf('title'),
    shared: columns
      .filter(({ field }) => field && !OWN.has(field) && !isAmount(field))
      .map(({ index }) => index),
  };
}

/** A line without holder, and without an amount that its lots lack, is the title of its lots. */
function groupUnder(above: Row, lot: Row, { mark, supplier, hasAmount }: Places): Group {
  const own = mark(above);
  const isTitle =
    own === '' &&
    supplier(above) === '' &&
    (supplier(lot) !== '' || hasAmount(lot)) &&
    (!hasAmount(above) || hasAmount(lot));
  return { marks: new Set(own === '' ? [] : [own]), isTitle };
}

function completed(row: Row, above: Row, isTitle: boolean, { title, titleColumn, shared }: Places): Row {
  const cells = [...row.cells];
  const give = (column: number, value: string): void => {
    while (cells.length < column) cells.push('');
    cells[column] = value;
  };
  for (const column of shared) {
    if (!cells[column]?.trim() && above.cells[column]) give(column, above.cells[column]);
  }
  if (titleColumn !== undefined && (isTitle || title(row) === '')) {
    give(titleColumn, [title(above), title(row)].filter(Boolean).join(' – '));
  }
  return { ...row, cells };
}
