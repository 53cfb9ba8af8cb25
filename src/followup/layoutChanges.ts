/** Which exports are written otherwise than in an earlier run, and what came of it. */
import type { FileChange, LayoutChange, LayoutChangeCode, QualityChange } from '../domain/changes.ts';
import type { CodeParams } from '../domain/code.ts';
import type { Field } from '../domain/field.ts';
import type { Register } from '../domain/outcome.ts';
import { qualityOf } from '../domain/quality.ts';
import type { ColumnReading, Source } from '../domain/source.ts';
import { compareText, fold } from '../domain/text.ts';
import type { LostFields } from './contractChanges.ts';

/** The same table of the same member's export in two runs. */
export type SourcePair = readonly [before: Source, after: Source];

/** Tables of two runs: those with the same name, else those that alone hold the contracts of the same members. */
export function matchSources(
  before: Register,
  after: Register,
): { pairs: readonly SourcePair[]; files: readonly FileChange[] } {
  const pairs: SourcePair[] = [];
  const left = new Set(before.sources);
  const pair = (source: Source, was: Source | undefined): boolean => {
    if (was) {
      pairs.push([was, source]);
      left.delete(was);
    }
    return !was;
  };
  const unnamed = after.sources.filter(source =>
    pair(
      source,
      [...left].find(was => was.file === source.file && was.sheet === source.sheet),
    ),
  );
  const added = unnamed.filter(source => {
    const held = membersIn(source, after);
    const [was, ...others] = [...left].filter(other => membersIn(other, before) === held);
    const rivals = unnamed.filter(other => membersIn(other, after) === held);
    return pair(source, held !== '' && others.length === 0 && rivals.length === 1 ? was : undefined);
  });
  return {
    pairs: pairs.toSorted(
      ([, a], [, b]) => compareText(a.file, b.file) || compareText(a.sheet ?? '', b.sheet ?? ''),
    ),
    files: [...fileChanges('added', added, before), ...fileChanges('absent', [...left], after)].toSorted(
      (a, b) => compareText(a.file, b.file),
    ),
  };
}

/** The files of these tables, each once; only the sheet, where the other run has the file too. */
function fileChanges(kind: FileChange['kind'], tables: readonly Source[], other: Register): FileChange[] {
  const known = new Set(other.sources.map(({ file }) => file));
  const whole = new Set(tables.map(({ file }) => file).filter(file => !known.has(file)));
  return [
    ...[...whole].map(file => ({ kind, file })),
    ...tables
      .filter(({ file }) => known.has(file))
      .map(({ file, sheet }) => ({ kind, file, ...(sheet !== undefined && { sheet }) })),
  ];
}

function membersIn({ file, sheet }: Source, { contracts }: Register): string {
  const own = contracts.filter(({ source }) => source.file === file && source.sheet === sheet);
  return [...new Set(own.map(({ member }) => member))].sort(compareText).join(' ');
}

/** The fields that each contract's export had, and has no more. */
export function lostFields(pairs: readonly SourcePair[]): LostFields {
  const fieldsOf = ({ columns }: Source): Field[] => columns.flatMap(({ field }) => field ?? []);
  const lost = new Map(
    pairs.map(([before, after]) => {
      const kept = new Set(fieldsOf(after));
      return [tableOf(after), new Set(fieldsOf(before).filter(field => !kept.has(field)))] as const;
    }),
  );
  return ({ source }) => lost.get(tableOf(source)) ?? new Set();
}

const tableOf = ({ file, sheet = '' }: Pick<Source, 'file' | 'sheet'>): string => `${file}\n${sheet}`;

/** The exports whose layout changed, by file. */
export function layoutChanges(pairs: readonly SourcePair[]): LayoutChange[] {
  return pairs.flatMap(([before, after]) => {
    const what = differences(before, after);
    if (what.length === 0) return [];
    const { file, sheet } = after;
    return [
      {
        file,
        ...(sheet !== undefined && { sheet }),
        ...(before.file !== file && { was: before.file }),
        what,
      },
    ];
  });
}

