/** What was read of a contract, cell by cell, and what had to be assumed or corrected. */
import type { Contract } from '../../domain/contract.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Source } from '../../domain/source.ts';
import type { Texts } from '../../i18n/texts.ts';
import { explain } from '../sections/data.ts';
import { type TableRow, row } from '../table.ts';
import { type Chapter, chapter, columnsOf, facts } from './story.ts';

/** The cells of a row as they stand in the file, in the order of its columns. */
export type RawRow = readonly string[];

/** Where the line stands, and each of its cells: as written, and what it was taken for. */
export function readChapter(contract: Contract, raw: RawRow, { sources }: Outcome, texts: Texts): Chapter {
  const source = sourceOf(contract, sources);
  const rows = (source?.columns ?? []).flatMap(({ column, heading, field }, i): TableRow[] => {
    const value = raw[i]?.trim() ?? '';
    return value === ''
      ? []
      : [row(column, heading || null, value, field ? texts.fields[field] : texts.report.unused)];
  });
  return chapter(
    'read',
    {
      facts: facts([['place', texts.report.place(contract.source)]], texts),
      table: { columns: columnsOf(texts, 'column', 'heading', 'value', 'field'), rows },
    },
    texts,
  );
}

/** Every remark on the line, on the columns that it fills and on its file, the line's own first. */
export function assumedChapter(contract: Contract, raw: RawRow, outcome: Outcome, texts: Texts): Chapter {
  const source = sourceOf(contract, outcome.sources);
  const remarks = source ? remarksOn(contract, raw, source, outcome.diagnostics) : [];
  return chapter(
    'assumed',
    {
      sentences: remarks.length > 0 ? [] : [texts.explain.nothingAssumed],
      table: {
        columns: columnsOf(texts, 'severity', 'where', 'value', 'problem', 'remedy'),
        rows: remarks.map(remark => remarkRow(remark, contract, texts)),
      },
    },
    texts,
  );
}

function remarkRow({ diagnostic, extent }: Remark, contract: Contract, texts: Texts): TableRow {
  const { at, severity, value } = diagnostic;
  const { message, hint } = explain(diagnostic, texts);
  const { file: _file, sheet: _sheet, ...inside } = at;
  const elsewhere = at.file !== contract.source.file || (extent === 'row' && at.row !== contract.source.row);
  const place = elsewhere
    ? texts.report.place(at)
    : extent === 'file'
      ? texts.explain.wholeFile
      : [inside.column, inside.heading && `« ${inside.heading} »`].filter(Boolean).join(' ') +
        (extent === 'column' ? `, ${texts.explain.wholeColumn}` : '');
  return {
    emphasis: severity === 'error' ? 'late' : severity === 'warning' ? 'soon' : 'none',
    cells: [texts.report.severity[severity], place, value ?? null, message, hint ?? null],
  };
}

interface Remark {
  readonly diagnostic: Diagnostic;
  readonly extent: 'row' | 'column' | 'file';
}

const EXTENTS: readonly Remark['extent'][] = ['row', 'column', 'file'];

function remarksOn(
  { source: line }: Contract,
  raw: RawRow,
  source: Source,
  diagnostics: readonly Diagnostic[],
): readonly Remark[] {
  const filled = new Set(
    source.columns.flatMap(({ column }, i) => ((raw[i]?.trim() ?? '') === '' ? [] : [column])),
  );
  const extentOf = ({ at, params }: Diagnostic): Remark['extent'] | undefined => {
    // Copies, other holders and amendments name the row that they belong to.
    const about = params as { readonly row?: number; readonly file?: string };
    if (about.row === line.row && about.file === line.file) return 'row';
    if (at.file !== line.file || at.sheet !== line.sheet) return undefined;
    if (at.row === line.row) return 'row';
    if (at.column === undefined) return at.row === undefined ? 'file' : undefined;
    const ofColumn = at.row === undefined || at.row === source.headerRow;
    return ofColumn && filled.has(at.column) ? 'column' : undefined;
  };
  return diagnostics
    .flatMap(diagnostic => {
      const extent = extentOf(diagnostic);
      return extent ? [{ diagnostic, extent }] : [];
    })
    .toSorted((a, b) => EXTENTS.indexOf(a.extent) - EXTENTS.indexOf(b.extent));
}

function sourceOf({ source }: Contract, sources: readonly Source[]): Source | undefined {
  // A sheet may hold several tables: the one whose header is the last above the line.
  return sources
    .filter(
      ({ file, sheet, headerRow }) =>
        file === source.file && sheet === source.sheet && headerRow < source.row,
    )
    .toSorted((a, b) => b.headerRow - a.headerRow)[0];
}
