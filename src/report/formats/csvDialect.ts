/** How a CSV is written: what the program that opens it takes for columns, decimals and dates. */
import type { Day } from '../../domain/day.ts';
import type { Texts } from '../../i18n/texts.ts';

export const CSV_DIALECTS = ['excel-fr', 'rfc4180'] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];

export interface CsvStyle {
  /** For programs: no BOM, stable column names, nothing neutralised. */
  readonly plain: boolean;
  readonly delimiter: ';' | ',';
  readonly decimal: ',' | '.';
  readonly day: (day: Day) => string;
}

const STYLES: Readonly<Record<CsvDialect, CsvStyle>> = {
  'excel-fr': {
    plain: false,
    delimiter: ';',
    decimal: ',',
    day: value => value.split('-').toReversed().join('/'),
  },
  rfc4180: { plain: true, delimiter: ',', decimal: '.', day: value => value },
};

/** Without a dialect: as the spreadsheets of the report's language expect, with `;` and a BOM. */
export function styleOf(dialect: CsvDialect | undefined, { format }: Texts): CsvStyle {
  return dialect
    ? STYLES[dialect]
    : { plain: false, delimiter: ';', decimal: format.decimal, day: format.sheetDay };
}
