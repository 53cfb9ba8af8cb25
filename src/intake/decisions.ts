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
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { Ruling } from '../domain/ruling.ts';
import type { MemberSettings } from '../domain/settings.ts';
import type { SourceFile } from '../domain/source.ts';
import { fold } from '../domain/text.ts';
import { columnLetter } from './column.ts';
import { DECISION_HEADINGS, type DecisionField, type DecisionNames, readDecision } from './decisionLine.ts';
import { readGrids } from './grid.ts';
import { gridLocation } from './place.ts';
import type { Grid, Read } from './table.ts';

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

/** Reads the decisions of a file, in the order of its rows. */
export async function readDecisions(
  file: SourceFile,
  names: DecisionNames,
): Promise<Read<readonly Ruling[]>> {
  const { value: grids, diagnostics } = await readGrids(file);
  const reads = grids.map(grid => decisionsOf(grid, names));
  return {
    value: reads.flatMap(read => read.value),
    diagnostics: [...diagnostics, ...reads.flatMap(read => read.diagnostics)],
  };
}

function decisionsOf(grid: Grid, names: DecisionNames): Read<readonly Ruling[]> {
  const header = grid.rows.findIndex(({ cells }) => columnsOf(cells).has('decision'));
  if (header < 0) {
    const known = Object.values(DECISION_HEADINGS)
      .map(([first]) => first)
      .join(', ');
    return { value: [], diagnostics: [diagnostic('HEADER_NOT_FOUND', gridLocation(grid), { known })] };
  }
  const headings = grid.rows[header]!.cells;
  const columns = columnsOf(headings);
  const rulings: Ruling[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { row, cells } of grid.rows.slice(header + 1)) {
    if (cells.every(cell => cell.trim() === '')) continue;
    const read = readDecision(field => cells[columns.get(field) ?? -1]?.trim() ?? '', names);
    const at = { ...gridLocation(grid), row };
    if ('problem' in read) {
      const { code, params, field, value } = read.problem;
      const index = columns.get(field);
      const where =
        index === undefined ? at : { ...at, column: columnLetter(index), heading: headings[index]! };
      diagnostics.push(diagnostic(code, where, params as never, value));
    } else rulings.push({ ...read.ruling, at } as Ruling);
  }
  return { value: rulings, diagnostics };
}

/** Where each field stands in a line of headings. */
function columnsOf(cells: readonly string[]): ReadonlyMap<DecisionField, number> {
  const columns = new Map<DecisionField, number>();
  cells.forEach((cell, index) => {
    const folded = fold(cell);
    for (const [field, headings] of Object.entries(DECISION_HEADINGS) as [
      DecisionField,
      readonly string[],
    ][]) {
      if (!columns.has(field) && headings.some(heading => fold(heading) === folded))
        columns.set(field, index);
    }
  });
  return columns;
}
