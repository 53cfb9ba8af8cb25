/**
 * The term of a contract: when it starts, how it renews, when it can end, and by when that must be said.
 * The one place for the exit model (code de la commande publique, R2112-4).
 */
import { type Day, addDays, addMonths, maxDay } from './day.ts';

/**
 * How a contract goes on after its firm period.
 * `tacit`: it runs on unless denounced. `express`: it ends unless renewed. `none`: it ends.
 */
export type Renewal = 'tacit' | 'express' | 'none' | 'unknown';

/** Advance warning owed before an end (préavis), in calendar months or in days. */
export type Notice = { readonly months: number } | { readonly days: number };

/** What a line of a register says of a contract's term, once read. Whatever it does not say is absent. */
export interface TermReading {
  readonly start?: Day;
  /** Last day of the firm (first) period, inclusive. */
  readonly firmEnd?: Day;
  readonly firmMonths?: number;
  readonly renewal: Renewal;
  /** How many times it may renew; `unlimited` for a tacit renewal without cap; absent when not said. */
  readonly renewals?: number | 'unlimited';
  /** How many renewals are left after the term in force, when only that is said. */
  readonly renewalsLeft?: number;
  /** Length of each renewal, in months. */
  readonly renewalMonths?: number;
  readonly notice?: Notice;
  /** End of the term in force as the register states it (« prochaine échéance »), inclusive. */
  readonly statedCurrentEnd?: Day;
  /** Last possible end as the register states it, all renewals taken, inclusive. */
  readonly statedLatestEnd?: Day;
  /** The register says in so many words that the contract is in force (« statut : en cours »). */
  readonly statedRunning?: boolean;
  /** No end at all (« durée indéterminée »): it stops only by notice. */
  readonly openEnded?: boolean;
}

/** A term seen on a given day. A date that cannot be known stays absent. */
export interface Term extends TermReading {
  /** Last day of the term in force on that day, inclusive; the last end when the contract is over. */
  readonly currentEnd?: Day;
  /** Last day when every renewal is taken, inclusive; absent when there is no cap, or it is unknown. */
  readonly latestEnd?: Day;
  /** Last day on which notice can still be given for the term in force; it may already be past. */
  readonly noticeDeadline?: Day;
}

/**
 * Applies the exit model on the day `asOf`.
 *
 * Ends are counted from the original start (or, without one, from the first end stated), never chained:
 * the k-th end is start + firm + k × renewal − 1 day. A tacit contract is in the first period that ends on or
 * after `asOf`, up to its cap; without a stated cap it goes on renewing. An express contract ends at its firm
 * end unless the register shows that it was renewed (a later stated end, or a status that says so).
 */
export function termOn(reading: TermReading, asOf: Day): Term {
  const known = withFirmEnd(reading);
  if (known.openEnded) return known;
  const currentEnd = currentEndOn(known, asOf);
  if (!currentEnd) return known;
  const latestEnd = latestEndOf(known, currentEnd);
  const term: { -readonly [Key in keyof Term]: Term[Key] } = { ...known, currentEnd };
  if (latestEnd) term.latestEnd = latestEnd;
  if (known.notice) term.noticeDeadline = noticeDeadlineFor(currentEnd, known.notice);
  return term;
}

/** The reading of a contract that stops at `end`, whatever renewals it had. */
export function stoppedAt(reading: TermReading, end: Day): TermReading {
  const rest: { -readonly [Key in keyof TermReading]: TermReading[Key] } = { ...reading };
  for (const key of ['renewals', 'renewalMonths', 'renewalsLeft', 'openEnded'] as const) delete rest[key];
  return { ...rest, renewal: 'none', statedCurrentEnd: end, statedLatestEnd: end };
}

/**
 * Every end at which the contract can stop, from the term in force on, ascending, up to `until` inclusive.
 * The last of them is the final end when the renewals are capped within `until`. Empty for an open-ended
 * contract (it can stop on any day, with notice) and when no end is known.
 */
export function exitsOf(term: Term, until: Day): readonly Day[] {
  const { currentEnd, latestEnd } = term;
  if (!currentEnd) return [];
  const exits = [currentEnd];
  if (canRenew(term)) {
    const endAfter = endsOf(term);
    for (let k = 1; ; k += 1) {
      const end = endAfter(k);
      if (end > until || (latestEnd && end >= latestEnd)) break;
      if (end > currentEnd) exits.push(end);
    }
  }
  if (latestEnd && latestEnd > currentEnd) exits.push(latestEnd);
  return exits.filter(end => end <= until);
}

