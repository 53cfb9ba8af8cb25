/** The territory in which a contract of a local category is bought. */
import type { Contract, Member, MemberId } from '../domain/contract.ts';
import { compareText, fold } from '../domain/text.ts';
import type { CategoryLookup } from './ground.ts';

/**
 * The territory of each contract: the register's own; else its member's, when it has one. A contract that says
 * nothing, of a member with several, serves all of them: it is planned where it finds most partners (the first in
 * order between equals). `undefined` when nothing is known. Territories are compared without case or accents, and
 * named as they are first written, the configuration before the registers.
 */
export function territoriesFor(
  contracts: readonly Contract[],
  members: readonly Member[],
  categoryOf: CategoryLookup,
): (contract: Contract) => string | undefined {
  const configured = new Map(members.map(member => [member.id, member.territories]));
  const names = namesOf(members, contracts);
  const known = (contract: Contract): string | undefined => {
    const own = configured.get(contract.member) ?? [];
    return contract.territory ?? (own.length === 1 ? own[0] : undefined);
  };
  const buyers = new Map<string, Set<MemberId>>();
  for (const contract of contracts) {
    if (categoryOf(contract.category.id)?.reach !== 'local') continue;
    const own = known(contract);
    const places = own === undefined ? (configured.get(contract.member) ?? []) : [own];
    for (const place of places) {
      const id = `${contract.category.id}@${fold(place)}`;
      buyers.set(id, (buyers.get(id) ?? new Set()).add(contract.member));
    }
  }
  return contract => {
    const own = known(contract);
    if (own !== undefined) return names.get(fold(own));
    const places = (configured.get(contract.member) ?? []).map(fold).toSorted(compareText);
    const partners = (place: string): number => buyers.get(`${contract.category.id}@${place}`)?.size ?? 0;
    const best = places.toSorted((a, b) => partners(b) - partners(a) || compareText(a, b))[0];
    return best === undefined ? undefined : names.get(best);
  };
}

function namesOf(members: readonly Member[], contracts: readonly Contract[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const written = contracts.flatMap(({ territory }) => (territory === undefined ? [] : [territory]));
  for (const list of [members.flatMap(member => member.territories), written]) {
    for (const name of list.toSorted(compareText)) if (!names.has(fold(name))) names.set(fold(name), name);
  }
  return names;
}
