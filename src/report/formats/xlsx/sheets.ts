/** The sheets of the workbook that are tables. */
import type { Outcome } from '../../../domain/outcome.ts';
import type { SectionId, Texts } from '../../../i18n/texts.ts';
import { matrixOf } from '../../matrix.ts';
import { namesOf } from '../../names.ts';
import type { Section } from '../../table.ts';
import type { View } from '../../view.ts';
import { type SheetCell, headerCell, sheetCell, textCell } from './cells.ts';
import { columnWidths } from './widths.ts';

/** A sheet, before the library writes it. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows at the top and columns at the left that stay in view; the rows are repeated on each printed page. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Filters on the header. */
  readonly filtered: boolean;
}

const JOINT = { backgroundColor: '#C6E0B4', fontWeight: 'bold' } as const;
const ALONE = { textColor: '#595959' } as const;

/** A section as a sheet: header, then rows, as long as there are. */
export function tableSheet(section: Section, texts: Texts): Sheet {
  const { columns, rows, title } = section;
  return {
    name: sheetName(title),
    rows: [
      columns.map(({ label, align }) => headerCell(label, align)),
      ...rows.map(({ cells, emphasis }) => cells.map(cell => sheetCell(cell, emphasis, texts))),
    ],
    widths: columnWidths(section, texts),
    frozen: { rows: 1, columns: 0 },
    filtered: rows.length > 0,
  };
}

/** Members × categories, the joint purchases standing out. */
export function matrixSheet(section: Section, outcome: Outcome, texts: Texts): Sheet {
  const sheet = tableSheet(section, texts);
  const matrix = matrixOf(outcome, namesOf(outcome, texts.language));
  return {
    ...sheet,
    rows: sheet.rows.map((cells, i) =>
      cells.map((cell, j) => {
        const found = i > 0 && j > 0 ? matrix[i - 1]!.cells[j - 1]! : undefined;
        return cell?.value !== undefined && found
          ? { ...cell, ...(found.joins.length > 0 ? JOINT : ALONE) }
          : cell;
      }),
    ),
    frozen: { rows: 1, columns: 1 },
  };
}

/** What the workbook says in sentences: the title, the figures, what each table rests on. */
export function summarySheet(view: View, shown: readonly SectionId[], texts: Texts): Sheet {
  return sentencesSheet(texts.exports.workbook.summary, view.title, [
    { lead: view.lead },
    ...shown.map(id => view.sections[id]),
  ]);
}

/** A sheet of sentences: a title, then each part's sentences under its own. */
export function sentencesSheet(
  name: string,
  title: string,
  parts: readonly { readonly title?: string; readonly lead: readonly string[] }[],
): Sheet {
  const heading = (text: string): SheetCell[] => [{ ...textCell(text), fontWeight: 'bold' }];
  const sentence = (text: string): SheetCell[] => [{ ...textCell(text), wrap: true, alignVertical: 'top' }];
  return {
    name: sheetName(name),
    rows: [
      [headerCell(title)],
      ...parts.flatMap(part => {
        if (part.lead.length === 0) return [];
        const above = part.title === undefined ? [] : [[null], heading(part.title)];
        return [...above, ...part.lead.map(sentence)];
      }),
    ],
    widths: [110],
    frozen: { rows: 1, columns: 0 },
    filtered: false,
  };
}

/** Most characters of a name that Excel takes. */
const LONGEST_NAME = 31;

/** A name that Excel takes, none of `[ ] : * ? / \\` in it; a title that is too long loses its last words, whole. */
export function sheetName(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (name.length <= LONGEST_NAME) return name;
  const whole = name.slice(0, LONGEST_NAME + 1).replace(/ \S*$/, '');
  // Nor does it end on « du », « et », « dans » or a comma.
  return whole.slice(0, LONGEST_NAME).replace(/(?: \p{L}{1,4}|[ ,;–-])+$/u, '');
}
