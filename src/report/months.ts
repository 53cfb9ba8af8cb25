/** Time cut into columns of whole calendar months, for timelines made of cells. */
import { type Day, addDays, addMonths, monthOf, yearOf } from '../domain/day.ts';
import type { Bar } from './timeline.ts';

/** A column of a timeline: its first and last day. */
export interface MonthColumn {
  readonly from: Day;
  readonly to: Day;
}

/** Widths that a column may have, in months: the first that fits is taken. */
const SCALES = [1, 2, 3, 6, 12] as const;

/** Months a column so that the span fits in `most` columns, whatever the span is. */
export function scaleFor(span: Pick<Bar, 'from' | 'to'>, most: number): number {
  return SCALES.find(scale => monthColumns(span, scale).length <= most) ?? SCALES.at(-1)!;
}

/** The columns from the month of the first day to that of the last, each of `scale` months. */
export function monthColumns({ from, to }: Pick<Bar, 'from' | 'to'>, scale: number): readonly MonthColumn[] {
  const first = `${from.slice(0, 8)}01` as Day;
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
  return Array.from({ length: Math.ceil(months / scale) }, (_, i) => ({
    from: addMonths(first, i * scale),
    to: addDays(addMonths(first, (i + 1) * scale), -1),
  }));
}

/** Whether a bar is seen in a column. */
export function covers(bar: Bar, column: MonthColumn): boolean {
  return bar.from <= column.to && bar.to >= column.from;
}

/** Whether a bar's last day is in a column. */
export function endsIn(bar: Bar, column: MonthColumn): boolean {
  return bar.to >= column.from && bar.to <= column.to;
}
