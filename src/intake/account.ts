/** The account of every row: each is a contract, a duplicate of one, skipped or rejected, and the counts add up. */
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { LeftOutRow, Source } from '../domain/source.ts';
import type { Resolved } from './contracts.ts';
import type { Line } from './lines/line.ts';
import type { TableSource } from './table-source.ts';

type Counts = Pick<Source, 'contracts' | 'duplicates' | 'skipped' | 'rejected'>;

/** Counts where the rows of each table went: first those that are no line, then contract by contract. */
export interface Tally {
  readonly count: (resolved: Resolved) => void;
  /** Table by table. */
  readonly counts: readonly Readonly<Counts>[];
}

/** `leftOut`: the rows of each table that are no line. */
export function tallyOf(leftOut: readonly (readonly LeftOutRow[])[]): Tally {
  const counts = leftOut.map(rows => {
    const rejected = rows.filter(({ why }) => why.kind === 'rejected').length;
    return { contracts: 0, duplicates: 0, skipped: rows.length - rejected, rejected };
  });
  const count = ({ cluster: { kept, merged, rejected } }: Resolved): void => {
    counts[kept.table]!.contracts += 1;
    for (const { line } of merged) counts[line.table]!.duplicates += 1;
    for (const { line } of rejected) counts[line.table]!.rejected += 1;
  };
  return { count, counts };
}

/** Rows that identity left out: copies, holders, amendments, contradictions. */
export function leftOutBy({ contract, cluster }: Resolved): LeftOutRow[] {
  return [
    ...cluster.merged.map(({ line, as }): LeftOutRow => ({
      at: line.at,
      why: { kind: 'duplicate', of: contract.id, as },
    })),
    ...cluster.rejected.map(({ line }): LeftOutRow => ({
      at: line.at,
      why: { kind: 'rejected', code: 'CONTRACT_CONFLICT' },
    })),
  ];
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
  for (const [as, code] of [
    ['site', 'CONTRACT_BY_SITE'],
    ['period', 'CONTRACT_BY_PERIOD'],
  ] as const) {
    const parts = merged.filter(part => part.as === as).length;
    if (parts > 0) remarks.push(diagnostic(code, kept.at, { lines: parts + 1 }, kept.reference));
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
  tables: readonly TableSource[],
  { counts }: Tally,
  memberFrom: readonly Source['memberFrom'][],
): Source[] {
  return tables.map(({ columns, ...table }, place) => ({
    ...table,
    ...counts[place]!,
    memberFrom: memberFrom[place]!,
    columns,
  }));
}
