/** What became of the decisions that an earlier plan asked for, as far as the registers show it. */
import type { DecisionOutcome } from '../domain/changes.ts';
import type { Contract, ContractId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { Decision, DecisionCode } from '../domain/decision.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Matching } from './matching.ts';
import { type Successors, isSucceeded, successorsAmong } from './succession.ts';

/** The outcomes, in the order of the earlier plan. What was already missed then is no news, and left out. */
export function decisionOutcomes(
  before: Outcome,
  after: Outcome,
  { later }: Pick<Matching, 'later'>,
): DecisionOutcome[] {
  const now = (id: ContractId): ContractId => later.get(id) ?? id;
  const contracts = new Map(after.contracts.map(contract => [contract.id, contract]));
  const successors = successorsAmong(after.contracts);
  const former = new Map(before.contracts.map(contract => [contract.id, contract]));
  const stillAsked = new Set(
    after.plan.decisions
      .filter(({ status }) => status !== 'missed')
      .map(decision => actKey(decision, id => id)),
  );
  const renewable = new Set(
    after.plan.decisions.flatMap(({ code, status, by, contracts: ids }) =>
      code === 'WATCH_EXPRESS' && status !== 'missed' ? ids.map(id => `${id} ${by}`) : [],
    ),
  );
  const participations = after.plan.tenders.flatMap(tender => tender.participations);
  const joint = new Set(participations.map(({ contract }) => contract));
  const leaving = new Set(participations.map(({ contract, leavesOn }) => `${contract} ${leavesOn}`));
  return before.plan.decisions
    .filter(({ status }) => status !== 'missed')
    .map(decision => {
      const known = decision.contracts.flatMap(id => contracts.get(now(id)) ?? []);
      const facts: Facts = {
        known,
        gone: decision.contracts.flatMap(id => (contracts.has(now(id)) ? [] : (former.get(id) ?? []))),
        after,
        successors,
        isPast: decision.by < after.asOf,
        // « Reconduire, sinon fin »: the renewal is still to be decided, by the same day.
        isAsked:
          stillAsked.has(actKey(decision, now)) ||
          (decision.code === 'RENEW' && known.some(({ id }) => renewable.has(`${id} ${decision.by}`))),
        isJoint: known.some(({ id }) => joint.has(id)),
        isCountedOn: known.some(({ id }) => leaving.has(`${id} ${decision.params.end}`)),
      };
      return { decision, outcome: outcomeOf(decision, facts), contracts: known.map(({ id }) => id) };
    });
}

interface Facts {
  /** Its contracts as the later run has them. */
  readonly known: readonly Contract[];
  /** Those that the later run has no more, as the earlier one had them. */
  readonly gone: readonly Contract[];
  readonly after: Outcome;
  /** Among the later run's contracts. */
  readonly successors: Successors;
  readonly isPast: boolean;
  /** The later plan asks for the same act. */
  readonly isAsked: boolean;
  /** One of its contracts is in a tender of the later plan. */
  readonly isJoint: boolean;
  /** The later plan counts on it: a tender under way keeps a contract whose notice must have been given. */
  readonly isCountedOn: boolean;
}

/** An act: whose, about what, to which end; the day by which it must be done may have moved. */
function actKey({ code, member, contracts, params }: Decision, now: (id: ContractId) => ContractId): string {
  return [code, member, params.end ?? '', ...contracts.map(now).sort()].join(' ');
}

function outcomeOf(decision: Decision, facts: Facts): DecisionOutcome['outcome'] {
  const { isPast, isAsked, isJoint, isCountedOn } = facts;
  const isDone = isShown(decision, facts);
  if (isDone === true) return 'met';
  if (isPast && decision.code === 'WATCH_TACIT') return 'ran-on';
  if (isAsked) return 'pending';
  // Registers do not show surveys, signatures and awards: only the tender's own fate says that they are not needed.
  if (isDone === undefined) return isPast && isJoint ? 'unconfirmed' : 'dropped';
  if (!isPast) return 'dropped';
  return isCountedOn ? 'unconfirmed' : 'missed';
}

/** Whether the registers show that it was done; `undefined` when they never show such an act. */
function isShown({ code, params }: Decision, facts: Facts): boolean | undefined {
  const shown = SHOWN_BY[code];
  const end = params.end as Day | undefined;
  if (!shown || !end) return undefined;
  if (FOLLOWED.has(code) && facts.isJoint) return true;
  return (
    facts.known.every(contract => shown(contract, end, facts)) &&
    facts.gone.every(contract => shownWhenGone(code, contract, end, facts))
  );
}

/** A contract that left the registers once its end was past has stopped, as was decided; or another follows it. */
function shownWhenGone(
  code: DecisionCode,
  contract: Contract,
  end: Day,
  { after, successors }: Facts,
): boolean {
  return STOPS.has(code) ? end < after.asOf : isSucceeded(contract, successors);
}

type Shown = (contract: Contract, end: Day, facts: Facts) => boolean;

/** Its register lets it go no further than `end`. */
const stopsAt: Shown = ({ status, term }, end) =>
  status === 'terminated' || (term.latestEnd !== undefined && term.latestEnd <= end);

/** Not having been renewed shows only once there is no time left to renew. */
const wasNotRenewed: Shown = ({ term }, end, { isPast }) => isPast && (term.currentEnd ?? end) <= end;

/** It runs until `end` at least. */
const runsUntil: Shown = ({ term }, end) => term.currentEnd !== undefined && term.currentEnd >= end;

/** It was prolonged, or another contract takes its place. */
const isFollowed: Shown = (contract, end, { successors }) =>
  (contract.term.currentEnd ?? end) > end || isSucceeded(contract, successors);

/** How a register shows that an act was done. Surveys, signatures and awards are not there: it never shows them. */
const SHOWN_BY: Readonly<Partial<Record<DecisionCode, Shown>>> = {
  DENOUNCE: stopsAt,
  DO_NOT_RENEW: wasNotRenewed,
  RENEW: runsUntil,
  EXTEND: runsUntil,
  BRIDGE: runsUntil,
  WATCH_TACIT: stopsAt,
  WATCH_EXPRESS: isFollowed,
  WATCH_END: isFollowed,
};

const STOPS: ReadonlySet<DecisionCode> = new Set(['DENOUNCE', 'DO_NOT_RENEW']);
/** What a tender that has the contract now is an answer to. */
const FOLLOWED: ReadonlySet<DecisionCode> = new Set(['WATCH_EXPRESS', 'WATCH_END']);
