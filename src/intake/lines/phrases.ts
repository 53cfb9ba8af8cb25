/** What the phrases, durations and counts of one line say of its term. */
import { MOST_RENEWALS, type TermContext, type TermSayings } from '../cells/termPieces.ts';
import { type Problem, problem } from '../cells/problem.ts';
import type { Day } from '../../domain/day.ts';
import type { ColumnMatch, Field } from '../fields.ts';
import { type DraftFacts, conflict, offer, offerDay } from './draftFacts.ts';
import type { Readers } from './readers.ts';
import { wholeMonths } from './settleTerm.ts';

/** A whole number, as spreadsheets write it too (« 3,0 »). */
export const COUNT = /^\s*(\d+)(?:[.,]0+)?\s*$/;

/** Takes what one cell says of the term; what must be said of it comes back. */
export function readPhrase(
  facts: DraftFacts,
  text: string,
  column: ColumnMatch,
  context: TermContext,
  readers: Readers,
): readonly Problem[] {
  const field = column.field!;
  if (field === 'renewals') {
    const count = COUNT.exec(text);
    if (count) return takeCount(facts, Number(count[1]) - (countsPeriods(column.heading) ? 1 : 0), text);
  }
  const duration = readers.durations.get(field)?.read(text);
  if (duration && (duration.months !== undefined || duration.days !== undefined)) {
    return [...duration.problems, ...takeDuration(facts, field, duration, text)];
  }
  if (
    duration?.problems[0]?.code === 'DURATION_IMPLAUSIBLE' &&
    !(field === 'renewalDuration' || field === 'notice')
  ) {
    return duration.problems;
  }
  if (duration && /^\s*0+(?:[.,]0+)?\s*$/.test(text)) return [];
  const said = readers.words(context)(text);
  return [...said.problems, ...takeWords(facts, said, column, text, readers)];
}

/** « Nombre de périodes » counts the firm one, « nombre de périodes de reconduction » does not. */
function countsPeriods(heading: string): boolean {
  return /p[ée]riodes?\b/i.test(heading) && !/recond|renouv|prolong|option/i.test(heading);
}

function takeCount(facts: DraftFacts, count: number, text: string): readonly Problem[] {
  if (count < 0 || count > MOST_RENEWALS) return [problem('NUMBER_UNREADABLE', {})];
  return offer(facts, 'renewals', count, text);
}

function takeDuration(
  facts: DraftFacts,
  field: Field,
  { months, days }: { readonly months?: number; readonly days?: number },
  text: string,
): readonly Problem[] {
  const duration = months === undefined ? { days: days! } : { months };
  if (field === 'duration') return offer(facts, 'firm', duration, text);
  if (field === 'notice') return offer(facts, 'notice', duration, text);
  if (months === undefined) return [problem('DURATION_UNREADABLE', {})];
  return offer(facts, field === 'totalDuration' ? 'totalMonths' : 'renewalMonths', months, text);
}

const TACIT_HEADING = /tacit|auto/i;
/** « Extendable », « Option to extend »: an extension is taken by a decision, in English practice. */
const EXPRESS_HEADING = /expres|extend|\boptions?\b/i;

/** Takes what words said; `column` tells what a heading makes of « oui » or of a lone duration. */
export function takeWords(
  facts: DraftFacts,
  said: TermSayings,
  column: ColumnMatch,
  text: string,
  readers: Readers,
): Problem[] {
  const problems: Problem[] = [];
  const { firm, renewals, renewalMonths, totalMonths, notice, openEnded, since, until, deadline } =
    onlyRenewals(facts, said, column);
  const total = column.field === 'totalDuration' && firm?.months !== undefined && totalMonths === undefined;
  if (firm && isWholeOf(facts.firm, firm, renewals)) {
    facts.totalMonths ??= facts.firm!.months!;
    facts.firm = firm;
  } else if (firm)
    problems.push(
      ...(total ? offer(facts, 'totalMonths', firm.months!, text) : offer(facts, 'firm', firm, text)),
    );
  if (renewals !== undefined) problems.push(...offer(facts, 'renewals', renewals, text));
  if (renewalMonths !== undefined) problems.push(...offer(facts, 'renewalMonths', renewalMonths, text));
  if (totalMonths !== undefined) problems.push(...offer(facts, 'totalMonths', totalMonths, text));
  if (notice) problems.push(...offer(facts, 'notice', notice, text));
  if (said.renewal) problems.push(...takeMode(facts, said.renewal, column, text));
  if (openEnded) facts.openEnded = true;
  const start = since && readers.dateInWords(since).first;
  const lastDay = deadline && readers.dateInWords(deadline).last;
  if (lastDay) facts.noticeDeadline ??= lastDay;
  const end = until && readers.dateInWords(until).last;
  if (start && facts.startAssumed) takeStart(facts, start);
  else if (start) problems.push(...offerDay(facts, 'start', start));
  const isOfRenewals = column.field === 'renewal' || column.field === 'renewals';
  if (end) problems.push(...offerDay(facts, isOfRenewals ? 'latestEnd' : 'end', end));
  return problems;
}

/** « 4 ans » in one cell, « 1 an reconductible 3 fois » in another: the first was the whole. */
function isWholeOf(
  known: DraftFacts['firm'],
  firm: NonNullable<TermSayings['firm']>,
  renewals: TermSayings['renewals'],
): boolean {
  return (
    typeof renewals === 'number' &&
    renewals > 0 &&
    firm.months !== undefined &&
    known?.months === firm.months * (renewals + 1)
  );
}

/** A start that is written takes the place of the notification. */
function takeStart(facts: DraftFacts, start: Day): void {
  facts.start = start;
  delete facts.startAssumed;
}

/** « 1+1 ans » under « Reconductions » is two renewals of a year, when the firm period is known to be another. */
function onlyRenewals(facts: DraftFacts, said: TermSayings, { field }: ColumnMatch): TermSayings {
  const { firm, renewals, renewalMonths } = said;
  if (field !== 'renewal' && field !== 'renewals') return said;
  if (typeof renewals !== 'number' || !firm?.months || firm.months !== renewalMonths) return said;
  const months = facts.firm?.months ?? wholeMonths(facts.start, facts.firmEnd ?? facts.end);
  const whole = firm.months + renewals * renewalMonths;
  if (months === undefined || months === firm.months || (!facts.firm && months === whole)) return said;
  const { firm: _, ...rest } = said;
  return { ...rest, renewals: renewals + 1 };
}

function takeMode(
  facts: DraftFacts,
  mode: NonNullable<TermSayings['renewal']>,
  { field, heading }: ColumnMatch,
  text: string,
): readonly Problem[] {
  const qualified = mode === 'yes' && field === 'renewal' ? modeOfHeading(heading) : mode;
  if (facts.renewal === undefined || facts.renewal === 'yes') {
    facts.renewal = qualified;
    facts.wrote.set('renewal', text);
    return [];
  }
  return qualified === 'yes' || qualified === facts.renewal
    ? []
    : [conflict(facts.wrote.get('renewal')!, text)];
}

/** « Reconduction tacite (O/N) »: yes means tacit; « Extendable »: yes means express. */
function modeOfHeading(heading: string): 'tacit' | 'express' | 'yes' {
  const [tacit, express] = [TACIT_HEADING.test(heading), EXPRESS_HEADING.test(heading)];
  return tacit === express ? 'yes' : tacit ? 'tacit' : 'express';
}
