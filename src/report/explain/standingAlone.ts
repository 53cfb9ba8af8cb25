/** A contract in no tender: why, and how far it is from the nearest one. */
import type { Contract } from '../../domain/contract.ts';
import { type Day, addDays, daysBetween, monthOf, yearOf } from '../../domain/day.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Alone, Tender } from '../../domain/plan.ts';
import { exitsOf } from '../../domain/term.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Names } from '../names.ts';
import { aloneSentence } from '../sections/alone.ts';
import { membersOf } from '../sections/schedule.ts';
import { othersChapter } from './reasons.ts';
import { type Chapter, chapter, facts } from './story.ts';

export function aloneChapters(
  contract: Contract,
  alone: Alone,
  outcome: Outcome,
  names: Names,
  texts: Texts,
): readonly Chapter[] {
  const { reason, nextExit, decideBy } = alone;
  return [
    chapter(
      'alone',
      {
        facts: facts(
          [
            ['reason', texts.plan.alone[reason.code].label],
            ['nextExit', nextExit && { day: nextExit }],
            ['decideBy', decideBy && { day: decideBy }],
          ],
          texts,
        ),
        sentences: [
          aloneSentence(reason, names, texts),
          ...nearestSentences(contract, outcome, names, texts),
        ],
      },
      texts,
    ),
    othersChapter(contract.category.id, { contract: contract.id }, outcome, names, texts),
  ];
}

/** The tender of the same category that one of the contract's ends comes nearest to, and what separates them. */
function nearestSentences(
  { category, term }: Contract,
  { plan }: Outcome,
  names: Names,
  { explain, format }: Texts,
): readonly string[] {
  const tenders = plan.tenders.filter(tender => tender.category === category.id);
  if (tenders.length === 0) return [explain.noTenderOfCategory(names.category(category.id))];
  const ends = exitsOf(term, plan.horizon.to);
  const { tender, end } = nearest(tenders, ends);
  return [
    explain.nearestTender({
      start: format.day(tender.start),
      members: format.list(membersOf(tender).map(names.member)),
      tender: tender.id,
    }),
    end ? explain.gap(format.day(end), monthsBetween(addDays(end, 1), tender.start)) : explain.noExitKnown,
  ];
}

function nearest(
  tenders: readonly Tender[],
  ends: readonly Day[],
): { readonly tender: Tender; readonly end?: Day } {
  const pairs = tenders.flatMap(tender =>
    ends.map(end => ({ tender, end, days: Math.abs(daysBetween(addDays(end, 1), tender.start)) })),
  );
  return (
    pairs.toSorted((a, b) => a.days - b.days || (a.tender.id < b.tender.id ? -1 : 1))[0] ?? {
      tender: tenders[0]!,
    }
  );
}

/** Calendar months from one day to another, the days of the month left aside. */
function monthsBetween(from: Day, to: Day): number {
  return 12 * (yearOf(to) - yearOf(from)) + monthOf(to) - monthOf(from);
}
