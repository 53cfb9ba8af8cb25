/** A contract that joins a tender: how, when, what it gains there, and what else was possible. */
import type { Outcome } from '../../domain/outcome.ts';
import type { Participation, Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { flagText } from '../flagText.ts';
import type { Names } from '../names.ts';
import { membersOf } from '../sections/schedule.ts';
import { row } from '../table.ts';
import { gainChapter, nextChapter, othersChapter } from './reasons.ts';
import { type Chapter, chapter, columnsOf, facts } from './story.ts';

export function joiningChapters(
  tender: Tender,
  participation: Participation,
  outcome: Outcome,
  names: Names,
  texts: Texts,
): readonly Chapter[] {
  const { contract } = participation;
  return [
    joinsChapter(tender, participation, names, texts),
    gainChapter(participation.parts, participation.gain, texts),
    leversChapter(participation, texts),
    stepsChapter(participation, texts),
    nextChapter(tender, outcome, names, texts),
    othersChapter(tender.category, { tender, contract }, outcome, names, texts),
  ];
}

function joinsChapter(tender: Tender, participation: Participation, names: Names, texts: Texts): Chapter {
  const { lever, leavesOn, joinsOn, decideBy, gain, flags } = participation;
  return chapter(
    'joins',
    {
      facts: facts(
        [
          ['tender', names.tender(tender)],
          ['identifier', tender.id],
          ['start', { day: tender.start }],
          ['members', texts.format.list(membersOf(tender).map(names.member))],
          ['coordinator', names.member(tender.coordinator)],
          ['lever', texts.plan.lever[lever]],
          ['leavesOn', { day: leavesOn }],
          ['joinsOn', { day: joinsOn }],
          ['decideBy', decideBy && { day: decideBy }],
          ['gain', { amount: gain }],
        ],
        texts,
      ),
      sentences: flags.map(flag => flagText(flag, texts)),
    },
    texts,
  );
}

/** The way in that was chosen and those that were possible too, each with what it would change. */
function leversChapter({ lever, joinsOn, gain, otherLevers }: Participation, texts: Texts): Chapter {
  const chosen = row(
    `${texts.plan.lever[lever]} (${texts.explain.chosenLever})`,
    { day: joinsOn },
    { amount: gain },
    null,
  );
  const others = otherLevers.map(other =>
    row(
      texts.plan.lever[other.lever],
      { day: other.joinsOn },
      { amount: other.gain },
      { amount: (other.gain - gain) as typeof gain },
    ),
  );
  return chapter(
    'levers',
    {
      sentences: others.length > 0 ? [] : [texts.explain.noOtherLever],
      table: {
        columns: columnsOf(texts, 'lever', 'joinsOn', 'gain', 'difference'),
        rows: [chosen, ...others],
      },
    },
    texts,
  );
}

function stepsChapter({ steps }: Participation, texts: Texts): Chapter {
  const rows = steps.map(({ code, by, params }) => row({ day: by }, texts.plan.decision[code](params)));
  return chapter('steps', { table: { columns: columnsOf(texts, 'by', 'step'), rows } }, texts);
}
