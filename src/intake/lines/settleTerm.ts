/** What the cells of one line say of its term → one reading, every assumption and contradiction said. */
import { type Day, addDays, addMonths, daysBetween, maxDay, monthsBetween } from '../../domain/day.ts';
import {
  type Notice,
  type Renewal,
  type TermReading,
  endOfPeriod,
  stoppedAt,
  termOn,
} from '../../domain/term.ts';
import type { Duration } from '../cells/durations.ts';
import { type Problem, problem } from '../cells/problem.ts';

/** Everything that a line says of its term, each thing once. */
export interface TermFacts {
  readonly start?: Day;
  /** An end that does not say which. */
  readonly end?: Day;
  readonly firmEnd?: Day;
  readonly currentEnd?: Day;
  readonly latestEnd?: Day;
  readonly terminated?: Day;
  /** An end is written, and could not be read: none is supposed in its place. */
  readonly endUnread?: boolean;
  /** Notice was given on that day. */
  readonly denounced?: Day;
  readonly noticeDeadline?: Day;
  readonly firm?: Duration;
  /** All renewals included. */
  readonly totalMonths?: number;
  /** `yes`: it renews, the line does not say how. */
  readonly renewal?: Exclude<Renewal, 'unknown'> | 'yes';
  readonly renewals?: number | 'unlimited';
  /** Renewals already taken, and those left, when the register counts them. */
  readonly renewalsDone?: number;
  readonly renewalsLeft?: number;
  readonly renewalMonths?: number;
  readonly notice?: Notice;
  readonly openEnded?: boolean;
  readonly statedRunning?: boolean;
  /** The start is the notification, for want of a start. */
  readonly startAssumed?: boolean;
}

export interface SettledTerm {
  readonly reading: TermReading;
  readonly problems: readonly Problem[];
}

type Draft = { -readonly [Key in keyof TermReading]: TermReading[Key] };

/** Without any length stated, renewals are taken as annual, the commonest in registers; it is said. */
const USUAL_RENEWAL_MONTHS = 12;

function draftFrom({ start, notice, statedRunning }: TermFacts): Draft {
  const draft: Draft = { renewal: 'unknown' };
  if (start) draft.start = start;
  if (notice) draft.notice = notice;
  if (statedRunning) draft.statedRunning = true;
  return draft;
}

/** Settles the reading of one line. */
export function settleTerm(said: TermFacts): SettledTerm {
  const problems: Problem[] = [];
  const facts = withAllRenewals(said, problems);
  const dates = withLaterEnd(datesAfterStart(facts, problems), facts, problems);
  const draft = draftFrom(facts);
  if (facts.terminated) return { reading: endedEarly(draft, dates.terminated), problems };
  if (facts.openEnded && !dates.end && !dates.firmEnd && !dates.latestEnd) {
    return { reading: { ...draft, openEnded: true }, problems };
  }
  settleMode(draft, facts, dates, problems);
  settleFirmEnd(draft, facts, dates, problems);
  settleRenewals(draft, facts, dates, problems);
  if (dates.currentEnd) draft.statedCurrentEnd = dates.currentEnd;
  settleTaken(draft, facts, dates);
  settleFirmEndBehind(draft);
  settleNotice(draft, facts);
  if (draft.notice && draft.renewal === 'unknown' && draft.firmEnd)
    problems.push(problem('NOTICE_WITHOUT_RENEWAL', { cells: 1 }));
  return { reading: facts.denounced ? stoppedAfterNotice(draft, facts.denounced) : draft, problems };
}

/** Of the renewals in all, those taken and those left, two give the third; the number in all is kept over the others. */
function withAllRenewals(facts: TermFacts, problems: Problem[]): TermFacts {
  const { renewals, renewalsDone: done, renewalsLeft: left } = facts;
  if (typeof renewals !== 'number') {
    const counted = renewals === undefined && done !== undefined && left !== undefined;
    return counted ? { ...facts, renewals: done + left } : facts;
  }
  const counted = (done ?? 0) + (left ?? 0);
  const isWhole = done !== undefined && left !== undefined;
  if (counted > renewals || (isWhole && counted < renewals))
    problems.push(problem('TERM_CONFLICT', { kept: String(renewals), other: String(counted) }));
  const taken = done ?? (left !== undefined && left <= renewals ? renewals - left : undefined);
  return taken === undefined ? facts : { ...facts, renewalsDone: Math.min(taken, renewals) };
}

