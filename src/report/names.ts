/** The names that readers know: of members, categories and contracts, from their identifiers. */
import { categoryLookup } from '../data/categories.ts';
import { STAGES } from '../data/stages.ts';
import type { Category, CategoryId } from '../domain/category.ts';
import type { Contract, ContractId, Member, MemberId } from '../domain/contract.ts';
import type { Tender } from '../domain/plan.ts';
import type { Language } from '../domain/settings.ts';

export interface Names {
  readonly member: (id: MemberId) => string;
  readonly category: (id: CategoryId) => string;
  /** What a joint tender buys: its category, and its territory when it has one. */
  readonly tender: (tender: Pick<Tender, 'category' | 'territory'>) => string;
  readonly contract: (id: ContractId) => Contract | undefined;
  /** The member's own number and the title, or the title alone. */
  readonly contractLabel: (id: ContractId) => string;
  /** A stage as the table of stages names it. */
  readonly stage: (id: string) => string;
}

/** Names for the members and contracts of a run; an unknown identifier stands for itself. */
export function namesOf(
  {
    members,
    contracts,
    categories,
  }: {
    readonly members: readonly Member[];
    readonly contracts: readonly Contract[];
    readonly categories?: readonly Category[];
  },
  language: Language,
): Names {
  const memberName = new Map(members.map(member => [member.id, member.name]));
  const contractById = new Map(contracts.map(contract => [contract.id, contract]));
  const label = (contract: Contract): string =>
    [contract.reference, contract.title].filter(Boolean).join(' ') +
    (contract.lot ? ` (lot ${contract.lot})` : '');
  const categoryOf = categoryLookup(categories);
  const category = (id: CategoryId): string => categoryOf(id)?.label[language] ?? id;
  return {
    member: id => memberName.get(id) ?? id,
    category,
    tender: ({ category: id, territory }) => (territory ? `${category(id)} (${territory})` : category(id)),
    contract: id => contractById.get(id),
    contractLabel: id => {
      const contract = contractById.get(id);
      return contract ? label(contract) : id;
    },
    stage: id => STAGES.find(stage => stage.id === id)?.label[language] ?? id,
  };
}
