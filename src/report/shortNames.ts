/** Names short enough for a line of the terminal, still told apart. */
import type { Member, MemberId } from '../domain/contract.ts';

/** Words that many landlords' names share, at either end. */
const COMMON_START = /^(?:(?:la|le|les|sa|oph|esh|office|groupe|soci[ée]t[ée]|coop[ée]rative)\s+|d['’])+/i;
const COMMON_END = /\s+(?:d['’]habitations?|habitat|habitation|logements?|immobili[eè]re)$/i;

/** « Mancelle d’habitation » → « Mancelle »; the whole name where the short one is not clear or not alone. */
export function shortNames(members: readonly Member[]): ReadonlyMap<MemberId, string> {
  const shorts = members.map(({ name }) => shortOf(name));
  return new Map(
    members.map(({ id, name }, i) => {
      const alone = shorts.filter(short => short.toLowerCase() === shorts[i]!.toLowerCase()).length === 1;
      return [id, alone ? shorts[i]! : name];
    }),
  );
}

function shortOf(name: string): string {
  const short = name.replace(COMMON_START, '').replace(COMMON_END, '');
  return /\p{L}{2}/u.test(short) ? short : name;
}

/** A category without what its label has in brackets. */
export function shortLabel(label: string): string {
  return label.replace(/ \([^)]*\)$/, '');
}
