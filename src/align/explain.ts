/** Why a contract is in no tender: the first reason that applies, with what is missing. */
import type { MemberId } from '../domain/contract.ts';
import { type Day, addDays, addMonths } from '../domain/day.ts';
import { type Cents, roundCents } from '../domain/money.ts';
import type { AloneCode, CodeParams, Coded } from '../domain/plan.ts';
import { type Draft, membersOf } from './drafts.ts';
import type { Ground } from './ground.ts';
import { type Buyer, type Candidate, type OpenKey, reaches, tiersOf } from './openKey.ts';
import { type ReadyKey, readyKey, solveStarts } from './search/groupSearch.ts';
import { type KeyProblem, at, withoutRequired } from './search/problem.ts';
import { idOf } from './tenders.ts';

/** What the explanation knows of a key once everything is chosen. */
export interface Settled {
  readonly open: OpenKey;
  /** The tenders that are made. */
  readonly drafts: readonly Draft[];
  /** Those that would be made if every quarter had room. */
  readonly unlimited: readonly Draft[];
  /** Starts of the key's tenders that take nobody any more. */
  readonly closed: readonly Day[];
  /** Weight of the category in the search. */
  readonly weight: number;
  /** Price of a launch in a start's quarter, in cents; undefined when the quarter has room. */
  readonly priceAt: (start: number) => number | undefined;
  readonly ground: Ground;
}

/** What single tenders of the key would be worth, each worked out when it is first asked for. */
interface Prospects {
  /** The best tender at a start, `-Infinity` when none can be. */
  readonly alone: (start: number) => number;
  /** Whether the contracts that no tender takes would make one at a start. */
  readonly isLeft: (start: number) => boolean;
}

type Reason = Coded<AloneCode>;
const reason = (code: AloneCode, params: CodeParams = {}): Reason => ({ code, params });

/** The reason of each contract of the key that no tender takes, by rank of buyer and candidate. */
export function reasonsAlone(settled: Settled): { candidate: Candidate; reason: Reason }[] {
  const joined = new Set(settled.drafts.flatMap(({ entries }) => entries.map(({ contract }) => contract.id)));
  const prospects = prospectsOf(settled, joined);
  return settled.open.buyers.flatMap((buyer, rank) =>
    buyer.candidates
      .filter(({ contract }) => !joined.has(contract.id))
      .map(candidate => ({ candidate, reason: reasonFor(candidate, buyer, rank, settled, prospects) })),
  );
}

function prospectsOf(settled: Settled, joined: ReadonlySet<string>): Prospects {
  const { open } = settled;
  let left: ReadyKey | undefined;
  const value = (key: ReadyKey, start: number, floor: number): number =>
    solveStarts(key, [start], floor)?.value ?? -Infinity;
  return {
    alone: onceAStart(start => value(open.ready, start, -Infinity)),
    isLeft: onceAStart(start => value((left ??= readyKey(leftover(settled, joined))), start, 0) > 0),
  };
}

function onceAStart<Result>(work: (start: number) => Result): (start: number) => Result {
  const known = new Map<number, Result>();
  return start => {
    if (!known.has(start)) known.set(start, work(start));
    return known.get(start)!;
  };
}

/** The key without the contracts that are taken: what it could still make. */
function leftover({ open }: Settled, joined: ReadonlySet<string>): KeyProblem {
  const { problem } = open.ready;
  const width = problem.tiers.length * problem.starts.length;
  const members = problem.members.map((member, rank) => {
    const worth = member.worth.slice();
    open.buyers[rank]!.candidates.forEach(({ contract }, c) => {
      if (joined.has(contract.id)) worth.fill(-Infinity, c * width, (c + 1) * width);
    });
    return { contracts: member.contracts, worth, sought: worth };
  });
  return { ...withoutRequired(problem), members };
}

