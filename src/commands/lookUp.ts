/** The contract or the tender that the user names; a {@link Mistake} with the near ones when that is none or several. */
import type { Contract } from '../domain/contract.ts';
import { Mistake } from '../domain/mistake.ts';
import { nearestWord } from '../domain/nearest.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Tender } from '../domain/plan.ts';
import { fold } from '../domain/text.ts';

/** Near matches that a message names. */
const SHOWN = 5;

/** By identifier; by the member's own number; by the member (identifier or name) and that number. */
export function contractNamed(wanted: string, { contracts, members }: Outcome): Contract {
  const exact = contracts.find(({ id }) => id === wanted);
  if (exact) return exact;
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const namesOf = ({ id, member, reference = '' }: Contract): readonly string[] =>
    [id, reference, `${member} ${reference}`, `${nameOf.get(member) ?? member} ${reference}`].map(fold);
  const folded = fold(wanted);
  const [found, ...others] = contracts.filter(contract => namesOf(contract).includes(folded));
  if (!found) {
    const near = nearTo(folded, contracts, contract => [...namesOf(contract), fold(contract.title)]);
    throw new Mistake('CONTRACT_UNKNOWN', { wanted, near: listed(near, label) });
  }
  if (others.length > 0) {
    throw new Mistake('CONTRACT_AMBIGUOUS', { wanted, matches: listed([found, ...others], label) });
  }
  return found;
}

/** By identifier, or by the beginning of only one. */
export function tenderNamed(wanted: string, { plan: { tenders } }: Outcome): Tender {
  const exact = tenders.find(({ id }) => id === wanted);
  if (exact) return exact;
  const folded = fold(wanted);
  const [found, ...others] = tenders.filter(
    ({ id }) => folded !== '' && `${fold(id)} `.startsWith(`${folded} `),
  );
  if (!found) {
    const near = nearTo(folded, tenders, ({ id, category }) => [fold(id), fold(category)]);
    throw new Mistake('TENDER_UNKNOWN', { wanted, near: listed(near, ({ id }) => id) });
  }
  if (others.length > 0) {
    throw new Mistake('TENDER_AMBIGUOUS', { wanted, matches: listed([found, ...others], ({ id }) => id) });
  }
  return found;
}

/** What bears the text in one of its names; failing that, what bears the word nearest to it. */
function nearTo<T>(
  folded: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): readonly T[] {
  if (folded === '') return [];
  const bearing = items.filter(item => namesOf(item).some(name => name.includes(folded)));
  if (bearing.length > 0) return bearing;
  const word = nearestWord(folded, items.flatMap(namesOf));
  return word === undefined ? [] : items.filter(item => namesOf(item).includes(word));
}

function listed<T>(items: readonly T[], text: (item: T) => string): string {
  return items.slice(0, SHOWN).map(text).join(', ') + (items.length > SHOWN ? '…' : '');
}

const label = ({ id, title }: Contract): string => `${id} (${title})`;
