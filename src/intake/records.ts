/**
 * Cuts delimited text into records, one an Excel row, and mends what would make a CSV parser swallow the file:
 * a quote that opens a cell and is never closed. `csv` makes cells of what it gives.
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

/** A record: the text of one without quotes, or the cells of one with some. */
export type Record = { readonly kind: 'bare'; readonly text: string } | QuotedRecord;

interface QuotedRecord {
  readonly kind: 'quoted';
  /** '' in the places of `escaped`. */
  readonly cells: string[];
  /** Cells with doubled quotes to undo: as they stand, between their quotes. Places from 0. */
  readonly escaped: readonly { readonly place: number; readonly text: string }[];
}

/** A quote that was ignored: the record's column (from 0), and the text from the quote on. */
export interface Stray {
  readonly column: number;
  readonly text: string;
}

/** Excel's limit of characters in a cell: a quoted cell that is longer was never closed. */
const LONGEST_CELL = 32_767;

/**
 * Cuts `text`, giving each record and the stray quotes in it, and returns how much was used: less than all when `final`
 * is false and the last record may go on in the next piece. A blank line is a record, as it is an Excel row.
 */
export function cutRecords(
  text: string,
  dialect: Dialect,
  final: boolean,
  take: (record: Record, strays: readonly Stray[]) => void,
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
      take({ kind: 'bare', text: withoutReturn(text, at, end) }, NO_STRAYS);
      at = end + 1;
      continue;
    }
    const simple = simplyQuoted(text, at, end, dialect);
    if (simple) {
      take(simple, NO_STRAYS);
      at = end + 1;
      continue;
    }
    const walked = walkRecord(text, at, dialect, final, NONE);
    if (!walked) return at;
    take(walked.record, walked.strays);
    at = walked.end + 1;
  }
  return text.length;
}

const NO_STRAYS: readonly Stray[] = [];
const NONE: ReadonlySet<number> = new Set();

/**
 * A record of one line whose quotes stand around whole cells without quote nor delimiter inside, as nearly all do;
 * `undefined` when it has to be followed cell by cell.
 */
function simplyQuoted(text: string, from: number, end: number, dialect: Dialect): QuotedRecord | undefined {
  const { delimiter, quote, escape, padded } = dialect;
  if (delimiter === undefined || padded || escape !== quote) return undefined;
  const cells = withoutReturn(text, from, end).split(delimiter);
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place]!;
    if (cell.charCodeAt(0) !== quote.charCodeAt(0)) continue;
    const last = cell.length - 1;
    if (last === 0 || last > LONGEST_CELL || cell.indexOf(quote, 1) !== last) return undefined;
    cells[place] = cell.slice(1, last);
  }
  return { kind: 'quoted', cells, escaped: NO_CELLS };
}

const NO_CELLS: QuotedRecord['escaped'] = [];

interface WalkedRecord {
  readonly record: QuotedRecord;
  /** Where its line end stands. */
  readonly end: number;
  readonly strays: readonly Stray[];
}

/** Follows a record cell by cell to its end; `undefined` when more text is needed to tell. */
function walkRecord(
  text: string,
  start: number,
  dialect: Dialect,
  final: boolean,
  notQuoting: ReadonlySet<number>,
): WalkedRecord | undefined {
  const { delimiter, quote, escape, padded, lineEnd } = dialect;
  const cells: string[] = [];
  const escaped: { place: number; text: string }[] = [];
  const strays: Stray[] = [];
  const spanning: number[] = [];
  for (let at = start; ; at += delimiter!.length) {
    if (padded) while (text[at] === ' ') at += 1;
    const open = at;
    if (text[open] !== quote) {
      at = bareEnd(text, open, dialect);
      cells.push(text.slice(open, at));
    } else {
      const cell = notQuoting.has(open) ? STRAY : quotedCell(text, open, dialect, final);
      if (cell.kind === 'more') return undefined;
      at = cell.kind === 'stray' ? bareEnd(text, open, dialect) : cell.end;
      if (cell.kind === 'closed') {
        const value = text.slice(open + 1, cell.close);
        if (swallowsRecords(value, dialect)) spanning.push(open);
        if (cell.escaped) escaped.push({ place: cells.length, text: text.slice(open, cell.close + 1) });
        cells.push(cell.escaped ? '' : escape === quote ? value : value.replaceAll(escape + quote, quote));
      } else {
        if (cell.kind === 'stray') strays.push({ column: cells.length, text: text.slice(open, at) });
        cells.push(bareValue(text.slice(open, at), dialect));
      }
    }
    if (!endsRecord(text, at, dialect)) continue;
    if (spanning.length && cells.length !== dialect.columns) {
      return walkRecord(text, start, dialect, final, new Set([...notQuoting, ...spanning]));
    }
    const end = text.indexOf(lineEnd, at);
    if (end === -1 && !final) return undefined;
    return { record: { kind: 'quoted', cells, escaped }, end: end === -1 ? text.length : end, strays };
  }
}

type QuotedCell =
  | { readonly kind: 'closed'; readonly close: number; readonly end: number; readonly escaped: boolean }
  /** Quotes inside it are not doubled: `"Résidence "Les Lilas", bâtiment A"`. */
  | { readonly kind: 'loose'; readonly end: number }
  /** Nothing closes it where a cell can end. */
  | { readonly kind: 'stray' }
  | { readonly kind: 'more' };

const STRAY: QuotedCell = { kind: 'stray' };

function quotedCell(text: string, open: number, dialect: Dialect, final: boolean): QuotedCell {
  const { quote, escape, lineEnd } = dialect;
  let escaped = false;
  for (let at = open + 1; ; at += 1) {
    at = text.indexOf(quote, at);
    if (at === -1) return final || text.length - open > LONGEST_CELL ? STRAY : { kind: 'more' };
    if (at - open > LONGEST_CELL) return STRAY;
    if (escape === quote && text[at + 1] === quote) {
      escaped = true;
      at += 1;
      continue;
    }
    if (escape !== quote && text[at - 1] === escape) continue;
    let end = at + 1;
    while (text[end] === ' ') end += 1;
    if (end >= text.length && !final) return { kind: 'more' };
    if (endsRecord(text, end, dialect) || atDelimiter(text, end, dialect)) {
      return { kind: 'closed', close: at, end, escaped };
    }
    const line = text.indexOf(lineEnd, open);
    return line !== -1 && line < at ? STRAY : { kind: 'loose', end: looseEnd(text, open, dialect) };
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
    if (endsRecord(text, at + 1, dialect) || atDelimiter(text, at + 1, dialect)) return at + 1;
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

function atDelimiter(text: string, at: number, { delimiter }: Dialect): boolean {
  return delimiter !== undefined && text.startsWith(delimiter, at);
}

/** At a line end, at the returns of a CRLF (or of the CR CR LF that text-mode copies leave), or at the end of the text. */
function endsRecord(text: string, at: number, { lineEnd }: Dialect): boolean {
  if (at >= text.length || text[at] === lineEnd) return true;
  if (text[at] !== '\r') return false;
  let after = at;
  while (text[after] === '\r') after += 1;
  return after >= text.length || text[after] === '\n';
}

function withoutReturn(text: string, from: number, end: number): string {
  while (end > from && text.charCodeAt(end - 1) === 0x0d) end -= 1;
  return text.slice(from, end);
}

function find(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? Infinity : at;
}
