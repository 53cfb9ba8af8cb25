/** The cells of rows as they stand in their files, for who wants to see what was read. */
import type { Contract } from '../domain/contract.ts';
import type { IntakeSettings } from '../domain/settings.ts';
import type { SourceFile } from '../domain/source.ts';
import { gridsOf } from './tables.ts';

type Place = Contract['source'];

/** Reads the files again for the cells of the rows at some places; a row that is not there has none. */
export async function rawRows(
  files: readonly SourceFile[],
  places: readonly Place[],
  settings: IntakeSettings,
): Promise<(place: Place) => readonly string[]> {
  const wanted = new Map<string, Set<number>>();
  for (const { file, sheet, row } of places) {
    const key = keyOf(file, sheet);
    const rows = wanted.get(key) ?? new Set();
    wanted.set(key, rows.add(row));
  }
  const found = new Map<string, Map<number, readonly string[]>>();
  const named = new Set(places.map(({ file }) => file));
  for (const file of files.filter(({ path }) => named.has(path))) {
    for (const grid of (await gridsOf(file, settings)).value) {
      const key = keyOf(grid.file, grid.sheet);
      const rows = wanted.get(key);
      if (!rows) continue;
      const cells = new Map<number, readonly string[]>();
      for (const row of grid.rows) if (rows.has(row.row)) cells.set(row.row, row.cells);
      found.set(key, cells);
    }
  }
  return ({ file, sheet, row }) => found.get(keyOf(file, sheet))?.get(row) ?? [];
}

const keyOf = (file: string, sheet: string | undefined): string => `${file}\n${sheet ?? ''}`;
