/** The one neutral table that every format is made from, so that they cannot disagree. */
import type { Day } from '../domain/day.ts';
import type { Cents } from '../domain/money.ts';
import type { QuarterSectionId } from '../i18n/quarterTexts.ts';
import type { ColumnId, SectionId, Texts } from '../i18n/texts.ts';

/** A value, before any format writes it; `null` is an empty cell. */
export type Cell =
  string | null | { readonly day: Day } | { readonly amount: Cents } | { readonly number: number };

export interface Column {
  /** Stable name, for exports read by machines. */
  readonly id: string;
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Text that may wrap when room is short. */
  readonly wraps: boolean;
}

/** How much a row matters to the reader; formats may show it, and never by colour alone. */
export type Emphasis = 'late' | 'soon' | 'none';

export interface TableRow {
  readonly cells: readonly Cell[];
  readonly emphasis: Emphasis;
}

/** What stands above a table. */
export interface Heading {
  readonly id: SectionId | QuarterSectionId;
  readonly title: string;
  /** Sentences. */
  readonly lead: readonly string[];
}

export interface Section extends Heading {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

const NUMBERS: ReadonlySet<ColumnId> = new Set<ColumnId>([
  ...(['annual', 'estimated', 'gain', 'gainLow', 'gainHigh', 'jointAnnual', 'months', 'margin'] as const),
  ...(['contracts', 'tenders', 'coordinates', 'rows', 'duplicates', 'skipped', 'rejected'] as const),
  ...(['launches', 'buyerDays', 'days'] as const),
  ...(['usable', 'over', 'noEnd', 'noAmount', 'toClassify'] as const),
  ...(['tendersFirst', 'tendersSecond', 'gainFirst', 'gainSecond', 'change'] as const),
]);
const WRAPPING: ReadonlySet<ColumnId> = new Set<ColumnId>([
  ...([
    'category',
    'members',
    'member',
    'step',
    'contract',
    'title',
    'supplier',
    'procedure',
    'coordinator',
  ] as const),
  ...([
    'explanation',
    'check',
    'article',
    'stage',
    'lost',
    'reason',
    'problem',
    'remedy',
    'expected',
    'source',
    'assumption',
    'file',
    'value',
    'heading',
    'otherCategories',
    'identifier',
    'reading',
    'outcome',
    'before',
    'after',
  ] as const),
]);

/** The columns of a section, headed in the language of the report. */
export function columns(texts: Texts, ...ids: readonly ColumnId[]): readonly Column[] {
  return ids.map(id => ({
    id,
    label: texts.report.columns[id],
    align: NUMBERS.has(id) ? 'right' : 'left',
    wraps: WRAPPING.has(id),
  }));
}

/** A row of ordinary importance. */
export function row(...cells: readonly Cell[]): TableRow {
  return { cells, emphasis: 'none' };
}