/** Renewals taken show which period the contract had reached; those left count from the period in force. */
function settleTaken(
  draft: Draft,
  { renewalsDone, renewalsLeft }: TermFacts,
  { end, latestEnd }: Ends,
): void {
  if (!renews(draft)) return;
  if (renewalsDone) {
    const reached = draft.renewalMonths === undefined ? undefined : lastRenewalEnd(draft, renewalsDone);
    if (reached) draft.statedCurrentEnd ??= latestEnd && latestEnd < reached ? latestEnd : reached;
  }
  if (draft.renewals !== undefined || renewalsLeft === undefined || draft.statedLatestEnd) return;
  const current = draft.statedCurrentEnd ?? (end === draft.firmEnd ? end : undefined);
  if (!current || draft.renewalMonths === undefined) {
    draft.renewalsLeft = renewalsLeft;
    return;
  }
  const last = endOfPeriod(addDays(current, 1), renewalsLeft * draft.renewalMonths);
  draft.statedLatestEnd = draft.firmEnd ? maxDay(last, draft.firmEnd) : last;
  const renewals = renewalsBetween(draft.firmEnd, draft.statedLatestEnd, draft.renewalMonths);
  if (renewals !== undefined) draft.renewals = renewals;
}

/** How many renewals lead from one end to the other, when a whole number of them does. */
function renewalsBetween(firmEnd: Day | undefined, last: Day, months: number): number | undefined {
  const room = firmEnd && last > firmEnd ? wholeMonths(addDays(firmEnd, 1), last) : undefined;
  return room !== undefined && months > 0 && room % months === 0 ? room / months : undefined;
}

type Ends = Pick<TermFacts, 'end' | 'firmEnd' | 'currentEnd' | 'latestEnd' | 'terminated'>;
const ENDS = ['end', 'firmEnd', 'currentEnd', 'latestEnd', 'terminated'] as const;

/** An end before the start is a typing error in one of the two: the end is left out. */
function datesAfterStart(facts: TermFacts, problems: Problem[]): Ends {
  const { start } = facts;
  const ends: { -readonly [Key in keyof Ends]: Ends[Key] } = {};
  for (const field of ENDS) {
    const end = facts[field];
    if (!end) continue;
    if (!start || end >= start) ends[field] = end;
    else problems.push(problem('END_BEFORE_START', { start, end }));
  }
  return ends;
}

/** « Date de fin » beside the end of the firm period: the last one of what renews, the one in force otherwise. */
function withLaterEnd(ends: Ends, { renewal, renewals }: TermFacts, problems: Problem[]): Ends {
  const { end, firmEnd, currentEnd, latestEnd } = ends;
  if (!end || !firmEnd || end === firmEnd || end === currentEnd || end === latestEnd) return ends;
  if (end < firmEnd) {
    problems.push(problem('END_CONFLICT', { kept: firmEnd, computed: end }));
    return ends;
  }
  const isRenewed =
    (renewal !== undefined && renewal !== 'none') || (renewals !== undefined && renewals !== 0);
  if (isRenewed) return latestEnd ? ends : { ...ends, latestEnd: end };
  return currentEnd ? ends : { ...ends, currentEnd: end };
}

function endedEarly(facts: Draft, terminated: Day | undefined): TermReading {
  const { statedRunning: _, ...draft } = facts;
  if (!terminated) return { ...draft, renewal: 'none' };
  const firmMonths = wholeMonths(draft.start, terminated);
  const ended = { ...draft, renewal: 'none' as const, firmEnd: terminated, statedCurrentEnd: terminated };
  return firmMonths === undefined ? ended : { ...ended, firmMonths };
}

/** A contract stops at the end that was in force when notice was given. */
function stoppedAfterNotice(reading: TermReading, given: Day): TermReading {
  const { currentEnd } = termOn(reading, given);
  return currentEnd ? stoppedAt(reading, currentEnd) : reading;
}

/** Tacit, express or none: what is said, else what the number of renewals or the last end implies (R2112-4). */
function settleMode(draft: Draft, facts: TermFacts, ends: Ends, problems: Problem[]): void {
  const { renewal, renewals } = facts;
  const computed = firmEndFrom(facts.start, facts.firm);
  // A duration that goes beyond the last end is wrong: the end that is written will be kept over it.
  const isBeyond = computed !== undefined && ends.latestEnd !== undefined && computed > ends.latestEnd;
  const first = ends.currentEnd ?? ends.firmEnd ?? (isBeyond ? ends.end : computed) ?? ends.end;
  const implied =
    (renewals !== undefined && renewals !== 0) ||
    Boolean(facts.renewalsDone || facts.renewalsLeft) ||
    (facts.totalMonths !== undefined &&
      facts.firm?.months !== undefined &&
      facts.totalMonths > facts.firm.months) ||
    (ends.latestEnd !== undefined && first !== undefined && ends.latestEnd > first);
  if (renewals === 0) draft.renewal = 'none';
  else if (renewal === 'yes' || (renewal === undefined && implied)) {
    draft.renewal = 'tacit';
    problems.push(problem('RENEWAL_MODE_ASSUMED', { cells: 1 }));
  } else draft.renewal = renewal ?? 'unknown';
}

