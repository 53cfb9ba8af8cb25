import type { Outcome } from '../../domain/outcome.ts';
import type { Tender } from '../../domain/plan.ts';
import { compareText } from '../../domain/text.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { shortLabel } from '../shortNames.ts';
import { type Heading, type Section, type TableRow, columns, row } from '../table.ts';

/** The proposed joint tenders, in order of launch, with all that is said of each: see `briefSchedule` for a short form. */
export function scheduleSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  return {
    ...scheduleHeading(outcome, texts),
    columns: columns(
      texts,
      ...(['launch', 'launchOn', 'category', 'territory', 'members', 'coordinator', 'start'] as const),
      ...(['months', 'procedure', 'annual', 'estimated', 'gainLow', 'gain', 'gainHigh', 'tender'] as const),
    ),
    rows: outcome.plan.tenders.map(tender => tenderRow(tender, names, texts)),
  };
}

/** What the schedule is worth, and how surely it is the best. */
export function scheduleHeading(outcome: Outcome, texts: Texts): Heading {
  const { tenders, optimality, naive } = outcome.plan;
  const { format, report } = texts;
  return {
    id: 'schedule',
    title: report.sections.schedule,
    lead:
      tenders.length === 0
        ? [report.nothingToPool]
        : [
            report.proof(optimality.gap),
            report.naive(format.money(naive.objective), format.money(optimality.objective)),
            ...laterEntries(outcome, texts),
          ],
  };
}

/** A start is a day of the grid: the first member may join later, and what is published for that start is early. */
function laterEntries(outcome: Outcome, texts: Texts): string[] {
  const names = namesOf(outcome, texts.language);
  const late = outcome.plan.tenders.flatMap(tender => {
    const [first] = tender.participations.map(({ joinsOn }) => joinsOn).sort(compareText);
    return first !== undefined && first > tender.start
      ? [texts.report.laterEntry(shortTender(tender, names), texts.format.day(first))]
      : [];
  });
  return late.length > 0 ? [texts.report.laterEntries(late)] : [];
}

/** A tender by the short name of its category, and its territory. */
export function shortTender({ category, territory }: Tender, names: Names): string {
  const label = shortLabel(names.category(category));
  return territory === undefined ? label : `${label} (${territory})`;
}

function tenderRow(tender: Tender, names: Names, { format, plan }: Texts): TableRow {
  return row(
    format.quarter(tender.launch),
    { day: tender.launchOn },
    names.category(tender.category),
    tender.territory ?? null,
    membersOf(tender).map(names.member).join(', '),
    names.member(tender.coordinator),
    { day: tender.start },
    { number: tender.durationMonths },
    plan.procedure[tender.procedure.code],
    { amount: tender.annualAmount },
    { amount: tender.estimatedValue },
    { amount: tender.gain.low },
    { amount: tender.gain.expected },
    { amount: tender.gain.high },
    tender.id,
  );
}

/** The members of a tender, each once, in the order of its participations. */
export function membersOf(tender: Tender): readonly Tender['coordinator'][] {
  return [...new Set(tender.participations.map(participation => participation.member))];
}
