/** The same contract in two runs: by its identifier, else by its content when its number changed. */
import type { Contract, ContractId } from '../domain/contract.ts';
import { fold } from '../domain/text.ts';
import { successorOf, successorsAmong } from './succession.ts';

/** Contracts of two runs, paired. */
export interface Matching {
  readonly pairs: readonly (readonly [before: Contract, after: Contract])[];
  readonly onlyBefore: readonly Contract[];
  readonly onlyAfter: readonly Contract[];
  /**
   * Identifier in the earlier run → in the later one: of the same contract, or of the one contract that took the place of
   * what is gone (the interim contract that a plan asked for).
   */
  readonly later: ReadonlyMap<ContractId, ContractId>;
}

/**
 * What two contracts of a member must share to be the same one under two numbers, the surest first. A content that
 * several contracts of either run share pairs none of them: nothing is guessed.
 */
const CONTENTS: readonly ((contract: Contract) => readonly (string | undefined)[])[] = [
  ({ reference, lot }) => [reference && bare(reference), lot ?? ''],
  ({ title, supplier, term }) => [fold(title), supplier && fold(supplier), term.start ?? term.firmEnd],
  ({ title, term, lot }) => [fold(title), term.start ?? term.firmEnd, lot ?? ''],
  ({ category, supplier, term, amount }) => [
    category.id,
    supplier && fold(supplier),
    term.start ?? term.firmEnd,
    amount?.annual?.toString(),
  ],
];

/** Pairs the contracts of two runs. */
export function matchContracts(before: readonly Contract[], after: readonly Contract[]): Matching {
  const byId = new Map(after.map(contract => [contract.id, contract]));
  const pairs: (readonly [Contract, Contract])[] = [];
  let onlyBefore: readonly Contract[] = before.filter(contract => {
    const same = byId.get(contract.id);
    if (same) pairs.push([contract, same]);
    return !same;
  });
  const matched = new Set(pairs.map(([{ id }]) => id));
  let onlyAfter: readonly Contract[] = after.filter(({ id }) => !matched.has(id));
  for (const content of CONTENTS) {
    const found = sameContent(onlyBefore, onlyAfter, content);
    pairs.push(...found);
    onlyBefore = without(onlyBefore, new Set(found.map(([{ id }]) => id)));
    onlyAfter = without(onlyAfter, new Set(found.map(([, { id }]) => id)));
  }
  const later = new Map(pairs.map(([a, b]) => [a.id, b.id]));
  const successors = successorsAmong(onlyAfter);
  for (const contract of onlyBefore) {
    const successor = successorOf(contract, successors);
    if (successor) later.set(contract.id, successor.id);
  }
  return { pairs, onlyBefore, onlyAfter, later };
}

function sameContent(
  before: readonly Contract[],
  after: readonly Contract[],
  content: (typeof CONTENTS)[number],
): (readonly [Contract, Contract])[] {
  const [ours, theirs] = [byContent(before, content), byContent(after, content)];
  return [...ours].flatMap(([key, [contract, ...others]]) => {
    const [same, ...more] = theirs.get(key) ?? [];
    return same && others.length + more.length === 0 ? [[contract!, same] as const] : [];
  });
}

function byContent(
  contracts: readonly Contract[],
  content: (typeof CONTENTS)[number],
): ReadonlyMap<string, readonly Contract[]> {
  const found = new Map<string, Contract[]>();
  for (const contract of contracts) {
    const parts = content(contract);
    if (parts.some(part => part === undefined)) continue;
    const key = [contract.member, ...parts].join('\u001F');
    const same = found.get(key);
    if (same) same.push(contract);
    else found.set(key, [contract]);
  }
  return found;
}

function without(contracts: readonly Contract[], ids: ReadonlySet<ContractId>): readonly Contract[] {
  return contracts.filter(({ id }) => !ids.has(id));
}

/** A number without what people write differently: separators, case, leading zeros. `AH2024/007` → `ah 2024 7`. */
function bare(reference: string): string {
  const parts = fold(reference).match(/\p{N}+|[^\p{N} ]+/gu) ?? [];
  return parts.map(part => part.replace(/^0+(?=.)/, '')).join(' ');
}
