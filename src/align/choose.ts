/** The search over all keys: what each could make, then the best choice under the capacity of the quarters. */
import type { MemberId } from '../domain/contract.ts';
import { type Quarter, yearOf } from '../domain/day.ts';
import { compareText } from '../domain/text.ts';
import {
  type CoordinationRules,
  type Shortage,
  type ToCoordinate,
  assignCoordinators,
} from './coordinators.ts';
import { type Draft, membersOf } from './drafts.ts';
import type { JointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import type { Key } from './keys.ts';
import type { KeyRules, OpenKey } from './openKey.ts';
import { type Column, columnsOf } from './search/columns.ts';
import { type Continuity, placeOf } from './previous.ts';
import { type MasterSolution, solveMaster } from './search/master.ts';
import type { Choice, MasterProblem } from './search/masterProblem.ts';
import { withoutRequired } from './search/problem.ts';

/** A key that has been searched: its columns, and the little that is kept of it meanwhile. */
export interface SearchedKey {
  readonly key: Key;
  readonly rules: KeyRules;
  readonly weight: number;
  readonly starts: readonly JointStart[];
  readonly buyers: readonly MemberId[];
  readonly columns: readonly Column[];
  /** The columns all have the tenders that the group has accepted: one of them is to be chosen. */
  readonly required: boolean;
}

/**
 * Searches an open key. Only its columns are kept: a large group has too many keys to hold them all open. When the
 * tenders that the group has accepted cannot all be made, none is required: the key makes its best, and a report says so.
 */
export function searchKey(open: OpenKey, weight: number): SearchedKey {
  const { key, rules, starts, buyers, ready } = open;
  const asked = columnsOf(ready);
  const required = ready.problem.required.length > 0 && asked.length > 0;
  const columns =
    required || ready.problem.required.length === 0
      ? asked
      : columnsOf({ ...ready, problem: withoutRequired(ready.problem) });
  return { key, rules, weight, starts, buyers: buyers.map(({ id }) => id), columns, required };
}

/** A key once everything is chosen: what is made of it, and what would be if every quarter had room. */
export interface SettledKey extends Pick<SearchedKey, 'key' | 'rules' | 'weight' | 'starts' | 'buyers'> {
  readonly chosen?: Column;
  readonly best?: Column;
}

/** The keys under a choice; the other columns, which take most of the memory, are let go. */
export function underChoice(searched: readonly SearchedKey[], choice: Choice): SettledKey[] {
  return searched.map(({ key, rules, weight, starts, buyers, columns }, k) => {
    const chosen = columns[choice[k]!];
    const best = columns.reduce<Column | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined);
    return { key, rules, weight, starts, buyers, ...(chosen && { chosen }), ...(best && { best }) };
  });
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

/** A limit on the tenders, launched in a year, that only some members could coordinate. */
interface CoordinationLimit extends Shortage {
  readonly capacity: number;
}

/** Rounds of cuts after which the plan is made to fit by giving tenders up. */
const CUTS = 40;

/**
 * The best choice of one column a key, at most (−1 for none), such that every tender can be coordinated. Solved
 * without looking at who coordinates; when some members are short, what they can carry becomes a limit of its own and
 * the choice is made again. The bound is that of the first solution, which supposed nothing of these limits but the
 * total of each year: it holds for all plans, and may then lie above the value.
 */
export function chooseColumns(
  keys: readonly SearchedKey[],
  quarters: Quarters,
  frozen: readonly Draft[],
  ground: Ground,
): MasterSolution {
  const rules = coordinationRules(frozen, ground);
  const limits = yearLimits(keys, rules);
  // Tenders that the group asks for may be too many for a quarter: then none is forced, and the report says which fail.
  const asked = solveMaster(masterProblem(keys, quarters, limits));
  const forced = keys.every(({ required }, k) => !required || asked.choice[k]! >= 0);
  const first = forced ? asked : solveMaster(masterProblem(keys, quarters, limits, false));
  let solution = first;
  for (let round = 0; ; round += 1) {
    const short = shortageOf(keys, solution.choice, rules);
    if (!short) return { ...solution, bound: Math.max(first.bound, solution.value) };
    if (round === CUTS) return { ...givenUp(keys, solution, rules), bound: first.bound };
    limits.push(limitOf(short, rules));
    solution = solveMaster(masterProblem(keys, quarters, limits, forced));
  }
}

function masterProblem(
  keys: readonly SearchedKey[],
  { list, capacity }: Quarters,
  limits: readonly CoordinationLimit[],
  forced = true,
): MasterProblem {
  const rank = new Map(list.map((quarter, q) => [quarter, q]));
  return {
    capacity: [...capacity, ...limits.map(limit => limit.capacity)],
    keys: keys.map(key => ({
      bids: key.columns.map(column => ({
        value: weighted(column.value, key.weight),
        upper: weighted(column.upper, key.weight),
        uses: [
          ...column.opened.map(start => rank.get(key.starts[start]!.launch)!),
          ...limits.flatMap((limit, l) => coordinations(key, column, limit).map(() => list.length + l)),
        ],
      })),
      required: forced && key.required,
    })),
  };
}

function weighted(value: number, weight: number): number {
  return weight === 1 ? value : Math.round(value * weight);
}

/** What all members together can coordinate in each year, when there is a limit at all. */
function yearLimits(keys: readonly SearchedKey[], { limit }: CoordinationRules): CoordinationLimit[] {
  const years = new Set(keys.flatMap(({ starts }) => starts.map(({ launchOn }) => yearOf(launchOn))));
  const members = new Set(keys.flatMap(({ buyers }) => buyers));
  return [...years]
    .sort((a, b) => a - b)
    .map(year => limitOf({ year, members }, { limit, load: () => 0 }))
    .filter(({ capacity }) => capacity !== Infinity);
}

function limitOf({ year, members }: Shortage, { limit }: CoordinationRules): CoordinationLimit {
  const capacity = [...members].reduce((sum, member) => sum + limit(member, year), 0);
  return { year, members, capacity };
}

/** Positions of a column's tenders that nobody outside a limit's members could coordinate in its year. */
function coordinations(key: SearchedKey, column: Column, { year, members }: Shortage): number[] {
  return column.opened.flatMap((start, position) => {
    const inYear = yearOf(key.starts[start]!.launchOn) === year;
    return inYear && membersAt(key, column, position).every(member => members.has(member)) ? [position] : [];
  });
}

function membersAt({ buyers }: Pick<SearchedKey, 'buyers'>, { masks }: Column, position: number): MemberId[] {
  return buyers.filter((_, m) => (masks[m]! >> position) & 1);
}

/** Members who are short of coordination under a choice; `undefined` when every tender has its coordinator. */
function shortageOf(
  keys: readonly SearchedKey[],
  choice: Choice,
  rules: CoordinationRules,
): Shortage | undefined {
  const tenders = choice.flatMap((bid, k): ToCoordinate[] => {
    const key = keys[k]!;
    const column = key.columns[bid];
    if (!column) return [];
    return column.opened.map((start, position) => ({
      year: yearOf(key.starts[start]!.launchOn),
      members: membersAt(key, column, position),
      preferred: new Set(),
    }));
  });
  const unlimited = tenders.every(({ members, year }) =>
    members.some(m => rules.limit(m, year) === Infinity),
  );
  const assigned = unlimited ? [] : assignCoordinators(tenders, rules);
  return 'members' in assigned ? assigned : undefined;
}

/** Gives up, one by one, the least valuable columns that members who are short would have to coordinate. */
function givenUp(
  keys: readonly SearchedKey[],
  solution: MasterSolution,
  rules: CoordinationRules,
): MasterSolution {
  const choice = [...solution.choice];
  let { value } = solution;
  for (;;) {
    const short = shortageOf(keys, choice, rules);
    if (!short) return { ...solution, choice, value };
    const columnOf = (k: number): Column | undefined => keys[k]!.columns[choice[k]!];
    const concerned = keys
      .map((key, k) => ({ key, k, column: columnOf(k) }))
      .filter(({ key, column }) => column && coordinations(key, column, short).length > 0)
      .sort((a, b) => a.column!.value * a.key.weight - b.column!.value * b.key.weight || a.k - b.k);
    const { k, key, column } = concerned[0]!;
    value -= weighted(column!.value, key.weight);
    choice[k] = -1;
  }
}

/** A tender that is to be made: what matters to those who coordinate. */
export interface Proposed {
  readonly key: Pick<Key, 'id' | 'category'>;
  readonly start: JointStart;
  /** Sorted. */
  readonly members: readonly MemberId[];
  /** Already chosen: that of a frozen tender. */
  readonly coordinator?: MemberId;
}

/** The tenders that a choice makes of a key, by start. */
export function proposedBy(settled: SettledKey): Proposed[] {
  const { key, starts, chosen } = settled;
  if (!chosen) return [];
  return chosen.opened.map((start, position) => ({
    key,
    start: starts[start]!,
    members: membersAt(settled, chosen, position),
  }));
}

/** A tender that is frozen. */
export function frozenAsProposed(draft: Draft): Proposed {
  const { open, start, coordinator } = draft;
  return { key: open.key, start, members: membersOf(draft), ...(coordinator && { coordinator }) };
}

/** C, each member's own limit, and what frozen tenders already ask of their coordinators. */
export function coordinationRules(
  frozen: readonly Pick<Proposed, 'coordinator' | 'start'>[],
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

/** A coordinator for every tender, in order: those of frozen tenders stay, the others are assigned. */
export function coordinatorsOf(
  proposed: readonly Proposed[],
  { coordinatorAt }: Continuity,
  ground: Ground,
): MemberId[] {
  const frozen = proposed.filter(({ coordinator }) => coordinator !== undefined);
  const open = proposed.filter(({ coordinator }) => coordinator === undefined);
  const tenders = open.map((tender): ToCoordinate => {
    const { key, start, members } = tender;
    const earlier = coordinatorAt.get(placeOf(key.id, start.day));
    return {
      year: yearOf(start.launchOn),
      members,
      preferred: preferredOf(tender, ground),
      ...(earlier !== undefined && { earlier }),
    };
  });
  const rules = coordinationRules(frozen, ground);
  // A frozen tender may have lost its coordinator: then capacity gives way, not the tender.
  const assigned = assignCoordinators(tenders, rules);
  const next = Array.isArray(assigned) ? assigned.values() : unlimited(tenders, rules).values();
  return proposed.map(({ coordinator }) => coordinator ?? next.next().value!);
}

function unlimited(tenders: readonly ToCoordinate[], rules: CoordinationRules): readonly MemberId[] {
  return assignCoordinators(tenders, { ...rules, limit: () => Infinity }) as readonly MemberId[];
}

function preferredOf({ key, members }: Proposed, { settings }: Ground): ReadonlySet<MemberId> {
  const { id } = key.category;
  return new Set(members.filter(member => settings.coordinates[member]?.includes(id)));
}
