/** Ends of a contract that follow one another. */
import { type Day, addMonths } from '../domain/day.ts';
import { type Term, exitsOf } from '../domain/term.ts';

/** How far the next end is looked for: no renewal of a register is longer than ten years. */
const FAR_MONTHS = 120;

/** The next end after `after` at which the contract can stop, when it runs on; `undefined` when none is known. */
export function nextEnd(term: Term, after: Day): Day | undefined {
  return exitsOf(term, addMonths(after, FAR_MONTHS)).find(end => end > after);
}
