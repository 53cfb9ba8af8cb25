/** What the settings and the group's rulings mean for each key of the search. */
import type { CategoryId } from '../domain/category.ts';
import type { MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { Assumption, CodeParams, TenderId } from '../domain/plan.ts';
import type { Ruling } from '../domain/ruling.ts';
import { fold } from '../domain/text.ts';
import type { Ground } from './ground.ts';
import type { Key, OptOuts } from './keys.ts';
import type { KeyRules } from './openKey.ts';
import type { Released } from './previous.ts';
import { tenderPrefix } from './tenderId.ts';

type Of<Kind extends Ruling['kind']> = Extract<Ruling, { kind: Kind }>;

/** Rulings of one kind. */
export function ofKind<Kind extends Ruling['kind']>(rulings: readonly Ruling[], kind: Kind): Of<Kind>[] {
  return rulings.filter((ruling): ruling is Of<Kind> => ruling.kind === kind);
}

/** Members out of a category: by the configuration, or by a ruling, whose author and reason are given. */
export function optOutsOf({ settings }: Ground, rulings: readonly Ruling[]): OptOuts {
  const ruled = ofKind(rulings, 'OPT_OUT').filter(({ tender }) => tender === undefined);
  return (member, category) => {
    const ruling = ruled.find(r => r.member === member && (r.category ?? category) === category);
    if (ruling) return provenance(ruling);
    return settings.optOut[member]?.includes(category) ? { basis: 'config' } : undefined;
  };
}

/** Who ruled, when and why: what the reports show. */
function provenance({ author, date, reason, at }: Ruling): CodeParams {
  return {
    basis: 'ruling',
    ...(author && { author }),
    ...(date && { date }),
    ...(reason && { reason }),
    ...(at.row !== undefined && { row: at.row }),
  };
}

/** A ruling among the assumptions of the plan: what is ruled, and by whom, when, why, in which row. */
export function assumptionOf(ruling: Ruling): Assumption {
  const { kind, at, author, date, reason, ...subject } = ruling;
  const value = Object.values(subject).join(' ');
  const place = at.row === undefined ? at.file : `${at.file}:${at.row}`;
  return { code: `RULING:${kind}`, value, source: [author, date, reason, place].filter(Boolean).join(' ; ') };
}

/** Weight of a category in the search: 1 without a ruling. */
export function weightOf(category: CategoryId, rulings: readonly Ruling[]): number {
  return ofKind(rulings, 'WEIGHT').find(ruling => ruling.category === category)?.weight ?? 1;
}

/** Tenders that the group has accepted. */
export function acceptedOf(rulings: readonly Ruling[]): ReadonlySet<TenderId> {
  return new Set(ofKind(rulings, 'ACCEPT').map(({ tender }) => tender));
}

/** Whether the group has since taken a member out of a tender of the earlier plan, or refused the tender. */
export function releasedBy(rulings: readonly Ruling[], optOuts: OptOuts): Released {
  const refused = new Set(ofKind(rulings, 'REJECT').map(({ tender }) => tender));
  const outs = ofKind(rulings, 'OPT_OUT');
  return ({ id, category }, member) =>
    refused.has(id) ||
    optOuts(member, category) !== undefined ||
    outs.some(ruling => ruling.member === member && ruling.tender === id);
}

/**
 * The rules of a key. `frozen`: how many of its tenders are already made, which count in J; the accepted ones among
 * them are named, so that they are not asked for twice.
 */
export function keyRules(
  key: Key,
  rulings: readonly Ruling[],
  frozen: readonly TenderId[],
  ground: Ground,
): KeyRules {
  const { settings, grid } = ground;
  const about = (ruling: { category?: CategoryId }): boolean =>
    ruling.category === undefined || ruling.category === key.category.id;
  const here = (ruling: { category: CategoryId; territory?: string }): boolean =>
    about(ruling) && (ruling.territory === undefined || fold(ruling.territory) === fold(key.territory ?? ''));
  const named = (tender: TenderId): Day | undefined =>
    grid(key.category).find(({ day }) => tender.startsWith(tenderPrefix(key.category.id, key.territory, day)))
      ?.day;
  const fixed = ofKind(rulings, 'FIX_START').find(here)?.start;
  const rejected = ofKind(rulings, 'REJECT').flatMap(({ tender }) => named(tender) ?? []);
  const forbidden = ofKind(rulings, 'FORBID_START')
    .filter(here)
    .map(({ start }) => start);
  const required = ofKind(rulings, 'ACCEPT')
    .filter(({ tender }) => !frozen.includes(tender))
    .flatMap(({ tender }) => named(tender) ?? []);
  const outs = new Set(
    ofKind(rulings, 'OPT_OUT').flatMap(({ member, tender }) => {
      const start = tender && named(tender);
      return start ? [`${member} ${start}`] : [];
    }),
  );
  const pairs = (kind: 'EXCLUDE_PARTNER' | 'REQUIRE_PARTNER'): (readonly [MemberId, MemberId])[] =>
    ofKind(rulings, kind)
      .filter(about)
      .map(({ member, partner }) => [member, partner] as const);
  return {
    ...(fixed && { fixed }),
    forbidden: new Set([...forbidden, ...rejected]),
    required: [...new Set(required)],
    apart: [...settings.excludedPairs, ...pairs('EXCLUDE_PARTNER')],
    together: pairs('REQUIRE_PARTNER'),
    ...(outs.size > 0 && { isOut: (member: MemberId, start: Day) => outs.has(`${member} ${start}`) }),
    waves: Math.max(0, settings.tendersPerKey - frozen.length),
  };
}