/** The last day of the firm period that start and duration give. */
export function firmEndFrom(start: Day | undefined, firm: Duration | undefined): Day | undefined {
  if (!start || !firm) return undefined;
  if (firm.months !== undefined) return endOfPeriod(start, firm.months);
  return firm.days === undefined ? undefined : addDays(start, firm.days - 1);
}

const renews = ({ renewal }: Draft): boolean => renewal === 'tacit' || renewal === 'express';

function settleFirmEnd(draft: Draft, facts: TermFacts, ends: Ends, problems: Problem[]): void {
  const wholeIsFirm = !facts.firm && facts.totalMonths !== undefined && !renews(draft);
  const firm = wholeIsFirm
    ? { months: facts.totalMonths! }
    : (facts.firm ?? firmLikeRenewals(draft, facts, ends, problems));
  const computed = firmEndFrom(facts.start, firm);
  const written = ends.firmEnd ?? (wholeIsFirm ? ends.latestEnd : undefined);
  const stated = written ?? genericEnd(draft, facts, ends, computed, problems);
  if (written && computed && written !== computed) {
    problems.push(problem('END_CONFLICT', { kept: written, computed }));
  }
  const firmEnd = stated ?? computed;
  if (firmEnd) draft.firmEnd = firmEnd;
  const months = (firmEnd === computed ? firm?.months : undefined) ?? wholeMonths(facts.start, firmEnd);
  // Without a start, nothing contradicts the duration as written.
  const kept = firmEnd && facts.start ? months : firm?.months;
  if (kept !== undefined) draft.firmMonths = kept;
}

/** « tacite reconduction annuelle » and a start, nothing else: the anniversaries of the start, which is said. */
function firmLikeRenewals(
  { renewal, start }: Draft,
  { renewalMonths, totalMonths, endUnread }: TermFacts,
  ends: Ends,
  problems: Problem[],
): Duration | undefined {
  const known = Object.keys(ends).length > 0 || totalMonths !== undefined || endUnread;
  if (renewal !== 'tacit' || !start || renewalMonths === undefined || known) return undefined;
  problems.push(problem('FIRM_LENGTH_ASSUMED', { months: renewalMonths }));
  return { months: renewalMonths };
}

/**
 * What « Date de fin » means: the firm end; or, when start and duration say that the firm period ends earlier,
 * the end of a later period. The date written is kept over the one computed: it is what the member tracks.
 */
function genericEnd(
  draft: Draft,
  facts: TermFacts,
  { end, currentEnd, latestEnd }: Ends,
  computed: Day | undefined,
  problems: Problem[],
): Day | undefined {
  if (!end || end === computed) return end;
  if (!computed) {
    const known = currentEnd ?? latestEnd;
    if (renews(draft) && known && known >= end) return end;
    if (renews(draft) && typeof facts.renewals === 'number')
      problems.push(problem('END_TAKEN_AS_FIRM', { cells: 1 }));
    return end;
  }
  if (renews(draft) && end > computed) {
    const renewals = renewalsUntil(facts, end);
    const isLast = endOfTotal(facts) === end || (renewals !== undefined && renewals === facts.renewals);
    if (isLast) draft.statedLatestEnd = end;
    else draft.statedCurrentEnd = end;
    if (!isLast && renewals === undefined) problems.push(problem('END_CONFLICT', { kept: end, computed }));
    return computed;
  }
  problems.push(problem('END_CONFLICT', { kept: end, computed }));
  return end;
}

/** After how many renewals the contract ends on that day; `undefined` when no whole number of them gives it. */
function renewalsUntil({ start, firm, renewalMonths }: TermFacts, end: Day): number | undefined {
  if (!start || firm?.months === undefined) return undefined;
  const length = renewalMonths ?? firm.months;
  const renewals = (monthsBetween(start, addDays(end, 1)) - firm.months) / length;
  const exact = Number.isInteger(renewals) && endOfPeriod(start, firm.months + renewals * length) === end;
  return exact ? renewals : undefined;
}

function endOfTotal({ start, totalMonths }: TermFacts): Day | undefined {
  return start && totalMonths !== undefined ? endOfPeriod(start, totalMonths) : undefined;
}

