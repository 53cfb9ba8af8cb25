/** The renewals of contracts left alone: the group's watch. */
import type { Contract } from '../domain/contract.ts';
import { type Day, addMonths } from '../domain/day.ts';
import type { Decision, UndatedDecision } from '../domain/decision.ts';
import type { Alone, Plan } from '../domain/plan.ts';
import { type Term, exitsOf, noticeDeadlineFor } from '../domain/term.ts';
import { nextEnd } from './renewals.ts';

/** An end, and the last day to act before it. */
interface Renewal {
  readonly end: Day;
  readonly by: Day;
  /** The register gives no notice: the planner's assumption. */
  readonly assumed: boolean;
}

/**
 * What is to be watched on a contract left alone: the notice already missed for the term in force, when the contract is
 * bound by it, and the next one inside the horizon. Nothing for a contract that is over or whose end is unknown.
 */
export function watchDecisions(
  alone: Alone,
  contract: Contract | undefined,
  { asOf, horizon }: Pick<Plan, 'asOf' | 'horizon'>,
): UndatedDecision[] {
  if (!contract || contract.status === 'ended' || contract.status === 'terminated') return [];
  const { missed, next } = renewalsOf(contract.term, alone, asOf);
  const inside = next && next.by <= horizon.to ? [next] : [];
  return [...missed, ...inside].map(renewal => watched(contract, renewal));
}

function renewalsOf(term: Term, alone: Alone, asOf: Day): { missed: Renewal[]; next: Renewal | undefined } {
  const { notice, currentEnd } = term;
  if (!notice || !currentEnd || term.openEnded) return { missed: [], next: assumedRenewal(alone, asOf) };
  const all = exitsOf(term, addMonths(asOf, 240)).map(end => ({
    end,
    by: noticeDeadlineFor(end, notice),
    assumed: false,
  }));
  // Only a contract that could have gone another way has missed something.
  const missed = all.filter(
    ({ end, by }) => by < asOf && end === currentEnd && end >= asOf && !isFinal(term, end),
  );
  // An express renewal that was missed ends the contract: there is nothing more to watch.
  const over = term.renewal === 'express' && missed.length > 0;
  return { missed, next: over ? undefined : all.find(({ by }) => by >= asOf) };
}

function assumedRenewal({ nextExit, decideBy }: Alone, asOf: Day): Renewal | undefined {
  return nextExit && decideBy && decideBy >= asOf
    ? { end: nextExit, by: decideBy, assumed: true }
    : undefined;
}

function watched(contract: Contract, { end, by, assumed }: Renewal): UndatedDecision {
  const { term } = contract;
  const code = isFinal(term, end)
    ? 'WATCH_END'
    : term.renewal === 'express'
      ? 'WATCH_EXPRESS'
      : 'WATCH_TACIT';
  return {
    code,
    by,
    member: contract.member,
    contracts: [contract.id],
    suppliers: contract.supplier ? [contract.supplier] : [],
    params: { end, ...(assumed && { assumed: 1 }) },
    lost: lossOf(code, term, end),
  };
}

/** Nothing renews after that end: the last one, or any end of a contract that does not renew. */
function isFinal({ latestEnd, renewal }: Term, end: Day): boolean {
  return end === latestEnd || renewal === 'none' || renewal === 'unknown';
}

function lossOf(code: 'WATCH_END' | 'WATCH_EXPRESS' | 'WATCH_TACIT', term: Term, end: Day): Decision['lost'] {
  if (code !== 'WATCH_TACIT') return { code: 'SERVICE_STOPS', params: { end } };
  const until = nextEnd(term, end);
  return until ? { code: 'RUNS_ON', params: { until } } : { code: 'RUNS_ON_WITHOUT_END', params: {} };
}
