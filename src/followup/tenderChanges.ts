/** What became of the tenders of an earlier plan, and why. */
import type { ContractChange, Fate, TenderChange } from '../domain/changes.ts';
import type { ContractId } from '../domain/contract.ts';
import { ZERO } from '../domain/money.ts';
import type { Plan, Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import type { Matching } from './matching.ts';
import { type Later, contractsOf, matchTenders, membersOf } from './tenderMatching.ts';
import { type Evidence, type Turnover, reasonsFor } from './tenderReasons.ts';

/** The changes of every tender of either plan, by start; those that are no more last. */
export function tenderChanges(
  before: Plan,
  after: Plan,
  matching: Pick<Matching, 'later'>,
  contracts: readonly ContractChange[],
): TenderChange[] {
  const later: Later = contract => matching.later.get(contract) ?? contract;
  const changes = new Map(contracts.flatMap(change => idsOf(change).map(id => [id, change] as const)));
  const evidence: Evidence = { before, after, later, changeOf: id => changes.get(id) };
  const fateOf = fatesIn(after, later);
  const earlier = matchTenders(before.tenders, after.tenders, later);
  const kept = new Set(earlier.values());
  return [
    ...after.tenders.map(tender => {
      const was = earlier.get(tender);
      return was ? pairChange(was, tender, fateOf, evidence) : newTender(tender);
    }),
    ...before.tenders.filter(tender => !kept.has(tender)).map(tender => goneTender(tender, fateOf, evidence)),
  ].toSorted(
    (a, b) =>
      Number(isGone(a)) - Number(isGone(b)) ||
      compareText(a.start.after, b.start.after) ||
      compareText(a.tender, b.tender),
  );
}

/** Whether a change is of a tender that is no longer proposed. */
function isGone({ kind }: TenderChange): boolean {
  return kind === 'dropped' || kind === 'started';
}

function idsOf({ contract, was }: ContractChange): ContractId[] {
  return was === undefined ? [contract] : [was, contract];
}

/** By identifier in the earlier run. */
type FateOf = (contract: ContractId) => Fate;

function pairChange(was: Tender, now: Tender, fateOf: FateOf, evidence: Evidence): TenderChange {
  const [present, translated] = [new Set(contractsOf(now)), new Set(contractsOf(was).map(evidence.later))];
  const leaving = contractsOf(was).filter(contract => !present.has(evidence.later(contract)));
  const turnover: Turnover = {
    moved: was.start !== now.start,
    contractsIn: contractsOf(now).filter(contract => !translated.has(contract)),
    contractsOut: leaving.map(evidence.later),
    membersIn: without(membersOf(now), membersOf(was)),
    membersOut: without(membersOf(was), membersOf(now)),
  };
  const kind = kindOf(turnover);
  return {
    kind,
    tender: now.id,
    ...(was.id !== now.id && { was: was.id }),
    start: { before: was.start, after: now.start },
    gain: { before: was.gain.expected, after: now.gain.expected },
    ...(was.coordinator !== now.coordinator && {
      coordinator: { before: was.coordinator, after: now.coordinator },
    }),
    membersIn: turnover.membersIn,
    membersOut: turnover.membersOut,
    contractsIn: turnover.contractsIn,
    contractsOut: leaving.map(contract => ({ contract, now: fateOf(contract) })),
    why: kind === 'kept' ? [] : reasonsFor(was, turnover, evidence),
  };
}

function kindOf({ moved, contractsIn, contractsOut }: Turnover): TenderChange['kind'] {
  if (moved) return 'moved';
  if (contractsOut.length > 0) return 'shrunk';
  return contractsIn.length > 0 ? 'grown' : 'kept';
}

function newTender(tender: Tender): TenderChange {
  return {
    kind: 'new',
    tender: tender.id,
    start: { before: tender.start, after: tender.start },
    gain: { before: ZERO, after: tender.gain.expected },
    membersIn: membersOf(tender),
    membersOut: [],
    contractsIn: contractsOf(tender),
    contractsOut: [],
    why: [],
  };
}

function goneTender(was: Tender, fateOf: FateOf, evidence: Evidence): TenderChange {
  const started = hasStarted(was, evidence);
  const contractsOut = contractsOf(was).map(contract => ({ contract, now: fateOf(contract) }));
  const turnover: Turnover = {
    moved: true,
    contractsIn: [],
    contractsOut: contractsOf(was).map(evidence.later),
    membersIn: [],
    membersOut: [],
  };
  return {
    kind: started ? 'started' : 'dropped',
    tender: was.id,
    start: { before: was.start, after: was.start },
    gain: { before: was.gain.expected, after: ZERO },
    membersIn: [],
    membersOut: membersOf(was),
    contractsIn: [],
    contractsOut,
    why: started ? [] : reasonsFor(was, turnover, evidence),
  };
}

/** Its start is past, and a contract that it replaces is over; where they all run on, nothing shows that it was made. */
function hasStarted(was: Tender, { after, changeOf }: Evidence): boolean {
  const isOver = (contract: ContractId): boolean => {
    const kind = changeOf(contract)?.kind;
    return kind === 'ended' || kind === 'vanished';
  };
  return was.start <= after.asOf && contractsOf(was).some(isOver);
}

function fatesIn({ tenders, alone }: Plan, later: Later): FateOf {
  const tenderOf = new Map(
    tenders.flatMap(tender => contractsOf(tender).map(id => [id, tender.id] as const)),
  );
  const aloneOf = new Map(alone.map(({ contract, reason }) => [contract, reason]));
  return contract => {
    const now = later(contract);
    const tender = tenderOf.get(now);
    if (tender) return { kind: 'tender', tender };
    const reason = aloneOf.get(now);
    return reason ? { kind: 'alone', reason } : { kind: 'gone' };
  };
}

function without<T>(items: readonly T[], others: readonly T[]): T[] {
  return items.filter(item => !others.includes(item));
}
