/** The renewals of contracts left alone: the group's watch. */
import type { Contract } from '../domain/contract.ts';
import { type Day, addDays, addMonths, maxDay, minDay } from '../domain/day.ts';
import type { Decision, UndatedDecision } from '../domain/decision.ts';
import { compact } from '../domain/lists.ts';
import type { Alone, Plan } from '../domain/plan.ts';
import { type Term, exitsOf, noticeDeadlineFor } from '../domain/term.ts';
import { nextEnd } from './renewals.ts';

/** How far ahead ends are looked for, in months: no term of a register is longer. */
const FAR_MONTHS = 240;

/** An end, and the last day to act before it. */
interface Renewal {
  readonly end: Day;
  readonly by: Day;
  /** The register gives no notice: the planner's assumption. */
  readonly assumed: boolean;
}

/**
 * What is to be watched on a contract left alone: the notice already missed for the term in force, when the contract is
 * bound by it, and the next one inside the horizon. A last end is watched early enough to replace the contract: the
 * category's lead time before it (`leadMonths`), as-of when that is past. Nothing for a contract that is over, whose end
 * is unknown, or that ends with the one operation that it was made for.
 */
export function watchDecisions(
  alone: Alone,
  contract: Contract | undefined,
  leadMonths: number,
  { asOf, horizon }: Pick<Plan, 'asOf' | 'horizon'>,
): UndatedDecision[] {
  if (!contract || contract.status === 'ended' || contract.status === 'terminated') return [];
  const { missed, next } = renewalsOf(contract.term, alone, leadMonths, asOf);
  const inside = next && next.by <= horizon.to ? [next] : [];
  return [...missed, ...inside]
    .map(renewal => watched(contract, renewal))
    .filter(({ code }) => code !== 'WATCH_END' || alone.reason.code !== 'ONE_OFF');
}

function renewalsOf(
  term: Term,
  alone: Alone,
  leadMonths: number,
  asOf: Day,
): { missed: Renewal[]; next: Renewal | undefined } {
  const all = exitsOf(term, addMonths(asOf, FAR_MONTHS))
    .filter(end => end >= asOf)
    .flatMap(end => renewalAt(end, term, alone, leadMonths, asOf) ?? []);
  // Only a contract that could have gone another way has missed something.
  const missed = all.filter(({ end, by }) => by < asOf && end === term.currentEnd);
  // An express renewal that was missed ends the contract: there is nothing more to watch.
  const over = term.renewal === 'express' && missed.length > 0;
  return { missed, next: over ? undefined : all.find(({ by }) => by >= asOf) };
}

/** An end, with the last day to act: none when the register gives no notice and the planner has supposed none for it. */
function renewalAt(
  end: Day,
  term: Term,
  { nextExit, decideBy }: Alone,
  leadMonths: number,
  asOf: Day,
): Renewal | undefined {
  const deadline = term.notice && noticeDeadlineFor(end, term.notice);
  if (isFinal(term, end)) {
    const launch = addMonths(addDays(end, 1), -leadMonths);
    return { end, by: maxDay(asOf, deadline ? minDay(launch, deadline) : launch), assumed: false };
  }
  if (deadline) return { end, by: deadline, assumed: false };
  if (term.renewal === 'express') return { end, by: end, assumed: false };
  return end === nextExit && decideBy ? { end, by: decideBy, assumed: true } : undefined;
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
    suppliers: compact(contract.supplier ? [contract.supplier] : []),
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
