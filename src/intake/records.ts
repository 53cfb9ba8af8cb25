/**
 * Cuts delimited text into records, one an Excel row, and mends what would make a CSV parser swallow the file:
 * a quote that opens a cell and is never closed. What it gives is sound; `csv` turns it into cells.
 */

/** How a delimited text is written. */
export interface Dialect {
  /** Absent when the file has one column. */
  readonly delimiter: string | undefined;
  readonly quote: '"' | "'";
  /** What stands before a quote inside a quoted cell: a quote (the rule) or a backslash (mended to the rule). */
  readonly escape: '"' | "'" | '\\';
  /** A space follows each delimiter: `a, "b, c"`. */
  readonly padded: boolean;
  /** The character that ends lines: `\n` (also for CRLF), or a bare `\r`. */
  readonly lineEnd: '\n' | '\r';
  /** Cells in most records; 0 when not known yet. */
  readonly columns: number;
}

/** Receives each record; `quoted` when some cell is quoted. */
export type TakeRecord = (record: string, quoted: boolean) => void;
/** Receives each quote that was ignored: the record's column (from 0), and the text from the quote on. */
export type TakeStray = (column: number, text: string) => void;

/** Excel's limit of characters in a cell: a quoted cell that is longer was never closed. */
const LONGEST_CELL = 32_767;

/**
 * Cuts `text` and returns how much of it was used: less than all when `final` is false and its last record
 * may go on in the next piece. A blank line is a record, as it is an Excel row.
 */
export function cutRecords(
  text: string,
  dialect: Dialect,
  final: boolean,
  take: TakeRecord,
  stray: TakeStray,
): number {
  const { quote, lineEnd } = dialect;
  let at = 0;
  let nextQuote = find(text, quote, 0);
  while (at < text.length) {
    let end = text.indexOf(lineEnd, at);
    if (end === -1) {
      if (!final) return at;
      end = text.length;
    }
    if (nextQuote < at) nextQuote = find(text, quote, at);
    if (nextQuote >= end) {
      take(withoutReturn(text, at, end), false);
      at = end + 1;
      continue;
    }
    const record = walkRecord(text, at, dialect, final);
    if (!record) return at;
    for (const { column, from, to } of record.strays) stray(column, text.slice(from, to));
    take(mended(text, at, record, dialect), true);
    at = record.end + 1;
  }
  return text.length;
}

const NONE: ReadonlySet<number> = new Set();

