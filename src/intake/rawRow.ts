/** The cells of one row as they stand in its file, for who wants to see what was read. */
import type { Contract } from '../domain/contract.ts';
import type { IntakeSettings } from '../domain/settings.ts';
import type { SourceFile } from '../domain/source.ts';
import { gridsOf } from './tables.ts';

/** In the order of the columns; empty when the row is not there. */
export async function rawRow(
  files: readonly SourceFile[],
  { file: path, sheet, row }: Contract['source'],
  settings: IntakeSettings,
): Promise<readonly string[]> {
  const file = files.find(candidate => candidate.path === path);
  if (!file) return [];
  const { value: grids } = await gridsOf(file, settings);
  const grid = grids.find(candidate => candidate.sheet === sheet);
  return grid?.rows.find(candidate => candidate.row === row)?.cells ?? [];
}
