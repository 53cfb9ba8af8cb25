/** Other projects' awkward files and real registers, read where they stand; skipped when they are absent. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readGrids } from '../../src/intake/grid.ts';
import { matchHeadings } from '../../src/intake/headings.ts';
import { findTablesOfFile } from '../../src/intake/layout.ts';
import { rowKindsOf } from '../../src/intake/row-kind.ts';
import type { Grid, Row, Table } from '../../src/intake/table.ts';
import { readContracts } from '../../src/intake/intake.ts';
import { AS_OF, NO_SETTINGS, addsUp } from './registers.ts';

const SAMPLES = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));
const present = existsSync(SAMPLES);
const list = (folder: string): string[] => (present ? readdirSync(`${SAMPLES}${folder}`).toSorted() : []);
const bytesOf = (path: string): Uint8Array => readFileSync(`${SAMPLES}${path}`);
const json = (path: string): unknown => JSON.parse(readFileSync(`${SAMPLES}${path}`, 'utf8'));

async function gridOf(path: string, bytes = bytesOf(path)): Promise<Grid | undefined> {
  return (await readGrids({ path, bytes })).value[0];
}
const dataOf = (table: Table): Row[] => {
  const kindOf = rowKindsOf(table, matchHeadings(table).value);
  return [...table.body].filter(row => kindOf(row) === 'data');
};
const cellsOf = (grid: Grid | undefined): string[][] =>
  [...(grid?.rows ?? [])].map(({ cells }) => [...cells]);

describe.skipIf(!present)('csv-spectrum (skipped without ../shared/samples)', () => {
  it.each(list('messy/csv-spectrum/csvs'))('%s', async name => {
    // The copies of the CRLF cases lost their returns; they are given back.
    const text = Buffer.from(bytesOf(`messy/csv-spectrum/csvs/${name}`)).toString();
    const bytes = Buffer.from(name.includes('crlf') ? text.replace(/\r?\n/g, '\r\n') : text);
    const [headings, ...rows] = cellsOf(await gridOf(name, bytes));
    const records = rows.map(row => Object.fromEntries(headings!.map((heading, i) => [heading, row[i]])));
    expect(records).toEqual(json(`messy/csv-spectrum/json/${name.replace('.csv', '.json')}`));
  });
});

/** Files of Pollock that are read otherwise than it expects: each has its own test, which says how. */
const POLLOCK_OTHERWISE = new Set([
  'file_field_delimiter_0x20.csv',
  'file_quotation_char_0x27.csv',
  'file_header_multirow_2.csv',
  'file_header_multirow_3.csv',
]);

describe.skipIf(!present)('Pollock (skipped without ../shared/samples)', () => {
  const folder = 'messy/pollock';
  it.each(list(`${folder}/csv`).filter(name => !POLLOCK_OTHERWISE.has(name)))('%s', async name => {
    const grid = await gridOf(`${folder}/csv/${name}`);
    const wanted = json(`${folder}/parameters/${name}_parameters.json`) as {
      delimiter: string;
      header_lines: number;
      preamble_lines: number;
    };
    const clean = cellsOf(await gridOf(`${folder}/clean/${name}`));
    if (!grid) return expect(clean).toEqual([]);
    if (wanted.delimiter) expect(grid.delimiter).toBe(wanted.delimiter.replace(/ $/, ''));
    const tables = findTablesOfFile([grid]).value;
    if (!wanted.header_lines) {
      expect(tables).toEqual([]);
      return expect(cellsOf(grid)).toEqual(clean);
    }
    const [table] = tables;
    expect(table!.headerRow).toBe(wanted.preamble_lines + wanted.header_lines);
    const rows = dataOf(table!).map(({ cells }) => cells);
    // Several tables in one file: Pollock expects the first, we read what follows it too.
    const several = name.includes('multitable');
    expect([table!.headings, ...rows].slice(0, several ? clean.length : undefined)).toEqual(clean);
  });
});

