/** What a line holds for or against each category, one item of evidence at a time. */
import { ACTS, weightOf } from '../../data/evidence.ts';
import { type CategoryId, WORKS } from '../../domain/category.ts';
import { type Conjunction, type Lexicon, type Met, meet } from './lexicon.ts';
import { type Word, wordsOf } from './words.ts';

/** Where evidence comes from. */
export type Origin = 'title' | 'column' | 'section' | 'cpv' | 'config' | 'register';

/** One reason for (positive weight) or against (negative) a category. */
export interface Evidence {
  readonly id: CategoryId;
  readonly weight: number;
  readonly origin: Origin;
  readonly feature:
    | 'name'
    | 'together'
    | 'broad'
    | 'hint'
    | 'abbreviation'
    | 'abbreviation-alone'
    | 'synonym'
    | 'exclusion'
    | 'act'
    | 'other-act'
    | 'one-off'
    | 'recurring'
    | 'cpv-strong'
    | 'cpv-medium'
    | 'cpv-weak'
    | 'mapped-family'
    | 'nature'
    | 'several-years'
    | 'few-months';
  /** The words, the code or the value that it rests on. */
  readonly text: string;
}

/** Share of its weight that the second, third… word for one category keeps: they repeat more than they add. */
const REPEATS = [1, 0.4, 0.25, 0.15, 0.1] as const;

const NAMING: ReadonlySet<Evidence['feature']> = new Set(['name', 'together', 'abbreviation', 'synonym']);

/** The evidence of a text's words: needs, exclusions, kinds of service, signs of a one-off operation. */
export function evidenceOfText(text: string, origin: Origin, lexicon: Lexicon): Evidence[] {
  const words = wordsOf(text, lexicon.restore);
  const met = meet(words, lexicon);
  const needs = needEvidence(words, met, origin);
  const acts = actEvidence(words, met, new Set(needs.map(item => item.id)), origin);
  const favoured = new Set([...needs, ...acts].filter(item => item.weight > 0).map(item => item.id));
  return [
    ...needs,
    ...met.flatMap(one => exclusionEvidence(one, words, favoured, origin)),
    ...acts,
    ...operationEvidence(words, met, origin),
  ];
}

function needEvidence(words: readonly Word[], met: readonly Met[], origin: Origin): Evidence[] {
  const stems = new Set(words.map(word => word.stem));
  const found: Evidence[] = conjunctionsMet(met).map(({ id, from, text }) => ({
    id,
    feature: 'together',
    weight: weightOf('together') * nearness(from),
    origin,
    text: text.map(one => shown(words, one)).join(' + '),
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

/** A broad word is no more than a hint beside a word that names another need. */
function precise(found: readonly Evidence[]): Evidence[] {
  const naming = found.filter(item => NAMING.has(item.feature));
  return found.map(item => {
    if (item.feature !== 'broad' || naming.every(other => other.id === item.id)) return item;
    const share = weightOf('hint') / weightOf('broad');
    return Object.assign({}, item, { feature: 'hint', weight: item.weight * share });
  });
}

function featureOf(
  meaning: Extract<Met['meaning'], { layer: 'need' }>,
  stems: ReadonlySet<string>,
): 'name' | 'broad' | 'hint' | 'synonym' | 'abbreviation' | 'abbreviation-alone' {
  if (meaning.kind !== 'short') return meaning.kind;
  for (const stem of meaning.beside) if (stems.has(stem)) return 'abbreviation';
  return 'abbreviation-alone';
}

/** What is named first is the main need. */
function nearness(from: number): number {
  return Math.max(weightOf('decay-floor'), 1 - weightOf('decay-by-word') * from);
}

function lessRepeats(found: readonly Evidence[]): Evidence[] {
  const seen = new Map<CategoryId, number>();
  const kept: Evidence[] = [];
  for (const item of found.toSorted((a, b) => b.weight - a.weight)) {
    const rank = seen.get(item.id) ?? 0;
    seen.set(item.id, rank + 1);
    kept.push({ ...item, weight: item.weight * (REPEATS[rank] ?? REPEATS.at(-1)!) });
  }
  return kept;
}

function conjunctionsMet(met: readonly Met[]): { id: CategoryId; from: number; text: Met[] }[] {
  const parts = new Map<Conjunction, Map<number, Met>>();
  for (const one of met) {
    if (one.meaning.layer !== 'part') continue;
    const found = parts.get(one.meaning.of) ?? new Map<number, Met>();
    parts.set(one.meaning.of, found);
    if (!found.has(one.meaning.part)) found.set(one.meaning.part, one);
  }
  return [...parts]
    .filter(([conjunction, found]) => found.size === conjunction.parts)
    .map(([{ id }, found]) => ({
      id,
      from: Math.min(...[...found.values()].map(one => one.from)),
      text: [...found].sort((a, b) => a[0] - b[0]).map(([, one]) => one),
    }));
}

function exclusionEvidence(
  one: Met,
  words: readonly Word[],
  favoured: ReadonlySet<CategoryId>,
  origin: Origin,
): Evidence[] {
  if (one.meaning.layer !== 'exclusion' || !favoured.has(one.meaning.id)) return [];
  return [
    {
      id: one.meaning.id,
      feature: 'exclusion',
      weight: weightOf('exclusion'),
      origin,
      text: shown(words, one),
    },
  ];
}

/** The kind of service: the first one named counts in full, those after it for less. */
function actEvidence(
  words: readonly Word[],
  met: readonly Met[],
  named: ReadonlySet<CategoryId>,
  origin: Origin,
): Evidence[] {
  const evidence: Evidence[] = [];
  const seen = new Set<number>();
  for (const one of met) {
    if (one.meaning.layer !== 'act' || seen.has(one.meaning.act)) continue;
    const share = seen.size === 0 ? 1 : weightOf('act-later');
    seen.add(one.meaning.act);
    const act = ACTS[one.meaning.act]!;
    const text = shown(words, one);
    for (const [id, weight] of act.weights)
      evidence.push({ id, feature: 'act', weight: weight * share, origin, text });
    if (act.against === 0) continue;
    for (const id of [...named, WORKS]) {
      if (act.spares.has(id)) continue;
      evidence.push({ id, feature: 'other-act', weight: act.against * share, origin, text });
    }
  }
  return evidence;
}

function operationEvidence(words: readonly Word[], met: readonly Met[], origin: Origin): Evidence[] {
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
