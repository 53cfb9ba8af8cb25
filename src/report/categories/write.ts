/** The taxonomy and a reasoning in each form that they can take. */
import type { Category, CategoryId } from '../../domain/category.ts';
import type { Explanation } from '../../domain/evidence.ts';
import { cellValue } from '../formats/cells.ts';
import { csvTable } from '../formats/csv.ts';
import type { RenderOptions } from '../formats/format.ts';
import { grid } from '../formats/grid.ts';
import { paragraph } from '../formats/page.ts';
import { paint } from '../formats/paint.ts';
import { reasons, settlement, verdictLines } from './reasoning.ts';
import { type Listing, taxonomy } from './taxonomy.ts';

export const CATEGORY_FORMATS = ['table', 'csv', 'json'] as const;
export type CategoryFormat = (typeof CATEGORY_FORMATS)[number];

type Options = Pick<RenderOptions, 'texts' | 'width' | 'colour'>;

/** What is explained. */
export interface Explained {
  readonly title: string;
  readonly explanation: Explanation;
  /** Categories that the configuration adds. */
  readonly added: readonly Category[];
}

/** The list of categories. */
export function writeTaxonomy(
  categories: readonly Category[],
  format: CategoryFormat,
  options: Options,
): string {
  if (format === 'json') return json({ categories });
  return write(taxonomy(categories, options.texts, format === 'table' ? 'brief' : 'whole'), format, options);
}

/** One title's reasoning. */
export function writeReasoning(explained: Explained, format: CategoryFormat, options: Options): string {
  const { title, explanation, added } = explained;
  const { classification, evidence, scores } = explanation;
  if (format === 'json') return json({ title, category: classification, scores, evidence });
  const listing = reasons(explanation, options.texts, format === 'table');
  if (format === 'csv') return write(listing, format, options);
  const { categories } = options.texts;
  const page = { ...options, paint: paint(options.colour) };
  const found = listing.rows.length > 0 ? write(listing, format, options) : `${categories.nothingFound}\n`;
  const proposed = proposedFor(explanation);
  return [
    page.paint.heading(title),
    paragraph(verdictLines(explanation, options.texts, added), page),
    '',
    found.trimEnd(),
    ...(proposed ? ['', categories.settle, settlement(title, proposed)] : []),
    '',
  ].join('\n');
}

/** What the lead may confirm with one line; nothing when it is sure, settled already, or beyond guessing. */
function proposedFor({ classification }: Explanation): CategoryId | undefined {
  const { id, basis, confidence, runnerUp } = classification;
  if (basis === 'config' || confidence === 'high') return undefined;
  return basis === 'none' ? runnerUp : id;
}

function write({ columns, rows }: Listing, format: 'table' | 'csv', options: Options): string {
  const { texts, colour } = options;
  if (format === 'table') return `${grid({ columns }, rows, { ...options, paint: paint(colour) })}\n`;
  const records = rows.map(({ cells }) => cells.map(cell => cellValue(cell, texts.format.sheetDay)));
  return csvTable([columns.map(column => column.label), ...records], undefined, texts);
}

function json(value: object): string {
  return `${JSON.stringify({ schemaVersion: 1, ...value }, undefined, 2)}\n`;
}
