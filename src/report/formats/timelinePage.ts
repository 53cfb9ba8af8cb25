/** The timeline of the terminal: a line a tender and a contract, a character a month, readable without colour. */
import type { Contract } from '../../domain/contract.ts';
import { monthOf, yearOf } from '../../domain/day.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { BarKind } from '../../i18n/exportTexts.ts';
import { type MonthColumn, covers, endsIn, monthColumns, scaleFor } from '../months.ts';
import { namesOf } from '../names.ts';
import { shortLabel, shortNames } from '../shortNames.ts';
import { type Bar, type Lane, spanOf, timelineOf } from '../timeline.ts';
import type { Page } from './format.ts';
import { wrap } from './grid.ts';

/** All of them stand in the character sets of Windows consoles. */
const SIGNS: Readonly<Record<BarKind, string>> = {
  preparation: '·',
  procedure: '▒',
  joint: '█',
  contract: '─',
  notice: '!',
};
const END = '┤';
/** Where several meet in a column, the last of these is shown: what must be done wins. */
const ORDER: readonly BarKind[] = ['preparation', 'procedure', 'joint', 'contract', 'notice'];
const WIDEST_LABEL = 40;
const LABEL_SHARE = 0.36;
const YEAR_WIDTH = 4;

/** Years above, then the lanes, then what the signs mean; at most as wide as the page. */
export function timelineBlock(outcome: Outcome, page: Page): string {
  const { texts, paint, width } = page;
  const title = paint.heading(texts.report.sections.timeline);
  const lanes = timelineOf(outcome);
  if (lanes.length === 0) return [title, texts.report.nothingToPool].join('\n');
  const label = labelOf(outcome, page);
  const labelWidth = Math.min(WIDEST_LABEL, Math.floor(width * LABEL_SHARE));
  const span = spanOf(outcome);
  const scale = scaleFor(span, width - labelWidth - 1);
  const columns = monthColumns(span, scale);
  const indent = ' '.repeat(labelWidth + 1);
  return [
    title,
    ...wrap(legend(page, scale), width),
    '',
    (indent + yearsOf(columns)).trimEnd(),
    (indent + ticksOf(columns)).trimEnd(),
    ...lanes.map(lane => laneLine(lane, columns, labelWidth, label, page)),
  ].join('\n');
}

function laneLine(
  lane: Lane,
  columns: readonly MonthColumn[],
  labelWidth: number,
  label: Label,
  page: Page,
): string {
  const text = label(lane);
  const cut = (text.length > labelWidth ? `${text.slice(0, labelWidth - 1)}…` : text).padEnd(labelWidth);
  const signs = columns.map(column => signOf(lane.bars, column)).join('');
  return `${lane.contract ? cut : page.paint.heading(cut)} ${signs}`.trimEnd();
}

/** What a line is: a tender, or below it a member and its contract, in short. */
type Label = (lane: Lane) => string;

function labelOf(outcome: Outcome, { texts }: Page): Label {
  const names = namesOf(outcome, texts.language);
  const members = shortNames(outcome.members);
  return ({ tender: { category, territory }, contract }) =>
    contract
      ? `  ${members.get(contract.member) ?? contract.member} ${numberOf(names.contract(contract.id))}`.trimEnd()
      : [shortLabel(names.category(category)), territory && `(${territory})`].filter(Boolean).join(' ');
}

/** `2024-19/2`: the member's number and the lot. */
function numberOf(contract: Contract | undefined): string {
  return [contract?.reference, contract?.lot].filter(Boolean).join('/');
}

function signOf(bars: readonly Bar[], column: MonthColumn): string {
  const seen = bars
    .filter(bar => covers(bar, column))
    .sort((a, b) => ORDER.indexOf(b.kind) - ORDER.indexOf(a.kind))[0];
  if (!seen) return ' ';
  return seen.kind === 'contract' && endsIn(seen, column) ? END : SIGNS[seen.kind];
}

/** `2027` over the column of each January; the year of the first column where there is room before the next. */
function yearsOf(columns: readonly MonthColumn[]): string {
  const firsts = columns.flatMap(({ from }, i) =>
    i === 0 || yearOf(from) !== yearOf(columns[i - 1]!.from) ? [i] : [],
  );
  return firsts.reduce((line, at, i) => {
    const next = firsts[i + 1] ?? columns.length;
    return next - at > YEAR_WIDTH || i === firsts.length - 1
      ? line.padEnd(at) + String(yearOf(columns[at]!.from))
      : line;
  }, '');
}

/** A mark under each January, a smaller one under each quarter. */
function ticksOf(columns: readonly MonthColumn[]): string {
  const begins = ({ from }: MonthColumn, months: readonly number[]): boolean =>
    months.includes(monthOf(from));
  return columns.map(column => (begins(column, [1]) ? '|' : begins(column, [4, 7, 10]) ? '.' : ' ')).join('');
}

function legend({ texts: { exports } }: Page, scale: number): string {
  const { bar, end } = exports;
  return exports.legend([
    `${SIGNS.contract} ${bar.contract}`,
    `${END} ${end}`,
    ...(['notice', 'preparation', 'procedure', 'joint'] as const).map(kind => `${SIGNS[kind]} ${bar[kind]}`),
    exports.scale(scale),
  ]);
}
