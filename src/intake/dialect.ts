/** Finds how a text is delimited, from its first records. csv-parse's own discovery picks letters, so we look ourselves. */
import { knownHeadings } from '../data/headings.ts';
import { cellsIn } from './csv.ts';
import type { Dialect } from './records.ts';

/** Delimiters looked for, the likeliest in French exports first: this order breaks ties. */
const DELIMITERS = [';', '\t', ',', '|'] as const;

/** How much text is looked at, in characters, and how many records of it. */
const SAMPLE = 200_000;
const SAMPLE_RECORDS = 300;

/** How a text is written, from its beginning; a delimiter given by the user or by a `sep=` line is taken as it is. */
export function sniffDialect(beginning: string, whole: boolean, given?: string): Dialect {
  const complete = whole && beginning.length <= SAMPLE;
  const sample = beginning.slice(0, SAMPLE);
  const lineEnd = lineEndOf(sample);
  const bare: Dialect = { delimiter: given, quote: '"', escape: '"', padded: false, lineEnd, columns: 0 };
  const met = DELIMITERS.filter(delimiter => sample.includes(delimiter));
  const candidates = (given === undefined ? met : [given]).flatMap(delimiter =>
    readings({ ...bare, delimiter }, sample).map(dialect => judge(dialect, sample, complete)),
  );
  let best: Judged | undefined;
  for (const candidate of candidates)
    if (candidate.columns > 1 && (!best || beats(candidate, best))) best = candidate;
  return best ? { ...best.dialect, columns: best.columns } : { ...bare, columns: 1 };
}

/** `\r` when lines end by bare returns, outside quotes. */
function lineEndOf(sample: string): '\n' | '\r' {
  const unquoted = sample.replace(/"[^"]{0,32767}"/g, '');
  const text = /[\r\n]/.test(unquoted) ? unquoted : sample;
  const bareReturns = text.match(/\r(?![\r\n])/g)?.length ?? 0;
  return bareReturns > (text.match(/\n/g)?.length ?? 0) ? '\r' : '\n';
}

/** The ways of quoting worth trying with a delimiter. */
function readings(dialect: Dialect, sample: string): Dialect[] {
  const delimiter = escapeRegExp(dialect.delimiter!);
  const edge = `(?:^|[\\r\\n]|${delimiter} ?)`;
  const count = (pattern: string): number => sample.match(new RegExp(pattern, 'g'))?.length ?? 0;
  const quoting = (quote: string): number =>
    count(`${edge}${quote}[^${quote}]*${quote}(?=${delimiter}|[\\r\\n]|$)`);
  const backslashed =
    count(`[^${delimiter}\\r\\n]\\\\"(?!${delimiter}|[\\r\\n]|$)`) > 0 &&
    !count(`[^"\\\\\\r\\n${delimiter}]""[^"]`);
  const apostrophes = !quoting('"') && quoting("'") > 2;
  const quote = apostrophes ? "'" : '"';
  const followed = count(`${delimiter} `);
  const padded = dialect.delimiter === ',' && followed > 1 && followed >= 0.9 * count(delimiter);
  const quoted: Dialect = { ...dialect, quote, escape: backslashed ? '\\' : quote };
  return padded ? [quoted, { ...quoted, padded }] : [quoted];
}

interface Judged {
  readonly dialect: Dialect;
  /** Cells in most records. */
  readonly columns: number;
  /** Headings recognised in the record that has most. */
  readonly headings: number;
  /** 0 to 1: how regular the records are, and how likely the delimiter is to be one. */
  readonly score: number;
}

/** Known headings are the best witness; then the regularity of the records. */
function beats(one: Judged, other: Judged): boolean {
  const known = Math.max(one.headings, other.headings) >= 2;
  if (known && one.headings !== other.headings) return one.headings > other.headings;
  return one.score > other.score;
}

function judge(dialect: Dialect, sample: string, complete: boolean): Judged {
  const rows = sampleCells(dialect, sample, complete).filter(cells => cells.some(Boolean));
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  let columns = 1;
  let weight = 0;
  for (const [width, count] of widths) {
    const candidate = width > 1 ? count * Math.log2(width) : 0;
    if (candidate > weight) [columns, weight] = [width, candidate];
  }
  const regular = (widths.get(columns) ?? 0) / Math.max(rows.length, 1);
  const headings = mostHeadings(rows.slice(0, 60));
  return { dialect, columns, headings, score: regular * (1 - 1 / columns) * trust(dialect, sample) };
}

/** Headings recognised in the line that has most. Most lines cannot have more: too few of their cells have a letter. */
function mostHeadings(rows: readonly (readonly string[])[]): number {
  let most = 0;
  for (const cells of rows) {
    if (cells.length <= most || cells.filter(cell => LETTER.test(cell)).length <= most) continue;
    most = Math.max(most, knownHeadings(cells));
  }
  return most;
}

const LETTER = /\p{L}/u;

function sampleCells(dialect: Dialect, sample: string, complete: boolean): string[][] {
  const records = cellsIn(sample, dialect, complete, SAMPLE_RECORDS);
  // A sample that is all one record is read as it is.
  return records.length > 0 ? records : cellsIn(sample, dialect, true, SAMPLE_RECORDS);
}

/** Commas between digits are mostly decimal ones, and commas before a space prose: weak witnesses. */
function trust({ delimiter, padded }: Dialect, sample: string): number {
  if (delimiter !== ',') return 1;
  const commas = sample.match(/,/g)?.length ?? 0;
  const weak = sample.match(padded ? /\d,(?=\d)/g : /\d,(?=\d)|,(?= )/g)?.length ?? 0;
  return commas ? 1 - 0.7 * (weak / commas) : 1;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
