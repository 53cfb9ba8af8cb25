/** The next end at which a contract left alone can still stop. */
import type { Contract } from '../domain/contract.ts';
import { addMonths } from '../domain/day.ts';
import type { Alone } from '../domain/plan.ts';
import { exitsOf, noticeDeadlineFor } from '../domain/term.ts';
import type { Ground } from './ground.ts';

/** How far ahead it is looked for, in months: no term of a register is longer. */
const FAR = 240;

/**
 * The first end from as-of on that is final, or whose notice can still be given, with the last day to give it (the
 * notice of a tacit contract whose register gives none is the setting's). Nothing when no end is known.
 */
export function nextStop(
  { term, status }: Contract,
  { asOf, settings }: Ground,
): Pick<Alone, 'nextExit' | 'decideBy'> {
  if (status === 'ended' || status === 'terminated') return {};
  const notice =
    term.notice ?? (term.renewal === 'tacit' ? { months: settings.assumedNoticeMonths } : undefined);
  for (const end of exitsOf(term, addMonths(asOf, FAR))) {
    if (end < asOf) continue;
    const deadline = notice && noticeDeadlineFor(end, notice);
    const final = end === term.latestEnd;
    if (deadline === undefined || deadline >= asOf)
      return { nextExit: end, ...(deadline && { decideBy: deadline }) };
    // An express contract that is not renewed in time ends there: nothing more is to be decided.
    if (final || term.renewal === 'express') return { nextExit: end };
  }
  return {};
}
