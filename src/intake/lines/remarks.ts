/** Collects what is said of a table: problems of one cell, of one row, of a whole column, of the table. */
import type { Location } from '../../domain/contract.ts';
import { type Diagnostic, type DiagnosticCode, SEVERITY } from '../../domain/diagnostic.ts';
import type { Problem } from '../cells/problem.ts';
import type { ColumnMatch } from '../fields.ts';
import type { Table } from '../table.ts';

/** Said once for a column, with the number of cells: one assumption, not a thousand. */
const ONCE_A_COLUMN: ReadonlySet<DiagnosticCode> = new Set([
  'START_FROM_NOTIFICATION',
  'START_FROM_END',
  'RENEWAL_MODE_ASSUMED',
  'AMOUNT_PERIOD_ASSUMED',
  'AMOUNT_VAT_ASSUMED',
  'AMOUNT_VAT_INCLUDED',
  'AMOUNT_VAT_CONVERTED',
  'DURATION_UNIT_ASSUMED',
  'END_TAKEN_AS_FIRM',
  'LOTS_UNDER_CONTRACT',
  'COMMENT_ON_TERM_UNREAD',
  'NOTICE_WITHOUT_RENEWAL',
]);

export interface Remarks {
  /** Problems of a cell: `row` is the Excel row, `value` its text. */
  cell(row: number, column: ColumnMatch, value: string, problems: readonly Problem[]): void;
  /** A problem of a whole row. */
  row(row: number, problem: Problem, value?: string): void;
  /** A problem of a whole column. */
  column(column: ColumnMatch, problem: Problem): void;
  /** A problem of every line of the table: said once, with their number. */
  table(problem: Problem): void;
  /** Everything said so far. */
  all(): readonly Diagnostic[];
}

export function remarksOn({ grid, headerRow }: Table): Remarks {
  const file = { file: grid.file, ...(grid.sheet !== undefined && { sheet: grid.sheet }) };
  const said: Diagnostic[] = [];
  const counted = new Map<string, { at: Location; problem: Problem; cells: number }>();
  const place = ({ column, heading }: ColumnMatch): Location => ({
    ...file,
    column,
    ...(heading && { heading }),
  });
  const say = (problem: Problem, at: Location, value?: string): void => {
    said.push({
      ...problem,
      severity: SEVERITY[problem.code],
      at,
      ...(value !== undefined && { value }),
    } as Diagnostic);
  };
  const above = headerRow > 0 && { row: headerRow };
  const count = (column: ColumnMatch | undefined, problem: Problem): void => {
    const { rate, unit } = problem.params as { rate?: number; unit?: string };
    const key = `${column?.index ?? ''} ${problem.code} ${rate ?? unit ?? ''}`;
    const known = counted.get(key);
    if (known) known.cells += 1;
    else counted.set(key, { at: { ...(column ? place(column) : file), ...above }, problem, cells: 1 });
  };
  return {
    cell(row, column, value, problems) {
      for (const problem of problems) {
        if (ONCE_A_COLUMN.has(problem.code)) count(column, problem);
        else say(problem, { ...place(column), row }, value);
      }
    },
    row: (row, problem, value) => say(problem, { ...file, row }, value),
    table: problem => count(undefined, problem),
    column: (column, problem) => say(problem, { ...place(column), ...above }),
    all: () => [
      ...said,
      ...[...counted.values()].map(
        ({ at, problem, cells }) =>
          ({
            ...problem,
            params: { ...problem.params, cells },
            severity: SEVERITY[problem.code],
            at,
          }) as Diagnostic,
      ),
    ],
  };
}
