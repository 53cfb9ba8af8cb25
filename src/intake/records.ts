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

/** How a record's cells are told: `BARE`: split; `QUOTED`: some stand whole between quotes; `ODD`: followed one by one. */
type RecordKind = typeof BARE | typeof QUOTED | typeof ODD;
export const BARE = 0;
const QUOTED = 1;
export const ODD = 2;

/** A text cut into records: where each begins and its kind. */
export interface Cut {
  /** Where each record begins, and where one after the last would. */
  readonly starts: Uint32Array;
  readonly kinds: Uint8Array;
  /** How much of the text was cut: less than all when its last record may go on in the next piece. */
  readonly used: number;
  readonly strays: readonly Stray[];
}

/** The cells of an odd record. */
export interface OddRecord {
  /** '' in the places of `escaped`. */
  readonly cells: string[];
  /** Cells with doubled quotes to undo: as they stand, between their quotes. Places from 0. */
  readonly escaped: readonly { readonly place: number; readonly text: string }[];
}

/** A quote that was ignored: the places of its record and of its column, from 0, and the text from the quote on. */
export interface Stray {
  readonly record: number;
  readonly column: number;
  readonly text: string;
}

/** Excel's limit of characters in a cell: a quoted cell that is longer was never closed. */
const LONGEST_CELL = 32_767;

/**
 * Cuts a text into records, `most` at most. The last one is left out when `final` is false and it may go on in the next
 * piece. A blank line is a record, as it is an Excel row.
 */
export function cutRecords(text: string, dialect: Dialect, final: boolean, most = Infinity): Cut {
  const { quote, lineEnd } = dialect;
  const starts: number[] = [];
  const kinds: RecordKind[] = [];
  const strays: Stray[] = [];
  let at = 0;
  let nextQuote = find(text, quote, 0);
  while (at < text.length && starts.length < most) {
    let end = text.indexOf(lineEnd, at);
    if (end === -1) {
      if (!final) break;
      end = text.length;
    }
    if (nextQuote < at) nextQuote = find(text, quote, at);
    let kind: RecordKind = BARE;
    if (nextQuote < end) kind = isSimplyQuoted(text, at, nextQuote, end, dialect) ? QUOTED : ODD;
    if (kind === ODD) {
      const walked = walkRecord(text, at, dialect, final, NONE);
      if (!walked) break;
      for (const stray of walked.strays) strays.push({ record: starts.length, ...stray });
      end = walked.end;
    }
    starts.push(at);
    kinds.push(kind);
    at = end + 1;
  }
  starts.push(at);
  return {
    starts: Uint32Array.from(starts),
    kinds: Uint8Array.from(kinds),
    used: Math.min(at, text.length),
    strays,
  };
}

/** The text of a record of one line, without its line end. */
export function lineOf(text: string, { starts }: Cut, place: number): string {
  return text.slice(starts[place], bareLineEnd(text, starts[place]!, starts[place + 1]! - 1));
}

/** The cells of an odd record of a text cut so. */
export function oddRecord(
  text: string,
  { starts }: Cut,
  place: number,
  dialect: Dialect,
  final: boolean,
): OddRecord {
  return walkRecord(text, starts[place]!, dialect, final, NONE)!.record;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * True for a line whose quotes stand around whole cells, without a quote inside, as nearly all do. `open` is the first.
 */
function isSimplyQuoted(
  text: string,
  start: number,
  open: number,
  lineEnd: number,
  { delimiter, quote, escape, padded }: Dialect,
): boolean {
  if (delimiter === undefined || padded || escape !== quote) return false;
  const end = bareLineEnd(text, start, lineEnd);
  for (let at = open; at < end; at = find(text, quote, at + 1)) {
    if (at !== start && text[at - 1] !== delimiter) return false;
    const close = find(text, quote, at + 1);
    if (close >= end || close - at > LONGEST_CELL) return false;
    if (close + 1 !== end && text[close + 1] !== delimiter) return false;
    at = close;
  }
  return true;
}

interface WalkedRecord {
  readonly record: OddRecord;
  /** Where its line end stands. */
  readonly end: number;
  readonly strays: readonly Omit<Stray, 'record'>[];
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
  const strays: Omit<Stray, 'record'>[] = [];
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
    return { record: { cells, escaped }, end: end === -1 ? text.length : end, strays };
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

/** Where a line ends, its returns left out. */
function bareLineEnd(text: string, from: number, end: number): number {
  let last = end;
  while (last > from && text.charCodeAt(last - 1) === 0x0d) last -= 1;
  return last;
}

function find(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? Infinity : at;
}
