import { describe, expect, it } from 'vitest';
import { cellsIn, gridOf } from './reading.ts';

describe('delimiters', () => {
  it.each([
    ['semicolons over decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['semicolons without header, two decimals', '1,5;2,5\n3,5;4,5\n', ';'],
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['tabulations', 'a\tb\n1,5\t2\n', '\t'],
    ['bars', 'a|b|c\n1|2, ou 3; 4|5\n', '|'],
    ['commas in quoted prose', 'a;b\n"un, deux, trois";x\n"quatre, cinq";y\n', ';'],
    ['semicolons in quoted prose', 'a,b\n"un; deux; trois",x\n"quatre; cinq; six",y\n', ','],
    [
      'titles above the table',
      'Liste des marchés, au 1er mai, provisoire\n\nRéf;Objet;Titulaire\n1;a;b\n',
      ';',
    ],
    ['letters never', 'aebec\ndeeef\ngehei\n', undefined],
  ])('%s', async (_, content, delimiter) => {
    expect((await gridOf(content)).value.delimiter).toBe(delimiter);
  });

  it('known headings decide against a more regular delimiter', async () => {
    const content = 'Objet;Titulaire;Montant\nChauffage, lot 1;A, B\nVMC, lot 2;C, D;5\n';
    expect((await gridOf(content)).value.delimiter).toBe(';');
  });

  it('is what the user says', async () => {
    expect(await cellsIn('a;b,c\n', { delimiter: ',' })).toEqual([['a;b', 'c']]);
    expect(await cellsIn('a;b\tc\n', { delimiter: 'tab' })).toEqual([['a;b', 'c']]);
  });

  it('is what a sep= line says; the line is no row, as in Excel', async () => {
    const { value } = await gridOf('\uFEFFsep=|\r\na;1|b\r\nc|d\r\n');
    expect(value.delimiter).toBe('|');
    expect(value.rows).toEqual([
      { row: 1, cells: ['a;1', 'b'] },
      { row: 2, cells: ['c', 'd'] },
    ]);
  });

  it('may be followed by a space', async () => {
    expect(await cellsIn('a, b, c\n1, "2, 3", 4\n5, "6", 7\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2, 3', '4'],
      ['5', '6', '7'],
    ]);
  });
});

describe('rows are numbered as Excel shows them', () => {
  it('a record is one row however many lines it has; a blank line is a row', async () => {
    const { value } = await gridOf('a;b\r\n\r\n"x\r\ny";2\r\n3;4\r\n');
    expect(value.rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: [''] },
      { row: 3, cells: ['x\r\ny', '2'] },
      { row: 4, cells: ['3', '4'] },
    ]);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['bare CR', '\r'],
    ['CR CR LF', '\r\r\n'],
  ])('%s', async (_, end) => {
    expect(await cellsIn(['a;b', '"1";2', '3;"4"'].join(end) + end)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('ragged rows are kept as they are', async () => {
    expect(await cellsIn('a;b;c\n1;2\n1;2;3;4\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4'],
    ]);
  });
});

describe('quotes', () => {
  const header = 'Réf;Objet;Titulaire\n';

  it.each([
    ['doubled', 'M1;"Résidence ""Les Lilas""";A', 'Résidence "Les Lilas"'],
    ['inside an unquoted cell', 'M1;Tube 5" acier;A', 'Tube 5" acier'],
    ['around the first words only', 'M1;"Les Lilas" : entretien;A', '"Les Lilas" : entretien'],
    ['not doubled', 'M1;"Résidence "Les Lilas", bâtiment; A";A', 'Résidence "Les Lilas", bâtiment; A'],
    ['not doubled before the closing one', 'M1;"Table ronde 48"";A', 'Table ronde 48"'],
    ['followed by a space', 'M1;"Chauffage; gaz" ;A', 'Chauffage; gaz'],
    ['empty', 'M1;"";A', ''],
    ['apostrophes are text', "M1;'Les Lilas';A", "'Les Lilas'"],
  ])('%s', async (_, record, title) => {
    const rows = await cellsIn(`${header}${record}\nM2;VMC;B\n`);
    expect(rows[1]).toEqual(['M1', title, 'A']);
    expect(rows).toHaveLength(3);
  });

  it('backslashes escape them when the file is written so', async () => {
    expect(await cellsIn('a;b\n"un \\"deux\\" trois";x\n"C:\\temp";"y\\"z"\n')).toEqual([
      ['a', 'b'],
      ['un "deux" trois', 'x'],
      ['C:\\temp', 'y"z'],
    ]);
  });

  it.each([
    ['closed nowhere', 'M1;"Chauffage;A\nM2;VMC;B\nM3;Gaz;C\n'],
    ['closed by the next quoted cell', 'M1;"Chauffage;A\nM2;"VMC";B\nM3;Gaz;C\n'],
    ['closed at the end of another row', 'M1;"Chauffage;A\nM2;VMC;B\nM3;Gaz;"\n'],
    ['closed by an empty quoted cell', 'M1;"Chauffage;A\nM2;"";B\nM3;Gaz;C\n'],
  ])('one never closed stops at its line, and is located: %s', async (_, records) => {
    const { value, diagnostics } = await gridOf(header + records);
    expect(value.rows).toHaveLength(4);
    expect(value.rows.at(1)!.cells).toEqual(['M1', 'Chauffage', 'A']);
    expect(diagnostics[0]).toMatchObject({
      code: 'QUOTE_UNBALANCED',
      at: { file: 'marches.csv', row: 2, column: 'B' },
      value: '"Chauffage',
    });
  });

  it('a long text over several lines is one cell', async () => {
    const text = Array.from({ length: 200 }, (_, line) => `ligne ${line}; suite`).join('\n');
    const rows = await cellsIn(`${header}M1;"${text}";A\nM2;VMC;B\n`);
    expect(rows[1]).toEqual(['M1', text, 'A']);
    expect(rows).toHaveLength(3);
  });

  it('one never closed in a large file costs no other row', async () => {
    const records = Array.from({ length: 20_000 }, (_, i) => `M${i};"Objet ${i}";A`);
    records[500] = 'M500;"Objet 500;A';
    const { value, diagnostics } = await gridOf(`${header}${records.join('\n')}\n`);
    expect(value.rows).toHaveLength(20_001);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.at.row).toBe(502);
  });
});
