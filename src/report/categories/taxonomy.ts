/** The purchasing categories as a table, for the terminal and for spreadsheets, and as JSON. */
import type { Category } from '../../domain/category.ts';
import type { CategoryColumnId } from '../../i18n/categoryTexts.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Cell, type Section, row } from '../table.ts';

/** A table that belongs to no report. */
export type Listing = Pick<Section, 'columns' | 'rows'>;

const BRIEF = ['id', 'label', 'nature', 'reach', 'months', 'jointFit', 'cpv'] as const;
const WHOLE = [...BRIEF, ...(['pattern', 'leadMonths', 'regime', 'startsOn', 'source'] as const)] as const;
const NUMBERS: ReadonlySet<CategoryColumnId> = new Set(['months', 'leadMonths', 'weight']);
const WRAPPING: ReadonlySet<CategoryColumnId> = new Set(['label', 'source', 'reason']);

/** The categories in the order of their table: what fits a screen, or everything that the table knows. */
export function taxonomy(categories: readonly Category[], texts: Texts, extent: 'brief' | 'whole'): Listing {
  const ids: readonly CategoryColumnId[] = extent === 'brief' ? BRIEF : WHOLE;
  return {
    columns: categoryColumns(texts, ids),
    rows: categories.map(category => row(...ids.map(id => cellOf(category, id, texts, extent)))),
  };
}

/** Columns headed in the language of the report. */
export function categoryColumns(texts: Texts, ids: readonly CategoryColumnId[]): Listing['columns'] {
  return ids.map(id => ({
    id,
    label: texts.categories.columns[id],
    align: NUMBERS.has(id) ? 'right' : 'left',
    wraps: WRAPPING.has(id),
  }));
}

function cellOf(category: Category, column: CategoryColumnId, texts: Texts, extent: 'brief' | 'whole'): Cell {
  const { nature, reach, regime, fit } = texts.categories;
  switch (column) {
    case 'id':
      return category.id;
    case 'label':
      return category.label[texts.language];
    case 'nature':
      return nature[category.nature];
    case 'reach':
      return reach[category.reach];
    case 'months':
      return { number: category.usualMonths };
    case 'jointFit':
      return fit[category.jointFit];
    case 'cpv':
      return extent === 'brief' ? (category.cpv[0] ?? null) : category.cpv.join(' ');
    case 'pattern':
      return category.pattern;
    case 'leadMonths':
      return { number: category.leadMonths };
    case 'regime':
      return regime[category.socialRegime];
    case 'startsOn':
      return category.startsOn ?? null;
    default:
      return column === 'source' ? category.source : null;
  }
}
