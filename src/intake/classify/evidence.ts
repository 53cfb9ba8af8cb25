/** What a text holds for or against each category, one item of evidence at a time. */
import { ACTS, weightOf } from '../../data/evidence.ts';
import { type CategoryId, WORKS } from '../../domain/category.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Met } from './lexicon.ts';
import { type Scanned, needEvidence, shown } from './needs.ts';

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
