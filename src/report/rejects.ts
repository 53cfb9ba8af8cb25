/** The rows that could not be read, as they were, with the reason: to correct and give back. */
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { LeftOutRow } from '../domain/source.ts';
import type { Texts } from '../i18n/texts.ts';
import { explain } from './sections/data.ts';

/** File, sheet, row, reason, then the cells as `cellsOf` gives them; a heading line first. */
export function rejectsTable(
  leftOut: readonly LeftOutRow[],
  diagnostics: readonly Diagnostic[],
  cellsOf: (at: LeftOutRow['at']) => readonly string[],
  texts: Texts,
): readonly (readonly (string | number)[])[] {
  const { columns } = texts.report;
  const reasons = new Map<string, string>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'error') continue;
    const known = reasons.get(rowKey(diagnostic.at));
    reasons.set(rowKey(diagnostic.at), [known, explain(diagnostic, texts).message].filter(Boolean).join(' '));
  }
  const rejected = leftOut.filter(({ why }) => why.kind === 'rejected');
  return [
    [columns.file, columns.sheet, columns.row, columns.problem],
    ...rejected.map(({ at }) => [
      at.file,
      at.sheet ?? '',
      at.row,
      reasons.get(rowKey(at)) ?? '',
      ...cellsOf(at),
    ]),
  ];
}

const rowKey = ({ file, sheet, row }: Diagnostic['at']): string => `${file}\n${sheet ?? ''}\n${row ?? ''}`;
