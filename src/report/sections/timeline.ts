import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { type Section, columns, row } from '../table.ts';
import { timelineOf } from '../timeline.ts';

/** The bars of the timeline as rows, for formats that draw nothing. */
export function timelineSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  return {
    id: 'timeline',
    title: texts.report.sections.timeline,
    lead: [],
    columns: columns(texts, 'category', 'territory', 'member', 'contract', 'what', 'from', 'to', 'tender'),
    rows: timelineOf(outcome).flatMap(({ tender, contract, bars }) =>
      bars.map(({ kind, from, to }) =>
        row(
          names.category(tender.category),
          tender.territory ?? null,
          contract ? names.member(contract.member) : null,
          contract ? names.contractLabel(contract.id) : null,
          texts.exports.bar[kind],
          { day: from },
          { day: to },
          tender.id,
        ),
      ),
    ),
  };
}