/** How well each file was read, then and now; those of the later run alone have no « then ». */
export function qualityChanges(
  pairs: readonly SourcePair[],
  before: Register,
  after: Register,
): QualityChange[] {
  const earlier = new Map(pairs.map(([was, now]) => [now, was]));
  return after.sources.map(source => {
    const was = earlier.get(source);
    const { file, sheet } = source;
    return {
      file,
      ...(sheet !== undefined && { sheet }),
      ...(was && { before: qualityOf(was, before.contracts, before.diagnostics) }),
      after: qualityOf(source, after.contracts, after.diagnostics),
    };
  });
}

type Difference = LayoutChange['what'][number];

/** What differs, fields that are lost first; where a whole header moved, its columns are not told one by one. */
function differences(before: Source, after: Source): Difference[] {
  return [
    ...fieldDifferences(before.columns, after.columns),
    ...unusedDifferences(before.columns, after.columns),
    ...valueDifference('DELIMITER', before.delimiter, after.delimiter),
    ...valueDifference('ENCODING', before.encoding, after.encoding),
    ...valueDifference('HEADER_ROW', before.headerRow, after.headerRow),
  ];
}

function fieldDifferences(before: readonly ColumnReading[], after: readonly ColumnReading[]): Difference[] {
  const fields = [...new Set([...before, ...after].flatMap(({ field }) => field ?? []))];
  const found = fields.flatMap((field): Difference[] => {
    const [was, now] = [
      before.find(column => column.field === field),
      after.find(column => column.field === field),
    ];
    if (!now) return [{ code: 'FIELD_LOST', field, params: { heading: was!.heading } }];
    if (!was) return [{ code: 'FIELD_GAINED', field, params: { heading: now.heading } }];
    return [
      ...(fold(was.heading) === fold(now.heading)
        ? []
        : [changed('HEADING', field, was.heading, now.heading)]),
      ...(was.column === now.column ? [] : [changed('COLUMN_MOVED', field, was.column, now.column)]),
      ...(was.format === now.format ? [] : [changed('FORMAT', field, was.format ?? '', now.format ?? '')]),
    ];
  });
  return found.toSorted((a, b) => RANK[a.code] - RANK[b.code]);
}

/** Columns that are not read, by their headings. */
function unusedDifferences(before: readonly ColumnReading[], after: readonly ColumnReading[]): Difference[] {
  const headings = (columns: readonly ColumnReading[]): Map<string, string> =>
    new Map(
      columns
        .filter(({ field, heading }) => !field && heading)
        .map(({ heading }) => [fold(heading), heading]),
    );
  const all = (columns: readonly ColumnReading[]): Set<string> =>
    new Set(columns.map(({ heading }) => fold(heading)));
  const missing = (from: readonly ColumnReading[], to: readonly ColumnReading[]): string[] =>
    [...headings(from)].flatMap(([key, heading]) => (all(to).has(key) ? [] : [heading]));
  return [
    ...missing(before, after).map((heading): Difference => ({ code: 'COLUMN_LOST', params: { heading } })),
    ...missing(after, before).map((heading): Difference => ({ code: 'COLUMN_GAINED', params: { heading } })),
  ];
}

function valueDifference(
  code: LayoutChangeCode,
  before: string | number | undefined,
  after: string | number | undefined,
): Difference[] {
  return before === after ? [] : [{ code, params: { before: before ?? '', after: after ?? '' } }];
}

function changed(
  code: LayoutChangeCode,
  field: Difference['field'] & string,
  before: string,
  after: string,
): Difference {
  const params: CodeParams = { before, after };
  return { code, field, params };
}

const RANK: Readonly<Record<LayoutChangeCode, number>> = {
  FIELD_LOST: 0,
  FIELD_GAINED: 1,
  HEADING: 2,
  FORMAT: 3,
  COLUMN_MOVED: 4,
  COLUMN_LOST: 5,
  COLUMN_GAINED: 6,
  DELIMITER: 7,
  ENCODING: 8,
  HEADER_ROW: 9,
};
