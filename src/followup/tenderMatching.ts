/** The same joint tender in two plans. */
import type { ContractId, MemberId } from '../domain/contract.ts';
import type { Tender } from '../domain/plan.ts';
import { compareText } from '../domain/text.ts';

/** Identifier of a contract in the earlier run → in the later one. */
export type Later = (contract: ContractId) => ContractId;

/** Later tender → earlier one: the same name, else the same need and place with most contracts in common. */
export function matchTenders(
  before: readonly Tender[],
  after: readonly Tender[],
  later: Later,
): ReadonlyMap<Tender, Tender> {
  const here = new Map<string, Tender[]>();
  for (const tender of after) here.set(keyOf(tender), [...(here.get(keyOf(tender)) ?? []), tender]);
  const candidates = before.flatMap(was =>
    (here.get(keyOf(was)) ?? [])
      .map(now => ({ was, now, same: was.id === now.id, shared: sharedBy(was, now, later) }))
      .filter(({ same, shared }) => same || shared > 0),
  );
  candidates.sort(
    (a, b) =>
      Number(b.same) - Number(a.same) ||
      b.shared - a.shared ||
      Number(b.was.start === b.now.start) - Number(a.was.start === a.now.start) ||
      compareText(a.was.id, b.was.id) ||
      compareText(a.now.id, b.now.id),
  );
  const earlier = new Map<Tender, Tender>();
  const taken = new Set<Tender>();
  for (const { was, now } of candidates) {
    if (earlier.has(now) || taken.has(was)) continue;
    earlier.set(now, was);
    taken.add(was);
  }
  return earlier;
}

const keyOf = ({ category, territory = '' }: Tender): string => `${category} ${territory}`;

function sharedBy(was: Tender, now: Tender, later: Later): number {
  const inside = new Set(contractsOf(now));
  return contractsOf(was).filter(contract => inside.has(later(contract))).length;
}

/** The contracts of a tender, in the order of its participations. */
export function contractsOf({ participations }: Tender): ContractId[] {
  return participations.map(({ contract }) => contract);
}

/** The members of a tender, each once. */
export function membersOf({ participations }: Tender): MemberId[] {
  return [...new Set(participations.map(({ member }) => member))];
}
