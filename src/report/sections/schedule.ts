import type { Outcome } from '../../domain/outcome.ts';
import type { Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { type Section, type TableRow, columns, row } from '../table.ts';

/** The proposed joint tenders, in order of launch. */
export function scheduleSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
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
          ],
    columns: columns(texts, 'launch', 'category', 'members', 'start', 'annual', 'gain'),
    rows: tenders.map(tender => tenderRow(tender, names, texts)),
  };
}

function tenderRow(tender: Tender, names: Names, { format }: Texts): TableRow {
  return row(
    format.quarter(tender.launch),
    names.tender(tender),
    membersOf(tender)
      .map(member => (member === tender.coordinator ? `${names.member(member)}*` : names.member(member)))
      .join(', '),
    { day: tender.start },
    { amount: tender.annualAmount },
    { amount: tender.gain.expected },
  );
}

/** The members of a tender, each once, in the order of its participations. */
export function membersOf(tender: Tender): readonly Tender['coordinator'][] {
  return [...new Set(tender.participations.map(participation => participation.member))];
}
