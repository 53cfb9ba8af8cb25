/** Exports that are written otherwise than in an earlier run: each difference, and files that came and went. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Source } from '../../src/domain/source.ts';
import { changesBetween } from '../../src/followup/changes.ts';
import { NOW, contract, run, source, until } from './runs.ts';

const COLUMNS = { Numéro: 'reference', Objet: 'title', Fin: 'end', Service: '' } as const;

/** What differs between two readings of a table. */
function told(before: Source, after: Source): string[] {
  const { layouts } = changesBetween(run({ sources: [before] }), run({ asOf: NOW, sources: [after] }));
  return layouts.flatMap(({ what }) =>
    what.map(({ code, field, params }) =>
      [code, field, Object.values(params).join(' → ')].filter(Boolean).join(' '),
    ),
  );
}
const columns = (now: Parameters<typeof source>[1]): string[] =>
  told(source('a.csv', COLUMNS), source('a.csv', now));

describe('the columns of an export', () => {
  it('are the same, spelt otherwise', () => {
    expect(columns(COLUMNS)).toEqual([]);
    expect(columns({ NUMERO: 'reference', objet: 'title', 'fin ': 'end', SERVICE: '' })).toEqual([]);
  });

  it.each<[string, Parameters<typeof source>[1], readonly string[]]>([
    [
      'a heading changed, its field is read from it',
      { ...COLUMNS, Numéro: undefined, Référence: 'reference' },
      ['HEADING reference Numéro → Référence', 'COLUMN_MOVED reference A → D'],
    ],
    [
      'a column of a field is gone',
      { Numéro: 'reference', Objet: 'title', Service: '' },
      ['FIELD_LOST end Fin'],
    ],
    [
      'a column feeds a new field',
      { ...COLUMNS, Titulaire: 'supplier' },
      ['FIELD_GAINED supplier Titulaire'],
    ],
    [
      'two columns changed places',
      { Objet: 'title', Numéro: 'reference', Fin: 'end', Service: '' },
      ['COLUMN_MOVED reference A → B', 'COLUMN_MOVED title B → A'],
    ],
    [
      'a column that is not read is gone',
      { Numéro: 'reference', Objet: 'title', Fin: 'end' },
      ['COLUMN_LOST Service'],
    ],
    ['one that is not read came', { ...COLUMNS, Notes: '' }, ['COLUMN_GAINED Notes']],
    [
      'one that was not read feeds a field',
      { ...COLUMNS, Service: 'contact' },
      ['FIELD_GAINED contact Service'],
    ],
    ['one that fed a field is read no more', { ...COLUMNS, Fin: '' }, ['FIELD_LOST end Fin']],
  ])('%s', (_, now, expected) => {
    const found = columns(
      Object.fromEntries(Object.entries(now!).filter(([, field]) => field !== undefined)),
    );
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(found.filter(line => !expected.includes(line) && !line.startsWith('COLUMN_MOVED'))).toEqual([]);
  });

  it('the gravest first', () => {
    const found = columns({ Réf: 'reference', Objet: 'title', Montant: 'amount', Notes: '' });
    expect(found.map(line => line.split(' ')[0])).toEqual([
      'FIELD_LOST',
      'FIELD_GAINED',
      'HEADING',
      'COLUMN_LOST',
      'COLUMN_GAINED',
    ]);
  });

  it('are written otherwise', () => {
    const dated = (format: string): Source => ({
      ...source('a.csv'),
      columns: [{ column: 'A', heading: 'Fin', field: 'end', format }],
    });
    expect(told(dated('dd/MM/yyyy'), dated('yyyy-MM-dd'))).toEqual(['FORMAT end dd/MM/yyyy → yyyy-MM-dd']);
  });
});

it.each<[string, Partial<Source>, string]>([
  ['its delimiter', { delimiter: ',' }, 'DELIMITER ; → ,'],
  ['its encoding', { encoding: 'windows-1252' }, 'ENCODING UTF-8 → windows-1252'],
  ['the row of its header', { headerRow: 4 }, 'HEADER_ROW 1 → 4'],
])('an export that changed %s', (_, more, expected) =>
  expect(told(source('a.csv'), source('a.csv', {}, more))).toEqual([expected]),
);

