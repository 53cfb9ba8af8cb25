/** The output formats. To add one: a file beside this one, and one line here. Each is loaded when it is used. */
import type { Render } from './format.ts';

export type FormatId = 'table' | 'csv' | 'json' | 'markdown' | 'html' | 'xlsx' | 'ics' | 'ocds';

interface Format {
  /** File endings that ask for it. */
  readonly endings: readonly string[];
  /** It shows a schedule, and nothing of registers alone. */
  readonly needsPlan?: true;
  /** It can show one section alone. */
  readonly sections?: true;
  /** It is not text. */
  readonly bytes?: true;
  readonly load: () => Promise<Render>;
}

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  table: { endings: ['txt'], sections: true, load: async () => (await import('./terminal.ts')).terminal },
  csv: { endings: ['csv'], sections: true, load: async () => (await import('./csv.ts')).csv },
  markdown: { endings: ['md'], sections: true, load: async () => (await import('./markdown.ts')).markdown },
  json: { endings: ['json'], load: async () => (await import('./json/json.ts')).json },
  html: { endings: ['html', 'htm'], sections: true, load: async () => (await import('./html.ts')).html },
  xlsx: {
    endings: ['xlsx'],
    needsPlan: true,
    bytes: true,
    load: async () => (await import('./xlsx/workbook.ts')).workbook,
  },
  ics: { endings: ['ics'], needsPlan: true, load: async () => (await import('./ics/calendar.ts')).calendar },
  ocds: { endings: ['ocds.json'], needsPlan: true, load: async () => (await import('./ocds.ts')).ocds },
};

export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** The format that a file's ending asks for: `plan.ocds.json` is not `plan.json`. */
export function formatOfPath(path: string): FormatId | undefined {
  const name = path.toLowerCase();
  const asked = FORMAT_IDS.flatMap(id => FORMATS[id].endings.map(ending => ({ id, ending })))
    .filter(({ ending }) => name.endsWith(`.${ending}`))
    .sort((a, b) => b.ending.length - a.ending.length)[0];
  return asked?.id;
}
