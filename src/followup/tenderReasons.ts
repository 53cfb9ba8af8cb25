/** Why a tender is not what it was: what the data and the group say of it. */
import type { ContractChange, ContractChangeCode, TenderReasonCode } from '../domain/changes.ts';
import type { Coded } from '../domain/code.ts';
import type { ContractId, MemberId } from '../domain/contract.ts';
import { quarterOf } from '../domain/day.ts';
import type { Plan, Tender } from '../domain/plan.ts';
import { type Later, contractsOf, membersOf } from './tenderMatching.ts';

export type Reason = Coded<TenderReasonCode>;

/** What a tender lost and gained, by identifiers in the later run. */
export interface Turnover {
  readonly moved: boolean;
  readonly contractsIn: readonly ContractId[];
  readonly contractsOut: readonly ContractId[];
  readonly membersIn: readonly MemberId[];
  readonly membersOut: readonly MemberId[];
}

/** What reasons are looked for in. */
export interface Evidence {
  readonly before: Plan;
  readonly after: Plan;
  readonly later: Later;
  /** Every change of a contract, by its identifiers in both runs. */
  readonly changeOf: (contract: ContractId) => ContractChange | undefined;
}

/** The reasons, the group's own decisions first; the whole calendar, when neither the group nor the data say any. */
export function reasonsFor(was: Tender, turnover: Turnover, evidence: Evidence): Reason[] {
  const { moved, contractsIn, contractsOut, membersIn, membersOut } = turnover;
  const staying = contractsOf(was)
    .map(evidence.later)
    .filter(contract => !contractsOut.includes(contract));
  const known = [
    ...decidedSince(was, evidence),
    ...(moved && isTooLate(was, evidence.after) ? [reason('TOO_LATE', { launch: was.launch })] : []),
    ...contractReasons([...contractsOut, ...contractsIn], LEAVES, evidence),
    ...(moved ? contractReasons(staying, MOVES, evidence) : []),
    ...membersIn.map(member => reason('MEMBER_JOINED', { member })),
  ];
  if (known.length > 0) return known;
  // Time passed: why its contracts stay alone says it all.
  if (contractsOut.some(contract => isOutOfTime(contract, evidence.after))) return [];
  const left = membersOut.map(member => reason('MEMBER_LEFT', { member }));
  return left.length > 0 && !moved ? left : [reason('BETTER_CALENDAR', {})];
}

/** The group's decisions that the earlier plan did not know, about this tender, its category, or its members everywhere. */
function decidedSince(was: Tender, { before, after }: Evidence): Reason[] {
  const known = new Set(before.assumptions.map(({ code, value }) => `${code} ${value}`));
  const group = new Set<string>(after.members.map(({ id }) => id));
  const inside = new Set<string>(membersOf(was));
  return after.assumptions
    .filter(({ code, value }) => code.startsWith('RULING:') && !known.has(`${code} ${value}`))
    .filter(({ value }) => {
      const words = String(value).split(' ');
      const isEverywhere = words.every(word => group.has(word));
      return words.some(
        word => word === was.id || word === was.category || (isEverywhere && inside.has(word)),
      );
    })
    .map(({ code, source }) => reason('DECIDED', { decision: code.slice('RULING:'.length), source }));
}

/** The contract can no longer be joined: it ends too soon now, or its notice is past. */
function isOutOfTime(id: ContractId, { alone }: Plan): boolean {
  const code = alone.find(({ contract }) => contract === id)?.reason.code;
  return code === 'ENDS_TOO_SOON' || code === 'NOTICE_PASSED';
}

/** Work on it should have begun in a quarter that is over, and it was not under way. */
function isTooLate(was: Tender, after: Plan): boolean {
  return was.launch < quarterOf(after.asOf);
}

function contractReasons(
  ids: readonly ContractId[],
  telling: ReadonlySet<string>,
  { changeOf }: Evidence,
): Reason[] {
  return ids.flatMap(id => {
    const change = changeOf(id);
    const what =
      change?.kind === 'changed' ? change.what.find(({ code }) => telling.has(code))?.code : change?.kind;
    return what ? [reason('CONTRACT_CHANGED', { contract: id, change: what })] : [];
  });
}

/** Changes of a contract that can move a tender that it stays in: not a renewal that was foreseen, nor a new spelling. */
const MOVES: ReadonlySet<string> = new Set<ContractChangeCode>([
  'END_MOVED',
  'END_KNOWN',
  'END_LOST',
  'START_MOVED',
  'LAST_END_MOVED',
  'NOTICE',
  'RENEWAL_MODE',
  'AMOUNT',
  'AMOUNT_KNOWN',
  'AMOUNT_LOST',
]);
/** Changes of a contract that can make it leave a tender, or enter one. */
const LEAVES: ReadonlySet<string> = new Set([...MOVES, 'RENEWED', 'CATEGORY', 'TERRITORY']);

function reason(code: TenderReasonCode, params: Reason['params']): Reason {
  return { code, params };
}
