import type { Register } from '../../domain/outcome.ts';
import { type FileQuality, qualityOf } from '../../domain/quality.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Section, columns, row } from '../table.ts';

/** The quality of each file at a glance: how many contracts can be planned, and what stops the others. */
export function qualitySection({ sources, contracts, diagnostics }: Register, texts: Texts): Section {
  return {
    id: 'quality',
    title: texts.report.sections.quality,
    lead: [],
    columns: columns(
      texts,
      'file',
      'rows',
      'contracts',
      'usable',
      'over',
      'noEnd',
      'noAmount',
      'toClassify',
      'rejected',
    ),
    rows: sources.map(source => {
      const quality = qualityOf(source, contracts, diagnostics);
      const number = (of: Exclude<keyof FileQuality, 'errors' | 'warnings'>) => ({ number: quality[of] });
      return row(
        source.sheet ? `${source.file} › ${source.sheet}` : source.file,
        number('rows'),
        number('contracts'),
        number('usable'),
        number('over'),
        number('noEnd'),
        number('noAmount'),
        number('toClassify'),
        number('rejected'),
      );
    }),
  };
}

/** What each column of each file was taken for, and what was decided for all of it. */
export function columnsSection({ sources }: Register, texts: Texts): Section {
  return {
    id: 'columns',
    title: texts.report.sections.columns,
    lead: [],
    columns: columns(texts, 'file', 'column', 'heading', 'field', 'basis', 'reading'),
    rows: sources.flatMap(source =>
      source.columns.map(({ column, heading, field, basis, format }) =>
        row(
          source.sheet ? `${source.file} › ${source.sheet}` : source.file,
          column,
          heading,
          field ? texts.fields[field] : texts.report.unused,
          basis ? texts.report.basis[basis] : null,
          format ? texts.report.reading(format) : null,
        ),
      ),
    ),
  };
}
