/** What became of the tenders of an earlier plan, and why. */
import type {
  ContractChange,
  ContractChangeCode,
  Fate,
  TenderChange,
  TenderReasonCode,
} from '../domain/changes.ts';
import type { Coded } from '../domain/code.ts';
import type { ContractId, MemberId } from '../domain/contract.ts';
import { quarterOf } from '../domain/day.ts';
import { ZERO } from '../domain/money.ts';
import type { Plan, Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';
import type { Matching } from './matching.ts';

/** The changes of every tender of either plan, by start; those that are no more last. */
export function tenderChanges(
  before: Plan,
  after: Plan,
  { later }: Pick<Matching, 'later'>,
  contracts: readonly ContractChange[],
): TenderChange[] {
  const now: Context['now'] = contract => later.get(contract) ?? contract;
  const context: Context = { before, after, now, contracts, fateOf: fatesIn(after, now) };
  const pairs = pairsOf(before.tenders, after.tenders, now);
  const paired = new Set([...pairs].map(([was]) => was));
  return [
    ...after.tenders.map(tender => {
      const was = [...pairs].find(([, now]) => now === tender)?.[0];
      return was ? pairChange(was, tender, context) : newTender(tender);
    }),
    ...before.tenders.filter(tender => !paired.has(tender)).map(tender => goneTender(tender, context)),
  ].toSorted(
    (a, b) =>
      Number(isGone(a)) - Number(isGone(b)) ||
      compareText(a.start?.after ?? a.start?.before ?? '', b.start?.after ?? b.start?.before ?? '') ||
      compareText(a.tender, b.tender),
  );
}

/** Whether a change is of a tender that is no longer proposed. */
export function isGone({ kind }: TenderChange): boolean {
  return kind === 'dropped' || kind === 'started';
}

interface Context {
  readonly before: Plan;
  readonly after: Plan;
  /** Identifier in the earlier run → in the later one. */
  readonly now: (contract: ContractId) => ContractId;
  readonly contracts: readonly ContractChange[];
  /** By identifier in the earlier run. */
  readonly fateOf: (contract: ContractId) => Fate;
}

/** Earlier tender → later one: the same name, else the same need and place with most contracts in common. */
function pairsOf(
  before: readonly Tender[],
  after: readonly Tender[],
  now: Context['now'],
): ReadonlyMap<Tender, Tender> {
  const pairs = new Map<Tender, Tender>();
  const taken = new Set<Tender>();
  const candidates = before.flatMap(was =>
    after
      .filter(tender => tender.category === was.category && tender.territory === was.territory)
      .map(tender => ({ was, tender, same: was.id === tender.id, shared: sharedBy(was, tender, now) }))
      .filter(({ same, shared }) => same || shared > 0),
  );
  candidates.sort(
    (a, b) =>
      Number(b.same) - Number(a.same) ||
      b.shared - a.shared ||
      Number(b.was.start === b.tender.start) - Number(a.was.start === a.tender.start) ||
      compareText(a.was.id, b.was.id) ||
      compareText(a.tender.id, b.tender.id),
  );
  for (const { was, tender } of candidates) {
    if (pairs.has(was) || taken.has(tender)) continue;
    pairs.set(was, tender);
    taken.add(tender);
  }
  return pairs;
}

function sharedBy(was: Tender, tender: Tender, now: Context['now']): number {
  const inside = new Set(contractsOf(tender));
  return contractsOf(was).filter(contract => inside.has(now(contract))).length;
}

function pairChange(was: Tender, now: Tender, context: Context): TenderChange {
  const { fateOf } = context;
  const [earlier, present] = [contractsOf(was), contractsOf(now)];
  const translated = new Set(earlier.map(context.now));
  const inside = new Set(present);
  const contractsIn = present.filter(contract => !translated.has(contract));
  const contractsOut = earlier.filter(contract => !inside.has(context.now(contract)));
  const membersIn = without(membersOf(now), membersOf(was));
  const membersOut = without(membersOf(was), membersOf(now));
  const kind =
    was.start !== now.start
      ? 'moved'
      : contractsOut.length > 0
        ? 'shrunk'
        : contractsIn.length > 0
          ? 'grown'
          : 'kept';
  return {
    kind,
    tender: now.id,
    ...(was.id !== now.id && { was: was.id }),
    start: { before: was.start, after: now.start },
    gain: { before: was.gain.expected, after: now.gain.expected },
    ...(was.coordinator !== now.coordinator && {
      coordinator: { before: was.coordinator, after: now.coordinator },
    }),
    membersIn,
    membersOut,
    contractsIn,
    contractsOut: contractsOut.map(contract => ({ contract, now: fateOf(contract) })),
    why:
      kind === 'kept'
        ? []
        : reasonsFor(
            was,
            {
              moved: kind === 'moved',
              contractsIn,
              contractsOut: contractsOut.map(context.now),
              membersIn,
              membersOut,
            },
            context,
          ),
  };
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

function goneTender(was: Tender, context: Context): TenderChange {
  const started = was.start <= context.after.asOf;
  const membersOut = membersOf(was);
  const contractsOut = contractsOf(was).map(contract => ({ contract, now: context.fateOf(contract) }));
  const merged = [
    ...new Set(contractsOut.flatMap(({ now }) => (now.kind === 'tender' ? [now.tender] : []))),
  ].map((tender): Reason => ({ code: 'MERGED', params: { tender } }));
  return {
    kind: started ? 'started' : 'dropped',
    tender: was.id,
    start: { before: was.start, after: was.start },
    gain: { before: was.gain.expected, after: ZERO },
    membersIn: [],
    membersOut,
    contractsIn: [],
    contractsOut,
    why: started
      ? []
      : reasonsFor(
          was,
          {
            moved: true,
            contractsIn: [],
            contractsOut: contractsOf(was).map(context.now),
            membersIn: [],
            membersOut: [],
          },
          context,
          merged,
        ),
  };
}

type Reason = Coded<TenderReasonCode>;

/** What a tender lost and gained, by identifiers in the later run. */
interface Turnover {
  readonly moved: boolean;
  readonly contractsIn: readonly ContractId[];
  readonly contractsOut: readonly ContractId[];
  readonly membersIn: readonly MemberId[];
  readonly membersOut: readonly MemberId[];
}

/** What the data and the group say of why a tender is not what it was; the whole calendar, when they say nothing. */
function reasonsFor(
  was: Tender,
  turnover: Turnover,
  context: Context,
  others: readonly Reason[] = [],
): Reason[] {
  const { moved, contractsIn, contractsOut, membersIn, membersOut } = turnover;
  const staying = contractsOf(was)
    .map(context.now)
    .filter(contract => !contractsOut.includes(contract));
  const known = [
    ...decidedSince(was, context),
    ...(moved && isTooLate(was, context.after) ? [reason('TOO_LATE', { launch: was.launch })] : []),
    ...contractReasons(contractsOut, LEAVES, context),
    ...contractReasons(contractsIn, LEAVES, context),
    ...(moved ? contractReasons(staying, MOVES, context) : []),
    ...membersIn.map(member => reason('MEMBER_JOINED', { member })),
    ...others,
  ];
  if (known.length > 0) return known;
  const left = membersOut.map(member => reason('MEMBER_LEFT', { member }));
  return left.length > 0 && !moved ? left : [reason('BETTER_CALENDAR', {})];
}

/** The group's decisions that the earlier plan did not know, about this tender or its category. */
function decidedSince(was: Tender, { before, after }: Context): Reason[] {
  const known = new Set(before.assumptions.map(({ code, value }) => `${code} ${value}`));
  return after.assumptions
    .filter(({ code, value }) => code.startsWith('RULING:') && !known.has(`${code} ${value}`))
    .filter(({ value }) =>
      String(value)
        .split(' ')
        .some(word => word === was.id || word === was.category),
    )
    .map(({ code, source }) => reason('DECIDED', { decision: code.slice('RULING:'.length), source }));
}

/** Work on it should have begun in a quarter that is over, and it was not under way. */
function isTooLate(was: Tender, after: Plan): boolean {
  return was.launch < quarterOf(after.asOf);
}

function contractReasons(
  ids: readonly ContractId[],
  telling: ReadonlySet<string>,
  { contracts }: Context,
): Reason[] {
  return ids.flatMap(id => {
    const change = contracts.find(item => item.contract === id || item.was === id);
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

function fatesIn({ tenders, alone }: Plan, nowOf: Context['now']): Context['fateOf'] {
  const tenderOf = new Map(
    tenders.flatMap(tender => contractsOf(tender).map(id => [id, tender.id] as const)),
  );
  const aloneOf = new Map(alone.map(({ contract, reason: why }) => [contract, why]));
  return contract => {
    const now = nowOf(contract);
    const tender = tenderOf.get(now);
    if (tender) return { kind: 'tender', tender };
    const why = aloneOf.get(now);
    return why ? { kind: 'alone', reason: why } : { kind: 'gone' };
  };
}

function reason(code: TenderReasonCode, params: Reason['params']): Reason {
  return { code, params };
}

const contractsOf = ({ participations }: Tender): ContractId[] => participations.map(p => p.contract);

function membersOf({ participations }: Tender): MemberId[] {
  return [...new Set(participations.map(({ member }) => member))];
}

function without<T>(items: readonly T[], others: readonly T[]): T[] {
  return items.filter(item => !others.includes(item));
}
