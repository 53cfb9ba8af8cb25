/** The rows that could not be read, as they were, with the reason: to correct and give back. */
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { LeftOutRow } from '../domain/source.ts';
import type { Texts } from '../i18n/texts.ts';
import { explain } from './sections/data.ts';

/** File, sheet, row, reason, then the cells; a heading line first. */
export function rejectsTable(
  leftOut: readonly LeftOutRow[],
  diagnostics: readonly Diagnostic[],
  texts: Texts,
): readonly (readonly (string | number)[])[] {
  const { columns } = texts.report;
  const rejected = leftOut.filter(({ why }) => why.kind === 'rejected');
  const body = rejected.map(({ at, cells }) => {
    const reasons = diagnostics
      .filter(({ at: place, severity }) => severity === 'error' && sameRow(place, at))
      .map(diagnostic => explain(diagnostic, texts).message);
    return [at.file, at.sheet ?? '', at.row ?? '', reasons.join(' '), ...cells];
  });
  return [[columns.file, columns.sheet, columns.row, columns.problem], ...body];
}

function sameRow(a: Diagnostic['at'], b: LeftOutRow['at']): boolean {
  return a.file === b.file && a.sheet === b.sheet && a.row === b.row;
}
