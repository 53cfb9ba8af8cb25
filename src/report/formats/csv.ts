/** CSV for spreadsheets (`;`, BOM, formulas neutralised) or for programs (RFC 4180). */
import { stringify } from 'csv-stringify/sync';
import { neutralised } from '../../domain/formula.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Section } from '../table.ts';
import { sectionNamed } from '../planned.ts';
import { registerSections } from '../view.ts';
import { commonTable } from '../commonLayout.ts';
import { cellValue } from './cells.ts';
import { type CsvDialect, type CsvStyle, styleOf } from './csvDialect.ts';
import { type RenderOptions, type Subject, isPlanned } from './format.ts';

/** One section of the report: the participations of a schedule, the contracts read, or the problems found. */
export function csv(subject: Subject, { texts, section, csvDialect }: RenderOptions): string {
  const style = styleOf(csvDialect, texts);
  if (subject.kind === 'register' && !section)
    return csvOf(commonTable(subject.contracts, subject.members), style);
  return sectionCsv(sectionOf(subject, section, texts), style);
}

function sectionOf(subject: Subject, section: RenderOptions['section'], texts: Texts): Section {
  if (isPlanned(subject)) return sectionNamed(subject, section ?? 'participations', texts);
  const sections = registerSections(subject, texts);
  return section === 'files' || section === 'contracts' ? sections[section] : sections.data;
}

function sectionCsv({ columns, rows }: Section, style: CsvStyle): string {
  return csvOf(
    [
      columns.map(column => (style.plain ? column.id : column.label)),
      ...rows.map(({ cells }) => cells.map(cell => cellValue(cell, style.day))),
    ],
    style,
  );
}

/** Writes records in a dialect, or for the spreadsheets of a language. */
export function csvTable(
  records: readonly (readonly (string | number)[])[],
  dialect: CsvDialect | undefined,
  texts: Texts,
): string {
  return csvOf(records, styleOf(dialect, texts));
}

/**
 * Cells are texts before csv-stringify sees them: told apart cell by cell, it would read its options again for each.
 * In a spreadsheet's CSV, a text that would run as a formula gets a leading apostrophe; a number never does.
 */
function csvOf(records: readonly (readonly (string | number)[])[], style: CsvStyle): string {
  const written = (cell: string | number): string => {
    if (typeof cell === 'number') return String(cell).replace('.', style.decimal);
    return style.plain ? cell : neutralised(cell);
  };
  return stringify(
    records.map(record => record.map(written)),
    // A line feed alone, which Excel puts in a cell, ends no record here: it has to be quoted all the same.
    { bom: !style.plain, delimiter: style.delimiter, record_delimiter: 'windows', quoted_match: /[\n\r]/ },
  );
}
