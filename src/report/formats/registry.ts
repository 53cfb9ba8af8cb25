/** The output formats. To add one: a file beside this one, and one line here. Each is loaded when it is used. */
import type { Render } from './format.ts';

export type FormatId = 'table' | 'csv' | 'json' | 'markdown';

interface Format {
  /** File endings that ask for it. */
  readonly endings: readonly string[];
  readonly load: () => Promise<Render>;
}

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  table: { endings: ['txt'], load: async () => (await import('./terminal.ts')).terminal },
  csv: { endings: ['csv'], load: async () => (await import('./csv.ts')).csv },
  markdown: { endings: ['md'], load: async () => (await import('./markdown.ts')).markdown },
  json: { endings: ['json'], load: async () => (await import('./json/json.ts')).json },
};

export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** The format that a file's ending asks for. */
export function formatOfPath(path: string): FormatId | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return FORMAT_IDS.find(id => ending !== undefined && FORMATS[id].endings.includes(ending));
}
