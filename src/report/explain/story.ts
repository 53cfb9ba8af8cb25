/** An explanation before any format writes it: chapters of facts, sentences and tables. */
import type { ChapterId, ExplainColumnId, FactId } from '../../i18n/explainTexts.ts';
import type { ColumnId, Texts } from '../../i18n/texts.ts';
import { type Cell, type Column, type Section, columns } from '../table.ts';

/** A name and its value. */
export interface Fact {
  readonly id: FactId;
  readonly label: string;
  readonly value: Cell;
}

export interface Chapter {
  readonly id: ChapterId;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Said above the table. */
  readonly sentences: readonly string[];
  readonly table?: Pick<Section, 'columns' | 'rows'>;
}

export interface Story {
  readonly title: string;
  readonly lead: readonly string[];
  readonly chapters: readonly Chapter[];
}

/** What a chapter holds; whatever is absent is empty. */
type Content = Partial<Pick<Chapter, 'facts' | 'sentences' | 'table'>>;

/** A chapter, titled in the language of the report. */
export function chapter(
  id: ChapterId,
  { facts = [], sentences = [], table }: Content,
  texts: Texts,
): Chapter {
  const title = texts.explain.chapters[id];
  return { id, title, facts, sentences, ...(table && table.rows.length > 0 && { table }) };
}

/** Facts in order; those without a value are left out. */
export function facts(
  values: readonly (readonly [id: FactId, value: Cell | undefined])[],
  texts: Texts,
): readonly Fact[] {
  return values.flatMap(([id, value]) =>
    value === undefined || value === null ? [] : [{ id, label: texts.explain.facts[id], value }],
  );
}

const OWN: ReadonlySet<string> = new Set<ExplainColumnId>([
  'end',
  'notice',
  'amount',
  'rule',
  'difference',
  'instead',
  'where',
]);
const FIGURES: ReadonlySet<string> = new Set<ExplainColumnId>(['amount', 'difference']);
const WRAPPING: ReadonlySet<string> = new Set<ExplainColumnId>(['rule', 'instead', 'where']);

/** Columns of the reports' tables, and those that only explanations have. */
export function columnsOf(texts: Texts, ...ids: readonly (ColumnId | ExplainColumnId)[]): readonly Column[] {
  return ids.flatMap(id =>
    OWN.has(id)
      ? {
          id,
          label: texts.explain.columns[id as ExplainColumnId],
          align: FIGURES.has(id) ? ('right' as const) : ('left' as const),
          wraps: WRAPPING.has(id),
        }
      : columns(texts, id as ColumnId),
  );
}
