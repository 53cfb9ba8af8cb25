/**
 * The planner: contracts in, joint-purchasing schedule out. An exact optimum under stated assumptions, explained;
 * see docs/planning.md for the problem and for how it is solved.
 */
import { categoryById } from '../data/categories.ts';
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Baseline, Plan } from '../domain/plan.ts';
import type { Ruling } from '../domain/ruling.ts';
import type { PlanSettings } from '../domain/settings.ts';
import { type Pool, greedyBaseline, nearFinalEnds, poolOf } from './baselines.ts';
import {
  chooseColumns,
  coordinatorsOf,
  frozenAsProposed,
  proposedBy,
  quartersOf,
  searchKey,
  underChoice,
} from './choose.ts';
import { planDates } from './dates.ts';
import type { Draft } from './drafts.ts';
import { earliestStartsFrom } from './earliest-start.ts';
import { frozenDrafts } from './frozen.ts';
import { gridFrom } from './grid.ts';
import type { CategoryLookup, Ground, PlanRequest } from './ground.ts';
import { sortIntoKeys } from './keys.ts';
import { type OpenKey, openings } from './openKey.ts';
import { planOf } from './planOf.ts';
import { type PreviousPlan, continuityOf } from './previous.ts';
import { acceptedOf, keyRules, optOutsOf, releasedBy, weightOf } from './rules.ts';
import { followed, unfollowed } from './rulings.ts';
import { settleKeys } from './settle.ts';

/** The planner's part of the settings. */
export interface PlannerSettings {
  readonly plan: PlanSettings;
  readonly calendar: CalendarSettings;
}

/** What else the planner may know. */
export interface PlanContext {
  /** Categories, those of the configuration included; the built-in table without. */
  readonly categoryOf?: CategoryLookup;
  /** What the referents' group has ruled. */
  readonly rulings?: readonly Ruling[];
  /** The plan of an earlier run. */
  readonly previous?: PreviousPlan;
}

/**
 * The best joint-purchasing schedule for these contracts, in whole cents over the valuation window. The order of the
 * contracts and members does not matter. Nothing is read but the arguments; the same arguments give the same plan.
 */
export function planTenders(
  request: PlanRequest,
  settings: PlannerSettings,
  context: PlanContext = {},
): Plan {
  const ground = groundOf(request, settings, context);
  const { rulings, diagnostics } = followed(context.rulings ?? [], context.previous, ground);
  const optOuts = optOutsOf(ground, rulings);
  const released = releasedBy(rulings, optOuts);
  const continuity = continuityOf(context.previous, acceptedOf(rulings), released, ground);
  const frozen = frozenDrafts(continuity.frozen, request.contracts, ground);
  const taken = new Set(frozen.flatMap(({ entries }) => entries.map(({ contract }) => contract.id)));
  const free = request.contracts.filter(({ id }) => !taken.has(id));
  const { keys, aside } = sortIntoKeys(free, optOuts, ground);

  const rules = keys.map(key => {
    const made = frozen.flatMap(({ open, earlier }) => (open.key.id === key.id && earlier ? [earlier] : []));
    return keyRules(key, rulings, made, ground);
  });
  const openAt = openings(keys, rules, continuity, ground);
  const weights = keys.map(({ category }) => weightOf(category.id, rulings));
  const { keys: chosen, quarters, master, naive, greedy } = search(openAt, weights, frozen, ground);
  const proposed = [...frozen.map(frozenAsProposed), ...chosen.flatMap(proposedBy)];
  const coordinators = coordinatorsOf(proposed, continuity, ground);
  const settled = settleKeys(chosen, openAt, coordinators, master, quarters, frozen, ground);

  return planOf({
    request,
    ground,
    tenders: settled.tenders,
    exposures: settled.exposures,
    alone: [...aside, ...settled.alone],
    master,
    quarters,
    naive,
    greedy,
    rulings,
    diagnostics: [...diagnostics, ...unfollowed(rulings, chosen, frozen, context.previous, ground)],
  });
}

/** The best choice over all keys (one weight a key), and beside it what simpler ways of planning would choose. */
function search(
  openAt: (k: number) => OpenKey,
  weights: readonly number[],
  frozen: readonly Draft[],
  ground: Ground,
) {
  const pools: { naive: Pool; greedy: Pool }[] = [];
  const searched = weights.map((weight, k) => {
    const open = openAt(k);
    const found = searchKey(open, weight);
    pools.push({
      naive: poolOf(open, found, ground, nearFinalEnds),
      greedy: poolOf(open, found, ground),
    });
    return found;
  });
  const quarters = quartersOf(searched, frozen, ground);
  const baseline = (of: keyof (typeof pools)[number]): Baseline =>
    greedyBaseline(
      pools.map(pool => pool[of]),
      openAt,
      quarters,
      frozen,
      ground,
    );
  const master = chooseColumns(searched, quarters, frozen, ground);
  const settled = underChoice(searched, master.choice);
  return { keys: settled, quarters, master, naive: baseline('naive'), greedy: baseline('greedy') };
}

/** What the planner stands on, from what a command knows. */
export function groundOf(request: PlanRequest, settings: PlannerSettings, context: PlanContext): Ground {
  const { asOf, members } = request;
  return {
    asOf,
    dates: planDates(asOf),
    members,
    settings: settings.plan,
    calendar: settings.calendar,
    earliestStart: earliestStartsFrom(asOf, settings.calendar),
    grid: gridFrom(asOf, settings.plan),
    categoryOf: context.categoryOf ?? categoryById,
  };
}