describe.skipIf(!present)('Pollock, otherwise (skipped without ../shared/samples)', () => {
  const folder = 'messy/pollock';
  const cleanOf = async (name: string): Promise<string[][]> =>
    cellsOf(await gridOf(`${folder}/clean/${name}`));

  it.each([2, 3])(
    '%i headers alike are one: « DATE », not « DATE DATE »; the rows are those expected',
    async n => {
      const name = `file_header_multirow_${n}.csv`;
      const grid = await gridOf(`${folder}/csv/${name}`);
      const [table] = findTablesOfFile([grid!]).value;
      const [headings, ...rows] = await cleanOf(name);
      expect(table!.headings.map(heading => Array.from({ length: n }, () => heading).join(' '))).toEqual(
        headings,
      );
      expect(dataOf(table!).map(({ cells }) => cells)).toEqual(rows);
    },
  );

  it('between apostrophes, « 48"" » stays as it is: no spreadsheet escapes one quote with another', async () => {
    const name = 'file_quotation_char_0x27.csv';
    const read = cellsOf(await gridOf(`${folder}/csv/${name}`));
    expect(read.map(cells => cells.map(cell => cell.replaceAll('""', '"')))).toEqual(await cleanOf(name));
  });

  it('a space is no delimiter: it would cut every title, and the file itself has rows of 9 to 14 cells', async () => {
    const grid = await gridOf(`${folder}/csv/file_field_delimiter_0x20.csv`);
    expect(findTablesOfFile([grid!])).toMatchObject({
      value: [],
      diagnostics: [{ code: 'HEADER_NOT_FOUND' }],
    });
  });
});

describe.skipIf(!present)('hledger-fr (skipped without ../shared/samples)', () => {
  it('is the same in three encodings, but for what ISO-8859-1 cannot write', async () => {
    const [utf8, cp1252, latin1] = await Promise.all(
      ['utf8', 'cp1252', 'iso88591'].map(async name =>
        cellsOf(await gridOf(`messy/hledger-fr/sample.fr.${name}.csv`)),
      ),
    );
    expect(cp1252).toEqual(utf8);
    // Whoever made the ISO-8859-1 file wrote `?` for the dash and the euro.
    expect(latin1).toEqual(utf8!.map(row => row.map(cell => cell.replace(/[—€]/g, '?'))));
  });
});

describe.skipIf(!present)('every sample (skipped without ../shared/samples)', () => {
  const folders = [
    'landlords',
    'messy/csv-spectrum/csvs',
    'other',
    'messy/csvkit',
    'messy/frictionless',
    'messy/hledger-fr',
    'messy/pollock/csv',
  ];
  it.each(folders.flatMap(folder => list(folder).map(name => `${folder}/${name}`)))('%s', async path => {
    const { value: grids, diagnostics } = await readGrids({ path, bytes: bytesOf(path) });
    if (!grids.length) expect(diagnostics.map(({ severity }) => severity)).toContain('error');
    for (const table of findTablesOfFile(grids).value) {
      expect(matchHeadings(table).value).toHaveLength(table.headings.length);
      const rows = table.grid.rows.length;
      expect(rows - table.preamble.length - 1).toBe(table.body.length);
    }
    const intake = await readContracts([{ path, bytes: bytesOf(path) }], NO_SETTINGS, AS_OF);
    expect(addsUp(intake)).toBe(true);
  });

  it.each(list('landlords'))('%s: every column of the published schema is known', async name => {
    const [grid] = (await readGrids({ path: name, bytes: bytesOf(`landlords/${name}`) })).value;
    const [table] = findTablesOfFile([grid!]).value;
    const { value, diagnostics } = matchHeadings(table!);
    expect(diagnostics).toEqual([]);
    expect(
      Object.fromEntries(value.flatMap(({ heading, field }) => (field ? [[heading, field]] : []))),
    ).toEqual({
      id: 'reference',
      'acheteur.id': 'memberId',
      'acheteur.nom': 'member',
      nature: 'nature',
      objet: 'title',
      codeCPV: 'cpv',
      procedure: 'procedure',
      'lieuExecution.code': 'territoryCode',
      'lieuExecution.nom': 'territory',
      dureeMois: 'duration',
      dateNotification: 'notified',
      datePublicationDonnees: 'published',
      montant: 'totalAmount',
      formePrix: 'priceForm',
      'titulaire.id': 'supplierId',
      'titulaire.denominationSociale': 'supplier',
      objetModification: 'amendment',
    });
    expect(dataOf(table!)).toHaveLength(table!.body.length);
  });
});
