/** The timeline as a sheet: a line a tender and a contract, a column a month, coloured and lettered cells. */
import { type Day, monthOf, yearOf } from '../../../domain/day.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { BarKind } from '../../../i18n/exportTexts.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type MonthColumn, covers, endsIn, monthColumns } from '../../months.ts';
import { type Names, namesOf } from '../../names.ts';
import { type Lane, spanOf, timelineOf } from '../../timeline.ts';
import { type SheetCell, headerCell, textCell } from './cells.ts';
import type { Sheet } from './sheets.ts';

/** Colours that remain distinct for colour-blind readers and in grey, and a sign for those who see none. */
const LOOKS: Readonly<
  Record<BarKind, { readonly sign: string; readonly fill: string; readonly text: string }>
> = {
  contract: { sign: '-', fill: '#D9D9D9', text: '#000000' },
  preparation: { sign: '.', fill: '#DDEBF7', text: '#000000' },
  procedure: { sign: ':', fill: '#9DC3E6', text: '#000000' },
  joint: { sign: '=', fill: '#1F4E79', text: '#FFFFFF' },
  notice: { sign: '!', fill: '#F4B183', text: '#000000' },
};
const END = '|';
/** What is shown where several meet in a month: the last. */
const ORDER: readonly BarKind[] = ['preparation', 'procedure', 'joint', 'contract', 'notice'];
const LEFT_WIDTHS = [14, 24, 40];
const MONTH_WIDTH = 3;

export function ganttSheet(outcome: Outcome, texts: Texts): Sheet {
  const names = namesOf(outcome, texts.language);
  const months = monthColumns(spanOf(outcome), 1);
  const { columns } = texts.report;
  const left = [columns.category, columns.member, columns.contract];
  return {
    name: texts.exports.workbook.gantt,
    rows: [
      [...left.map(() => headerCell('')), ...yearCells(months)],
      [...left.map(label => headerCell(label)), ...months.map(monthCell)],
      ...timelineOf(outcome).map(lane => laneRow(lane, months, names)),
      [],
      ...legendRows(texts),
    ],
    widths: [...LEFT_WIDTHS, ...months.map(() => MONTH_WIDTH)],
    frozen: { rows: 2, columns: left.length },
    filtered: false,
  };
}

/** Each year over its months. */
function yearCells(months: readonly MonthColumn[]): (SheetCell | null)[] {
  return months.map(({ from }, i) => {
    if (i > 0 && yearOf(months[i - 1]!.from) === yearOf(from)) return null;
    const span = months.filter(month => yearOf(month.from) === yearOf(from)).length;
    return { ...headerCell(String(yearOf(from)), 'left'), ...(span > 1 && { columnSpan: span }) };
  });
}

const monthCell = ({ from }: { readonly from: Day }): SheetCell =>
  headerCell(String(monthOf(from)).padStart(2, '0'), 'center');

function laneRow(
  { tender, contract, bars }: Lane,
  months: readonly MonthColumn[],
  names: Names,
): (SheetCell | null)[] {
  const label = (text: string): SheetCell => ({
    ...textCell(text),
    ...(!contract && { fontWeight: 'bold' }),
  });
  return [
    contract ? null : label(names.tender(tender)),
    contract ? label(names.member(contract.member)) : null,
    contract ? label(names.contractLabel(contract.id)) : null,
    ...months.map(month => barCell(bars, month)),
  ];
}

function barCell(bars: Lane['bars'], month: MonthColumn): SheetCell | null {
  const seen = bars
    .filter(bar => covers(bar, month))
    .sort((a, b) => ORDER.indexOf(b.kind) - ORDER.indexOf(a.kind))[0];
  if (!seen) return null;
  const sign = seen.kind === 'contract' && endsIn(seen, month) ? END : LOOKS[seen.kind].sign;
  return filled(seen.kind, sign);
}

function filled(kind: BarKind, sign: string): SheetCell {
  const { fill, text } = LOOKS[kind];
  return { ...textCell(sign), backgroundColor: fill, textColor: text, align: 'center' };
}

function legendRows({ exports }: Texts): (SheetCell | null)[][] {
  const kinds: readonly BarKind[] = ['contract', 'notice', 'preparation', 'procedure', 'joint'];
  return [
    ...kinds.map(kind => [filled(kind, LOOKS[kind].sign), textCell(exports.bar[kind])]),
    [filled('contract', END), textCell(exports.end)],
  ];
}
