/** The six layouts of fixtures/l4h, and what their cells really say: read here by other means than the tool's own. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A register as records of text, and where what is compared stands in them. */
export interface Layout {
  readonly name: string;
  readonly delimiter: string;
  readonly encoding: 'cp1252' | 'utf8' | 'utf8-bom';
  readonly records: readonly (readonly string[])[];
  /** Place of the record of headings. */
  readonly header: number;
  /** Places of the columns compared, and how each is written. */
  readonly reference: number;
  readonly title: number;
  readonly start: number;
  readonly amount: number;
  readonly dates: 'day-first' | 'iso' | 'serial';
}

type Place = Omit<Layout, 'records'>;

const PLACES: readonly Place[] = [
  { name: 'armorique-habitat_marches.csv', delimiter: ';', encoding: 'cp1252', header: 3, reference: 0, title: 2, start: 6, amount: 12, dates: 'day-first' },
  { name: 'extraction_contrats_2026-11.csv', delimiter: '\t', encoding: 'utf8', header: 0, reference: 1, title: 2, start: 6, amount: 9, dates: 'day-first' },
  { name: 'guingamp-habitat_contracts.csv', delimiter: ',', encoding: 'utf8-bom', header: 0, reference: 0, title: 2, start: 7, amount: 13, dates: 'iso' },
  { name: 'meduane-habitat.csv', delimiter: ';', encoding: 'utf8', header: 1, reference: 0, title: 1, start: 5, amount: 10, dates: 'day-first' },
  { name: 'suivi_marches_DAF_v3.csv', delimiter: '|', encoding: 'cp1252', header: 2, reference: 0, title: 2, start: 5, amount: 11, dates: 'serial' },
  { name: 'touraine-logement.csv', delimiter: ';', encoding: 'utf8-bom', header: 0, reference: 0, title: 1, start: 5, amount: 11, dates: 'day-first' },
]; // prettier-ignore

/** windows-1252 where it differs from ISO-8859-1, for the characters of the fixtures. */
const CP1252: Readonly<Record<number, string>> = {
  0x80: '€', 0x85: '…', 0x8c: 'Œ', 0x91: '‘', 0x92: '’', 0x93: '“', 0x94: '”', 0x96: '–', 0x97: '—', 0x9c: 'œ',
}; // prettier-ignore
const TO_CP1252 = new Map(Object.entries(CP1252).map(([byte, character]) => [character, Number(byte)]));

/** Every layout, from the fixtures. */
export function layouts(): Layout[] {
  return PLACES.map(place => ({
    ...place,
    records: parse(decoded(readFileSync(`fixtures/l4h/${place.name}`), place.encoding), {
      delimiter: place.delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    }),
  }));
}

function decoded(bytes: Buffer, encoding: Layout['encoding']): string {
  if (encoding !== 'cp1252') return bytes.toString().replace(/^\uFEFF/, '');
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, character => CP1252[character.charCodeAt(0)] ?? character);
}

/** The file of a layout, as its member's export writes it. */
export function bytesOf({ records, delimiter, encoding }: Layout): Buffer {
  const quoted = (cell: string): string =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = records.map(cells => `${cells.map(quoted).join(delimiter)}\r\n`).join('');
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8-bom') return Buffer.from(`\uFEFF${text}`);
  return Buffer.from(Uint8Array.from(text, c => TO_CP1252.get(c) ?? c.charCodeAt(0)));
}

/** True for a record that is a contract: below the header, with a reference and an amount. */
export function isContract(layout: Layout, place: number): boolean {
  const cells = layout.records[place]!;
  return place > layout.header && Boolean(cells[layout.reference]) && /\d/.test(cells[layout.amount] ?? '');
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

/** The day that a cell says, `YYYY-MM-DD`. */
export function dayIn(cell: string, dates: Layout['dates']): string | undefined {
  if (dates === 'serial' && /^\d{5}$/.test(cell))
    return new Date(Date.UTC(1899, 11, 30 + Number(cell))).toISOString().slice(0, 10);
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(cell);
  if (iso) return iso[0];
  const numbers = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(cell);
  if (numbers) return `${numbers[3]}-${numbers[2]}-${numbers[1]}`;
  const words = /^(\d{1,2})(?:er)? (\S+) (\d{4})$/.exec(cell);
  const month = words ? MONTHS.indexOf(words[2]!) + 1 : 0;
  if (!month) return undefined;
  return `${words![3]}-${String(month).padStart(2, '0')}-${words![1]!.padStart(2, '0')}`;
}

/** The amount that a cell says, in euros. */
export function eurosIn(cell: string): number {
  const number = Number(cell.replace(/[^\d,.-]/g, '').replace(',', '.'));
  return /k€/.test(cell) ? Math.round(number * 1000) : number;
}
