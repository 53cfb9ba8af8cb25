/**
 * What a way into a joint tender is worth against the status quo, over the valuation window, in whole cents.
 * Every rule is rounded by itself, so that the parts that the user reads add up exactly to the total.
 */
import type { Category } from '../domain/category.ts';
import { type Cents, ZERO, roundCents } from '../domain/money.ts';
import type { GainPart, GainRule } from '../domain/plan.ts';
import type { PlanSettings } from '../domain/settings.ts';
import type { JointStart } from './grid.ts';
import type { Ground } from './ground.ts';
import type { Way } from './levers.ts';
import type { Standing } from './standing.ts';

/** Which of the three savings hypotheses. */
export type Hypothesis = 'low' | 'expected' | 'high';

/** Full saving rate of a category. */
export function fullRate(category: Category, { savings }: PlanSettings, hypothesis: Hypothesis): number {
  return (savings.byCategory[category.id] ?? savings)[hypothesis];
}

/** Share of the full saving that a group of `members` gets: that of the highest tier reached, 0 below the first. */
export function shareOfSaving(members: number, { savings }: PlanSettings): number {
  return savings.tiers.findLast(([least]) => members >= least)?.[1] ?? 0;
}

/**
 * A cost of the joint purchase over the part of the window that it covers: F for a procedure, g for the coordination
 * of each member. `months` is the duration of the joint contract: the purchase is made again at its end.
 */
export function overWindow(
  cost: Cents,
  start: JointStart,
  months: number,
  { horizonMonths }: PlanSettings,
): Cents {
  return roundCents((cost * (horizonMonths - start.month)) / months);
}

/** What a contract's valuation rests on, computed once. */
export interface Valuation {
  readonly standing: Standing;
  readonly settings: PlanSettings;
  /** P: an individual procedure that the joint purchase makes needless. */
  readonly procedure: Cents;
  /** Months of the window after the final end: those whose procedures are saved. */
  readonly monthsAfterEnd: number;
  /** What those procedures cost over the window. */
  readonly avoided: Cents;
}

/** Prepares the valuation of a contract. */
export function valuationOf(standing: Standing, { settings, dates }: Ground): Valuation {
  const { asOf, annual, category, finalMonth } = standing;
  const { adapted, formal } = settings.individualProcedure;
  const fourYears = annual * 4;
  const procedure = fourYears > dates.formal(asOf, category.nature) ? formal : adapted;
  const monthsAfterEnd = Math.max(0, settings.horizonMonths - Math.max(0, finalMonth));
  const avoided = roundCents((procedure * monthsAfterEnd) / settings.individualMonths);
  return { standing, settings, procedure, monthsAfterEnd, avoided };
}

/** Saving over the window at a rate (already multiplied by the group's share), from the entry on. */
function saving({ standing, settings }: Valuation, way: Way, rate: number): Cents {
  return roundCents((rate * standing.annual * Math.max(0, settings.horizonMonths - way.joinMonth)) / 12);
}

/** Everything but the saving: procedures avoided, less what the lever costs. */
export function besidesSaving(valuation: Valuation, way: Way): Cents {
  return (valuation.avoided - leverCost(valuation, way)) as Cents;
}

/** w: what the way is worth at a saving rate. */
export function worth(valuation: Valuation, way: Way, rate: number): Cents {
  return (saving(valuation, way, rate) + besidesSaving(valuation, way)) as Cents;
}

/**
 * Raises each of `worths[from]`, `worths[from + step]`… to what the way is worth at each of the rates, in order: what
 * a lever is worth is worked out once for all sizes of the group.
 */
export function raiseWorths(
  valuation: Valuation,
  way: Way,
  rates: readonly number[],
  worths: Float64Array,
  from: number,
  step: number,
): void {
  const besides = besidesSaving(valuation, way);
  for (let tier = 0, place = from; tier < rates.length; tier += 1, place += step) {
    const value = saving(valuation, way, rates[tier]!) + besides;
    if (value > worths[place]!) worths[place] = value;
  }
}

/** What the lever itself costs: a renewal right given up, an amendment, a bridging contract. */
function leverCost({ standing, settings }: Valuation, way: Way): Cents {
  const { annual, finalMonth } = standing;
  if (way.lever === 'natural-end') return ZERO;
  if (way.lever === 'non-renewal') {
    const until = Math.min(finalMonth, settings.horizonMonths);
    return way.givesUp
      ? roundCents((settings.exitRate * annual * Math.max(0, until - way.joinMonth)) / 12)
      : ZERO;
  }
  const { fixed, rate } = way.lever === 'extension' ? settings.extension : settings.interim;
  return (fixed + roundCents((rate * annual * way.prolongedMonths) / 12)) as Cents;
}

const COST_RULE: Readonly<Record<Way['lever'], GainRule | undefined>> = {
  'natural-end': undefined,
  'non-renewal': 'EXIT_COST',
  extension: 'EXTENSION_COST',
  interim: 'INTERIM_COST',
};

/**
 * The worth of a way as parts that sum to it; parts of nothing are left out. The saving is told apart after the
 * joint contract's own end (`jointEnd`, in months from as-of), since it supposes that the joint purchase goes on.
 */
export function worthParts(valuation: Valuation, way: Way, rate: number, jointEnd: number): GainPart[] {
  const { standing, settings } = valuation;
  const total = saving(valuation, way, rate);
  const beyond = saving(valuation, { ...way, joinMonth: Math.max(way.joinMonth, jointEnd) }, rate);
  const annualAmount = standing.annual;
  const months = Math.max(0, settings.horizonMonths - way.joinMonth);
  const monthsBeyond = Math.max(0, settings.horizonMonths - Math.max(way.joinMonth, jointEnd));
  const costRule = COST_RULE[way.lever];
  const parts: GainPart[] = [
    {
      rule: 'SAVING',
      amount: (total - beyond) as Cents,
      params: { annualAmount, rate, months: months - monthsBeyond },
    },
    { rule: 'SAVING_BEYOND', amount: beyond, params: { annualAmount, rate, months: monthsBeyond } },
    {
      rule: 'AVOIDED_PROCEDURE',
      amount: valuation.avoided,
      params: { procedureAmount: valuation.procedure, months: valuation.monthsAfterEnd },
    },
  ];
  if (costRule) {
    parts.push({
      rule: costRule,
      amount: -leverCost(valuation, way) as Cents,
      params: costParams(valuation, way),
    });
  }
  return parts.filter(part => part.amount !== 0);
}

function costParams({ standing, settings }: Valuation, way: Way): GainPart['params'] {
  const annualAmount = standing.annual;
  if (way.lever === 'non-renewal') {
    const until = Math.min(standing.finalMonth, settings.horizonMonths);
    return { annualAmount, rate: settings.exitRate, months: Math.max(0, until - way.joinMonth) };
  }
  const { fixed, rate } = way.lever === 'extension' ? settings.extension : settings.interim;
  return { annualAmount, fixedAmount: fixed, rate, months: way.prolongedMonths };
}
