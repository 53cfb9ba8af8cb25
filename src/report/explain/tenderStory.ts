/** The story of one joint tender: who, when, how, for how much, under which rules, and what else was possible. */
import type { Cents } from '../../domain/money.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { flagText } from '../flagText.ts';
import { type Names, namesOf } from '../names.ts';
import { checksSection } from '../sections/checks.ts';
import { membersOf } from '../sections/schedule.ts';
import { type TableRow, row } from '../table.ts';
import { gainChapter, nextChapter, othersChapter } from './reasons.ts';
import { type Chapter, type Story, chapter, columnsOf, facts } from './story.ts';

export function tenderStory(tender: Tender, outcome: Outcome, texts: Texts): Story {
  const names = namesOf(outcome, texts.language);
  const { format, page, report } = texts;
  const warnings = warningsOf(tender, names, texts);
  return {
    title: `${names.tender(tender)} — ${format.day(tender.start)}`,
    lead: [
      ...(tender.frozen ? [page.tender.frozen[tender.frozen]] : []),
      report.proof(outcome.plan.optimality.gap),
      report.legal,
    ],
    chapters: [
      factsChapter(tender, names, texts),
      participantsChapter(tender, names, texts),
      gainChapter(tender.gain.parts, tender.gain.expected, texts),
      sharesChapter(tender, names, texts),
      calendarChapter(tender, names, texts),
      nextChapter(tender, outcome, names, texts),
      othersChapter(tender.category, { tender }, outcome, names, texts),
      ...(warnings.length > 0 ? [chapter('warnings', { sentences: warnings }, texts)] : []),
      checksChapter(tender, outcome, texts),
    ],
  };
}

function factsChapter(tender: Tender, names: Names, texts: Texts): Chapter {
  const { format, page, plan, legal } = texts;
  const { duration, procedure, gain } = tender;
  const margin = format.money(Math.abs(procedure.margin) as Cents);
  return chapter(
    'tender',
    {
      facts: facts(
        [
          ['identifier', tender.id],
          ['members', format.list(membersOf(tender).map(names.member))],
          ['coordinator', names.member(tender.coordinator)],
          ['publication', { day: tender.launchOn }],
          ['start', { day: tender.start }],
          [
            'duration',
            page.tender.months({
              months: duration.months,
              firm: duration.firmMonths,
              renewals: duration.renewals,
              renewal: duration.renewalMonths,
            }),
          ],
          ['latestEnd', { day: duration.endsOn }],
          ['annual', { amount: tender.annualAmount }],
          ['estimated', { amount: tender.estimatedValue }],
          ['procedure', `${plan.procedure[procedure.code]}, ${legal.publication[procedure.publication]}`],
          [
            'threshold',
            page.tender.againstThreshold(format.money(procedure.threshold), margin, procedure.margin < 0),
          ],
          ['gain', { amount: gain.expected }],
        ],
        texts,
      ),
      sentences: [page.tender.lowHigh(format.money(gain.low), format.money(gain.high))],
    },
    texts,
  );
}

function participantsChapter({ participations, gain }: Tender, names: Names, texts: Texts): Chapter {
  const rows = participations.map((participation): TableRow => {
    const contract = names.contract(participation.contract);
    const annual = contract?.amount?.annual;
    return row(
      names.member(participation.member),
      contract?.reference ?? names.contractLabel(participation.contract),
      texts.plan.lever[participation.lever],
      { day: participation.leavesOn },
      { day: participation.joinsOn },
      participation.decideBy ? { day: participation.decideBy } : null,
      annual === undefined ? null : { amount: annual },
      { amount: participation.gain },
    );
  });
  const total = row(texts.explain.total, null, null, null, null, null, null, { amount: gain.expected });
  return chapter(
    'participants',
    {
      table: {
        columns: columnsOf(
          texts,
          ...(['member', 'contract', 'lever', 'leavesOn', 'joinsOn', 'by', 'annual', 'gain'] as const),
        ),
        rows: [...rows, total],
      },
    },
    texts,
  );
}

function sharesChapter({ shares }: Tender, names: Names, texts: Texts): Chapter {
  const { format, page } = texts;
  const rows = shares.map(({ member, annualAmount, volume, gain, reference, flags }) =>
    row(
      names.member(member),
      { amount: annualAmount },
      format.rate(Math.round(100 * volume) / 100),
      { amount: gain },
      { amount: reference },
      flags.map(flag => flagText(flag, texts)).join(' ; ') || null,
    ),
  );
  const own = (id: 'volume' | 'reference'): ReturnType<typeof columnsOf>[number] => ({
    id,
    label: page.columns[id],
    align: 'right',
    wraps: false,
  });
  const [member, annual, gain, remark] = columnsOf(texts, 'member', 'annual', 'gain', 'explanation');
  return chapter(
    'shares',
    { table: { columns: [member!, annual!, own('volume'), gain!, own('reference'), remark!], rows } },
    texts,
  );
}

function calendarChapter({ milestones }: Tender, names: Names, texts: Texts): Chapter {
  const rows = milestones.map(({ code, from, to }) => row(names.stage(code), { day: from }, { day: to }));
  return chapter('calendar', { table: { columns: columnsOf(texts, 'stage', 'from', 'to'), rows } }, texts);
}

/** What to mind of the tender, then of each contract. */
function warningsOf({ warnings, fragility, participations }: Tender, names: Names, texts: Texts): string[] {
  const { page, format } = texts;
  return [
    ...warnings.map(warning => flagText(warning, texts)),
    ...(fragility
      ? [page.tender.fragile(names.contractLabel(fragility.contract), format.money(fragility.loss))]
      : []),
    ...participations.flatMap(({ contract, flags }) =>
      flags.map(flag => page.labelled(names.contractLabel(contract), flagText(flag, texts))),
    ),
  ];
}

/** The same checks as the reports, the gravest first, each to be confirmed by the legal department. */
function checksChapter(tender: Tender, outcome: Outcome, texts: Texts): Chapter {
  const { columns, rows } = checksSection(
    { ...outcome, plan: { ...outcome.plan, tenders: [tender] } },
    texts,
  );
  // Its first two columns name the tender, which is the title here.
  const inside = {
    columns: columns.slice(2),
    rows: rows.map(item => ({ ...item, cells: item.cells.slice(2) })),
  };
  return chapter('checks', { table: inside }, texts);
}
