import type { Outcome } from '../../domain/outcome.ts';
import type { Participation, Tender } from '../../domain/plan.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import { type Section, type TableRow, columns, row } from '../table.ts';

/** One line a contract that joins a tender: how, when, and by when that must be decided. */
export function participationsSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  return {
    id: 'participations',
    title: texts.report.sections.participations,
    lead: [],
    columns: columns(
      texts,
      ...([
        'tender',
        'launchOn',
        'category',
        'territory',
        'start',
        'months',
        'coordinator',
        'procedure',
      ] as const),
      ...([
        'member',
        'contract',
        'title',
        'supplier',
        'lever',
        'leavesOn',
        'joinsOn',
        'by',
        'annual',
        'gain',
      ] as const),
    ),
    rows: outcome.plan.tenders.flatMap(tender =>
      tender.participations.map(participation => participationRow(tender, participation, names, texts)),
    ),
  };
}

function participationRow(
  tender: Tender,
  participation: Participation,
  names: Names,
  texts: Texts,
): TableRow {
  const contract = names.contract(participation.contract);
  const annual = contract?.amount?.annual;
  return row(
    tender.id,
    { day: tender.launchOn },
    names.category(tender.category),
    tender.territory ?? null,
    { day: tender.start },
    { number: tender.durationMonths },
    names.member(tender.coordinator),
    texts.plan.procedure[tender.procedure.code],
    names.member(participation.member),
    contract?.reference ?? participation.contract,
    contract?.title ?? null,
    contract?.supplier ?? null,
    texts.plan.lever[participation.lever],
    { day: participation.leavesOn },
    { day: participation.joinsOn },
    participation.decideBy ? { day: participation.decideBy } : null,
    annual === undefined ? null : { amount: annual },
    { amount: participation.gain },
  );
}