describe('files', () => {
  const of = (...files: readonly string[]): Outcome =>
    run({
      contracts: files.map(file => contract(`${file[0]}/1`, until('2028-12-31'), { file })),
      sources: files.map(file => source(file, COLUMNS)),
    });

  it.each<[string, Outcome, Outcome, readonly string[], readonly string[]]>([
    ['are the same', of('a.csv', 'b.csv'), of('b.csv', 'a.csv'), [], []],
    ['are added', of('a.csv'), of('a.csv', 'b.csv'), ['added b.csv'], []],
    ['are absent', of('a.csv', 'b.csv'), of('b.csv'), ['absent a.csv'], []],
    ['have another name: known by their members', of('a.csv'), of('a-2027.csv'), [], []],
    [
      'have other names, and two could be the earlier one',
      of('a.csv'),
      of('a-1.csv', 'a-2.csv'),
      ['added a-1.csv', 'added a-2.csv', 'absent a.csv'],
      [],
    ],
    ['changed hands', of('a.csv'), of('b.csv'), ['absent a.csv', 'added b.csv'], []],
  ])('%s', (_, before, after, files, layouts) => {
    const changes = changesBetween(before, after);
    expect(changes.files.map(({ kind, file }) => `${kind} ${file}`)).toEqual(files);
    expect(changes.layouts).toEqual(layouts);
  });

  it('renamed, and written otherwise: both names are told', () => {
    const after = { ...of('a-2027.csv'), sources: [source('a-2027.csv', { ...COLUMNS, Notes: '' })] };
    expect(changesBetween(of('a.csv'), after).layouts).toEqual([
      { file: 'a-2027.csv', was: 'a.csv', what: [{ code: 'COLUMN_GAINED', params: { heading: 'Notes' } }] },
    ]);
  });

  it('a sheet that came or went is no file', () => {
    const sheets = (...names: readonly string[]): Outcome =>
      run({ sources: names.map(sheet => source('a.xlsx', COLUMNS, { sheet })) });
    const files = (before: Outcome, after: Outcome) => changesBetween(before, after).files;
    expect(files(sheets('Un', 'Deux'), sheets('Un'))).toEqual([
      { kind: 'absent', file: 'a.xlsx', sheet: 'Deux' },
    ]);
    expect(files(sheets('Un'), sheets('Un', 'Deux'))).toEqual([
      { kind: 'added', file: 'a.xlsx', sheet: 'Deux' },
    ]);
    expect(files(sheets('Un', 'Deux'), run())).toEqual([{ kind: 'absent', file: 'a.xlsx' }]);
  });
});

describe('the quality of a file', () => {
  it('is told then and now, under its new name too', () => {
    const before = run({ contracts: [contract('a/1', {}, { file: 'a.csv' })], sources: [source('a.csv')] });
    const after = run({
      contracts: [contract('a/1', until('2028-12-31'), { file: 'a-2027.csv' })],
      sources: [source('a-2027.csv')],
    });
    const [quality] = changesBetween(before, after).quality;
    expect(quality).toMatchObject({
      file: 'a-2027.csv',
      before: { usable: 0, noEnd: 1 },
      after: { usable: 1 },
    });
  });

  it('counts what cannot be planned, contracts that are over apart', () => {
    const contracts = [
      contract('a/1', until('2028-12-31')),
      contract('a/2', {}, { annual: null }),
      contract('a/3', until('2028-12-31'), { category: 'OTHER' }),
      contract('a/4', { openEnded: true }),
      contract('a/5', until('2020-12-31'), { status: 'ended', annual: null }),
    ];
    const [quality] = changesBetween(run(), run({ contracts, sources: [source('a.csv')] })).quality;
    expect(quality!.before).toBeUndefined();
    expect(quality!.after).toMatchObject({ usable: 2, over: 1, noEnd: 1, noAmount: 1, toClassify: 1 });
  });
});
