import { describe, expect, it } from 'vitest';
import { findTables } from '../../src/intake/layout.ts';
import { gridFrom, rowsOf, tableOf } from './reading.ts';
import { readLines } from './registers.ts';

const find = (text: string) => findTables(gridFrom(rowsOf(text)));

describe('the header', () => {
  it('is on the first line, most often', () => {
    const table = tableOf(`
      Réf | Objet     | Titulaire
      M1  | Chauffage | A`);
    expect(table).toMatchObject({ headerRow: 1, headings: ['Réf', 'Objet', 'Titulaire'], preamble: [] });
    expect([...table.body].map(({ row }) => row)).toEqual([2]);
  });

  it('may be under titles and blank lines, which are kept', () => {
    const table = tableOf(`
      Office Habitat - Liste des marchés et contrats en cours, titulaires et montants
      Édité le 16/11/2026 | | |

      N° de marché | Objet | Titulaire | Fin
      M1 | Chauffage | A | 31/12/2027`);
    expect(table.headerRow).toBe(4);
    expect(table.preamble).toHaveLength(3);
  });

  it('may be far below', () => {
    const titles = Array.from({ length: 40 }, (_, i) => `Ligne ${i}`).join('\n');
    expect(tableOf(`${titles}\nRéf | Objet | Fin\nM1 | VMC | 2027`).headerRow).toBe(41);
  });

  it('may leave the first columns empty and trail off', () => {
    const table = tableOf(`
       |  | Réf | Objet | Titulaire |  |
       |  | M1  | VMC   | A         |  |`);
    expect(table.headings).toEqual(['', '', 'Réf', 'Objet', 'Titulaire', '', '']);
  });

  it('may break a heading into lines', () => {
    const { value } = findTables(
      gridFrom([
        ['Réf', 'Date de\ndébut', 'Montant\r\nannuel HT'],
        ['M1', '01/01/2024', '10'],
      ]),
    );
    expect(value[0]!.headings).toEqual(['Réf', 'Date de début', 'Montant annuel HT']);
  });

  it('is not a line of data that has telling words', () => {
    const table = tableOf(`
      Code | Libellé du contrat | Prestataire | Statut
      12   | Services           | Travaux     | en cours
      13   | Marché             | Contrat     | en cours`);
    expect(table.headerRow).toBe(1);
  });

  it('may have its units on the line below', () => {
    const table = tableOf(`
      Réf | Objet | Début      | Durée | Montant annuel
          |       | jj/mm/aaaa | mois  | (€ HT)
      M1  | VMC   | 01/01/2025 | 48    | 10 000`);
    expect(table.headings).toEqual([
      'Réf',
      'Objet',
      'Début (jj/mm/aaaa)',
      'Durée (mois)',
      'Montant annuel (€ HT)',
    ]);
    expect(table).toMatchObject({ headerRow: 2, body: [{ row: 3 }] });
  });

  it('may number its columns on the line below, as forms do', () => {
    const table = tableOf(`
      Réf | Objet | Début      | Durée
      (1) | (2)   | (3)        | (4)
      M1  | VMC   | 01/01/2025 | 48`);
    expect(table).toMatchObject({
      headings: ['Réf', 'Objet', 'Début', 'Durée'],
      headerRow: 2,
      body: [{ row: 3 }],
    });
  });

  it('may be on two lines: a group over its parts', () => {
    const { value, diagnostics } = find(`
      Marché |       | Durée    |                      | Montants annuels |
      N°     | Objet | initiale | reconductions (nb)   | HT               | TTC
      M1     | VMC   | 12 mois  | 3                    | 1000             | 1200`);
    expect(value[0]!.headings).toEqual([
      'Marché N°',
      'Marché Objet',
      'Durée initiale',
      'Durée reconductions (nb)',
      'Montants annuels HT',
      'Montants annuels TTC',
    ]);
    expect(value[0]!.headerRow).toBe(2);
    expect(diagnostics).toMatchObject([{ code: 'HEADER_ON_SEVERAL_ROWS', params: { first: 1, last: 2 } }]);
  });

  it('may be on two lines where only some headings have parts', () => {
    const { value } = find(`
      N° de marché | Objet | Titulaire | Période ferme |     | Préavis
                   |       |           | Début         | Fin |
      M1           | VMC   | A         | 01/01/2024    | 31/12/2027 | 3 mois`);
    expect(value[0]!.headings).toEqual([
      'N° de marché',
      'Objet',
      'Titulaire',
      'Début',
      'Période ferme Fin',
      'Préavis',
    ]);
  });

  it('alone makes a table without rows', () => {
    expect(tableOf('Réf | Objet | Titulaire').body).toEqual([]);
  });

  it('not found is an error that names what was looked for', () => {
    const { value, diagnostics } = find('12 | VMC | 01/01/2024\n13 | Gaz | 01/02/2024');
    expect(value).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: 'HEADER_NOT_FOUND', severity: 'error', at: { file: 'marches.csv' } },
    ]);
  });

  it('may be where the configuration says, or absent when it names columns by their letters', () => {
    const rows = gridFrom(rowsOf('x | y | z\nRéf | Objet | Fin\nM1 | VMC | 2027'));
    const mapping = { files: ['*'], columns: {}, headerRow: 1 };
    expect(findTables(rows, mapping).value[0]).toMatchObject({ headerRow: 1, headings: ['x', 'y', 'z'] });
    const bare = gridFrom(rowsOf('12 | VMC | 01/01/2024'));
    const byLetters = { files: ['*'], columns: { title: 'B', start: 'C' } };
    expect(findTables(bare, byLetters).value[0]).toMatchObject({ headerRow: 0, headings: ['', '', ''] });
  });

  it('is known by the headings that the configuration names', () => {
    const grid = gridFrom(rowsOf('titre\nzone 1 | zone 2 | zone 3\n1 | 2 | 3'));
    const mapping = { files: ['*'], columns: { title: 'zone 1', start: 'zone 2', end: 'ZONE 3' } };
    expect(findTables(grid, mapping).value[0]?.headerRow).toBe(2);
  });
});