function settleRenewals(draft: Draft, facts: TermFacts, ends: Ends, problems: Problem[]): void {
  if (facts.renewals !== undefined) {
    if (draft.renewal !== 'none' || facts.renewals === 0) draft.renewals = facts.renewals;
    else problems.push(problem('TERM_CONFLICT', { kept: '0', other: String(facts.renewals) }));
  }
  const last = ends.latestEnd ?? endOfTotal(facts);
  if (!renews(draft)) {
    if (ends.latestEnd) draft.statedLatestEnd = ends.latestEnd;
    return;
  }
  const knowsAnEnd = draft.firmEnd ?? draft.firmMonths ?? ends.currentEnd ?? last;
  // With neither a length nor an end, there is nothing to rest an assumption on.
  if (facts.renewalMonths === undefined && knowsAnEnd === undefined) return;
  const room = roomFor(draft, facts, last);
  const length = facts.renewalMonths ?? lengthOf(draft, facts, room, problems);
  draft.renewalMonths = length;
  if (draft.renewals === undefined && room !== undefined && length > 0) {
    if (room % length === 0) draft.renewals = room / length;
    else problems.push(problem('RENEWALS_NOT_WHOLE', { months: (draft.firmMonths ?? 0) + room }));
  }
  settleLatest(draft, ends.latestEnd, last, problems);
}

/** Months of renewals between the firm end and the last one. */
function roomFor(draft: Draft, { firm, totalMonths }: TermFacts, last: Day | undefined): number | undefined {
  if (draft.firmEnd && last && last > draft.firmEnd) return wholeMonths(addDays(draft.firmEnd, 1), last);
  if (totalMonths !== undefined && firm?.months !== undefined && totalMonths > firm.months)
    return totalMonths - firm.months;
  return undefined;
}

function lengthOf(
  draft: Draft,
  { renewals }: TermFacts,
  room: number | undefined,
  problems: Problem[],
): number {
  const shared = room !== undefined && typeof renewals === 'number' && renewals > 0 ? room / renewals : NaN;
  if (isUsualLength(shared)) return shared;
  const usual = draft.firmMonths ?? USUAL_RENEWAL_MONTHS;
  const months = room === undefined ? usual : Math.min(usual, room);
  problems.push(problem('RENEWAL_LENGTH_ASSUMED', { months }));
  return months;
}

/** Renewals are of half years and years, or short of a few months; « 9 months » is a slip in one of the figures. */
function isUsualLength(months: number): boolean {
  return months % 6 === 0 || [1, 2, 3, 4].includes(months);
}

function settleLatest(
  draft: Draft,
  stated: Day | undefined,
  last: Day | undefined,
  problems: Problem[],
): void {
  const counted = typeof draft.renewals === 'number' ? lastRenewalEnd(draft, draft.renewals) : undefined;
  if (!last || last === counted) {
    if (stated) draft.statedLatestEnd = stated;
    return;
  }
  draft.statedLatestEnd = draft.firmEnd ? maxDay(last, draft.firmEnd) : last;
  if (counted) problems.push(problem('END_CONFLICT', { kept: draft.statedLatestEnd, computed: counted }));
}

function lastRenewalEnd(
  { start, firmEnd, firmMonths, renewalMonths }: Draft,
  renewals: number,
): Day | undefined {
  const months = renewals * (renewalMonths ?? 0);
  if (start && firmMonths !== undefined) return endOfPeriod(start, firmMonths + months);
  return firmEnd && endOfPeriod(addDays(firmEnd, 1), months);
}

/** The firm end is the last end less every renewal, when the end in force is that one or one of the renewals'. */
function settleFirmEndBehind(draft: Draft): void {
  const { start, firmEnd: known, renewals, renewalMonths, statedCurrentEnd, statedLatestEnd } = draft;
  if (known || !statedCurrentEnd || !statedLatestEnd || typeof renewals !== 'number' || !renewalMonths)
    return;
  const firmEnd = addDays(addMonths(addDays(statedLatestEnd, 1), -renewals * renewalMonths), -1);
  const since = statedCurrentEnd === firmEnd ? 0 : wholeMonths(addDays(firmEnd, 1), statedCurrentEnd);
  if (since === undefined || since % renewalMonths !== 0 || (start && firmEnd <= start)) return;
  draft.firmEnd = firmEnd;
  const months = draft.firmMonths ?? wholeMonths(start, firmEnd);
  if (months !== undefined) draft.firmMonths = months;
}

/** A deadline written in the register gives the notice, before the end then in force, when nothing else does. */
function settleNotice(draft: Draft, { noticeDeadline }: TermFacts): void {
  if (draft.notice || !noticeDeadline) return;
  const { currentEnd: end } = termOn(draft, noticeDeadline);
  if (!end || noticeDeadline >= end) return;
  const dayAfter = addDays(end, 1);
  const months = monthsBetween(addDays(noticeDeadline, 1), dayAfter);
  const exact = months > 0 && addDays(addMonths(dayAfter, -months), -1) === noticeDeadline;
  draft.notice = exact ? { months } : { days: daysBetween(noticeDeadline, end) };
}

/** Whole months from `start` to `end` inclusive; `undefined` when they are not whole. */
export function wholeMonths(start: Day | undefined, end: Day | undefined): number | undefined {
  if (!start || !end || end < start) return undefined;
  const months = monthsBetween(start, addDays(end, 1));
  return months > 0 && endOfPeriod(start, months) === end ? months : undefined;
}
