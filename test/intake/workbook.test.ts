import { describe, expect, it } from 'vitest';
import readExcelFile from 'read-excel-file/node';
import { findTablesOfFile } from '../../src/intake/layout.ts';
import { readGrids } from '../../src/intake/grid.ts';
import { readingOf } from '../../src/intake/number-formats.ts';
import { dayOfSerial } from '../../src/intake/sheet.ts';
import { type Packed, textRow, workbook } from './packed.ts';
import { fileOf } from './reading.ts';

const read = (packed: Packed | Uint8Array) =>
  readGrids(fileOf(packed instanceof Uint8Array ? packed : workbook(packed), 'marches.xlsx'));
const one = (rows: string, others: Partial<Packed> = {}) =>
  read({ sheets: [{ name: 'Marchés', rows }], ...others });
const HEADINGS = ['Réf', 'Objet', 'Titulaire', 'Début', 'Montant annuel HT'];

describe('cells of a workbook', () => {
  it('texts: shared, rich, with pronunciation, inline, computed; entities and escapes are read', async () => {
    const { value } = await one(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>en</t></r><r><t xml:space="preserve"> ligne</t></r></is></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>Réfx</v></c></row>`,
      {
        sharedStrings: [
          '<si><t>Ascenseurs &amp; monte-charges</t></si>',
          '<si><r><t>deux_x000D_</t></r><r><t>&#10;lignes</t></r><rPh sb="0" eb="1"><t>NON</t></rPh></si>',
        ],
      },
    );
    expect(value[0]!.rows).toEqual([
      { row: 1, cells: ['Ascenseurs & monte-charges', 'deux\r\nlignes', 'en ligne', 'Réfx'] },
    ]);
  });

  it('dates are days, in French formats as in English ones; numbers keep a decimal point and no exponent', async () => {
    const { value } = await one(
      `<row r="1">${[
        '45292',
        '45292.75',
        '45292',
        '45292',
        '362400.1',
        '0.30000000000000004',
        '12345678901234',
        '1e21',
      ]
        .map((number, i) => `<c r="${'ABCDEFGH'[i]}1" s="${Math.min(i, 4)}"><v>${number}</v></c>`)
        .join('')}</row>`,
      { styles: [14, '[$-40C]d\\ mmmm\\ yyyy;@', 'jj/mm/aaaa', 'dd/mm/yyyy', '# ##0.00\\ &quot;€&quot;'] },
    );
    expect(value[0]!.kind).toBe('typed');
    expect(value[0]!.rows.at(0)!.cells).toEqual([
      '2024-01-01',
      '2024-01-01',
      // Excel writes its codes in English whatever its language; a code in French is not one that it can write.
      '45292',
      '2024-01-01',
      '362400.1',
      '0.3',
      '12345678901234',
      '1000000000000000000000',
    ]);
  });

  it('codes keep the leading zeros that their format shows', async () => {
    const { value } = await one(
      `<row r="1"><c r="A1" s="0"><v>9323000</v></c><c r="B1" s="1"><v>5712345600018</v></c></row>`,
      {
        styles: ['00000000', '000&quot; &quot;000&quot; &quot;000&quot; &quot;00000'],
      },
    );
    expect(value[0]!.rows.at(0)!.cells).toEqual(['09323000', '05712345600018']);
  });

  it('booleans are TRUE and FALSE; a formula gives its cached value; an error is blank, and said', async () => {
    const { value, diagnostics } = await one(
      `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1"><f>SUM(C1:C9)</f><v>12</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><v>0</v></c></row>`,
    );
    expect(value[0]!.rows.at(0)!.cells).toEqual(['TRUE', '12', '', 'FALSE']);
    expect(diagnostics).toMatchObject([
      {
        code: 'CELL_ERROR',
        at: { sheet: 'Marchés', row: 1, column: 'C' },
        value: '#DIV/0!',
        params: { cells: 1 },
      },
    ]);
  });

  it('numbers stored as text stay as they are', async () => {
    const { value } = await one(textRow(1, ['057 123 456 00018', '14 700,00']));
    expect(value[0]!.rows.at(0)!.cells).toEqual(['057 123 456 00018', '14 700,00']);
  });

  it('agree with read-excel-file', async () => {
    const bytes = workbook({
      sheets: [
        {
          name: 'A',
          rows: `${textRow(1, HEADINGS)}<row r="3"><c r="A3" t="s"><v>0</v></c><c r="D3" s="0"><v>45672</v></c><c r="E3"><v>1234.5</v></c></row>`,
        },
      ],
      styles: [14],
      sharedStrings: ['<si><t>M1</t></si>'],
    });
    const [theirs] = await readExcelFile(Buffer.from(bytes));
    const { value } = await read(bytes);
    expect([...value[0]!.rows].map(({ cells }) => HEADINGS.map((_, i) => cells[i] ?? ''))).toEqual(
      theirs!.data.map(row =>
        row.map(cell =>
          cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell),
        ),
      ),
    );
  });
});

