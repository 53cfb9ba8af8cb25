import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Section, columns, row } from '../table.ts';

/** The numbers that the plan rests on, with their sources. */
export function assumptionsSection({ plan }: Outcome, texts: Texts): Section {
  return {
    id: 'assumptions',
    title: texts.report.sections.assumptions,
    lead: [texts.report.legal],
    columns: columns(texts, 'assumption', 'value', 'source'),
    rows: plan.assumptions.map(({ code, value, source }) => row(code, String(value), source)),
  };
}
