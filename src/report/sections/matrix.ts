import { quarterOf } from '../../domain/day.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type MatrixCell, matrixOf } from '../matrix.ts';
import { namesOf } from '../names.ts';
import { type Column, type Section, columns, row } from '../table.ts';

/** One line a category, one column a member. */
export function matrixSection(outcome: Outcome, texts: Texts): Section {
  const names = namesOf(outcome, texts.language);
  const members = outcome.plan.members.map(({ id, name }): Column => ({
    id,
    label: name,
    align: 'left',
    wraps: true,
  }));
  return {
    id: 'matrix',
    title: texts.report.sections.matrix,
    lead: [texts.exports.matrix],
    columns: [...columns(texts, 'category'), ...members],
    rows: matrixOf(outcome, names).map(({ category, cells }) =>
      row(names.category(category), ...cells.map(cell => cellText(cell, texts))),
    ),
  };
}

/** « T1 2028, 1 seul » */
function cellText({ joins, alone }: MatrixCell, { format, exports }: Texts): string | null {
  const parts = [
    ...new Set(joins.map(({ start }) => format.quarter(quarterOf(start)))),
    ...(alone > 0 ? [exports.alone(alone)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}
