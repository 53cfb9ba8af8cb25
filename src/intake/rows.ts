/** Rows that may be too many to be kept: a short file's are an array, a long one's are cut again from its bytes. */
import type { Row } from './table.ts';

/** Rows in order. Reading one again may cost more than keeping it at hand, and reading them in order is cheapest. */
export interface Rows extends Iterable<Row> {
  readonly length: number;
  /** The row at a place, from 0; `undefined` beyond the last. */
  at(place: number): Row | undefined;
  /** The rows from one place to another, excluded; to the end without it. */
  slice(from: number, to?: number): Rows;
}

/** About so many rows, spread over all of them; all of them when they are fewer. */
export function spread(rows: Rows, wanted: number): Row[] {
  const step = Math.max(1, Math.floor(rows.length / wanted));
  const chosen: Row[] = [];
  for (let place = 0; place < rows.length; place += step) chosen.push(rows.at(place)!);
  return chosen;
}

/** The place of the first row that is as wanted; -1 when none is. */
export function placeOf(rows: Rows, isWanted: (row: Row) => boolean): number {
  let place = 0;
  for (const row of rows) {
    if (isWanted(row)) return place;
    place += 1;
  }
  return -1;
}
