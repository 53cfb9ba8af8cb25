/** The purchasing categories of `tables/categories.csv`, typed: the table that a buyer reads and edits. */
import type {
  AddedCategory,
  Category,
  CategoryId,
  CategoryWords,
  Nature,
  Reach,
} from '../domain/category.ts';
import { itemsOf } from './items.ts';
import rows from './tables/categories.csv';

type Line = Readonly<Record<string, string>>;

/** Every category, in the order of the table (specific needs and `WORKS`, `OTHER` last). */
export const CATEGORIES: readonly Category[] = rows.map(categoryOf);

/** Every category with the words that name it. */
export function categoryEntries(): readonly AddedCategory[] {
  return rows.map((line, at) => ({ category: CATEGORIES[at]!, words: wordsOf(line) }));
}

const BY_ID: ReadonlyMap<string, Category> = new Map(CATEGORIES.map(category => [category.id, category]));

/** The category with that id; `undefined` when the table has none (it may be one that the configuration adds). */
export function categoryById(id: string): Category | undefined {
  return BY_ID.get(id);
}

/** The category with an id, among those of the table and those that the configuration adds. */
export function categoryLookup(added: readonly Category[] = []): (id: CategoryId) => Category | undefined {
  const own = new Map(added.map(category => [category.id, category]));
  return id => own.get(id) ?? BY_ID.get(id);
}

/**
 * A category of the group's own, from what its configuration says; what it leaves out takes the defaults of
 * `OTHER`, but it is a candidate for joint purchase. `words` name the need in titles.
 */
export function addedCategory(
  stated: Partial<Category> & { readonly id: CategoryId; readonly label: Category['label'] },
  words: readonly string[],
): AddedCategory {
  const other = BY_ID.get('OTHER')!;
  const maximumMonths = Math.max(stated.maximumMonths ?? other.maximumMonths, stated.usualMonths ?? 0);
  return {
    category: { ...other, cpv: [], jointFit: 2, source: 'configuration', ...stated, maximumMonths },
    words: { names: words, broad: [], hints: [], abbreviations: [], exclusions: [] },
  };
}

function categoryOf(line: Line): Category {
  return {
    id: line['id'] as CategoryId,
    label: { fr: text(line, 'label_fr'), en: text(line, 'label_en') },
    nature: text(line, 'nature') as Nature,
    reach: text(line, 'reach') as Reach,
    socialRegime: text(line, 'social_regime') as Category['socialRegime'],
    cpv: itemsOf(line['cpv'], ' '),
    usualMonths: Number(line['usual_months']),
    minimumMonths: Number(line['min_months']),
    maximumMonths: Number(line['max_months']),
    pattern: text(line, 'pattern'),
    leadMonths: Number(line['lead_months']),
    jointFit: Number(line['joint_fit']) as Category['jointFit'],
    ...(line['starts_on'] && { startsOn: line['starts_on'] }),
    source: text(line, 'source'),
  };
}

function wordsOf(line: Line): CategoryWords {
  return {
    names: itemsOf(line['names']),
    broad: itemsOf(line['broad']),
    hints: itemsOf(line['hints']),
    abbreviations: itemsOf(line['abbreviations']).map(abbreviationOf),
    exclusions: itemsOf(line['exclusions']),
  };
}

/** `EV: tonte | élagage` → the short form, and the words beside which it has this meaning. */
function abbreviationOf(written: string): CategoryWords['abbreviations'][number] {
  const [short = '', beside = ''] = written.split(':');
  return { short: short.trim(), beside: itemsOf(beside, '|') };
}

function text(line: Line, column: string): string {
  return line[column] ?? '';
}
