/** What a text holds for or against each category, one item of evidence at a time. */
import { ACTS, weightOf } from '../../data/evidence.ts';
import { type CategoryId, WORKS } from '../../domain/category.ts';
import type { Evidence, Feature, Origin } from '../../domain/evidence.ts';
import type { Conjunction, Met } from './lexicon.ts';
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

/** What the words of a text speak for: needs, kinds of service, signs of a one-off operation or of upkeep. */
export function evidenceFor(text: Scanned): Evidence[] {
  const needs = needEvidence(text);
  return [...needs, ...actEvidence(text, new Set(needs.map(item => item.id))), ...operationEvidence(text)];
}

/** What the words of a text speak against, among the categories that something else speaks for. */
export function evidenceAgainst(text: Scanned, candidates: ReadonlySet<CategoryId>): Evidence[] {
  const { words, met, origin } = text;
  const evidence: Evidence[] = [];
  const excluded = new Set<CategoryId>();
  for (const one of met) {
    if (one.meaning.layer !== 'exclusion') continue;
    const { id } = one.meaning;
    if (!candidates.has(id) || excluded.has(id)) continue;
    excluded.add(id);
    evidence.push({
      id,
      feature: 'exclusion',
      weight: weightOf('exclusion'),
      origin,
      text: shown(words, one),
    });
  }
  for (const { act, share, one } of actsMet(met)) {
    if (act.against === 0) continue;
    for (const id of candidates) {
      if (act.spares.has(id)) continue;
      evidence.push({
        id,
        feature: 'other-act',
        weight: act.against * share,
        origin,
        text: shown(words, one),
      });
    }
  }
  return evidence;
}

function needEvidence({ words, met, origin }: Scanned): Evidence[] {
  const stems = new Set(words.map(word => word.stem));
  const found: Evidence[] = conjunctionsMet(met).map(({ id, parts }) => ({
    id,
    feature: 'together',
    weight: weightOf('together') * nearness(Math.min(...parts.map(part => part.from))),
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
  return lessRepeats(precise(found));
}

function featureOf(meaning: Extract<Met['meaning'], { layer: 'need' }>, stems: ReadonlySet<string>): Feature {
  if (meaning.kind !== 'short') return meaning.kind;
  for (const stem of meaning.beside) if (stems.has(stem)) return 'abbreviation';
  return 'abbreviation-alone';
}

/** What is named first is the main need. */
function nearness(from: number): number {
  return Math.max(weightOf('decay-floor'), 1 - weightOf('decay-by-word') * from);
}

/** A broad word is no more than a hint beside a word that names another need. */
function precise(found: readonly Evidence[]): Evidence[] {
  const naming = found.filter(item => NAMING.has(item.feature));
  const share = weightOf('hint') / weightOf('broad');
  return found.map(item => {
    const alone = naming.every(other => other.id === item.id);
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

function conjunctionsMet(met: readonly Met[]): { readonly id: CategoryId; readonly parts: readonly Met[] }[] {
  const found = new Map<Conjunction, Met[]>();
  for (const one of met) {
    if (one.meaning.layer !== 'part') continue;
    const parts = found.get(one.meaning.of) ?? [];
    found.set(one.meaning.of, parts);
    parts[one.meaning.part] ??= one;
  }
  return [...found]
    .filter(([{ parts: expected }, parts]) => Object.keys(parts).length === expected)
    .map(([{ id }, parts]) => ({ id, parts }));
}

/** The kinds of service met: the first one, near the title's beginning, counts in full. */
function actsMet(met: readonly Met[]): { act: (typeof ACTS)[number]; share: number; one: Met }[] {
  const seen = new Map<number, { act: (typeof ACTS)[number]; share: number; one: Met }>();
  for (const one of met) {
    if (one.meaning.layer !== 'act' || seen.has(one.meaning.act)) continue;
    const act = ACTS[one.meaning.act]!;
    const order = seen.size === 0 ? 1 : weightOf('act-later');
    const place = one.from < weightOf('act-near-words') ? 1 : act.late;
    seen.set(one.meaning.act, { act, share: order * place, one });
  }
  return [...seen.values()];
}

function actEvidence({ words, met, origin }: Scanned, named: ReadonlySet<CategoryId>): Evidence[] {
  return actsMet(met).flatMap(({ act, share, one }) =>
    [...act.names, ...[...act.supports].filter(([id]) => named.has(id))].map(([id, weight]) => ({
      id,
      feature: 'act' as const,
      weight: weight * share,
      origin,
      text: shown(words, one),
    })),
  );
}

function operationEvidence({ words, met, origin }: Scanned): Evidence[] {
  let room = weightOf('operation-ceiling');
  const evidence: Evidence[] = [];
  for (const one of met) {
    if (one.meaning.layer !== 'operation') continue;
    const opens = one.from < weightOf('opening-words') && one.meaning.weight >= weightOf('opening-least');
    const weight = Math.min(one.meaning.weight + (opens ? weightOf('opening') : 0), room);
    if (weight > 0) room -= weight;
    if (weight === 0) continue;
    evidence.push({
      id: WORKS,
      feature: weight > 0 ? 'one-off' : 'recurring',
      weight,
      origin,
      text: shown(words, one),
    });
  }
  return evidence;
}

function shown(words: readonly Word[], { from, to }: Met): string {
  return words
    .slice(from, to)
    .map(word => word.text)
    .join(' ');
}
