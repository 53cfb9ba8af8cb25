/** Why a title is classed as it is: each reason with its weight, what they add up to, how to settle it. */
import { categoryLookup } from '../../data/categories.ts';
import { type Category, type CategoryId, OTHER } from '../../domain/category.ts';
import type { Evidence, Explanation } from '../../domain/evidence.ts';
import { compareText } from '../../domain/text.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Cell, row } from '../table.ts';
import { type Listing, categoryColumns } from './taxonomy.ts';

/** Categories of which the reasons are shown: the first, and those that came nearest. */
const SHOWN = 4;

/** The answer in sentences. */
export function verdictLines(
  { classification }: Explanation,
  texts: Texts,
  added: readonly Category[],
): readonly string[] {
  const { categories, report, format } = texts;
  const { id, confidence, basis, runnerUp, also = [], oneOff } = classification;
  const name = nameOf(texts, added);
  return [
    basis === 'none'
      ? `${name(OTHER)}. ${categories.undecided}`
      : categories.verdict({
          category: name(id),
          confidence: report.confidence[confidence],
          basis: categories.basis[basis],
        }),
    ...(runnerUp ? [categories.runnerUp(name(runnerUp))] : []),
    ...(also.length > 0 ? [categories.also(format.list(also.map(name)))] : []),
    ...(oneOff ? [categories.oneOff] : []),
  ];
}

/**
 * The reasons for and against the likeliest categories, each one under its sum, the weightiest first.
 * `asText`: with a sign, as people read weights; otherwise as numbers that a spreadsheet adds up.
 */
export function reasons({ evidence, scores }: Explanation, texts: Texts, asText: boolean): Listing {
  const { categories } = texts;
  const weight = (value: number): Cell =>
    asText ? signed(value, texts.format.decimal) : { number: Math.round(value * 10) / 10 };
  const rows = scores.slice(0, SHOWN).flatMap(score => [
    row(score.id, weight(score.weight), categories.total, null),
    ...evidence
      .filter(item => item.id === score.id)
      .toSorted(byWeight)
      .map(item =>
        row(
          null,
          weight(item.weight),
          categories.feature[item.feature](item.text),
          categories.origin[item.origin],
        ),
      ),
  ]);
  return { columns: categoryColumns(texts, ['id', 'weight', 'reason', 'origin']), rows };
}

/** Lines of configuration by which the title is settled for every landlord of the group. */
export function settlement(title: string, id: CategoryId): string {
  return ['categories:', '  synonyms:', `    ${JSON.stringify(title)}: ${id}`].join('\n');
}

function nameOf({ language }: Texts, added: readonly Category[]): (id: CategoryId) => string {
  const categoryOf = categoryLookup(added);
  return id => `${id} (${categoryOf(id)?.label[language] ?? id})`;
}

function byWeight(a: Evidence, b: Evidence): number {
  return b.weight - a.weight || compareText(a.feature, b.feature) || compareText(a.text, b.text);
}

function signed(weight: number, decimal: string): string {
  const size = Math.abs(weight).toFixed(1).replace('.', decimal);
  return `${weight < 0 ? '−' : '+'}${size}`;
}
