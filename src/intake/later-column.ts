/** Compares two columns of dates, to tell starts from ends when no heading does. */
import { type Day, daysBetween } from '../domain/day.ts';
import { dateColumn, surveyOf } from './cells/dateColumn.ts';
import { decideOrder } from './cells/dateOrder.ts';
import type { Row, Table } from './table.ts';

/** Contracts last longer than this, in days; a notification and a start are nearer. */
const A_WHILE = 80;
/** How many rows are looked at. */
const SAMPLE = 200;

/** True when most dates of the column are well after those of the other one in the same rows. */
export function isLater(table: Table, column: number, than: number): boolean {
  const rows: Row[] = [];
  for (const row of table.body) {
    if (rows.length === SAMPLE) break;
    rows.push(row);
  }
  const read = (index: number): (Day | undefined)[] => {
    const texts = rows.map(({ cells }) => cells[index] ?? '');
    const survey = surveyOf(texts);
    const settled = dateColumn(survey, decideOrder(survey));
    return texts.map(text => settled.read(text).first);
  };
  const [ends, starts] = [read(column), read(than)];
  const waits = ends.flatMap((end, i) => (end && starts[i] ? [daysBetween(starts[i], end)] : []));
  return waits.length > 0 && waits.filter(days => days > A_WHILE).length > waits.length / 2;
}
