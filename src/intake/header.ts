/** Finds the header of a grid: the lines that name most known fields, wherever they are. */
import { isUnit } from '../data/headingWords.ts';
import { knownHeadings, readHeading } from '../data/headings.ts';
import { fold, squeeze } from '../domain/text.ts';
import type { Rows } from './rows.ts';
import type { Row } from './table.ts';

/** Titles above a header may be long; no real export was seen with more. */
const LAST_CANDIDATE = 60;
/** A header has one line, seldom two (a group heading over its parts), rarely three. */
const MOST_LINES = 3;
/** What one more line must bring, in known fields. */
const A_LINE = 0.25;
/** Fewer known headings than this could be words of a title or of data. */
const FEWEST_KNOWN = 2;

/** Where a header stands in the grid's rows, and what its columns are called. */
export interface Header {
  /** Places in the grid's rows of its first and last lines. */
  readonly first: number;
  readonly last: number;
  readonly headings: readonly string[];
}

/**
 * The header among the first rows; `undefined` when none names enough known fields.
 * `alsoKnown`: headings that the configuration names, folded.
 */
export function findHeader(grid: Rows, alsoKnown: ReadonlySet<string> = new Set()): Header | undefined {
  const rows = Array.from(grid.slice(0, LAST_CANDIDATE + MOST_LINES));
  let best: Header | undefined;
  let bestScore = 0;
  // Under a line that is surely a header, another one would be the header of another table.
  const sure = rows.slice(0, LAST_CANDIDATE).findIndex(({ cells }) => surelyHeadings(cells));
  const end = Math.min(rows.length, sure < 0 ? LAST_CANDIDATE : sure + MOST_LINES);
  for (let first = 0; first < end; first += 1) {
    for (let last = first; last < Math.min(first + MOST_LINES, end); last += 1) {
      if (!looksLikeHeadings(rows[last]!.cells)) break;
      const headings = headingsOn(rows.slice(first, last + 1));
      const score = scoreOf(headings, alsoKnown) - A_LINE * (last - first);
      if (score > bestScore) [best, bestScore] = [{ first, last, headings }, score];
    }
  }
  return best && withLegendBelow(best, rows);
}

/**
 * A line below the header that only gives units (« mois », « jj/mm/aaaa », « € HT ») belongs to it; so does one that
 * only numbers the columns, as forms do: `(1)`, `(2)`, `(3)`.
 */
function withLegendBelow(header: Header, rows: readonly Row[]): Header {
  const cells = rows[header.last + 1]?.cells.map(squeeze) ?? [];
  const filled = cells.filter(Boolean);
  if (numbersColumns(filled)) return { ...header, last: header.last + 1 };
  if (filled.length < 2 || !filled.every(isUnit)) return header;
  const headings = header.headings.map((heading, column) => {
    const unit = cells[column]?.replace(/^\((.*)\)$/, '$1');
    return heading && unit ? `${heading} (${unit})` : heading;
  });
  return { ...header, last: header.last + 1, headings };
}

function numbersColumns(filled: readonly string[]): boolean {
  return filled.length > 3 && filled.every((cell, i) => cell.replace(/^[([]|[)\]]$/g, '') === String(i + 1));
}

/** The headings of one line, or of several read downwards. */
export function headingsOn(lines: readonly Row[]): string[] {
  const [top, ...below] = lines.map(({ cells }) => cells.map(squeeze));
  if (!top || !below.length) return top ?? [];
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = below.map(cells => cells[column] ?? '').filter(Boolean);
    return parts.length ? under(groupOver(top, column), parts) : (top[column] ?? '');
  });
}

/**
 * A heading under a group heading: « Durée » over « initiale » is « Durée initiale ». The group is left out when it adds
 * nothing that is known, as « Identification » does over « N° de marché ».
 */
function under(group: string, parts: readonly string[]): string {
  const own = parts.filter((part, i) => part !== parts[i - 1]).join(' ');
  if (!group || group === own) return own;
  const whole = `${group} ${own}`;
  const [read, alone] = [readHeading(whole), readHeading(own)];
  return read?.exact || !alone || (read && !alone.exact) ? whole : own;
}

/** A group heading is written once, over the first of its columns. */
function groupOver(top: readonly string[], column: number): string {
  for (let at = Math.min(column, top.length - 1); at >= 0; at -= 1) {
    if (top[at]) return top[at]!;
  }
  return '';
}

/**
 * How much of a header the headings are: known fields count by their share of all the headings, so that a data row
 * with two telling words does not pass for one.
 */
function scoreOf(headings: readonly string[], alsoKnown: ReadonlySet<string>): number {
  const filled = headings.filter(Boolean);
  const configured = alsoKnown.size ? filled.filter(heading => alsoKnown.has(fold(heading))).length : 0;
  const known = Math.min(filled.length, knownHeadings(filled) + configured);
  if (known < Math.min(FEWEST_KNOWN, alsoKnown.size || FEWEST_KNOWN)) return 0;
  const share = known / filled.length;
  return share < 0.2 ? 0 : known * Math.sqrt(share);
}

/** At least three headings, all but a few known and none only by resemblance: no row of data is like that. */
export function surelyHeadings(cells: readonly string[]): boolean {
  if (!looksLikeHeadings(cells)) return false;
  const filled = cells.filter(cell => cell.trim());
  if (filled.length < 3 || knownHeadings(filled) < Math.max(3, filled.length * 0.6)) return false;
  return filled.every(cell => readHeading(cell)?.exact !== false);
}

/**
 * Short texts, few of them with figures: what a line of headings looks like, and a row of data does not. Years that follow
 * one another (a column for 2026, one for 2027) are headings.
 */
function looksLikeHeadings(cells: readonly string[]): boolean {
  const filled = cells.map(cell => cell.trim()).filter(Boolean);
  const figures = filled.filter(
    (text, at) =>
      text.length > 120 ||
      (/^[\d\s.,/:€%-]+$/.test(text) && !follow(filled[at - 1], text) && !follow(text, filled[at + 1])),
  );
  return filled.length > 0 && figures.length <= filled.length / 4;
}

function follow(year: string | undefined, next: string | undefined): boolean {
  return A_YEAR.test(year ?? '') && A_YEAR.test(next ?? '') && Number(next) === Number(year) + 1;
}
const A_YEAR = /^20\d\d$/;
