import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { namesOf } from '../names.ts';
import { type Section, columns, row } from '../table.ts';

/** What each coordinator has to do, quarter by quarter; above, the launches of the whole group against its capacity. */
export function workloadSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const { workload, quarters } = outcome.plan;
  const { format, report } = texts;
  const launched = quarters.filter(({ launches }) => launches > 0);
  const capacity = quarters.find(quarter => quarter.capacity !== undefined)?.capacity;
  const counts = launched.map(({ quarter, launches }) => `${format.quarter(quarter)} ${launches}`);
  return {
    id: 'workload',
    title: report.sections.workload,
    lead: counts.length === 0 ? [report.nothingToPool] : [report.launches(counts.join(', '), capacity)],
    columns: columns(texts, 'coordinator', 'quarter', 'launches', 'buyerDays'),
    rows: workload.map(({ coordinator, quarter, launches, buyerDays }) =>
      row(names.member(coordinator), format.quarter(quarter), { number: launches }, { number: buyerDays }),
    ),
  };
}