describe('rows and sheets of a workbook', () => {
  it('rows keep their Excel numbers: those left out are blank, those without reference follow', async () => {
    const { value } = await one(
      `${textRow(2, ['a'])}${textRow(5, ['', 'b'])}<row><c t="inlineStr"><is><t>c</t></is></c><c/><c><v>1</v></c></row><row r="900000"/>`,
    );
    expect([...value[0]!.rows].map(({ row, cells }) => [row, cells])).toEqual([
      [1, []],
      [2, ['a']],
      [3, []],
      [4, []],
      [5, ['', 'b']],
      [6, ['c', '', '1']],
    ]);
  });

  it('hidden rows and sheets are read, and said; blank sheets are not tables', async () => {
    const { value, diagnostics } = await read({
      sheets: [
        { name: 'Vide', rows: '' },
        {
          name: 'R&amp;D',
          rows: textRow(1, ['a']) + textRow(2, ['b'], ' hidden="1"') + textRow(3, ['c'], ' hidden="true"'),
        },
        { name: 'Archives', rows: textRow(1, ['z']), state: 'hidden' },
      ],
    });
    expect(value.map(({ sheet }) => sheet)).toEqual(['R&D', 'Archives']);
    expect(value[0]!.rows.at(1)).toEqual({ row: 2, cells: ['b'], hidden: true });
    expect(diagnostics).toMatchObject([
      { code: 'ROWS_HIDDEN', at: { sheet: 'R&D', row: 2 }, params: { rows: 2, first: 2 } },
      { code: 'SHEET_HIDDEN', at: { sheet: 'Archives' } },
    ]);
  });

  it('a sheet without table beside one with a table is only noted', async () => {
    const { value } = await read({
      sheets: [
        { name: 'Notice', rows: textRow(1, ['Mode d’emploi']) },
        { name: 'Marchés', rows: textRow(1, HEADINGS) + textRow(2, ['M1', 'VMC', 'A']) },
      ],
    });
    const tables = findTablesOfFile(value);
    expect(tables.value.map(({ grid }) => grid.sheet)).toEqual(['Marchés']);
    expect(tables.diagnostics).toMatchObject([
      { code: 'SHEET_WITHOUT_TABLE', severity: 'info', at: { sheet: 'Notice' } },
    ]);
  });

  it('cells merged over rows hold for each, except amounts', async () => {
    const { value } = await read({
      sheets: [
        {
          name: 'Marchés',
          rows:
            textRow(1, HEADINGS) +
            textRow(2, ['M1', 'Lot 1', 'A', '01/01/2024', '90000']) +
            textRow(3, ['', 'Lot 2', 'B']) +
            textRow(4, ['', 'Lot 3', 'C']) +
            textRow(5, ['M2', 'VMC', 'D', '01/02/2024', '100']),
          after:
            '<mergeCells count="3"><mergeCell ref="A2:A4"/><mergeCell ref="D2:D4"/><mergeCell ref="E2:E4"/></mergeCells>',
        },
      ],
    });
    const { value: tables, diagnostics } = findTablesOfFile(value);
    expect([...tables[0]!.body].map(({ cells }) => cells)).toEqual([
      ['M1', 'Lot 1', 'A', '01/01/2024', '90000'],
      ['M1', 'Lot 2', 'B', '01/01/2024'],
      ['M1', 'Lot 3', 'C', '01/01/2024'],
      ['M2', 'VMC', 'D', '01/02/2024', '100'],
    ]);
    expect(diagnostics.map(({ code, at, params }) => [code, at.column, params])).toEqual([
      ['CELLS_MERGED', 'A', { groups: 1, range: 'A2:A4' }],
      ['CELLS_MERGED', 'D', { groups: 1, range: 'D2:D4' }],
      ['AMOUNT_MERGED', 'E', { range: 'E2:E4' }],
    ]);
  });

  it('a damaged workbook is refused with what to do, never thrown', async () => {
    const whole = workbook({ sheets: [{ name: 'A', rows: textRow(1, HEADINGS) }] });
    const { value, diagnostics } = await read(whole.subarray(0, whole.length - 40));
    expect(value).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'WORKBOOK_DAMAGED', severity: 'error' }]);
  });

  it('a part that announces gigabytes is damaged: no room is made for it', async () => {
    const bytes = Buffer.from(workbook({ sheets: [{ name: 'A', rows: textRow(1, HEADINGS) }] }));
    // The size once inflated, in the first entry of the list of files.
    bytes.writeUInt32LE(0x7fffffff, bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    const before = process.memoryUsage().arrayBuffers;
    const { value, diagnostics } = await read(bytes);
    expect(value).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'WORKBOOK_DAMAGED' }]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100e6);
  });
});

describe('Excel days', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45292, false, '2024-01-01'],
    [45292.99999, false, '2024-01-01'],
    [45291.99999999, false, '2024-01-01'],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, undefined],
    [0.5, false, undefined],
    [43830, true, '2024-01-01'],
  ])('serial %d (from 1904: %s) is %s', (serial, from1904, expected) => {
    expect(dayOfSerial(serial, from1904)).toBe(expected);
  });

  it('counted from 1904 when the workbook says so', async () => {
    const { value } = await one('<row r="1"><c r="A1" s="0"><v>43830</v></c></row>', {
      styles: [14],
      from1904: true,
    });
    expect(value[0]!.rows.at(0)!.cells).toEqual(['2024-01-01']);
  });
});

describe('number formats', () => {
  it.each([
    'dd/mm/yyyy',
    'd/m/yy;@',
    '[$-40C]d mmmm yyyy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'mmm-yy',
    'yyyy-mm-dd hh:mm:ss',
    '"le" dd/mm/yyyy',
  ])('%s shows a day', code => expect(readingOf(code)).toEqual({ kind: 'date' }));

  it.each([
    'General',
    'Standard',
    '0.00',
    '# ##0,00 "€"',
    '#,##0.00 [$€-40C];[Red]-#,##0.00 [$€-40C]',
    '0%',
    '@',
    '[h]:mm',
    'mm:ss',
    '"Durée" 0',
  ])('%s does not', code => expect(readingOf(code)).toEqual({ kind: 'number' }));
});
