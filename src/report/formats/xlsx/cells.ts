/** Cells of the workbook: real dates and numbers with their formats; a text is a text, never a formula. */
import { type Day, dayNumber, day as dayOf } from '../../../domain/day.ts';
import { euros } from '../../../domain/money.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Cell, Emphasis } from '../../table.ts';

/** A cell as the writing library takes it: typed, so that nothing is guessed. */
export interface SheetCell {
  readonly value?: string | number;
  readonly type?: StringConstructor | NumberConstructor;
  readonly format?: string;
  readonly fontWeight?: 'bold';
  readonly textColor?: string;
  readonly backgroundColor?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly alignVertical?: 'top' | 'center';
  readonly wrap?: boolean;
  /** Of the row, in points. */
  readonly height?: number;
  readonly columnSpan?: number;
  readonly bottomBorderStyle?: 'thin';
  readonly bottomBorderColor?: string;
}

/** Excel holds no more in a cell, and repairs a file that does. */
const LONGEST_TEXT = 32_767;
/** Excel counts days from this one. */
const SERIAL_ZERO = dayNumber(dayOf('1899-12-30'));
/** A line under each row, to follow it across a wide sheet. */
const BODY: SheetCell = {
  alignVertical: 'top',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#D9D9D9',
};
const LOOKS: Readonly<Record<Emphasis, SheetCell>> = {
  late: { ...BODY, fontWeight: 'bold', textColor: '#9C0006' },
  soon: { ...BODY, fontWeight: 'bold', textColor: '#7F4F00' },
  none: BODY,
};
const HEADER = { backgroundColor: '#1F3864', textColor: '#FFFFFF' } as const;

/** The number by which Excel knows a day. */
export function serialOf(day: Day): number {
  return dayNumber(day) - SERIAL_ZERO;
}

/** A cell of a table; its row's emphasis shows in bold and colour. */
export function sheetCell(cell: Cell, emphasis: Emphasis, { exports: { workbook } }: Texts): SheetCell {
  const look = LOOKS[emphasis];
  if (cell === null || cell === '') return BODY;
  if (typeof cell === 'string') return { ...textCell(cell), ...look, wrap: true };
  if ('day' in cell)
    return { value: serialOf(cell.day), type: Number, format: workbook.day, align: 'center', ...look };
  return 'amount' in cell
    ? { value: euros(cell.amount), type: Number, format: workbook.money, ...look }
    : {
        value: cell.number,
        type: Number,
        format: Number.isInteger(cell.number) ? '#,##0' : '#,##0.0',
        ...look,
      };
}

export function textCell(text: string): SheetCell {
  return { value: writable(text), type: String, format: '@' };
}

/**
 * A text that comes back from the file as it is: `_x0041_` would be read as `A` (ECMA-376, ST_Xstring); the writing
 * library drops U+FFFD, which stands for a lost character, and numbers texts in a plain object, so that one named
 * `constructor` would break the workbook.
 */
function writable(text: string): string {
  const kept = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\uFFFD', '?');
  if (kept in Object.prototype) return `${kept} `;
  return kept.length > LONGEST_TEXT ? `${kept.slice(0, LONGEST_TEXT - 1)}…` : kept;
}

export function headerCell(text: string, align: 'left' | 'center' | 'right' = 'left'): SheetCell {
  return { ...textCell(text), ...HEADER, fontWeight: 'bold', align, alignVertical: 'center', wrap: true };
}
