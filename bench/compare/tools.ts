/** What each tool makes of a file: the value of every cell as text, and the records that it complains about. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { day } from '../../src/domain/day.ts';
import type { SourceFile } from '../../src/domain/source.ts';
import { readContracts } from '../../src/intake/intake.ts';
import { type Layout, bytesOf } from './layouts.ts';

/** What a tool says. */
export interface Answer {
  /** It refused the file: nothing is read, and it says so. */
  readonly refused?: string;
  /** The cell of the n-th record of a reference: as the tool gives it; `undefined` when that record is not given. */
  readonly cell: (reference: string, nth: number, column: number) => string | undefined;
  /** True when a problem is reported for that record (and that column, when the tool knows columns). */
  readonly complains: (reference: string, nth: number, record: number, column?: number) => boolean;
}

export interface Tool {
  readonly name: string;
  /** Why it cannot run here. */
  readonly absent?: string;
  readonly read: (layout: Layout, folder: string) => Promise<Answer>;
}

const refusal = (why: string): Answer => ({ refused: why, cell: () => undefined, complains: () => false });

/** The file made easy: UTF-8, header first. What is left to go wrong is in the cells. */
const easy = (layout: Layout): Layout => ({
  ...layout,
  encoding: 'utf8',
  records: layout.records.slice(layout.header),
  header: 0,
});

/** Records by reference: the n-th that has it. */
function byReference(records: readonly (readonly string[])[], column: number) {
  const found = new Map<string, (readonly string[])[]>();
  for (const cells of records) {
    const reference = cells[column] ?? '';
    found.set(reference, [...(found.get(reference) ?? []), cells]);
  }
  return found;
}

const coopPlan: Tool = {
  name: 'coop-plan',
  async read(layout) {
    const file: SourceFile = { path: layout.name, bytes: bytesOf(layout) };
    const settings = {
      members: [],
      mappings: [],
      classification: { families: {}, synonyms: {}, contracts: {} },
    };
    const intake = await readContracts([file], settings, day('2026-11-23'));
    const places = new Map<string, number[]>();
    // Excel rows are the places of records, for a record of several lines is one row.
    layout.records.forEach((cells, place) => {
      const reference = cells[layout.reference] ?? '';
      places.set(reference, [...(places.get(reference) ?? []), place + 1]);
    });
    const contracts = new Map(intake.contracts.map(contract => [contract.source.row, contract]));
    return {
      cell(reference, nth, column) {
        const contract = contracts.get(places.get(reference)?.[nth] ?? 0);
        if (!contract) return undefined;
        if (column === layout.start) return contract.term.start ?? '';
        if (column === layout.title) return contract.title;
        const stated = contract.amount?.stated;
        return stated === undefined ? '' : String(stated / 100);
      },
      complains(_reference, _nth, record, column) {
        const row = record + 1;
        if (intake.leftOut.some(({ at }) => at.row === row)) return true;
        return intake.diagnostics.some(
          ({ at, severity }) =>
            at.row === row &&
            severity !== 'info' &&
            (column === undefined || at.column === String.fromCodePoint(65 + column)),
        );
      },
    };
  },
};

function csvkit(name: string, told: boolean): Tool {
  const present = spawnSync('csvclean', ['--version']).status === 0;
  return {
    name,
    ...(!present && { absent: 'apt-get install csvkit' }),
    async read(layout, folder) {
      const given = told ? easy(layout) : layout;
      const path = join(folder, 'register.csv');
      writeFileSync(path, bytesOf(given));
      const options = told ? ['-d', layout.delimiter] : [];
      const typed = spawnSync('in2csv', ['-f', 'csv', ...options, path], { encoding: 'utf8' });
      if (typed.status !== 0) return refusal(lastLine(typed.stderr));
      const records = parse(typed.stdout, { relax_column_count: true }) as string[][];
      const found = byReference(records, layout.reference);
      spawnSync('csvclean', [...options, 'register.csv'], { cwd: folder, encoding: 'utf8' });
      const errors = join(folder, 'register_err.csv');
      const wrong = existsSync(errors) ? readFileSync(errors, 'utf8') : '';
      return {
        cell: (reference, nth, column) => found.get(reference)?.[nth]?.[column],
        complains: reference => reference !== '' && wrong.includes(reference),
      };
    },
  };
}

interface DuckDB {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRowsJson(): (string | null)[][] }> }>;
    }>;
  };
}

function duckdb(name: string, told: boolean): Tool {
  const from = join(process.cwd(), 'bench/compare/package.json');
  let api: DuckDB | undefined;
  try {
    api = createRequire(from)('@duckdb/node-api') as DuckDB;
  } catch {
    api = undefined;
  }
  return {
    name,
    ...(!api && { absent: 'npm install --prefix bench/compare' }),
    async read(layout, folder) {
      const given = told ? easy(layout) : layout;
      const path = join(folder, 'register.csv');
      writeFileSync(path, bytesOf(given));
      const connection = await (await api!.DuckDBInstance.create(':memory:')).connect();
      const options = told ? `, delim = '${layout.delimiter}', header = true` : '';
      try {
        const rows = await connection.runAndReadAll(
          `SELECT COLUMNS(*)::VARCHAR FROM read_csv('${path}', store_rejects = true${options})`,
        );
        const rejects = await connection.runAndReadAll('SELECT csv_line FROM reject_errors');
        const records = rows.getRowsJson().map(cells => cells.map(cell => cell ?? ''));
        const found = byReference(records, layout.reference);
        const wrong = rejects.getRowsJson().map(([line]) => String(line));
        return {
          cell: (reference, nth, column) => found.get(reference)?.[nth]?.[column],
          complains: reference => reference !== '' && wrong.some(line => line.includes(reference)),
        };
      } catch (error) {
        return refusal(error instanceof Error ? error.message.split('\n')[0]! : String(error));
      }
    },
  };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

export const TOOLS: readonly Tool[] = [
  coopPlan,
  csvkit('csvkit', false),
  csvkit('csvkit, told the layout', true),
  duckdb('DuckDB', false),
  duckdb('DuckDB, told the layout', true),
];
