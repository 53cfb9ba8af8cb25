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

type Records = Iterable<readonly (string | number)[]>;

/**
 * One section of the report: the participations of a schedule, the contracts read, or the problems found. Contracts may
 * be a million: their text comes in pieces.
 */
export function csv(
  subject: Subject,
  { texts, section, csvDialect }: RenderOptions,
): string | Iterable<string> {
  const style = styleOf(csvDialect, texts);
  if (subject.kind === 'register' && !section)
    return piecesOf(commonTable(subject.contracts, subject.members), style);
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
export function csvTable(records: Records, dialect: CsvDialect | undefined, texts: Texts): string {
  return csvOf(records, styleOf(dialect, texts));
}

function csvOf(records: Records, style: CsvStyle): string {
  return [...piecesOf(records, style)].join('');
}

/** Characters of a piece, about. */
const PIECE = 1 << 16;

/**
 * Records as text, in pieces of whole lines. In a spreadsheet's CSV, a text that would run as a formula gets a leading
 * apostrophe; a number never does. csv-stringify is called where there is something to quote: the other records, nearly
 * all of them, need only be joined, which takes a tenth of its time.
 */
function* piecesOf(records: Records, style: CsvStyle): Generator<string> {
  const { plain, delimiter, decimal } = style;
  const options = { delimiter, record_delimiter: END, quoted_match: /[\r\n]/ };
  const mark = delimiter.charCodeAt(0);
  let piece = plain ? '' : '\uFEFF';
  for (const record of records) {
    const cells: string[] = [];
    let isQuoted = false;
    for (const cell of record) {
      if (typeof cell === 'number')
        cells.push(decimal === '.' ? String(cell) : String(cell).replace('.', decimal));
      else {
        const text = plain ? cell : neutralised(cell);
        isQuoted ||= isToQuote(text, mark);
        cells.push(text);
      }
    }
    piece += isQuoted ? stringify([cells], options) : cells.join(delimiter) + END;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

const END = '\r\n';

/** A delimiter, a quote or a line end inside. */
function isToQuote(text: string, delimiter: number): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === 0x22 || code === 0x0a || code === 0x0d) return true;
  }
  return false;
}
