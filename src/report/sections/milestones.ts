import { daysBetween } from '../../domain/day.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { type Section, columns, row } from '../table.ts';

/** One line a stage of each joint tender, from the survey of needs to the hand-over. */
export function milestonesSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  return {
    id: 'milestones',
    title: texts.report.sections.milestones,
    lead: [],
    columns: columns(texts, 'category', 'start', 'stage', 'from', 'to', 'days'),
    rows: outcome.plan.tenders.flatMap(tender =>
      tender.milestones.map(({ code, from, to }) =>
        row(
          names.tender(tender),
          { day: tender.start },
          names.stage(code),
          { day: from },
          { day: to },
          { number: daysBetween(from, to) + 1 },
        ),
      ),
    ),
  };
}
