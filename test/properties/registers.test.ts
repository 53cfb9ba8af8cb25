/** Laws of intake, on registers made of anything: nothing is lost, order changes nothing, what is written is read back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/domain/contract.ts';
import type { SourceFile } from '../../src/domain/source.ts';
import { type Intake, readContracts } from '../../src/intake/intake.ts';
import { commonTable } from '../../src/report/commonLayout.ts';
import { AS_OF, NO_SETTINGS, addsUp, fileOf, placeless } from '../intake/registers.ts';

/** Cells that registers contain, good and bad, by heading. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'N° marché': ['M-1', 'M-2', 'm 1', 'M-1-AV1', '2024/03', ''],
  Lot: ['', '1', '01', 'Lot 2', 'unique'],
  Objet: [
    'Maintenance des ascenseurs',
    'Nettoyage - lot 3',
    'Avenant n° 1 au marché M-1',
    '=1+1',
    'TOTAL',
    '',
    'Curage<br />',
  ],
  Titulaire: ['Alpha', 'ALPHA', 'Bêta (mandataire)', '', '-'],
  'SIRET titulaire': ['732 829 320 00074', '73282932', 'abc', '0', ''],
  'Code CPV': ['50700000-2', '9323000', '0', 'x', ''],
  'Date de début': [
    '01/01/2024',
    '2024-01-01',
    '31/02/2024',
    'mars 2024',
    '45292',
    'NC',
    '13/13/2024',
    '5/3/2024',
    '',
  ],
  'Fin de la période ferme': ['31/12/2024', 'fin 2024', '01/01/1900', '', 'bientôt'],
  'Date de fin': [
    '31/12/2027',
    '31/12/2023',
    'T1 2027',
    'du 01/01/2024 au 31/12/2026',
    '31/12/2026 reconductible 2 fois 1 an',
    '31/12/26 (max)',
    '',
  ],
  'Fin reconduction 1': ['31/12/2026', '31/12/2027', ''],
  'Fin reconduction 2': ['31/12/2027', '31/12/2028', ''],
  'Date de notification': ['12/12/2023', '01/01/2024', ''],
  'Prochaine échéance': ['31/12/2026', '30/06/2026', ''],
  'Date de fin max': ['31/12/2028', '31/12/2024', ''],
  Durée: [
    '12 mois',
    '1 an reconductible 3 fois',
    '4',
    'durée indéterminée',
    '90 jours',
    '12+3x12',
    'zut',
    '0',
    '',
    '1 an, préavis 3 mois',
    "8 ans dont 2 ans d'option",
  ],
  'Durée totale': ['48 mois', '12 mois', '50', ''],
  Reconduction: ['Tacite', 'expresse', 'Oui', 'Non', '3 x 12 mois', 'T', 'parfois', ''],
  'Nombre de reconductions': ['3', '0', '999', '2 fois 1 an', ''],
  'Durée de reconduction (mois)': ['12', '6', '0', ''],
  Préavis: ['3 mois', '90 j', '3', 'LRAR 2 mois avant échéance', 'M-3', '30/09/2026', ''],
  'Montant annuel HT': ['12 000,00', '1,234', '0', '-5', '999999999', '12 k€', 'selon BPU', 'N.C.', ''],
  'Montant total TTC': ['48 000', '30,000.00', ''],
  Montant: ['5 000', '400 € / mois', '9 000 HT sur 3 ans', ''],
  Statut: [
    'En cours',
    'Résilié',
    'Résilié au 30/06/2026',
    'Dénoncé le 15/09/2026',
    'Dénoncé',
    'À dénoncer',
    'Non reconduit',
    'Terminé',
    'zut',
    '',
  ],
  Observations: ['TR 1 an x2, préavis 3 mois', 'non renouvelable', 'reconduction à décider', 'RAS', ''],
  Résidence: ['Les Lilas', 'Bel Air', 'Le Parc', ''],
  'Reconductions effectuées': ['1', '3', ''],
  'Reconductions restantes': ['0', '2', ''],
  'Date de résiliation': ['30/06/2026', '30/06/2027', '', '', ''],
  Organisme: ['Habitat 76', 'SA HABITAT 76', '', 'Autre'],
};

const quoted = (cell: string | number): string =>
  typeof cell === 'number'
    ? String(cell).replace('.', ',')
    : /[";\r\n]/.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;

const registers = fc
  .shuffledSubarray(Object.keys(COLUMNS), { minLength: 4 })
  .chain(headings =>
    fc
      .array(fc.tuple(...headings.map(heading => fc.constantFrom(...COLUMNS[heading]!))), { maxLength: 12 })
      .map(rows => ({ headings, rows })),
  );

/**
 * Without the rows that are told by where they stand: totals, the section titles that two cells or less may be, and lots
 * whose number is on a line above.
 */
const standingAlone = registers.map(({ headings, rows }) => ({
  headings,
  rows: rows.filter(row => {
    const [reference, lot] = ['N° marché', 'Lot'].map(heading => row[headings.indexOf(heading)]);
    const isLotBelow = lot && !reference;
    return !row.includes('TOTAL') && !isLotBelow && row.filter(cell => /\w/.test(cell)).length > 2;
  }),
}));

const read = (...files: SourceFile[]): Promise<Intake> => readContracts(files, NO_SETTINGS, AS_OF);
const fileFrom = (
  path: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): SourceFile =>
  fileOf(
    path,
    [headings, ...rows].map(row => row.map(quoted).join(';')),
  );

describe('nothing is lost', () => {
  it('every row goes to a contract, a duplicate, a skipped or a rejected row', async () => {
    await fc.assert(
      fc.asyncProperty(registers, registers, async (a, b) => {
        const intake = await read(
          fileFrom('a.csv', a.headings, a.rows),
          fileFrom('b.csv', b.headings, b.rows),
        );
        expect(addsUp(intake)).toBe(true);
        expect(new Set(intake.contracts.map(({ id }) => id)).size).toBe(intake.contracts.length);
        for (const { why } of intake.leftOut) {
          if (why.kind === 'duplicate') expect(intake.contracts.map(({ id }) => id)).toContain(why.of);
          if (why.kind === 'rejected') expect(intake.diagnostics.map(({ code }) => code)).toContain(why.code);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('order changes nothing', () => {
  it('shuffled rows give the same contracts', async () => {
    await fc.assert(
      fc.asyncProperty(
        standingAlone.chain(({ headings, rows }) =>
          fc.record({
            headings: fc.constant(headings),
            rows: fc.constant(rows),
            other: fc.shuffledSubarray(rows, { minLength: rows.length }),
          }),
        ),
        async ({ headings, rows, other }) => {
          const contracts = async (body: readonly string[][]): Promise<unknown> => {
            const { contracts: found } = await read(fileFrom('a.csv', headings, body));
            return found.map(placeless);
          };
          expect(await contracts(other)).toEqual(await contracts(rows));
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('the common layout', () => {
  /** What a plan depends on; the place, and what the category rests on, are of the reading. */
  const essence = (contract: Contract): unknown => ({
    ...placeless(contract),
    category: contract.category.id,
  });

  it('is read back to the same contracts', async () => {
    await fc.assert(
      fc.asyncProperty(standingAlone, async ({ headings, rows }) => {
        const { contracts, members } = await read(fileFrom('habitat-test.csv', headings, rows));
        const lines = [...commonTable(contracts, members)].map(row => row.map(quoted).join(';'));
        const again = await read(fileOf('commun.csv', lines));
        expect(again.contracts.map(essence)).toEqual(contracts.map(essence));
        expect(again.sources.every(({ rejected }) => rejected === 0)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});
