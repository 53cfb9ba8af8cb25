/** From evidence to a verdict: the categories by weight, how sure the first is, and what it rests on. */
import { weightOf } from '../../data/evidence.ts';
import {
  type CategoryId,
  type Classification,
  type ClassificationBasis,
  type Confidence,
  OTHER,
  WORKS,
} from '../../domain/category.ts';
import type { Evidence, Feature, Origin, Score } from '../../domain/evidence.ts';
import { compareText } from '../../domain/text.ts';
import { NAMING } from './needs.ts';

/** The categories that have any evidence, heaviest first; equal weights by id, so that runs agree. */
export function scoresOf(evidence: readonly Evidence[]): Score[] {
  const sums = new Map<CategoryId, number>();
  for (const { id, weight } of evidence) sums.set(id, (sums.get(id) ?? 0) + weight);
  return [...sums]
    .map(([id, weight]) => ({ id, weight: Math.round(weight * 1000) / 1000 }))
    .sort((a, b) => b.weight - a.weight || compareText(a.id, b.id));
}

/** The verdict. Too little evidence is told as {@link OTHER}, with the best guess as runner-up: never forced. */
export function verdict(evidence: readonly Evidence[]): Classification {
  const scores = scoresOf(evidence).filter(score => score.weight > 0);
  const [first, second] = scores;
  if (!first || first.weight < weightOf('least-score')) {
    return {
      id: OTHER,
      confidence: 'low',
      basis: 'none',
      ...(first && first.id !== OTHER && { runnerUp: first.id }),
    };
  }
  const also = first.id === WORKS || first.id === OTHER ? [] : alsoNamed(evidence, scores);
  return {
    id: first.id,
    confidence: confidenceOf(scores, also, evidence),
    basis: basisOf(evidence, first.id),
    ...(second && { runnerUp: second.id }),
    ...(also.length > 0 && { also }),
  };
}

function confidenceOf(
  [first, ...others]: readonly Score[],
  also: readonly CategoryId[],
  evidence: readonly Evidence[],
): Confidence {
  // A code alone is never certain: registers hold wrong ones, and nothing else speaks for it.
  const worded = evidence.some(item => item.id === first!.id && item.weight > 0 && item.origin !== 'cpv');
  const weight = first!.weight;
  const lead = weight - (others[0]?.weight ?? 0);
  // Works somewhere in particular, under the name of a trade: an operation, or the trade on demand.
  const doubtful = first!.id !== WORKS && evidence.some(item => item.feature === 'whole-operation');
  const margin = marginFor(first!.id, evidence);
  if (worded && !doubtful && weight >= weightOf('high-score') && lead >= margin) return 'high';
  // A second need of the same contract is no doubt about the first one.
  const rival = others.find(({ id }) => !also.includes(id));
  const clear = weight - (rival?.weight ?? 0) >= weightOf('medium-margin');
  return weight >= weightOf('medium-score') && clear ? 'medium' : 'low';
}

/** How far a category must lead to be certain: further when no code speaks for it, or when one speaks for others. */
function marginFor(id: CategoryId, evidence: readonly Evidence[]): number {
  const codes = evidence.filter(item => item.origin === 'cpv');
  if (codes.some(item => item.id === id)) return weightOf('high-margin');
  const telling = codes.some(item => item.feature === 'cpv-strong' || item.feature === 'cpv-medium');
  return weightOf(telling ? 'high-margin-other-code' : 'high-margin-no-code');
}

/** Where most of the weight for the category comes from. */
function basisOf(evidence: readonly Evidence[], id: CategoryId): ClassificationBasis {
  const byOrigin = new Map<Origin, number>();
  for (const item of evidence) {
    if (item.id === id) byOrigin.set(item.origin, (byOrigin.get(item.origin) ?? 0) + item.weight);
  }
  const [heaviest] = [...byOrigin].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const origin = heaviest?.[0] ?? 'title';
  return origin === 'register' ? 'title' : origin;
}

/**
 * The other needs that the title names in so many words, heavy enough to be needs of their own. What a kind of
 * service is about (a supply of locks, an insurance of vehicles) is not another need.
 */
function alsoNamed(evidence: readonly Evidence[], [first, ...others]: readonly Score[]): CategoryId[] {
  const inTitle = (features: ReadonlySet<Feature>): Set<CategoryId> =>
    new Set(
      evidence.filter(item => item.origin === 'title' && features.has(item.feature)).map(item => item.id),
    );
  const named = inTitle(NAMING);
  const served = inTitle(new Set(['act']));
  const enough = weightOf('also-share') * first!.weight;
  return others
    .filter(({ id, weight }) => id !== WORKS && id !== OTHER && named.has(id) && weight >= enough)
    .filter(({ id }) => !served.has(first!.id) || served.has(id))
    .map(({ id }) => id);
}
