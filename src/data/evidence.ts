/** What speaks for a category beside its own words: acts, operations, CPV codes, and how much each thing weighs. */
import type { CategoryId } from '../domain/category.ts';
import { OPERATION_SIGNS, cpvMeanings, shortened } from './evidence.built.ts';
import { itemsOf } from './items.ts';
import acts from './tables/acts.csv';
import weights from './tables/weights.csv';

/** A kind of service (insurance, training, design…) that decides more than the thing it is about. */
export interface Act {
  readonly id: string;
  readonly words: readonly string[];
  /** What it speaks for by itself. */
  readonly names: ReadonlyMap<CategoryId, number>;
  /** What it speaks for when another word names it: a supply of vehicles, an insurance of liability. */
  readonly supports: ReadonlyMap<CategoryId, number>;
  /** Weight, negative, against every category that it does not spare. */
  readonly against: number;
  readonly spares: ReadonlySet<CategoryId>;
  /** Share of its weights that it keeps when it is named late in the title. */
  readonly late: number;
}

export const ACTS: readonly Act[] = acts.map(line => ({
  id: line['act']!,
  words: itemsOf(line['words'], ';'),
  names: new Map(itemsOf(line['for'], ' ').map(pair => weighted(pair))),
  supports: new Map(itemsOf(line['with'], ' ').map(pair => weighted(pair))),
  against: Number(line['against']),
  spares: new Set(itemsOf(line['spares'], ' ') as CategoryId[]),
  late: Number(line['late']),
}));

/**
 * What a word tells of an operation. `works`: what is done once; `lot`: a trade, when it stands after « lot »;
 * `place`, `count`: where, and of how many dwellings. `frame`: an agreement for orders to come; `upkeep`: what is
 * done again and again; `spread`: the whole of the landlord's property.
 */
export type SignKind = 'works' | 'lot' | 'place' | 'count' | 'frame' | 'upkeep' | 'spread';

/** Words of a one-off operation (positive weight) and of a recurring need (negative). */
export interface OperationSign {
  readonly words: string;
  readonly kinds: readonly SignKind[];
  readonly weight: number;
}

export { OPERATION_SIGNS };

/** Words as registers cut them short, folded: `maint` → `maintenance`, `lgts` → `logements`. */
export const SHORTENED: ReadonlyMap<string, string> = new Map(shortened);

export type CpvStrength = 'strong' | 'medium' | 'weak';

/** CPV codes, or their first digits, with what they mean; the longest that fits a code applies. */
export const CPV_MEANINGS: ReadonlyMap<string, readonly (readonly [CategoryId, CpvStrength])[]> = new Map(
  cpvMeanings,
);

const WEIGHTS: ReadonlyMap<string, number> = new Map(
  weights.map(line => [line['feature']!, Number(line['value'])] as const),
);

/** The weight of a feature, from `tables/weights.csv`. Throws when the table has none: a mistake of ours. */
export function weightOf(feature: string): number {
  const value = WEIGHTS.get(feature);
  if (value === undefined || Number.isNaN(value)) throw new RangeError(`no weight for ${feature}`);
  return value;
}

function weighted(pair: string): [CategoryId, number] {
  const [id = '', weight = ''] = pair.split(':');
  return [id as CategoryId, Number(weight)];
}
