/** The needs that a text names, and how firmly. */
import { weightOf } from '../../data/evidence.ts';
import type { CategoryId } from '../../domain/category.ts';
import type { Evidence, Feature, Origin } from '../../domain/evidence.ts';
import type { Met } from './lexicon.ts';
import type { Meaning } from './phrases.ts';
import type { Word } from './words.ts';

/** A text as words, and the phrases of the tables met in it. */
export interface Scanned {
  readonly words: readonly Word[];
  readonly met: readonly Met[];
  readonly origin: Origin;
}

/** Features that name a need precisely. */
export const NAMING: ReadonlySet<Feature> = new Set(['name', 'together', 'abbreviation', 'synonym']);
/** Share of its weight that the second, third… word for one category keeps: they repeat more than they add. */
const REPEATS = [1, 0.4, 0.25, 0.15, 0.1] as const;

/** The words, phrases and short forms of a text that mean a category. */
export function needEvidence({ words, met, origin }: Scanned): Evidence[] {
  const stems = new Set(words.map(word => word.stem));
  const found: Evidence[] = conjunctionsMet(met).map(({ id, parts }) => ({
    id,
    feature: 'together',
    weight: weightOf('together') * nearness(parts.reduce((sum, part) => sum + part.from, 0) / parts.length),
    origin,
    text: parts.map(part => shown(words, part)).join(' + '),
  }));
  for (const one of met) {
    if (one.meaning.layer !== 'need') continue;
    const feature = featureOf(one.meaning, stems);
    const weight = weightOf(feature) * nearness(one.from);
    const from = feature === 'synonym' ? 'config' : origin;
    found.push({ id: one.meaning.id, feature, weight, origin: from, text: shown(words, one) });
  }
  return lessRepeats(precise(found, origin));
}

function featureOf(meaning: Extract<Meaning, { layer: 'need' }>, stems: ReadonlySet<string>): Feature {
  if (meaning.kind !== 'short') return meaning.kind;
  for (const stem of meaning.beside) if (stems.has(stem)) return 'abbreviation';
  return 'abbreviation-alone';
}

/** What is named first is the main need. */
function nearness(from: number): number {
  return Math.max(weightOf('decay-floor'), 1 - weightOf('decay-by-word') * from);
}

/**
 * A broad word is no more than a hint beside a word that names another need, or in the name of a family
 * (« Études », « Véhicules »): families group what is managed together more than what is bought.
 */
function precise(found: readonly Evidence[], origin: Origin): Evidence[] {
  const naming = found.filter(item => NAMING.has(item.feature));
  const share = weightOf('hint') / weightOf('broad');
  return found.map(item => {
    const alone = origin === 'title' && naming.every(other => other.id === item.id);
    return item.feature !== 'broad' || alone ? item : reweighed(item, share, 'hint');
  });
}

function lessRepeats(found: readonly Evidence[]): Evidence[] {
  const seen = new Map<CategoryId, number>();
  const kept: Evidence[] = [];
  for (const item of found.toSorted((a, b) => b.weight - a.weight)) {
    const rank = seen.get(item.id) ?? 0;
    seen.set(item.id, rank + 1);
    kept.push(reweighed(item, REPEATS[rank] ?? REPEATS.at(-1)!));
  }
  return kept;
}

/** The same evidence with a share of its weight. */
export function reweighed(item: Evidence, share: number, feature: Feature = item.feature): Evidence {
  return { ...item, feature, weight: item.weight * share };
}

/** Names in several parts of which every part is met, with where each one is met first. */
function conjunctionsMet(met: readonly Met[]): { readonly id: CategoryId; readonly parts: readonly Met[] }[] {
  const found = new Map<
    string,
    { readonly id: CategoryId; readonly expected: number; readonly parts: Met[] }
  >();
  for (const one of met) {
    if (one.meaning.layer !== 'part') continue;
    const { id, of, part, parts: expected } = one.meaning;
    const whole = found.get(of) ?? { id, expected, parts: [] };
    found.set(of, whole);
    whole.parts[part] ??= one;
  }
  return [...found.values()].filter(({ expected, parts }) => Object.keys(parts).length === expected);
}

/** The words of a phrase, as the text has them. */
export function shown(words: readonly Word[], { from, to }: Met): string {
  return words
    .slice(from, to)
    .map(word => word.text)
    .join(' ');
}
