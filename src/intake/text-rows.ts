/**
 * The rows of a delimited text, cut again from its bytes each time that they are read: a million rows need no more
 * memory than their file, and reading a text twice costs less than keeping its cells.
 */
import { type Encoding, PIECE, type Piece, decoded, piecesOf } from './decode.ts';
import { cellsOf, undoubled } from './csv.ts';
import { type Mended, mended } from './mending.ts';
import { ownText } from './own-text.ts';
import { type Dialect, type Record, type Stray, cutRecords } from './records.ts';
import type { Rows } from './rows.ts';
import type { Row } from './table.ts';

/** A text whose encoding and dialect are known. */
export interface DelimitedText {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** Characters at its beginning that are no row. */
  readonly skipped: number;
  /** Bytes taken at a time. */
  readonly size?: number;
}

/** A piece of the text and the records that end in it. */
interface Page extends Piece {
  /** The beginning of its first record, which stands in the piece before. */
  readonly carried: string;
  /** Characters at its beginning that are no row. */
  readonly skipped: number;
  readonly isLast: boolean;
  /** False when reading it again needs no mending. */
  readonly isMended: boolean;
  /** Place of its first row, from 0. */
  readonly first: number;
}

/** What is met when the text is first read through. */
export interface Meeting {
  /** Each quote that was ignored; `row` is the Excel row. */
  readonly stray: (row: number, stray: Stray) => void;
  /** Each row of a page that has characters which cannot be read. */
  readonly damaged: (row: Row) => void;
  /** What was mended in a piece. */
  readonly mended: (counts: Omit<Mended, 'text'>) => void;
}

/** Reads a text through, and gives its rows: those of a short one are kept. */
export function textRows(text: DelimitedText, meeting: Meeting): Rows {
  const kept: Row[] | undefined = text.bytes.length <= (text.size ?? PIECE) ? [] : undefined;
  const { pages, length } = pagesOf(text, meeting, kept);
  if (kept) return kept;
  let open: { readonly page: Page; readonly records: readonly Record[] } | undefined;
  const rowAt = (place: number): Row => {
    if (!open || place < open.page.first || place >= open.page.first + open.records.length) {
      const page = pageWith(place, pages);
      open = { page, records: recordsOf(page, text) };
    }
    return { row: place + 1, cells: cellsOf(open.records[place - open.page.first]!, text.dialect) };
  };
  return someRows(rowAt, 0, length);
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

/** The pages of a text, and how many rows they have together; its rows go to `kept`, when there is one. */
function pagesOf(
  text: DelimitedText,
  meeting: Meeting,
  kept: Row[] | undefined,
): { pages: readonly Page[]; length: number } {
  const { bytes, encoding, dialect, size } = text;
  const pages: Page[] = [];
  let length = 0;
  let carried = '';
  let { skipped } = text;
  const turn = (piece: Piece, isLast: boolean): void => {
    const { text: own, twice, controls } = mended(decoded(bytes, piece, encoding), encoding);
    const isMended = twice + controls > 0;
    if (isMended) meeting.mended({ twice, controls });
    const whole = carried + own;
    const content = whole.slice(skipped);
    const records: Record[] = [];
    const used = cutRecords(content, dialect, isLast, (record, strays) => {
      records.push(record);
      for (const stray of strays) meeting.stray(length + records.length, stray);
    });
    if (records.length === 0) {
      carried = whole;
      return;
    }
    pages.push({ ...piece, carried, skipped, isLast, isMended, first: length });
    const isDamaged = content.includes('\uFFFD');
    if (kept || isDamaged) {
      undoubled(records, dialect);
      for (const [place, record] of records.entries()) {
        const row = { row: length + place + 1, cells: cellsOf(record, dialect) };
        kept?.push(row);
        if (isDamaged) meeting.damaged(row);
      }
    }
    length += records.length;
    carried = ownText(content.slice(used));
    skipped = 0;
  };
  for (const piece of piecesOf(bytes, encoding, size)) turn(piece, false);
  turn({ from: bytes.length, to: bytes.length }, true);
  return { pages, length };
}

/** A page's records, read again. */
function recordsOf(page: Page, { bytes, encoding, dialect }: DelimitedText): readonly Record[] {
  const own = decoded(bytes, page, encoding);
  const content = (page.carried + (page.isMended ? mended(own, encoding).text : own)).slice(page.skipped);
  const records: Record[] = [];
  cutRecords(content, dialect, page.isLast, record => records.push(record));
  undoubled(records, dialect);
  return records;
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
