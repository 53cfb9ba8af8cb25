/**
 * What a record below the header is: a contract's data, or a blank line, a section title, a total, the header again,
 * a note. Taking a contract for anything else would lose it, so each needs evidence in the shape of the row.
 */
import { fold } from '../domain/text.ts';
import type { ColumnMatch, Field, RowKind } from './fields.ts';
import { isAmount, isDate } from './heading-facts.ts';
import { spread } from './rows.ts';
import type { Row, Table } from './table.ts';

/** What a row of this table looks like when it is a contract. */
interface TableShape {
  /** Folded headings, by column. */
  readonly headings: readonly string[];
  /** Lengths of the headings as written, by column. */
  readonly lengths: readonly number[];
  /** Filled cells in most rows. */
  readonly usual: number;
  readonly titleColumn: number;
  readonly amountColumns: ReadonlySet<number>;
  /** Columns whose being filled makes a row a contract: dates, supplier, reference. */
  readonly tellingColumns: readonly number[];
  /** Excel row of the last one with several cells filled: a lone text below it ends the table. */
  readonly lastFullRow: number;
}

/** Tells what each row of a table's body is. */
export function rowKindsOf(table: Table, columns: readonly ColumnMatch[]): (row: Row) => RowKind {
  const shape = shapeOf(table, columns);
  return row => kindOfRow(row, shape);
}

function kindOfRow(row: Row, shape: TableShape): RowKind {
  const { cells } = row;
  let column = 0;
  while (column < cells.length && !isFilled(cells[column]!)) column += 1;
  if (column === cells.length) return 'blank';
  const first = cells[column]!;
  const isUsual =
    !MAYBE_TOTAL.test(first) && first.length !== shape.lengths[column] && hasThreeFilled(cells, column);
  return isUsual ? 'data' : kindOfOddRow(row, shape);
}

function hasThreeFilled(cells: readonly string[], from: number): boolean {
  let filled = 0;
  for (let column = from; column < cells.length; column += 1) {
    if (isFilled(cells[column]!) && (filled += 1) > 2) return true;
  }
  return false;
}

function kindOfOddRow(row: Row, shape: TableShape): RowKind {
  const filled = filledColumns(row);
  const column = filled[0]!;
  const first = row.cells[column]!;
  if (MAYBE_TOTAL.test(first) && TOTAL.test(fold(first)) && isTotal(row, filled, shape)) return 'total';
  if (first.length === shape.lengths[column] && repeatsHeader(row, filled, shape)) return 'repeated-header';
  if (filled.every(column => fold(row.cells[column]!) === '')) return 'blank';
  if (filled.length > 2 || shape.usual < 3) return 'data';
  if (filled.every(column => isFigure(row.cells[column]!))) {
    return filled.every(column => shape.amountColumns.has(column)) ? 'total' : 'data';
  }
  return loneKind(row, filled, shape);
}

/** Told quickly of nearly every row. */
const MAYBE_TOTAL = /^[\W_]*(s|t|grand|montant|co[uû]t|cumul|ensemble)/i;
const TOTAL =
  /^(sous )?(total|totaux|s total|st)( |$)|^(grand |montant |cout )total( |$)|^sub ?total|^cumul( |$)|^ensemble$|^somme( |$)|^(montant )?tva( \d.*)?$/;

/** A total: its label, and figures; nothing that only a contract has (dates, a supplier, a reference, another text). */
function isTotal(row: Row, filled: readonly number[], shape: TableShape): boolean {
  const [label, ...others] = filled;
  const figures = others.filter(column => isFigure(row.cells[column]!));
  const texts = others.length - figures.length;
  if (texts > 1 || figures.some(column => shape.tellingColumns.includes(column) && column !== label))
    return false;
  // « Total » beside a currency or the name of what is added up.
  return (
    texts === 0 ||
    (figures.length > 0 &&
      others[0] === label! + 1 &&
      !isFigure(row.cells[others[0]]!) &&
      others[0] !== shape.titleColumn)
  );
}

function repeatsHeader(row: Row, filled: readonly number[], { headings }: TableShape): boolean {
  const same = filled.filter(column => fold(row.cells[column]!) === headings[column]).length;
  return filled.length > 1 && same >= filled.length * 0.6;
}

