/** Cells as text, for formats that only have text. */
import type { Day } from '../../domain/day.ts';
import { euros } from '../../domain/money.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Cell } from '../table.ts';

/** A cell as people read it in the language of the report. */
export function cellText(cell: Cell, { format }: Texts): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('day' in cell) return format.day(cell.day);
  return 'amount' in cell ? format.money(cell.amount) : format.number(cell.number);
}

/** A cell as a value that a spreadsheet computes with: numbers stay numbers, amounts are euros. */
export function cellValue(cell: Cell, dayText: (day: Day) => string): string | number {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if ('day' in cell) return dayText(cell.day);
  return 'amount' in cell ? euros(cell.amount) : cell.number;
}
