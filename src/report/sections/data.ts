import type { Diagnostic, Severity } from '../../domain/diagnostic.ts';
import type { Register } from '../../domain/outcome.ts';
import type { Explained, Texts } from '../../i18n/texts.ts';
import { type Emphasis, type Section, type TableRow, columns } from '../table.ts';

const EMPHASIS: Readonly<Record<Severity, Emphasis>> = { error: 'late', warning: 'soon', info: 'none' };

/** Every problem of the data, where it is and what to do about it; the account of the rows above. */
export function dataSection({ sources, diagnostics }: Register, texts: Texts): Section {
  const { format, report } = texts;
  const total = (of: 'rows' | 'contracts' | 'duplicates' | 'skipped' | 'rejected'): number =>
    sources.reduce((sum, source) => sum + source[of], 0);
  return {
    id: 'data',
    title: report.sections.data,
    lead: [
      report.account({
        rows: total('rows'),
        contracts: format.count(total('contracts'), 'contract'),
        duplicates: total('duplicates'),
        skipped: total('skipped'),
        rejected: total('rejected'),
      }),
      problemCounts(diagnostics, texts),
    ],
    columns: columns(
      texts,
      'severity',
      'file',
      'row',
      'column',
      'value',
      'problem',
      'expected',
      'remedy',
      'code',
    ),
    rows: diagnostics.map(diagnostic => problemRow(diagnostic, texts)),
  };
}

/** « 2 erreurs, 7 avertissements. » */
export function problemCounts(diagnostics: readonly Diagnostic[], { format, report }: Texts): string {
  const count = (severity: Severity): number => diagnostics.filter(item => item.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors + warnings === 0) return report.noProblem;
  return report.problems(format.count(errors, 'error'), format.count(warnings, 'warning'));
}

/** A diagnostic in words. */
export function explain(diagnostic: Diagnostic, texts: Texts): Explained {
  // Each code's text takes that code's own parameters: the pair is right by construction.
  const text = texts.diagnostics[diagnostic.code] as (params: object) => Explained;
  return text(diagnostic.params);
}

function problemRow(diagnostic: Diagnostic, texts: Texts): TableRow {
  const { at, value, severity, code } = diagnostic;
  const { message, expected, hint } = explain(diagnostic, texts);
  return {
    emphasis: EMPHASIS[severity],
    cells: [
      texts.report.severity[severity],
      at.sheet ? `${at.file} › ${at.sheet}` : at.file,
      at.row === undefined ? null : { number: at.row },
      [at.column, at.heading && `« ${at.heading} »`].filter(Boolean).join(' ') || null,
      value ?? null,
      message,
      expected ?? null,
      hint ?? null,
      code,
    ],
  };
}