describe('several tables', () => {
  it('are read one under the other when each has its header', () => {
    const { value, diagnostics } = find(`
      Marchés de services
      Réf | Objet     | Titulaire | Fin
      M1  | Chauffage | A         | 31/12/2027

      Contrats d'assurance
      N° contrat | Intitulé | Assureur | Échéance   | Préavis
      C1         | DAB      | B        | 31/12/2028 | 2 mois`);
    expect(value.map(({ headerRow, body }) => [headerRow, body.length])).toEqual([
      [2, 3],
      [6, 1],
    ]);
    expect(diagnostics).toMatchObject([{ code: 'TABLES_SEVERAL', params: { tables: 2 } }]);
  });

  it('are not seen in a header that is repeated', () => {
    const { value } = find(`
      Réf | Objet     | Titulaire
      M1  | Chauffage | A
      Réf | Objet     | Titulaire
      M2  | VMC       | B`);
    expect(value).toHaveLength(1);
  });
});

describe('what is said of a table', () => {
  it('a heading that appears twice', () => {
    const { diagnostics } = find('Réf | Objet | OBJET.\nM1 | VMC | x');
    expect(diagnostics).toMatchObject([
      { code: 'HEADING_REPEATED', at: { row: 1, column: 'C', heading: 'OBJET.' }, params: { first: 'B' } },
    ]);
  });

  it('a row with more cells than headings', () => {
    const { diagnostics } = find('Réf | Objet | Fin\nM1 | VMC | 2027 | | \nM2 | VMC | 2027 | | perdu');
    expect(diagnostics).toMatchObject([
      { code: 'ROW_TOO_LONG', at: { row: 3 }, value: ' | perdu', params: { cells: 5, expected: 3, rows: 1 } },
    ]);
  });

  it('rows with more cells than headings, once when it is the export’s habit', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `M${i} | VMC | 2027 | x`).join('\n');
    const { diagnostics } = find(`Réf | Objet | Fin\n${rows}`);
    expect(diagnostics).toMatchObject([{ code: 'ROW_TOO_LONG', at: { row: 2 }, params: { rows: 30 } }]);
  });
});

it('tables side by side are read each by itself', async () => {
  const intake = await readLines([
    'Ascenseurs;;;;;Espaces verts;;;',
    'Objet;Début;Fin;Montant HT;;Objet;Début;Fin;Montant HT',
    'Asc A;01/01/2025;31/12/2027;12 000;;Tonte A;01/03/2025;28/02/2027;5 000',
    'Asc B;01/01/2025;31/12/2027;14 000;;;;;',
  ]);
  expect(intake.contracts.map(({ title }) => title).toSorted()).toEqual(['Asc A', 'Asc B', 'Tonte A']);
  expect(intake.sources.map(({ rows, contracts }) => [rows, contracts])).toEqual([
    [2, 2],
    [1, 1],
  ]);
  expect(intake.diagnostics.map(({ code }) => code)).not.toContain('HEADING_REPEATED');
});
