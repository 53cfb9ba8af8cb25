/** CSV that French Excel opens as it should: `;`, BOM, CRLF, decimal comma, formulas neutralised. */
import { stringify } from 'csv-stringify/sync';
import type { SectionId, Texts } from '../../i18n/texts.ts';
import type { Section } from '../table.ts';
import { registerSections, viewOf } from '../view.ts';
import { commonTable } from '../commonLayout.ts';
import { cellValue } from './cells.ts';
import type { RenderOptions, Subject } from './format.ts';

/** One section of the report: the participations of a schedule, the contracts read, or the problems found. */
export function csv(subject: Subject, { texts, section }: RenderOptions): string {
  if (subject.kind === 'register' && !section)
    return csvOf(commonTable(subject.contracts, subject.members), texts.format.decimal);
  return sectionCsv(sectionOf(subject, section, texts), texts);
}

function sectionOf(subject: Subject, section: SectionId | undefined, texts: Texts): Section {
  if (subject.kind === 'schedule') return viewOf(subject, texts).sections[section ?? 'participations'];
  const sections = registerSections(subject, texts);
  return section === 'files' || section === 'contracts' ? sections[section] : sections.data;
}

function sectionCsv({ columns, rows }: Section, texts: Texts): string {
  const values = rows.map(({ cells }) => cells.map(cell => cellValue(cell, texts)));
  return csvOf([columns.map(column => column.label), ...values], texts.format.decimal);
}

/**
 * Writes records for a spreadsheet. Numbers take the decimal sign of the language; a text that a spreadsheet
 * would run as a formula gets a leading apostrophe.
 */
export function csvOf(records: readonly (readonly (string | number)[])[], decimal: ',' | '.'): string {
  return stringify(
    records.map(record => [...record]),
    {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: value => ({ value: String(value).replace('.', decimal), escape_formulas: false }) },
    },
  );
}
