/** placeholder while the text path is proved */
import type { SourceFile } from '../domain/source.ts';
import type { Grid, Read } from './table.ts';
export async function readWorkbook(_file: SourceFile): Promise<Read<readonly Grid[]>> {
  return { value: [], diagnostics: [] };
}
