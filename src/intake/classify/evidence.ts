/** What a text holds for or against each category, one item of evidence at a time. */
import { ACTS, weightOf } from '../../data/evidence.ts';
import type { CategoryId } from '../../domain/category.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Met } from './lexicon.ts';
import { type Scanned, shown } from './needs.ts';
import { operationEvidence } from './operation.ts';

/**
 * What the words of a text say of the kind of service, and of a one-off operation or upkeep. `named`: the categories
 * that some word names, here or in another text of the line: an insurance family above a fleet of vehicles.
 */
export function serviceEvidence(text: Scanned, named: ReadonlySet<CategoryId>): Evidence[] {
  return [...actEvidence(text, named), ...operationEvidence(text)];
}

/** What the words of a text speak against, among the categories that something else speaks for. */
export function evidenceAgainst(text: Scanned, candidates: ReadonlySet<CategoryId>): Evidence[] {
  return [...exclusionEvidence(text, candidates), ...otherActEvidence(text, candidates)];
}

/** Words of the title that mean another need, each category once. */
function exclusionEvidence({ words, met, origin }: Scanned, candidates: ReadonlySet<CategoryId>): Evidence[] {
  const excluded = new Map<CategoryId, Evidence>();
  for (const one of origin === 'title' ? met : []) {
    if (one.meaning.layer !== 'exclusion') continue;
    const { id } = one.meaning;
    if (!candidates.has(id) || excluded.has(id)) continue;
    const weight = weightOf('exclusion');
    excluded.set(id, { id, feature: 'exclusion', weight, origin, text: shown(words, one) });
  }
  return [...excluded.values()];
}

/** A kind of service speaks against what it does not serve; a family or a heading, only when it says nothing else. */
function otherActEvidence({ words, met, origin }: Scanned, candidates: ReadonlySet<CategoryId>): Evidence[] {
  const speaking = actsMet(met).filter(
    ({ act, one }) => act.against !== 0 && (origin === 'title' || one.to - one.from === words.length),
  );
  return speaking.flatMap(({ act, share, one }) =>
    [...candidates]
      .filter(id => !act.spares.has(id))
      .map(id => ({
        id,
        feature: 'other-act' as const,
        weight: act.against * share,
        origin,
        text: shown(words, one),
      })),
  );
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
