/** The categories that the lead still has to settle, and how what she settles is remembered. */
import type { CategoryId, Confidence } from './category.ts';
import type { Contract } from './contract.ts';
import { compareText, squeeze } from './text.ts';

const UNSURE: readonly Confidence[] = ['low', 'medium'];
/** Characters of a title that a line of configuration shows. */
const TITLE_WIDTH = 80;

/**
 * Contracts whose category is not sure, among those still in force: the least sure first, then the most expensive.
 * What the configuration settles is sure. An amount that is not known counts as nothing.
 */
export function contractsToSettle(contracts: readonly Contract[]): readonly Contract[] {
  return contracts
    .filter(({ status }) => status !== 'ended' && status !== 'terminated')
    .filter(({ category }) => UNSURE.includes(category.confidence))
    .toSorted(
      (a, b) =>
        UNSURE.indexOf(a.category.confidence) - UNSURE.indexOf(b.category.confidence) ||
        (b.amount?.annual ?? 0) - (a.amount?.annual ?? 0) ||
        compareText(a.id, b.id),
    );
}

/** The categories that a contract may well belong to, the likeliest first. */
export function likelyCategories({ category }: Contract): readonly CategoryId[] {
  const { id, runnerUp, also = [] } = category;
  return [...new Set([id, ...(runnerUp ? [runnerUp] : []), ...also])];
}

/**
 * Entries for `categories.contracts` of the configuration (YAML): each contract under the category proposed, with its
 * title and the other likely categories beside it. The lead corrects a word where it is wrong; kept, the next run
 * takes it as settled.
 */
export function settlementLines(contracts: readonly Contract[]): readonly string[] {
  return contracts.map(contract => {
    const [first, ...others] = likelyCategories(contract);
    const title = squeeze(contract.title).slice(0, TITLE_WIDTH);
    return `${JSON.stringify(contract.id)}: ${first} # ${[title, ...others].join(' | ')}`;
  });
}