function reasonFor(
  candidate: Candidate,
  buyer: Buyer,
  rank: number,
  settled: Settled,
  prospects: Prospects,
): Reason {
  const { open } = settled;
  if (settled.weight === 0) return reason('NO_WEIGHT');
  // Without a partner left, it is the tender that is under way that it could have joined.
  const [closed] = settled.closed;
  if (open.buyers.length < 2)
    return closed ? reason('TENDER_CLOSED', { start: closed }) : reason('NO_PARTNER');
  const c = buyer.candidates.indexOf(candidate);
  const reachable = open.starts.map((_, s) => s).filter(s => reaches(open, rank, c, s));
  if (reachable.length === 0) return outOfReach(candidate, buyer, open);
  const shared = reachable.filter(s => othersAt(open, rank, s) > 0);
  if (shared.length === 0 && closed) return reason('TENDER_CLOSED', { start: closed });
  if (shared.length === 0) return reason('WINDOW_MISMATCH', nearestPartner(candidate, buyer, open));
  return (
    ownLoss(candidate, rank, shared, settled) ??
    groupLoss(shared, settled, prospects) ??
    noRoom(candidate, shared, settled, prospects) ??
    atChosenStarts(candidate, rank, settled, prospects)
  );
}

/** No lever gets it to any start: too soon, too late to say so, or bound for too long. */
function outOfReach(candidate: Candidate, buyer: Buyer, open: OpenKey): Reason {
  const { final, closed } = candidate.standing;
  const [first, last] = [open.starts[0], open.starts.at(-1)];
  if (!first || !last) return reason('WINDOW_MISMATCH', nearestPartner(candidate, buyer, open));
  if (final && final.after < first.number) {
    return reason('ENDS_TOO_SOON', { end: final.end, earliestStart: first.day });
  }
  const missed = closed.find(exit => exit.after >= first.number && exit.after <= last.lastEntry);
  if (missed) return reason('NOTICE_PASSED', { since: missed.deadline, end: missed.end });
  if (final && final.after <= last.lastEntry)
    return reason('WINDOW_MISMATCH', nearestPartner(candidate, buyer, open));
  return reason('LOCKED_BEYOND_HORIZON', { ...(final && { end: final.end }), lastStart: last.day });
}

/** How many other members can get to a start. */
function othersAt(open: OpenKey, rank: number, start: number): number {
  return open.buyers.filter(
    ({ candidates }, m) => m !== rank && candidates.some((_, c) => reaches(open, m, c, start)),
  ).length;
}

/** The other member whose ends are nearest, and the months between. */
function nearestPartner({ standing }: Candidate, buyer: Buyer, open: OpenKey): CodeParams {
  const own = endsOf(standing);
  let nearest: { partner: MemberId; months: number } | undefined;
  for (const other of open.buyers) {
    if (other.id === buyer.id) continue;
    for (const candidate of other.candidates) {
      for (const theirs of endsOf(candidate.standing)) {
        for (const mine of own) {
          const months = Math.abs(mine - theirs);
          if (months < (nearest?.months ?? Infinity)) nearest = { partner: other.id, months };
        }
      }
    }
  }
  return { ...nearest };
}

function endsOf({ exits, final }: Candidate['standing']): number[] {
  return [...exits.map(exit => exit.month), ...(final ? [final.month] : [])];
}

/** At every start the member itself would lose, even in the largest group that could be. */
function ownLoss(
  candidate: Candidate,
  rank: number,
  starts: readonly number[],
  { open, ground }: Settled,
): Reason | undefined {
  const { problem } = open.ready;
  let least = Infinity;
  for (const start of starts) {
    const group = Math.min(othersAt(open, rank, start) + 1, problem.membersAtMost);
    const tier = Math.max(
      0,
      tiersOf(ground.settings).findLastIndex(([members]) => members <= group),
    );
    const c = open.buyers[rank]!.candidates.indexOf(candidate);
    const own = worthAt(problem, rank, c, tier, start);
    const member = open.buyers[rank]!.candidates.reduce(
      (sum, _, k) => sum + Math.max(0, worthAt(problem, rank, k, tier, start)),
      0,
    );
    const missing = Math.max(-own, problem.starts[start]!.coordination - member);
    if (own > 0 && missing <= 0) return undefined;
    least = Math.min(least, Math.max(missing, 0));
  }
  return reason('OWN_LOSS', { missingAmount: roundCents(least) });
}

function worthAt(problem: KeyProblem, rank: number, contract: number, tier: number, start: number): number {
  return problem.members[rank]!.worth[at(problem, contract, tier, start)]!;
}

