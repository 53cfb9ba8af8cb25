/**
 * How a contract gets to a joint start: the four levers of the trade, with what each asks of the member.
 * Exact dates decide what is possible; whole months, kept beside them, serve valuation only.
 */
import { type Day, addDays, addMonths, dayNumber } from '../domain/day.ts';
import { compact } from '../domain/lists.ts';
import { roundCents } from '../domain/money.ts';
import type { Coded, Lever, Step } from '../domain/plan.ts';
import { noticeDeadlineFor } from '../domain/term.ts';
import type { Exit } from './dates.ts';
import type { JointStart } from './grid.ts';
import { type Standing, renewalsUntil } from './standing.ts';

/** One way for a contract to get to a joint start. */
export interface Way {
  readonly lever: Lever;
  /** End of the present contract that the lever uses, or makes (inclusive). */
  readonly leavesOn: Day;
  /** First day under the joint contract: its start, or later (deferred entry). */
  readonly joinsOn: Day;
  /** `joinsOn` in whole months from as-of. */
  readonly joinMonth: number;
  /** Months by which the contract is prolonged: extension and interim. */
  readonly prolongedMonths: number;
  /** True when a right to renew is given up. */
  readonly givesUp: boolean;
  /** Last day on which the member can still take this way; absent when nothing has to be decided. */
  readonly decideBy?: Day;
}

const NONE: readonly Way[] = [];

/**
 * Every way for the contract to get to `start`, in the order of preference between equals: natural end, then
 * non-renewal (earliest entry first), extension, interim. Empty when it cannot get there.
 *
 * `interimElsewhere`: what the member would already bridge in the same category at that start, in cents: bridging
 * contracts for one need are added up, so that a need is not split to stay under the waiver (R2121-4).
 */
export function waysTo(standing: Standing, start: JointStart, interimElsewhere = 0): readonly Way[] {
  if (standing.anyDay) return openEndedWay(standing, start);
  const { final } = standing;
  if (final && final.after < start.number) return prolongedWays(standing, final, start, interimElsewhere);
  if (standing.exits.length === 0 && (!final || final.after > start.lastEntry)) return NONE;
  const ways: Way[] = [];
  if (final && final.after <= start.lastEntry) ways.push(naturalEnd(standing, final));
  for (const exit of standing.exits) {
    if (exit.after >= start.number && exit.after <= start.lastEntry) ways.push(nonRenewal(exit));
  }
  return ways;
}

/** What a bridging contract up to `start` would be worth, in cents; 0 when none is needed or long enough. */
export function interimAmount(standing: Standing, start: JointStart): number {
  const { final } = standing;
  if (!final || final.after >= start.number || standing.bridgedUntil < start.number) return 0;
  return (standing.annual * monthsBegun(final, start)) / 12;
}

function openEndedWay(standing: Standing, start: JointStart): readonly Way[] {
  const leavesOn = start.eve;
  const decideBy = noticeDeadlineFor(leavesOn, standing.anyDay!);
  if (decideBy < standing.asOf) return NONE;
  // Without a cap or a term, nothing is given up: the contract could have stopped on any day.
  return [
    {
      lever: 'non-renewal',
      leavesOn,
      joinsOn: start.day,
      joinMonth: start.month,
      prolongedMonths: 0,
      givesUp: false,
      decideBy,
    },
  ];
}

function naturalEnd(standing: Standing, final: Exit): Way {
  const renewals = renewalsUntil(standing, final.end);
  return {
    lever: 'natural-end',
    leavesOn: final.end,
    joinsOn: final.next,
    joinMonth: final.month,
    prolongedMonths: 0,
    givesUp: false,
    ...(renewals[0] && { decideBy: renewals[0].deadline }),
  };
}

function nonRenewal(exit: Exit): Way {
  return {
    lever: 'non-renewal',
    leavesOn: exit.end,
    joinsOn: exit.next,
    joinMonth: exit.month,
    prolongedMonths: 0,
    givesUp: true,
    decideBy: exit.deadline,
  };
}

function prolongedWays(
  standing: Standing,
  final: Exit,
  start: JointStart,
  interimElsewhere: number,
): readonly Way[] {
  if (start.number > standing.bridgedUntil && start.number > standing.extendedUntil) return NONE;
  const ways: Way[] = [];
  const amount = roundCents((standing.annual * monthsBegun(final, start)) / 12);
  const common = {
    joinsOn: start.day,
    joinMonth: start.month,
    prolongedMonths: start.month - final.month,
    givesUp: false,
    decideBy: renewalsUntil(standing, final.end)[0]?.deadline ?? final.end,
  };
  // Strictly under both: R2194-8 for an amendment, R2122-8 for a contract without competition.
  if (start.number <= standing.extendedUntil && amount < standing.formal) {
    ways.push({ lever: 'extension', leavesOn: start.eve, ...common });
  }
  if (start.number <= standing.bridgedUntil && amount + interimElsewhere < standing.waiver) {
    ways.push({ lever: 'interim', leavesOn: final.end, ...common });
  }
  return ways;
}

/** Months from the final end to the start, a month begun counting whole: what the law's amounts are checked on. */
function monthsBegun(final: Exit, start: JointStart): number {
  const months = start.month - final.month;
  return dayNumber(addMonths(final.next, months)) < start.number ? months + 1 : Math.max(months, 0);
}

/** What the member must do to take a way, soonest first. */
export function stepsOf(standing: Standing, way: Way): readonly Step[] {
  const { contract } = standing;
  const lastNeeded =
    way.lever === 'interim' || way.lever === 'extension' ? standing.final!.end : way.leavesOn;
  const steps: Step[] = renewalsUntil(standing, lastNeeded).map((exit, k, all) => ({
    code: 'RENEW',
    by: exit.deadline,
    params: { end: all[k + 1]?.end ?? lastNeeded },
  }));
  // A way settled in an earlier run has no deadline left: its steps are done.
  if (way.decideBy === undefined && way.lever !== 'natural-end') return [];
  if (way.lever === 'non-renewal') {
    const code = contract.term.renewal === 'express' ? 'DO_NOT_RENEW' : 'DENOUNCE';
    steps.push({ code, by: way.decideBy!, params: { end: way.leavesOn } });
  } else if (way.lever === 'extension') {
    steps.push({ code: 'EXTEND', by: lastNeeded, params: { end: way.leavesOn } });
  } else if (way.lever === 'interim') {
    const end = addDays(way.joinsOn, -1);
    steps.push({ code: 'BRIDGE', by: lastNeeded, params: { from: addDays(lastNeeded, 1), end } });
  }
  return steps;
}

/** What the reader must know before relying on a way: what was supposed, what has to be checked. */
export function flagsOf(standing: Standing, way: Way, awardOn: Day): readonly Coded[] {
  const flags: Coded[] = [];
  const tellsHolder = way.lever === 'non-renewal' && way.decideBy !== undefined;
  if (tellsHolder && way.decideBy! < awardOn)
    flags.push({ code: 'NOTICE_BEFORE_AWARD', params: { award: awardOn } });
  if (tellsHolder && standing.noticeAssumed) flags.push({ code: 'NOTICE_ASSUMED', params: {} });
  if (way.lever === 'extension' && standing.beyondFramework)
    flags.push({ code: 'FRAMEWORK_CAP_TO_CHECK', params: {} });
  if (standing.renewalLapsed)
    flags.push({ code: 'RENEWAL_LAPSED', params: { since: standing.renewalLapsed } });
  if (standing.contract.category.confidence === 'low')
    flags.push({ code: 'CATEGORY_TO_CONFIRM', params: {} });
  return compact(flags);
}
