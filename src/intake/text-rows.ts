/**
 * The rows of a delimited text. A short one's are kept; of a long one, the text is, and where its rows begin: a row's
 * cells take several times its text, and are cut again in less time than they would take to be kept.
 */
import { cellsReader } from './csv.ts';
import { type Encoding, PIECE, decoded, piecesOf } from './decode.ts';
import { type Mended, mended } from './mending.ts';
import { ownText } from './own-text.ts';
import { type Cut, type Dialect, type Stray, cutRecords } from './records.ts';
import type { Rows } from './rows.ts';
import type { Row } from './table.ts';

/** A text whose encoding and dialect are known. */
export interface DelimitedText {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** Characters at its beginning that are no row. */
  readonly skipped: number;
  /** Bytes decoded at a time. */
  readonly size?: number;
}

/** What is met when the text is read through. */
export interface Meeting {
  /** Each quote that was ignored; `row` is the Excel row. */
  readonly stray: (row: number, stray: Stray) => void;
  /** Each row of a page that has characters which cannot be read. */
  readonly damaged: (row: Row) => void;
  /** How many rows were read so far. */
  readonly read: (rows: number) => void;
  /** What was mended in a piece. */
  readonly mended: (counts: Omit<Mended, 'text'>) => void;
}

/** A part of the text, of whole records. */
interface Page {
  readonly content: string;
  readonly cut: Cut;
  readonly isLast: boolean;
  /** Place of its first row, from 0. */
  readonly first: number;
}

/** Reads a text through, and gives its rows. */
export function textRows(text: DelimitedText, meeting: Meeting): Rows {
  const pages: Page[] = [];
  let length = 0;
  for (const page of pagesOf(text, meeting)) {
    pages.push(page);
    length += page.cut.kinds.length;
    meeting.read(length);
  }
  const rowAt = reader(pages, text.dialect);
  const rows = someRows(rowAt, 0, length);
  return text.bytes.length <= (text.size ?? PIECE) ? [...rows] : rows;
}

/** The pages of a text, in order. */
function* pagesOf(
  { bytes, encoding, dialect, size, ...text }: DelimitedText,
  meeting: Meeting,
): Generator<Page> {
  let carried = '';
  let first = 0;
  let { skipped } = text;
  const pageOf = (own: string, isLast: boolean): Page | undefined => {
    const whole = carried + own;
    const content = whole.slice(skipped);
    const cut = cutRecords(content, dialect, isLast);
    if (cut.kinds.length === 0) {
      carried = whole;
      return undefined;
    }
    for (const stray of cut.strays) meeting.stray(first + stray.record + 1, stray);
    const page = { content, cut, isLast, first };
    if (content.includes('\uFFFD')) lookAt(page, dialect, meeting);
    first += cut.kinds.length;
    carried = ownText(content.slice(cut.used));
    skipped = 0;
    return page;
  };
  for (const piece of piecesOf(bytes, encoding, size)) {
    const { text: own, ...counts } = mended(decoded(bytes, piece, encoding), encoding);
    if (counts.twice + counts.controls > 0) meeting.mended(counts);
    const page = pageOf(own, false);
    if (page) yield page;
  }
  const last = pageOf('', true);
  if (last) yield last;
}

function lookAt({ content, cut, isLast, first }: Page, dialect: Dialect, meeting: Meeting): void {
  const cellsAt = cellsReader(content, cut, dialect, isLast);
  for (let place = 0; place < cut.kinds.length; place += 1)
    meeting.damaged({ row: first + place + 1, cells: cellsAt(place) });
}

/** Reads the row at any place; the quickest in order, for one page is at hand at a time. */
function reader(pages: readonly Page[], dialect: Dialect): (place: number) => Row {
  let [first, end] = [0, 0];
  let cellsAt: (place: number) => string[];
  return place => {
    if (place < first || place >= end) {
      const page = pageWith(place, pages);
      [first, end] = [page.first, page.first + page.cut.kinds.length];
      cellsAt = cellsReader(page.content, page.cut, dialect, page.isLast);
    }
    return { row: place + 1, cells: cellsAt(place - first) };
  };
}

/** The page that a row stands in. */
function pageWith(place: number, pages: readonly Page[]): Page {
  let [low, high] = [0, pages.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pages[middle]!.first <= place) low = middle;
    else high = middle - 1;
  }
  return pages[low]!;
}

/** The rows from `from` to `to`, excluded. */
function someRows(rowAt: (place: number) => Row, from: number, to: number): Rows {
  const length = to - from;
  const inside = (place: number): number => from + Math.min(place, length);
  return {
    length,
    at: place => (place < length ? rowAt(from + place) : undefined),
    slice: (first, last = length) => someRows(rowAt, inside(first), Math.max(inside(first), inside(last))),
    *[Symbol.iterator]() {
      for (let place = from; place < to; place += 1) yield rowAt(place);
    },
  };
}