/** At every start that it can get to, no group covers what a tender costs, or too few members gain. */
function groupLoss(starts: readonly number[], { open }: Settled, { alone }: Prospects): Reason | undefined {
  if (starts.some(start => alone(start) > 0)) return undefined;
  const values = starts.map(alone);
  const best = Math.max(...values);
  if (best === -Infinity) return reason('GROUP_LOSS', { missingMembers: 1 });
  const start = open.starts[starts[values.indexOf(best)]!]!;
  return reason('GROUP_LOSS', { missingAmount: roundCents(-best), start: start.day });
}

/** A tender with it would be worth making, if its quarter had room, or the key one more tender. */
function noRoom(
  candidate: Candidate,
  starts: readonly number[],
  settled: Settled,
  { isLeft }: Prospects,
): Reason | undefined {
  const { open, drafts, unlimited, priceAt } = settled;
  const wanted = unlimited.find(({ entries }) =>
    entries.some(({ contract }) => contract === candidate.contract),
  );
  const made = wanted && drafts.some(({ start }) => start.day === wanted.start.day);
  if (wanted && !made) return capacity(open.starts.indexOf(wanted.start), settled);
  const start = starts.find(isLeft);
  if (start === undefined) return undefined;
  if (priceAt(start) !== undefined) return capacity(start, settled);
  return drafts.length >= open.ready.problem.waves
    ? reason('MAX_WAVES', { tenders: drafts.length, start: open.starts[start]!.day })
    : undefined;
}

function capacity(start: number, { open, priceAt }: Settled): Reason {
  const { day, launch } = open.starts[start]!;
  return reason('CAPACITY', { quarter: launch, start: day, priceAmount: roundCents(priceAt(start) ?? 0) });
}

/** The key has its tenders (or would have): why this contract is not in the nearest of them. */
function atChosenStarts(candidate: Candidate, rank: number, settled: Settled, prospects: Prospects): Reason {
  const drafts = settled.drafts.length > 0 ? settled.drafts : settled.unlimited;
  const { open, ground } = settled;
  const near = nearestDraft(candidate, drafts);
  if (!near) return groupLoss([0], settled, prospects) ?? reason('GROUP_LOSS', { missingMembers: 1 });
  const start = open.starts.findIndex(({ day }) => day === near.start.day);
  const params = { tender: idOf(near), start: near.start.day };
  const c = open.buyers[rank]!.candidates.indexOf(candidate);
  if (start < 0 || !reaches(open, rank, c, start)) {
    // An individual contract that ends with the framework makes it ready for the next joint one.
    return reason('NOT_REACHABLE_AT_CHOSEN_START', { ...params, until: jointEnd(near) });
  }
  const members = membersOf(near);
  const id = open.buyers[rank]!.id;
  const group = members.includes(id) ? members.length : members.length + 1;
  const tier = Math.max(
    0,
    tiersOf(ground.settings).findLastIndex(([least]) => least <= group),
  );
  const { problem } = open.ready;
  const own = worthAt(problem, rank, c, tier, start);
  const needed = members.includes(id) ? 0 : problem.starts[start]!.coordination;
  if (own > needed) {
    const apart = [...problem.apart, ...problem.together].some(pair => pair.includes(rank));
    if (apart) return reason('EXCLUDED_PAIR', params);
    if (members.length >= problem.membersAtMost)
      return reason('MAX_MEMBERS', { ...params, members: members.length });
  }
  return reason('LOSS_AT_CHOSEN_START', { ...params, missingAmount: Math.max(0, needed - own) as Cents });
}

/** The tender whose start is nearest to an end of the contract; the earliest between equals. */
function nearestDraft({ standing }: Candidate, drafts: readonly Draft[]): Draft | undefined {
  const distance = ({ start }: Draft): number =>
    Math.min(...endsOf(standing).map(month => Math.abs(month - start.month)), Number.MAX_SAFE_INTEGER);
  return drafts.toSorted((a, b) => distance(a) - distance(b) || a.start.number - b.start.number)[0];
}

function jointEnd({ start, open }: Draft): Day {
  return addDays(addMonths(start.day, open.months), -1);
}
