/** The search over all keys: what each could make, then the best choice under the capacity of the quarters. */
import type { MemberId } from '../domain/contract.ts';
import { type Quarter, yearOf } from '../domain/day.ts';
import { compareText } from '../domain/text.ts';
import { type CoordinationRules, type ToCoordinate, assignCoordinators } from './coordinators.ts';
import { type Draft, membersOf } from './drafts.ts';
import type { JointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import type { Key } from './keys.ts';
import type { KeyRules, OpenKey } from './openKey.ts';
import { type Column, columnsOf } from './search/columns.ts';
import { type MasterSolution, solveMaster } from './search/master.ts';
import type { Choice, MasterProblem } from './search/masterProblem.ts';

/** A key that has been searched: its columns, and the little that is kept of it meanwhile. */
export interface SearchedKey {
  readonly key: Key;
  readonly rules: KeyRules;
  readonly weight: number;
  readonly starts: readonly JointStart[];
  readonly buyers: readonly MemberId[];
  readonly columns: readonly Column[];
}

/** Searches an open key. Only its columns are kept: a large group has too many keys to hold them all open. */
export function searchKey(open: OpenKey, rules: KeyRules, weight: number): SearchedKey {
  const { key, starts, buyers, ready } = open;
  return { key, rules, weight, starts, buyers: buyers.map(({ id }) => id), columns: columnsOf(ready) };
}

/** Launches of each quarter, and what they may be at most. */
export interface Quarters {
  /** Every quarter in which a tender may be launched, ascending. */
  readonly list: readonly Quarter[];
  /** Launches left to the search; `Infinity` without a limit. */
  readonly capacity: readonly number[];
}

/** The quarters of all starts; what frozen tenders use is taken off. */
export function quartersOf(
  keys: readonly SearchedKey[],
  frozen: readonly Draft[],
  { settings }: Ground,
): Quarters {
  const launches = keys.flatMap(({ starts }) => starts.map(({ launch }) => launch));
  const list = [...new Set(launches)].sort(compareText);
  const most = settings.launchesPerQuarter ?? Infinity;
  const used = (quarter: Quarter): number => frozen.filter(({ start }) => start.launch === quarter).length;
  return { list, capacity: list.map(quarter => Math.max(0, most - used(quarter))) };
}

/** The best choice of one column a key, at most; -1 for none. */
export function chooseColumns(
  keys: readonly SearchedKey[],
  quarters: Quarters,
  frozen: readonly Draft[],
  ground: Ground,
): MasterSolution {
  const rank = new Map(quarters.list.map((quarter, q) => [quarter, q]));
  const problem: MasterProblem = {
    capacity: quarters.capacity,
    keys: keys.map(({ columns, weight, starts, rules }) => ({
      bids: columns.map(({ value, upper, opened }) => ({
        value: weighted(value, weight),
        upper: weighted(upper, weight),
        quarters: opened.map(start => rank.get(starts[start]!.launch)!),
      })),
      required: rules.required !== undefined && columns.length > 0,
    })),
  };
  return solveMaster(problem, choice => canBeCoordinated(keys, choice, frozen, ground));
}

function weighted(value: number, weight: number): number {
  return weight === 1 ? value : Math.round(value * weight);
}

function canBeCoordinated(
  keys: readonly SearchedKey[],
  choice: Choice,
  frozen: readonly Draft[],
  ground: Ground,
): boolean {
  const rules = coordinationRules(frozen, ground);
  const tenders = choice.flatMap((bid, k) => {
    const { columns, starts, buyers } = keys[k]!;
    const column = columns[bid];
    if (!column) return [];
    return column.opened.map((start, position): ToCoordinate => ({
      year: yearOf(starts[start]!.launchOn),
      members: buyers.filter((_, m) => (column.masks[m]! >> position) & 1),
      preferred: new Set(),
    }));
  });
  const unlimited = tenders.every(({ members, year }) =>
    members.some(member => rules.limit(member, year) === Infinity),
  );
  return unlimited || assignCoordinators(tenders, rules) !== undefined;
}

/** C, each member's own limit, and what frozen tenders already ask of their coordinators. */
export function coordinationRules(
  frozen: readonly Draft[],
  { settings, members }: Ground,
): CoordinationRules {
  const { launchesPerQuarter, coordinationsPerMember, coordinatesAtMost } = settings;
  const usual =
    coordinationsPerMember ??
    (launchesPerQuarter === null
      ? Infinity
      : Math.ceil((4 * launchesPerQuarter) / Math.max(1, members.length)));
  const taken = (member: MemberId, year?: number): number =>
    frozen.filter(d => d.coordinator === member && (year === undefined || yearOf(d.start.launchOn) === year))
      .length;
  return {
    limit: (member, year) => Math.max(0, (coordinatesAtMost[member] ?? usual) - taken(member, year)),
    load: member => taken(member),
  };
}

/** A coordinator for every draft, in order: those of frozen tenders stay, the others are assigned. */
export function coordinatorsOf(drafts: readonly Draft[], ground: Ground): MemberId[] {
  const frozen = drafts.filter(({ coordinator }) => coordinator !== undefined);
  const open = drafts.filter(({ coordinator }) => coordinator === undefined);
  const tenders = open.map(draft => ({
    year: yearOf(draft.start.launchOn),
    members: membersOf(draft),
    preferred: preferredOf(draft, ground),
  }));
  const rules = coordinationRules(frozen, ground);
  // A frozen tender may have lost its coordinator to nobody's fault: then capacity gives way, not the tender.
  const assigned =
    assignCoordinators(tenders, rules) ?? assignCoordinators(tenders, { ...rules, limit: () => Infinity })!;
  const next = assigned.values();
  return drafts.map(({ coordinator }) => coordinator ?? next.next().value!);
}

function preferredOf(draft: Draft, { settings }: Ground): ReadonlySet<MemberId> {
  const { id } = draft.open.key.category;
  return new Set(membersOf(draft).filter(member => settings.coordinates[member]?.includes(id)));
}
