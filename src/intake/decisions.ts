/**
 * Reads the table in which the group of purchasing referents writes its decisions (decisions.csv, decisions.xlsx):
 * one decision a line, columns in French or English, in any order. What cannot be read is said with its row.
 *
 * | colonne | column | what it holds |
 * |---|---|---|
 * | décision | decision | what is decided: see `KINDS` of decisionLine.ts for the words |
 * | membre, partenaire | member, partner | a landlord, as the configuration or the registers name it |
 * | catégorie, territoire | category, territory | an id or a label; empty for all of them |
 * | groupement | tender | the identifier that a plan shows |
 * | démarrage | start | a day |
 * | poids | weight | a number, 1 being neutral |
 * | date, auteur, motif | date, author, reason | when, by whom (a role) and why; shown again in the reports |
 */
import { DECISION_FIELDS, DECISION_HEADINGS, type DecisionField } from '../data/decisionHeadings.ts';
import type { Location } from '../domain/contract.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import { asWritten } from '../domain/formula.ts';
import type { DecisionRow, Ruling } from '../domain/ruling.ts';
import type { MemberSettings } from '../domain/settings.ts';
import type { SourceFile } from '../domain/source.ts';
import { fold } from '../domain/text.ts';
import { columnLetter } from './column.ts';
import { type DecisionNames, readDecision } from './decisionLine.ts';
import { readGrids } from './grid.ts';
import { gridLocation } from './place.ts';
import type { Grid, Read, Row } from './table.ts';

/** True for the files of a folder that hold decisions, not contracts: `decisions.csv`, `Décisions 2027.xlsx`. */
export function isDecisionsFile(path: string): boolean {
  const name = path.split(/[\\/]/).at(-1)!;
  return /\.(csv|txt|xlsx)$/i.test(name) && /^(decisions?|arbitrages?)\b/.test(fold(name));
}

/** What decisions may name: the members met or configured, under all their spellings, and the categories. */
export function decisionNames(
  members: DecisionNames['members'],
  configured: readonly Pick<MemberSettings, 'id' | 'aliases'>[],
  categories: DecisionNames['categories'],
): DecisionNames {
  const aliases = configured.flatMap(({ id, aliases: list }) =>
    list.map(alias => [fold(alias), id] as const),
  );
  return { members, aliases: new Map(aliases), categories };
}

/** What a file of decisions holds. */
export interface DecisionFile {
  /** In the order of the rows; a proposal on which nothing is decided yet is none. */
  readonly rulings: readonly Ruling[];
  /** Every row that is not blank, as it was written. */
  readonly rows: readonly DecisionRow<DecisionField>[];
}

/** Reads the decisions of a file. */
export async function readDecisions(file: SourceFile, names: DecisionNames): Promise<Read<DecisionFile>> {
  const { value: grids, diagnostics } = await readGrids(file);
  const tables = grids.map(tableOf);
  const rows = tables.flatMap(table => table.value);
  const lines = rows.filter(row => !isOpenProposal(row)).map(row => readRow(row, names));
  return {
    value: { rulings: lines.flatMap(line => ('ruling' in line ? [line.ruling] : [])), rows },
    diagnostics: [
      ...diagnostics,
      ...tables.flatMap(table => table.diagnostics),
      ...lines.flatMap(line => ('problem' in line ? [line.problem] : [])),
    ],
  };
}

/** A proposal that a report has written, and on which the group has not decided yet. */
function isOpenProposal({ cells }: DecisionRow<DecisionField>): boolean {
  return cells.decision === undefined && cells.tender !== undefined;
}

/** Where a field of a row stands, for its problems. */
interface PlacedRow extends DecisionRow<DecisionField> {
  readonly placeOf: (field: DecisionField) => Location;
}

function readRow(row: PlacedRow, names: DecisionNames): { ruling: Ruling } | { problem: Diagnostic } {
  const read = readDecision(field => row.cells[field] ?? '', names);
  if ('ruling' in read) return { ruling: { ...read.ruling, at: row.at } as Ruling };
  const { code, params, field, value } = read.problem;
  return { problem: diagnostic(code, row.placeOf(field), params as never, value) };
}

function tableOf(grid: Grid): Read<readonly PlacedRow[]> {
  const header = grid.rows.findIndex(({ cells }) => columnsOf(cells).has('decision'));
  if (header < 0) {
    const known = Object.values(DECISION_HEADINGS)
      .map(([first]) => first)
      .join(', ');
    return { value: [], diagnostics: [diagnostic('HEADER_NOT_FOUND', gridLocation(grid), { known })] };
  }
  const headings = grid.rows[header]!.cells;
  const columns = columnsOf(headings);
  const rows = grid.rows.slice(header + 1).filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
  return { value: rows.map(row => rowOf(row, headings, columns, grid)), diagnostics: [] };
}

function rowOf(
  { row, cells }: Row,
  headings: readonly string[],
  columns: ReadonlyMap<DecisionField, number>,
  grid: Grid,
): PlacedRow {
  const at = { ...gridLocation(grid), row };
  const textAt = (index: number): string => asWritten(cells[index]?.trim() ?? '');
  const present = ([, text]: readonly [string, string]): boolean => text !== '';
  return {
    at,
    cells: Object.fromEntries(
      [...columns].map(([field, index]) => [field, textAt(index)] as const).filter(present),
    ),
    others: Object.fromEntries(
      ownColumns(headings, columns, cells.length)
        .map(([heading, index]) => [heading, textAt(index)] as const)
        .filter(present),
    ),
    placeOf: field => {
      const index = columns.get(field);
      return index === undefined ? at : { ...at, column: columnLetter(index), heading: headings[index]! };
    },
  };
}

/** The group's own columns, each under a name of its own: one without a heading, or with another's, by its letter. */
function ownColumns(
  headings: readonly string[],
  columns: ReadonlyMap<DecisionField, number>,
  width: number,
): (readonly [heading: string, index: number])[] {
  const known = new Set(columns.values());
  const named = new Set<string>();
  return Array.from({ length: Math.max(headings.length, width) }, (_, index) => index)
    .filter(index => !known.has(index))
    .map(index => {
      const heading = headings[index]?.trim() ?? '';
      const letter = columnLetter(index);
      const name = heading === '' ? letter : named.has(heading) ? `${heading} (${letter})` : heading;
      named.add(name);
      return [name, index] as const;
    });
}

/** Where each field stands in a line of headings. */
function columnsOf(cells: readonly string[]): ReadonlyMap<DecisionField, number> {
  const columns = new Map<DecisionField, number>();
  cells.forEach((cell, index) => {
    const folded = fold(cell);
    for (const field of DECISION_FIELDS) {
      if (!columns.has(field) && DECISION_HEADINGS[field].some(heading => fold(heading) === folded))
        columns.set(field, index);
    }
  });
  return columns;
}