/** A cell to be written anew before it is parsed: `value` without the quotes that were not quoting. */
interface Repair {
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

interface WalkedRecord {
  /** Where its line end stands. */
  readonly end: number;
  readonly repairs: readonly Repair[];
  readonly strays: readonly { readonly column: number; readonly from: number; readonly to: number }[];
}

/** Follows a record cell by cell to its end; `undefined` when more text is needed to tell. */
function walkRecord(
  text: string,
  start: number,
  dialect: Dialect,
  final: boolean,
  notQuoting: ReadonlySet<number> = NONE,
): WalkedRecord | undefined {
  const repairs: Repair[] = [];
  const strays: { column: number; from: number; to: number }[] = [];
  const spanning: number[] = [];
  let at = start;
  let column = 0;
  for (;;) {
    const from = at;
    if (dialect.padded) while (text[at] === ' ') at += 1;
    if (text[at] !== dialect.quote) at = bareEnd(text, at, dialect);
    else {
      const open = at;
      const cell = notQuoting.has(open)
        ? ({ kind: 'stray' } as const)
        : quotedCell(text, open, dialect, final);
      if (cell.kind === 'more') return undefined;
      at = 'end' in cell ? cell.end : bareEnd(text, open, dialect);
      if (cell.kind === 'stray') strays.push({ column, from: open, to: at });
      if (cell.kind !== 'closed')
        repairs.push({ from, to: at, value: bareValue(text.slice(open, at), dialect) });
      else {
        // A space after the closing quote would make the parser take the quotes for text.
        if (cell.close + 1 < at)
          repairs.push({ from, to: at, value: unescaped(text.slice(open + 1, cell.close), dialect) });
        if (swallowsRecords(text.slice(open, cell.close), dialect)) spanning.push(open);
      }
    }
    if (at >= text.length || text[at] === dialect.lineEnd || atReturn(text, at, dialect)) break;
    at += dialect.delimiter!.length;
    column += 1;
  }
  if (at >= text.length && !final) return undefined;
  if (spanning.length && column + 1 !== dialect.columns) {
    return walkRecord(text, start, dialect, final, new Set([...notQuoting, ...spanning]));
  }
  const end = text.indexOf(dialect.lineEnd, at);
  if (end === -1 && !final) return undefined;
  return { end: end === -1 ? text.length : end, repairs, strays };
}

type QuotedCell =
  | { readonly kind: 'closed'; readonly close: number; readonly end: number }
  /** Quotes inside it are not doubled: `"Résidence "Les Lilas", bâtiment A"`. */
  | { readonly kind: 'loose'; readonly end: number }
  /** Nothing closes it where a cell can end. */
  | { readonly kind: 'stray' }
  | { readonly kind: 'more' };

function quotedCell(text: string, open: number, dialect: Dialect, final: boolean): QuotedCell {
  const { quote, escape, lineEnd } = dialect;
  for (let at = open + 1; ; at += 1) {
    at = text.indexOf(quote, at);
    if (at === -1) return final || text.length - open > LONGEST_CELL ? { kind: 'stray' } : { kind: 'more' };
    if (at - open > LONGEST_CELL) return { kind: 'stray' };
    if (escape === quote && text[at + 1] === quote) {
      at += 1;
      continue;
    }
    if (escape !== quote && text[at - 1] === escape) continue;
    let end = at + 1;
    while (text[end] === ' ') end += 1;
    if (end >= text.length) return final ? { kind: 'closed', close: at, end } : { kind: 'more' };
    if (text[end] === lineEnd || atReturn(text, end, dialect) || atDelimiter(text, end, dialect)) {
      return { kind: 'closed', close: at, end };
    }
    const line = text.indexOf(lineEnd, open);
    if (line !== -1 && line < at) return { kind: 'stray' };
    return { kind: 'loose', end: looseEnd(text, open, dialect) };
  }
}

/**
 * Where a cell whose inner quotes are not doubled ends: after the first quote of its line that stands where a cell can
 * end, unless another quoted cell opened before; else where an unquoted cell would.
 */
function looseEnd(text: string, open: number, dialect: Dialect): number {
  const { quote, lineEnd } = dialect;
  const line = Math.min(find(text, lineEnd, open), text.length);
  for (let at = find(text, quote, open + 1); at < line; at = find(text, quote, at + 1)) {
    if (atDelimiter(text, at - 1, dialect)) break;
    const end = at + 1;
    if (end >= line || atReturn(text, end, dialect) || atDelimiter(text, end, dialect)) return end;
  }
  return bareEnd(text, open, dialect);
}

/**
 * True for a quoted cell that holds what looks like whole records: some of its lines have every delimiter
 * of one. Then the quote that opened it is a stray, unless the record has just its cells.
 */
function swallowsRecords(cell: string, { delimiter, lineEnd, columns }: Dialect): boolean {
  if (!delimiter || columns < 3 || !cell.includes(lineEnd)) return false;
  return cell.split(lineEnd).some(line => line.split(delimiter).length >= columns);
}

/** Where an unquoted cell ends: at a delimiter, a line end or the end of the text. */
function bareEnd(text: string, from: number, { delimiter, lineEnd }: Dialect): number {
  const delimiterCode = delimiter?.charCodeAt(0);
  const lineEndCode = lineEnd.charCodeAt(0);
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === delimiterCode) return end;
    if (code === lineEndCode) break;
  }
  while (end > from && text[end - 1] === '\r') end -= 1;
  return end;
}

/** The text of a cell whose quotes are not quoting: a lone opening quote, or a pair around it all, is dropped. */
function bareValue(cell: string, { quote }: Dialect): string {
  const inner = cell.slice(1);
  if (!inner.includes(quote)) return inner;
  return inner.trimEnd().endsWith(quote) ? inner.trimEnd().slice(0, -1) : cell;
}

/** The record's text with its repaired cells quoted by the rules. */
function mended(text: string, start: number, { end, repairs }: WalkedRecord, { quote }: Dialect): string {
  if (!repairs.length) return withoutReturn(text, start, end);
  let record = '';
  let at = start;
  for (const { from, to, value } of repairs) {
    record += text.slice(at, from) + quote + value.replaceAll(quote, quote + quote) + quote;
    at = to;
  }
  return record + withoutReturn(text, at, end);
}

function unescaped(cell: string, { quote, escape }: Dialect): string {
  return cell.replaceAll(escape + quote, quote);
}

function atDelimiter(text: string, at: number, { delimiter }: Dialect): boolean {
  return delimiter !== undefined && text.startsWith(delimiter, at);
}

/** At the returns of a CRLF (or of the CR CR LF that text-mode copies leave). */
function atReturn(text: string, at: number, { lineEnd }: Dialect): boolean {
  if (lineEnd !== '\n' || text[at] !== '\r') return false;
  while (text[at] === '\r') at += 1;
  return at >= text.length || text[at] === '\n';
}

function withoutReturn(text: string, from: number, end: number): string {
  while (end > from && text.charCodeAt(end - 1) === 0x0d) end -= 1;
  return text.slice(from, end);
}

function find(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? Infinity : at;
}
