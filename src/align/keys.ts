/** Which contracts could be bought together: the same category, and a shared territory when it is a local one. */
import { type Category, type CategoryId, OTHER, WORKS } from '../domain/category.ts';
import type { Contract, ContractId, MemberId } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { Alone, AloneCode, CodeParams } from '../domain/plan.ts';
import { compareText, fold } from '../domain/text.ts';
import type { CategoryLookup, Ground } from './ground.ts';
import { missingOf } from './standing.ts';
import { territoriesFor } from './territories.ts';

/** A category in a zone, and the contracts that buy it there: planned together, apart from all others. */
export interface Key {
  readonly id: string;
  readonly category: Category;
  /** The territory of a local category, as first written. */
  readonly territory?: string;
  /** By member, then id. */
  readonly contracts: readonly Contract[];
}

/** Every contract, in a key or set aside with the reason. */
export interface Sorted {
  /** By id. */
  readonly keys: readonly Key[];
  readonly aside: readonly Alone[];
}

/** Identifies a key. Territories are the same whatever their case and accents. */
export function keyIdOf(category: CategoryId, territory?: string): string {
  return territory === undefined ? category : `${category}@${fold(territory)}`;
}

/** Who keeps a category out of joint purchasing: parameters of the reason, or nothing. */
export type OptOuts = (member: MemberId, category: CategoryId) => CodeParams | undefined;

/** Sorts contracts into keys; those that cannot be planned are set aside, the first reason that applies being given. */
export function sortIntoKeys(contracts: readonly Contract[], optOuts: OptOuts, ground: Ground): Sorted {
  const { members, categoryOf, asOf } = ground;
  const aside: Alone[] = [];
  const kept: Contract[] = [];
  for (const contract of contracts) {
    const reason = unplannable(contract, optOuts, categoryOf, asOf);
    if (reason) aside.push({ contract: contract.id, reason });
    else kept.push(contract);
  }
  kept.sort((a, b) => compareText(a.member, b.member) || compareText(a.id, b.id));
  const territoryOf = territoriesFor(kept, members, categoryOf);
  const keys = new Map<string, { category: Category; territory?: string; contracts: Contract[] }>();
  for (const contract of kept) {
    const category = categoryOf(contract.category.id)!;
    const territory = category.reach === 'local' ? territoryOf(contract) : undefined;
    if (category.reach === 'local' && territory === undefined) {
      aside.push(alone(contract.id, 'DATA_MISSING', { field: 'territory' }));
      continue;
    }
    const id = keyIdOf(category.id, territory);
    const key = keys.get(id) ?? { category, ...(territory !== undefined && { territory }), contracts: [] };
    key.contracts.push(contract);
    keys.set(id, key);
  }
  const sorted = [...keys].map(([id, key]) => ({ id, ...key })).sort((a, b) => compareText(a.id, b.id));
  return { keys: sorted, aside };
}

/** Why a contract is not for the planner at all. */
function unplannable(
  contract: Contract,
  optOuts: OptOuts,
  categoryOf: CategoryLookup,
  asOf: Day,
): Alone['reason'] | undefined {
  const category = categoryOf(contract.category.id);
  const optOut = optOuts(contract.member, contract.category.id);
  if (optOut) return { code: 'OPT_OUT', params: optOut };
  const { status, term } = contract;
  const over = term.currentEnd !== undefined && term.currentEnd < asOf;
  if (status === 'ended' || status === 'terminated' || over) {
    return { code: 'ENDED', params: { ...(term.currentEnd && { end: term.currentEnd }), status } };
  }
  if (category?.id === WORKS || contract.category.oneOff) return { code: 'ONE_OFF', params: {} };
  if (!category || category.id === OTHER) return { code: 'NO_CATEGORY', params: {} };
  if (category.jointFit === 0) return { code: 'ONE_OFF', params: {} };
  const missing = missingOf(contract);
  return missing && { code: 'DATA_MISSING', params: { field: missing } };
}

function alone(contract: ContractId, code: AloneCode, params: CodeParams): Alone {
  return { contract, reason: { code, params } };
}