/** Last day on which notice can be given for the contract to stop at `end`: the day after the end − notice − 1 day. */
export function noticeDeadlineFor(end: Day, notice: Notice): Day {
  const dayAfter = addDays(end, 1);
  return 'months' in notice ? addDays(addMonths(dayAfter, -notice.months), -1) : addDays(end, -notice.days);
}

/** A thousand years: a figure beyond it is a slip of the keyboard, and must not leave the calendar. */
const MOST_MONTHS = 12_000;

/** The last day of a period of whole months that begins on `start`; a thousand years at most. */
export function endOfPeriod(start: Day, months: number): Day {
  return addDays(addMonths(start, Math.min(months, MOST_MONTHS)), -1);
}

function withFirmEnd(reading: TermReading): TermReading {
  if (reading.firmEnd || !reading.start || reading.firmMonths === undefined) return reading;
  return { ...reading, firmEnd: endOfPeriod(reading.start, reading.firmMonths) };
}

function canRenew(reading: TermReading): boolean {
  const renews = reading.renewal === 'tacit' || reading.renewal === 'express';
  return renews && reading.renewals !== 0 && (reading.renewalMonths ?? 0) > 0;
}

/** The end after `k` renewals. */
type Ends = (k: number) => Day;

/** Ends counted from the firm period: from the original start when it is known, else from the firm end. */
function endsFromFirm({ start, firmMonths, firmEnd, renewalMonths }: TermReading): Ends | undefined {
  const length = renewalMonths ?? 0;
  if (start && firmMonths !== undefined && firmEnd === endOfPeriod(start, firmMonths)) {
    return k => endOfPeriod(start, firmMonths + k * length);
  }
  return firmEnd && endsAfter(firmEnd, length);
}

function endsAfter(end: Day, length: number): Ends {
  return k => endOfPeriod(addDays(end, 1), k * length);
}

/** Ends from the term in force on: those of the firm period, unless a stated end is on none of them. */
function endsOf(reading: TermReading): Ends {
  const { firmEnd, statedCurrentEnd: stated, renewalMonths } = reading;
  const length = renewalMonths ?? 0;
  const fromFirm = endsFromFirm(reading);
  if (!fromFirm) return endsAfter(stated!, length);
  // The dates were changed on the way: the last one stated is the anchor.
  const moved = stated && stated > firmEnd! && length > 0 && !reaches(fromFirm, stated);
  return moved ? endsAfter(stated, length) : fromFirm;
}

/** True when one of the ends is that day. */
function reaches(endAfter: Ends, day: Day): boolean {
  for (let k = 1; ; k += 1) {
    const end = endAfter(k);
    if (end >= day) return end === day;
  }
}

/** The end of the term in force, which may be past: the contract is then over, or nothing shows that it goes on. */
function currentEndOn(reading: TermReading, asOf: Day): Day | undefined {
  const { firmEnd, renewal, statedCurrentEnd: stated } = reading;
  if (stated && stated >= asOf) return stated;
  const known = stated && firmEnd ? maxDay(stated, firmEnd) : (stated ?? firmEnd);
  if (!known) return reading.statedLatestEnd;
  const runsOn = renewal === 'tacit' || (renewal === 'express' && reading.statedRunning === true);
  if (known >= asOf || !runsOn || !canRenew(reading)) return known;
  const cap = capOf(reading);
  const endAfter = endsOf(reading);
  for (let k = 1; ; k += 1) {
    const end = endAfter(k);
    if (cap && end >= cap) return maxDay(cap, known);
    if (end >= asOf) return end;
  }
}

/** The last possible end, from what is stated or from the number of renewals; absent when there is no cap. */
function capOf(reading: TermReading): Day | undefined {
  if (reading.statedLatestEnd) return reading.statedLatestEnd;
  if (typeof reading.renewals !== 'number') return undefined;
  return (endsFromFirm(reading) ?? endsOf(reading))(reading.renewals);
}

/** The last end, so many renewals after the term in force. */
function endAfterThoseLeft(reading: TermReading, currentEnd: Day, left: number): Day {
  const endAfter = endsOf(reading);
  let taken = 0;
  while (endAfter(taken) < currentEnd) taken += 1;
  return endAfter(taken + left);
}

function latestEndOf(reading: TermReading, currentEnd: Day): Day | undefined {
  const renews = canRenew(reading);
  const cap =
    renews && reading.renewalsLeft !== undefined && (reading.firmEnd ?? reading.statedCurrentEnd)
      ? endAfterThoseLeft(reading, currentEnd, reading.renewalsLeft)
      : renews || reading.statedLatestEnd
        ? capOf(reading)
        : undefined;
  if (cap) return maxDay(cap, currentEnd);
  // A tacit renewal whose cap is not stated has no known last end; anything else stops where it stands.
  return reading.renewal === 'tacit' && renews ? undefined : currentEnd;
}
