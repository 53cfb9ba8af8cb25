/** Which contract takes the place of another that ends. */
import { OTHER } from '../domain/category.ts';
import type { Contract } from '../domain/contract.ts';
import { type Day, addMonths } from '../domain/day.ts';

/** Months around the end of a contract in which another one that starts takes its place. */
const TAKEOVER_MONTHS = 3;

/** The contracts of a run that take the place of one, in their order; it need not be among them. */
export type Successors = (contract: Contract) => Iterable<Contract>;

/** Looks successors up by member, need and month of start: a long register has too many to try each against each. */
export function successorsAmong(contracts: readonly Contract[]): Successors {
  const starting = new Map<string, Contract[]>();
  for (const contract of contracts) {
    const { start } = contract.term;
    if (!start || contract.category.id === OTHER) continue;
    const key = placeOf(contract, start);
    const same = starting.get(key);
    if (same) same.push(contract);
    else starting.set(key, [contract]);
  }
  return function* (contract) {
    const { currentEnd } = contract.term;
    if (!currentEnd) return;
    for (let months = -TAKEOVER_MONTHS; months <= TAKEOVER_MONTHS; months += 1) {
      for (const other of starting.get(placeOf(contract, addMonths(currentEnd, months))) ?? [])
        if (takesPlaceOf(other, contract, currentEnd)) yield other;
    }
  };
}

function placeOf({ member, category }: Contract, start: Day): string {
  return `${member} ${category.id} ${start.slice(0, 7)}`;
}

/** Whether any contract takes the place of another. */
export function isSucceeded(contract: Contract, successors: Successors): boolean {
  for (const _ of successors(contract)) return true;
  return false;
}

/** The one contract that takes the place of another; none when several could. */
export function successorOf(contract: Contract, successors: Successors): Contract | undefined {
  const [first, second] = successors(contract);
  return second === undefined ? first : undefined;
}

/** Whether a contract of the same member and need starts about when another ends, and goes on after it. */
function takesPlaceOf(other: Contract, contract: Contract, end: Day): boolean {
  const { start, openEnded, currentEnd = end } = other.term;
  if (other.id === contract.id || !start || start <= (contract.term.start ?? '')) return false;
  if (other.lot !== contract.lot && other.territory !== contract.territory) return false;
  const near = start >= addMonths(end, -TAKEOVER_MONTHS) && start <= addMonths(end, TAKEOVER_MONTHS);
  return near && (openEnded === true || currentEnd > end);
}
