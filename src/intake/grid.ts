/** A file → grids: one for a text, one a sheet for a workbook. What the file is, its bytes tell. */
import { diagnostic } from '../domain/diagnostic.ts';
import type { Watch } from '../domain/progress.ts';
import type { SourceFile } from '../domain/source.ts';
import { containerOf } from './container.ts';
import { KNOWN_ENCODINGS, type Detection, detectEncoding, encodingNamed } from './decode.ts';
import type { Grid, Read } from './table.ts';
import { readTextGrid } from './text-grid.ts';

/** What the user or the configuration says of a file, over what would be found. */
export interface ReadingOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly watch?: Watch;
}

/**
 * Reads a file into grids; a file that cannot be one gives none, and a diagnostic that says what to do.
 * Never throws on bad data. The workbook reader is loaded only for a workbook.
 */
export async function readGrids(
  { path, bytes }: SourceFile,
  options: ReadingOptions = {},
): Promise<Read<readonly Grid[]>> {
  const at = { file: path };
  const file = { path, bytes };
  const container = containerOf(bytes);
  switch (container) {
    case 'empty':
      return { value: [], diagnostics: [diagnostic('FILE_EMPTY', at, {})] };
    case 'binary':
      return { value: [], diagnostics: [diagnostic('FILE_BINARY', at, {})] };
    case 'xlsx': {
      const { readWorkbook } = await import('./workbook.ts');
      return readWorkbook(file);
    }
    case 'text': {
      const detection = chosenEncoding(bytes, options.encoding);
      if (!detection) {
        const unknown = diagnostic('ENCODING_UNKNOWN', at, { known: KNOWN_ENCODINGS }, options.encoding);
        return { value: [], diagnostics: [unknown] };
      }
      const { value, diagnostics } = readTextGrid(file, detection, options);
      return { value: [value], diagnostics };
    }
    default:
      return { value: [], diagnostics: [diagnostic('FILE_FORMAT_REFUSED', at, { format: container })] };
  }
}

function chosenEncoding(bytes: Uint8Array, asked: string | undefined): Detection | undefined {
  if (asked === undefined) return detectEncoding(bytes);
  const encoding = encodingNamed(asked);
  return encoding && { encoding, basis: 'asked' };
}
