/**
 * The rulings that can be followed, and what is wrong with the others. Nothing is dropped: a ruling that contradicts a
 * more recent one, or that cannot be followed, is reported with its row.
 */
import type { Category, CategoryId } from '../domain/category.ts';
import { type Day, addMonths } from '../domain/day.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { TenderId } from '../domain/plan.ts';
import type { Ruling } from '../domain/ruling.ts';
import { compareText, fold, slug } from '../domain/text.ts';
import type { SettledKey } from './choose.ts';
import type { Draft } from './drafts.ts';
import type { Ground } from './ground.ts';
import type { PreviousPlan } from './previous.ts';
import { ofKind } from './rules.ts';
import { startIn, tenderPrefix } from './tenderId.ts';

export interface Followed {
  readonly rulings: readonly Ruling[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Drops what contradicts a more recent ruling (by date, then by place) and the starts that no procedure can meet. */
export function followed(
  rulings: readonly Ruling[],
  previous: PreviousPlan | undefined,
  ground: Ground,
): Followed {
  const diagnostics: Diagnostic[] = [];
  const kept: Ruling[] = [];
  for (const ruling of rulings.toSorted(latestFirst)) {
    const other = kept.find(more => contradict(ruling, more));
    if (other) {
      const params = { row: other.at.row ?? 0, file: other.at.file };
      diagnostics.push(diagnostic('RULINGS_CONTRADICT', ruling.at, params));
      continue;
    }
    const window = ruling.kind === 'FIX_START' ? windowOf(ruling.category, ground) : undefined;
    if (
      ruling.kind === 'FIX_START' &&
      window &&
      (ruling.start < window.earliest || ruling.start > window.latest) &&
      !previous?.tenders.some(tender => samePlace(ruling, tender) && tender.start === ruling.start)
    ) {
      diagnostics.push(diagnostic('RULING_START_IMPOSSIBLE', ruling.at, window, ruling.start));
      continue;
    }
    kept.push(ruling);
  }
  return { rulings: kept.toReversed(), diagnostics };
}

function latestFirst(a: Ruling, b: Ruling): number {
  return (
    compareText(b.date ?? '', a.date ?? '') ||
    compareText(b.at.file, a.at.file) ||
    (b.at.row ?? 0) - (a.at.row ?? 0)
  );
}

function windowOf(id: CategoryId, { asOf, settings, categoryOf }: Ground) {
  const category = categoryOf(id);
  if (!category) return undefined;
  return {
    earliest: addMonths(asOf, category.leadMonths),
    latest: addMonths(asOf, settings.lastStartMonths),
  };
}

/** True when both rulings cannot be followed. */
function contradict(a: Ruling, b: Ruling): boolean {
  return clash(a, b) || clash(b, a);
}

function clash(a: Ruling, b: Ruling): boolean {
  switch (a.kind) {
    case 'FIX_START':
      if (b.kind === 'FIX_START') return samePlace(a, b) && a.start !== b.start;
      if (b.kind === 'FORBID_START') return samePlace(a, b) && a.start === b.start;
      return b.kind === 'ACCEPT' && isOf(b.tender, a) && !b.tender.includes(`-${a.start}-`);
    case 'FORBID_START':
      return b.kind === 'ACCEPT' && isOf(b.tender, a) && b.tender.includes(`-${a.start}-`);
    case 'ACCEPT':
      return b.kind === 'REJECT' && a.tender === b.tender;
    case 'WEIGHT':
      return b.kind === 'WEIGHT' && a.category === b.category && a.weight !== b.weight;
    case 'REQUIRE_PARTNER':
      return (
        b.kind === 'EXCLUDE_PARTNER' &&
        overlap(a, b) &&
        [a.member, a.partner].every(m => m === b.member || m === b.partner)
      );
    default:
      return false;
  }
}

type Placed = { readonly category: CategoryId; readonly territory?: string };

function samePlace(a: Placed, b: Placed): boolean {
  const anywhere = a.territory === undefined || b.territory === undefined;
  return a.category === b.category && (anywhere || fold(a.territory!) === fold(b.territory!));
}

function overlap(a: { readonly category?: CategoryId }, b: { readonly category?: CategoryId }): boolean {
  return a.category === undefined || b.category === undefined || a.category === b.category;
}

/** Whether a tender's name says that it is of that category and territory. */
function isOf(tender: TenderId, { category, territory }: Placed): boolean {
  return tender.startsWith(territory === undefined ? `${category}-` : `${category}-${slug(territory)}-`);
}

/** What could not be followed, once everything is chosen. */
export function unfollowed(
  rulings: readonly Ruling[],
  keys: readonly SettledKey[],
  frozen: readonly Draft[],
  previous: PreviousPlan | undefined,
  ground: Ground,
): Diagnostic[] {
  return [
    ...unknownTenders(rulings, keys, previous, ground),
    ...startsWithoutTender(rulings, keys, frozen),
    ...absentPartners(rulings, keys),
  ];
}

function unknownTenders(
  rulings: readonly Ruling[],
  keys: readonly SettledKey[],
  previous: PreviousPlan | undefined,
  ground: Ground,
): Diagnostic[] {
  if (!rulings.some(ruling => 'tender' in ruling)) return [];
  const known = new Set(previous?.tenders.map(({ id }) => id));
  const prefixes = keys.flatMap(({ key }) => prefixesOf(key.category, key.territory, ground));
  return rulings.flatMap(ruling => {
    const tender = 'tender' in ruling ? ruling.tender : undefined;
    if (tender === undefined || known.has(tender) || prefixes.some(prefix => tender.startsWith(prefix)))
      return [];
    const start = startIn(tender);
    if (start !== undefined && isHistory(ruling, start, keys, ground)) return [];
    return [diagnostic('RULING_TENDER_UNKNOWN', ruling.at, {}, tender)];
  });
}

/**
 * What has begun was decided long ago: its contracts are in the registers now. And what was refused, at a start that comes
 * too soon to be planned any more, is as the group wanted it.
 */
function isHistory(
  { kind, ...ruling }: Ruling,
  start: Day,
  keys: readonly SettledKey[],
  ground: Ground,
): boolean {
  if (start <= ground.asOf) return true;
  const tender = 'tender' in ruling ? (ruling.tender ?? '') : '';
  const refused = kind === 'REJECT' || kind === 'OPT_OUT';
  return (
    refused &&
    keys.some(
      ({ key, starts }) =>
        tender.startsWith(tenderPrefix(key.category.id, key.territory, start)) &&
        start < (starts[0]?.day ?? start),
    )
  );
}

function prefixesOf(category: Category, territory: string | undefined, { grid }: Ground): string[] {
  return grid(category).map(({ day }) => tenderPrefix(category.id, territory, day));
}

/** A start that was fixed, or accepted, and at which nothing is made. */
function startsWithoutTender(
  rulings: readonly Ruling[],
  keys: readonly SettledKey[],
  frozen: readonly Draft[],
): Diagnostic[] {
  const made = new Set(
    keys.flatMap(({ key, starts, chosen }) =>
      (chosen?.opened ?? []).map(s => tenderPrefix(key.category.id, key.territory, starts[s]!.day)),
    ),
  );
  const fixed = ofKind(rulings, 'FIX_START').flatMap(ruling => {
    const here = keys.filter(({ key }) => samePlace(ruling, { ...key, category: key.category.id }));
    const any =
      here.some(({ key }) => made.has(tenderPrefix(key.category.id, key.territory, ruling.start))) ||
      frozen.some(
        ({ open: { key }, start }) =>
          samePlace(ruling, { ...key, category: key.category.id }) && start.day === ruling.start,
      );
    return any ? [] : [diagnostic('RULING_WITHOUT_TENDER', ruling.at, { start: ruling.start })];
  });
  const required = ofKind(rulings, 'ACCEPT').flatMap(ruling =>
    keys.flatMap(({ key, rules }) =>
      rules.required.flatMap(start => {
        const prefix = tenderPrefix(key.category.id, key.territory, start);
        if (!ruling.tender.startsWith(prefix) || made.has(prefix)) return [];
        return [diagnostic('RULING_WITHOUT_TENDER', ruling.at, { start }, ruling.tender)];
      }),
    ),
  );
  return [...fixed, ...required];
}

/** A partner that buys nowhere where the member does, a member that has nothing to buy there. */
function absentPartners(rulings: readonly Ruling[], keys: readonly SettledKey[]): Diagnostic[] {
  return ofKind(rulings, 'REQUIRE_PARTNER').flatMap(({ member, partner, category, at }) => {
    const here = keys.filter(
      ({ key, buyers }) =>
        overlap({ ...(category && { category }) }, { category: key.category.id }) && buyers.includes(member),
    );
    if (here.length === 0) return [diagnostic('RULING_MEMBER_ABSENT', at, { member })];
    const together = here.some(({ buyers }) => buyers.includes(partner));
    return together ? [] : [diagnostic('RULING_PARTNER_ABSENT', at, { partner })];
  });
}