const NOTE =
  /^(nb|n b|fait (le|a)|source|sources|note|notes|legende|edite|edition|extrait|extraction|imprime|page|mise? a jour|date d|arrete|fin (du|de)|remarque|attention|hors|\d{1,3} (marches|contrats|lignes|enregistrements)|nombre de)( |$)/;
/** Words that announce a section, and marks that number one. */
const SECTION =
  /^(lots?|familles?|secteurs?|categories?|sections?|agences?|services?|directions?|bailleurs?|domaines?|chapitres?|territoires?|segments?|poles?|titres?|rubriques?)( |$)/;
const NUMBERED = /^([ivx]+|[a-z]|\d{1,2}) [a-z]{3}/;

/** A row of one or two cells: a title over the rows that follow, a note, or a contract with nearly nothing filled. */
function loneKind(row: Row, filled: readonly number[], shape: TableShape): RowKind {
  const text = row.cells[filled[0]!]!.trim();
  const folded = fold(text);
  if (/^\(?[*\d]{1,2}\)|^\*/.test(text) || NOTE.test(folded) || text.length > 150)
    return filled.length === 1 ? 'note' : 'data';
  const last = row.row > shape.lastFullRow;
  if (filled.length === 2) {
    const named =
      SECTION.test(folded) &&
      filled[1] === filled[0]! + 1 &&
      !filled.some(column => shape.tellingColumns.includes(column));
    return named && !last ? 'section' : 'data';
  }
  if (isFigure(text)) return 'data';
  // A number of contract alone: a contract whose other cells were left blank.
  const isNumber = shape.tellingColumns.includes(filled[0]!) && /\d/.test(text) && !NUMBERED.test(folded);
  const isTitle = filled[0] === shape.titleColumn;
  if (last) return isNumber || isTitle ? 'data' : 'note';
  if (SECTION.test(folded)) return 'section';
  if (isNumber) return 'data';
  if (!isTitle) return 'section';
  // In the column of titles, the same, unless it is written as the title of several rows.
  return text === text.toUpperCase() || NUMBERED.test(folded) || text.endsWith(':') ? 'section' : 'data';
}

function isFigure(cell: string): boolean {
  return /^[-+(\s]*[€£]?[\d\s\u00A0\u202F.,']+([kM]?€|EUR|euros?|%|HT|TTC|\)|\s)*$/i.test(cell);
}

function shapeOf(table: Table, matches: readonly ColumnMatch[]): TableShape {
  const columns = (test: (field: Field) => boolean): number[] =>
    matches.filter(({ field }) => field && test(field)).map(({ index }) => index);
  const counts = new Map<number, number>();
  let lastFullRow = 0;
  for (const row of spread(table.body, 2000)) {
    const filled = filledColumns(row).length;
    if (filled) counts.set(filled, (counts.get(filled) ?? 0) + 1);
  }
  let [usual, most] = [0, 0];
  for (const [filled, count] of counts) if (count * filled > most) [usual, most] = [filled, count * filled];
  for (let at = table.body.length - 1; at >= 0 && !lastFullRow; at -= 1) {
    const row = table.body.at(at)!;
    if (filledColumns(row).length > 2) lastFullRow = row.row;
  }
  return {
    headings: table.headings.map(fold),
    lengths: table.headings.map(heading => heading.length),
    usual,
    titleColumn: columns(field => field === 'title')[0] ?? -1,
    amountColumns: new Set(columns(isAmount)),
    tellingColumns: columns(
      field => isDate(field) || field === 'supplier' || field === 'supplierId' || field === 'reference',
    ),
    lastFullRow,
  };
}

function filledColumns({ cells }: Row): number[] {
  const filled: number[] = [];
  for (let column = 0; column < cells.length; column += 1) {
    if (isFilled(cells[column]!)) filled.push(column);
  }
  return filled;
}

/** Trimming is only needed when the cell begins with a space of some kind. */
function isFilled(cell: string): boolean {
  if (cell === '') return false;
  const code = cell.charCodeAt(0);
  return (code > 0x20 && code < 0x7f) || cell.trim() !== '';
}
