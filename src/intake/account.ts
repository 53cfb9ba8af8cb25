/** The account of every row: each is a contract, a duplicate of one, skipped or rejected, and the counts add up. */
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { ColumnReading, LeftOutRow, Source } from '../domain/source.ts';
import type { Resolved } from './contracts.ts';
import type { ColumnMatch } from './fields.ts';
import type { Line } from './lines/line.ts';
import type { TableReading } from './tables.ts';

/** Rows that identity left out: copies, holders, amendments, contradictions. */
export function leftOutBy(resolved: readonly Resolved[]): LeftOutRow[] {
  const rows: LeftOutRow[] = [];
  for (const { contract, cluster } of resolved) {
    for (const { line, as } of cluster.merged)
      rows.push(leftOut(line, { kind: 'duplicate', of: contract.id, as }));
    for (const { line } of cluster.rejected)
      rows.push(leftOut(line, { kind: 'rejected', code: 'CONTRACT_CONFLICT' }));
  }
  return rows;
}

function leftOut({ at, row }: Line, why: LeftOutRow['why']): LeftOutRow {
  return { at, cells: row.cells, why };
}

/** What is said of lines that share a contract. */
export function remarksOnIdentity({ cluster, problems }: Resolved): Diagnostic[] {
  const { kept, merged, rejected, sharesKeyWith } = cluster;
  const remarks: Diagnostic[] = problems.map(({ code, params }) =>
    diagnostic(code, kept.at, params as never),
  );
  for (const { line, as } of merged) {
    if (as === 'copy') remarks.push(diagnostic('CONTRACT_COPY', line.at, placeOf(kept)));
    if (as === 'holder') remarks.push(diagnostic('CONTRACT_HOLDER', line.at, placeOf(kept), line.supplier));
  }
  for (const { line, fields } of rejected) {
    remarks.push(
      diagnostic('CONTRACT_CONFLICT', line.at, { ...placeOf(kept), fields }, line.reference || line.title),
    );
  }
  if (sharesKeyWith) {
    remarks.push(
      diagnostic('CONTRACT_KEY_SHARED', kept.at, placeOf(sharesKeyWith), kept.reference || kept.title),
    );
  }
  return remarks;
}

/** The row that another is compared with. */
function placeOf({ at }: Line): { row: number; file: string } {
  return { row: at.row, file: at.file };
}

/** The account of each table, in order. `rows` = `contracts` + `duplicates` + `skipped` + `rejected`. */
export function sourcesOf(
  tables: readonly TableReading[],
  resolved: readonly Resolved[],
  memberFrom: readonly Source['memberFrom'][],
): Source[] {
  const counts = tables.map(({ leftOut: rows }) => {
    const rejected = rows.filter(({ why }) => why.kind === 'rejected').length;
    return { contracts: 0, duplicates: 0, skipped: rows.length - rejected, rejected };
  });
  for (const { kept, merged, rejected } of resolved.map(({ cluster }) => cluster)) {
    counts[kept.table]!.contracts += 1;
    for (const { line } of merged) counts[line.table]!.duplicates += 1;
    for (const { line } of rejected) counts[line.table]!.rejected += 1;
  }
  return tables.map(({ table, columns, formats }, place) => ({
    file: table.grid.file,
    ...(table.grid.sheet !== undefined && { sheet: table.grid.sheet }),
    encoding: table.grid.encoding,
    ...(table.grid.delimiter !== undefined && { delimiter: table.grid.delimiter }),
    headerRow: table.headerRow,
    rows: table.body.length,
    ...counts[place]!,
    memberFrom: memberFrom[place]!,
    columns: columns.map(match => columnReading(match, formats.get(match.index))),
  }));
}

function columnReading(
  { column, heading, field, basis }: ColumnMatch,
  format: string | undefined,
): ColumnReading {
  return {
    column,
    heading,
    ...(field && { field }),
    ...(basis && { basis }),
    ...(format !== undefined && { format }),
  };
}
