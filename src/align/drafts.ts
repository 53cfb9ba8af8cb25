/** Tenders whose start, members, contracts and levers are chosen; their value, still without coordinator or calendar. */
import type { Contract, MemberId } from '../domain/contract.ts';
import type { Cents } from '../domain/money.ts';
import type { Milestone, Tender, TenderId } from '../domain/plan.ts';
import type { JointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import type { Way } from './levers.ts';
import { type Candidate, type OpenKey, bestWay, waysAt } from './openKey.ts';
import { placementOf } from './search/patterns.ts';
import type { Found } from './search/problem.ts';
import type { Standing } from './standing.ts';
import { type Hypothesis, type Valuation, fullRate, overWindow, shareOfSaving, worth } from './worth.ts';

/** A contract in a tender, by its best way. */
export interface DraftEntry {
  readonly contract: Contract;
  readonly standing: Standing;
  readonly valuation: Valuation;
  readonly way: Way;
  /** Its other ways to the same start, best first. */
  readonly others: readonly Way[];
}

export interface Draft {
  readonly open: Pick<OpenKey, 'key' | 'months'>;
  readonly start: JointStart;
  /** By member, then contract id. */
  readonly entries: readonly DraftEntry[];
  readonly frozen?: NonNullable<Tender['frozen']>;
  /** Name of a frozen tender in the earlier plan. */
  readonly earlier?: TenderId;
  /** Already chosen: that of a frozen tender. */
  readonly coordinator?: MemberId;
  /** The calendar of the earlier plan: that of a frozen tender. */
  readonly planned?: readonly Milestone[];
}

/** What the search chose for a key. */
export type Chosen = Pick<Found, 'opened' | 'tiers' | 'masks'>;

/** The tenders of a key that the search chose, by start. */
export function draftsOf(open: OpenKey, solution: Chosen, ground: Ground): Draft[] {
  const { problem } = open.ready;
  const placed = open.buyers.map((buyer, rank) => ({
    buyer,
    positions: placementOf(problem, problem.members[rank]!, solution, solution.masks[rank]!).positions,
  }));
  return solution.opened.map((start, position) => {
    const members = placed.filter(({ positions }) => positions.includes(position)).length;
    const rate =
      fullRate(open.key.category, ground.settings, 'expected') * shareOfSaving(members, ground.settings);
    const entries = placed.flatMap(({ buyer, positions }) => {
      if (!positions.includes(position)) return [];
      const ways = waysAt(buyer, open.starts[start]!, open.rules);
      return buyer.candidates.flatMap((candidate, c) =>
        positions[c] === position ? [entryOf(candidate, ways[c]!, rate)] : [],
      );
    });
    return { open: { key: open.key, months: open.months }, start: open.starts[start]!, entries };
  });
}

/** A candidate by its best way. */
function entryOf(
  { contract, standing, valuation }: Candidate,
  ways: readonly Way[],
  rate: number,
): DraftEntry {
  const way = bestWay(ways, valuation, rate);
  const others = ways
    .filter(other => other !== way)
    .map(other => ({ other, value: worth(valuation, other, rate) }))
    .sort((a, b) => b.value - a.value)
    .map(({ other }) => other);
  return { contract, standing, valuation, way, others };
}

/** Members of a draft, each once, sorted. */
export function membersOf({
  entries,
}: {
  readonly entries: readonly Pick<DraftEntry, 'contract'>[];
}): MemberId[] {
  return entries.map(({ contract }) => contract.member).filter((member, e, all) => member !== all[e - 1]);
}

/** Entries of each member, in the order of {@link membersOf}. */
export function entriesByMember({ entries }: Pick<Draft, 'entries'>): DraftEntry[][] {
  const groups: DraftEntry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group && group[0]!.contract.member === entry.contract.member) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** Saving rate of a draft's group under a hypothesis, for the number of members that it has. */
export function rateOf(draft: Draft, { settings }: Ground, hypothesis: Hypothesis = 'expected'): number {
  const full = fullRate(draft.open.key.category, settings, hypothesis);
  return full * shareOfSaving(membersOf(draft).length, settings);
}

/**
 * The value of a solution's tenders as its drafts would tell it, from the numbers of the search: without what keeping
 * the earlier plan is worth, each start at the tier that its members reach.
 */
export function plainValueOf({ ready, plain }: OpenKey, { opened, tiers, masks }: Chosen): number {
  const size = plain.starts.length;
  const width = plain.tiers.length * size;
  const reached = opened.map((_, k) => {
    const members = plain.members.filter((__, rank) => (masks[rank]! >> k) & 1).length;
    return plain.tiers.findLastIndex(least => least <= members);
  });
  let value = 0;
  for (const start of opened) value -= plain.starts[start]!.procedure;
  plain.members.forEach(({ worth }, rank) => {
    const mask = masks[rank]!;
    if (mask === 0) return;
    const { positions } = placementOf(ready.problem, ready.problem.members[rank]!, { opened, tiers }, mask);
    positions.forEach((k, contract) => {
      if (k >= 0) value += worth[contract * width + reached[k]! * size + opened[k]!]!;
    });
    opened.forEach((start, k) => {
      if ((mask >> k) & 1) value -= plain.starts[start]!.coordination;
    });
  });
  return value;
}

/** F_T and g_T of a draft. */
export function commonCosts(
  { open, start }: Draft,
  { settings }: Ground,
): { procedure: Cents; coordination: Cents } {
  return {
    procedure: overWindow(settings.jointProcedure, start, open.months, settings),
    coordination: overWindow(settings.coordinationPerMember, start, open.months, settings),
  };
}

/** Value of a draft under a hypothesis: worths less coordination of each member less the joint procedure. */
export function draftValue(draft: Draft, ground: Ground, hypothesis: Hypothesis = 'expected'): Cents {
  const { procedure, coordination } = commonCosts(draft, ground);
  const rate = rateOf(draft, ground, hypothesis);
  const worths = draft.entries.reduce((sum, { valuation, way }) => sum + worth(valuation, way, rate), 0);
  return (worths - coordination * membersOf(draft).length - procedure) as Cents;
}
