import { describe, expect, it } from 'vitest';
import type { RowKind } from '../../src/intake/fields.ts';
import { matchHeadings } from '../../src/intake/headings.ts';
import { rowKindsOf } from '../../src/intake/row-kind.ts';
import type { Table } from '../../src/intake/table.ts';
import { tableOf } from './reading.ts';

const HEADER = 'Réf | Objet | Titulaire | Famille | Début | Fin | Préavis | Montant annuel HT';
const M = 'M1 | Chauffage | Cofely | Énergie | 01/01/2024 | 31/12/2027 | 3 mois | 1 000,00';

const kindsIn = (table: Table): RowKind[] =>
  [...table.body].map(rowKindsOf(table, matchHeadings(table).value));

/** The kinds of the lines, each among ordinary contracts. */
function kindsOf(lines: string): string[] {
  const table = tableOf([HEADER, M, M, ...lines.trim().split('\n'), M, M].join('\n'));
  return kindsIn(table).slice(2, -2);
}
const kindOf = (line: string): string => kindsOf(line)[0]!;
const kindAtEnd = (line: string): string => {
  const table = tableOf([HEADER, M, M, line].join('\n'));
  return kindsIn(table).at(-1)!;
};

describe('a contract is never taken for anything else', () => {
  it.each([
    ['an ordinary one', M],
    [
      'its title begins with Total',
      'M2 | Total maintenance ascenseurs | Otis | Ascenseurs | 01/01/2024 | 31/12/2027 | | 5 000',
    ],
    ['supplied by TotalEnergies', 'M2 | Gaz | TotalEnergies | Énergie | 01/01/2024 | | | 5 000'],
    [
      'supplied by TOTAL, in the first column',
      'TOTAL | Fourniture de gaz | TOTAL SA | Énergie | 01/01/2024 | 31/12/2027 | | 5 000',
    ],
    ['titled TOTAL, with dates', ' | Total | | | 01/01/2024 | 31/12/2027 | | 5 000'],
    ['with only a reference and a title', 'M2 | Entretien des toitures | | | | | |'],
    ['with only a title', ' | Entretien des toitures | | | | | |'],
    ['with only a reference', 'M-2024-12 | | | | | | |'],
    ['with only a title and an amount', ' | Entretien des toitures | | | | | | 5 000'],
    ['titled like its column', 'M2 | Objet | Titulaire | Énergie | 01/01/2024 | 31/12/2027 | 3 mois | 5 000'],
    ['whose title is in capitals, with a supplier', ' | ASCENSEURS | Otis | | | | |'],
    ['with a lot and a title', 'Lot 2 | Ascenseurs | Otis | | 01/01/2024 | | |'],
  ])('%s', (_, line) => expect(kindOf(line)).toBe('data'));

  it('with only a title, on the last row', () =>
    expect(kindAtEnd(' | Entretien des toitures | | | | | |')).toBe('data'));
});

describe('a line of dashes', () => {
  it.each(['- | | | | | | |', '----- | ----- | | | | | |', ' | === | | | | | |'])('%s is blank', line =>
    expect(kindOf(line)).toBe('blank'),
  );
});

describe('a section line', () => {
  it.each([
    'ASSURANCES ET PROTECTION SOCIALE | | | | | | |',
    'Lot 1 : Ascenseurs | | | | | | |',
    ' | LOT 2 - CHAUFFAGE | | | | | |',
    ' | Famille : énergie | | | | | |',
    'Agence Nord | | | | | | |',
    '2. ASSURANCES | | | | | | |',
    '2 - Pôle patrimoine | | | | | | |',
    'Lot 3 | Espaces verts | | | | | |',
    ' | | | Énergie | | | |',
  ])('%s', line => expect(kindOf(line)).toBe(line.startsWith('Lot 3') ? 'data' : 'section'));
});

describe('a total line', () => {
  it.each([
    'TOTAL | | | | | | | 2 000,00',
    ' | | | | | | Total | 2 000,00 €',
    'Sous-total énergie | | | | | | | 2 000,00',
    'Total général | | | | | | |',
    ' | TOTAL HT | | | | | | 2 000,00',
    'Total : | 34 | | | | | | 2 000,00',
    ' | | | | | | | 2 000,00',
    'Grand total | | | | | | | 2000',
    'S/Total | | | | | | | 2000',
    ' | | | | | | TVA 20 % | 400,00',
  ])('%s', line => expect(kindOf(line)).toBe('total'));
});

describe('other lines', () => {
  it.each([
    ['blank', ' | | | | | | |'],
    ['blank', ' \u00A0 | | | | | | |'],
    ['repeated-header', HEADER],
    ['repeated-header', 'RÉF | OBJET | TITULAIRE | FAMILLE | DÉBUT | FIN | PRÉAVIS | MONTANT ANNUEL HT'],
    ['note', '* montant révisé au 1er janvier | | | | | | |'],
    ['note', '(1) tacite reconduction | | | | | | |'],
    ['note', 'NB : hors avenants | | | | | | |'],
    ['note', 'Édité le 16/11/2026 | | | | | | |'],
  ])('%s: %s', (kind, line) => expect(kindOf(line)).toBe(kind));

  it('a lone text below the last contract closes the table', () => {
    expect(kindAtEnd('Fait à Rennes | | | | | | |')).toBe('note');
    expect(kindAtEnd('Direction des achats | | | | | | |')).toBe('note');
  });

  it('nothing is a section in a table of two columns', () => {
    const table = tableOf('Objet | Fin\nCHAUFFAGE | 2027\nVMC |\nGAZ | 2028');
    expect(kindsIn(table)).toEqual(['data', 'data', 'data']);
  });
});
