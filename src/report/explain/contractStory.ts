/** The story of one contract: what was read, what was assumed, what it means, where it goes and why. */
import type { Contract } from '../../domain/contract.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { type RawRow, assumedChapter, readChapter } from './cells.ts';
import { joiningChapters } from './joining.ts';
import { aloneChapters } from './standingAlone.ts';
import type { Story } from './story.ts';
import { amountChapter, categoryChapter, exitsChapter, termChapter } from './understood.ts';

/** `raw`: the cells of the contract's row, as they stand in its file. */
export function contractStory(contract: Contract, raw: RawRow, outcome: Outcome, texts: Texts): Story {
  const names = namesOf(outcome, texts.language);
  const tender = outcome.plan.tenders.find(({ participations }) =>
    participations.some(participation => participation.contract === contract.id),
  );
  const participation = tender?.participations.find(item => item.contract === contract.id);
  const alone = outcome.plan.alone.find(item => item.contract === contract.id);
  const member = names.member(contract.member);
  const exits = exitsChapter(contract, outcome, texts);
  return {
    title: names.contractLabel(contract.id),
    lead: [
      ...(tender ? [texts.explain.joined(member, names.tender(tender), texts.format.day(tender.start))] : []),
      ...(alone ? [texts.explain.leftAlone(member, texts.plan.alone[alone.reason.code].label)] : []),
    ],
    chapters: [
      readChapter(contract, raw, outcome, texts),
      assumedChapter(contract, raw, outcome, texts),
      categoryChapter(contract, names, texts),
      termChapter(contract, outcome.asOf, texts),
      ...(exits ? [exits] : []),
      amountChapter(contract, texts),
      ...(tender && participation ? joiningChapters(tender, participation, outcome, names, texts) : []),
      ...(alone ? aloneChapters(contract, alone, outcome, names, texts) : []),
    ],
  };
}
