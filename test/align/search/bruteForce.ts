/**
 * The planning problem by its definition (nothing shared with the solver): every contract tries every opened start,
 * and the rules are read off the result. For tiny instances only.
 */
import { type KeyProblem, at } from '../../../src/align/search/problem.ts';

/** Worth of the best tenders with exactly these starts; `-Infinity` when there are none. */
export function bruteForceAt(problem: KeyProblem, opened: readonly number[]): number {
  const owners = problem.members.flatMap((member, m) =>
    Array.from({ length: member.contracts }, (_, c) => ({ m, c })),
  );
  const places: (number | undefined)[] = owners.map(() => undefined);
  let best = -Infinity;
  const tryAll = (i: number): void => {
    if (i === owners.length) {
      best = Math.max(best, valueOf(problem, opened, owners, places));
      return;
    }
    for (const place of [undefined, ...opened]) {
      places[i] = place;
      tryAll(i + 1);
    }
  };
  tryAll(0);
  return best;
}

type Owner = { readonly m: number; readonly c: number };

function valueOf(
  problem: KeyProblem,
  opened: readonly number[],
  owners: readonly Owner[],
  places: readonly (number | undefined)[],
): number {
  if (!problem.required.every(start => opened.includes(start))) return -Infinity;
  let total = 0;
  for (const start of opened) {
    const inside = owners.filter((_, i) => places[i] === start);
    const members = [...new Set(inside.map(({ m }) => m))];
    const tier = problem.tiers.findLastIndex(least => members.length >= least);
    if (tier < 0 || members.length > problem.membersAtMost) return -Infinity;
    if (problem.apart.some(([a, b]) => members.includes(a) && members.includes(b))) return -Infinity;
    if (problem.together.some(([a, b]) => members.includes(a) && !members.includes(b))) return -Infinity;
    const { procedure, coordination } = problem.starts[start]!;
    for (const member of members) {
      const own = inside.filter(({ m }) => m === member);
      const worth = own.reduce(
        (s, { c }) => s + problem.members[member]!.worth[at(problem, c, tier, start)]!,
        0,
      );
      const sought = own.reduce(
        (s, { c }) => s + problem.members[member]!.sought[at(problem, c, tier, start)]!,
        0,
      );
      if (worth === -Infinity || (problem.everyMemberGains && worth < coordination)) return -Infinity;
      total += sought - coordination;
    }
    total -= procedure;
  }
  return total;
}
