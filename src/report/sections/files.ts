import type { Register } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Section, columns, row } from '../table.ts';

/** The files that were read, and where each of their rows went. */
export function filesSection({ sources }: Register, texts: Texts): Section {
  return {
    id: 'files',
    title: texts.report.sections.files,
    lead: [],
    columns: columns(
      texts,
      ...(['file', 'sheet', 'memberFrom', 'encoding', 'headerRow'] as const),
      ...(['rows', 'contracts', 'duplicates', 'skipped', 'rejected'] as const),
    ),
    rows: sources.map(source =>
      row(
        source.file,
        source.sheet ?? null,
        texts.report.memberFrom[source.memberFrom],
        source.encoding,
        { number: source.headerRow },
        { number: source.rows },
        { number: source.contracts },
        { number: source.duplicates },
        { number: source.skipped },
        { number: source.rejected },
      ),
    ),
  };
}
