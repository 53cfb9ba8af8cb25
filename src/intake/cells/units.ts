/** The unit of bare numbers in a column whose heading gives none: decided over all its rows, and said. */
import type { Unit } from '../fields.ts';

const BARE = /^\s*\d+(?:[.,]0+)?\s*$/;

/** Bare numbers of a column, in no order. */
function bareNumbers(texts: Iterable<string>): Set<number> {
  const numbers = new Set<number>();
  for (const text of texts) if (BARE.test(text)) numbers.add(Number.parseInt(text, 10));
  return numbers;
}

/** Durations of contracts: numbers up to ten only are years, numbers from ninety only are days, others months. */
export function unitOfDurations(texts: Iterable<string>): Unit {
  const numbers = [...bareNumbers(texts)].filter(number => number > 0);
  if (numbers.length > 0 && numbers.every(number => number <= 10)) return 'years';
  return numbers.length > 0 && numbers.every(number => number >= 90 && number % 12 !== 0) ? 'days' : 'months';
}

/** Notices: numbers up to twelve only are months, others days. */
export function unitOfNotices(texts: Iterable<string>): Unit {
  return [...bareNumbers(texts)].every(number => number <= 12) ? 'months' : 'days';
}
