import { describe, expect, it } from 'vitest';
import { codesOf, readLines } from './registers.ts';

const HEADING = 'N° marché;Lot;Objet;Titulaire;Date de début;Date de fin;Montant annuel HT';
const read = async (lines: readonly string[]) => {
  const intake = await readLines([HEADING, ...lines]);
  const contracts = intake.contracts.map(({ reference, lot, title, term, amount }) => [
    reference,
    lot,
    title,
    term.currentEnd,
    amount?.annual === undefined ? undefined : amount.annual / 100,
  ]);
  return { contracts, codes: codesOf(intake), skipped: intake.sources[0]!.skipped };
};

describe('lots on lines of their own, below the line of their contract', () => {
  it('take its number, its title and its dates; the line itself is no contract', async () => {
    const { contracts, codes, skipped } = await read([
      'A-1;;Espaces verts;;01/04/2025;31/03/2029;',
      ';1;Secteur Nord;Vert SAS;;;85 000',
      ';2;Secteur Sud;Jardins SARL;;;60 000',
      'A-2;;Vidéosurveillance;Optivue;01/09/2025;31/08/2028;19 000',
    ]);
    expect(contracts).toEqual([
      ['A-1', '1', 'Espaces verts – Secteur Nord', '2029-03-31', 85_000],
      ['A-1', '2', 'Espaces verts – Secteur Sud', '2029-03-31', 60_000],
      ['A-2', undefined, 'Vidéosurveillance', '2028-08-31', 19_000],
    ]);
    expect([codes, skipped]).toEqual([expect.arrayContaining(['LOTS_UNDER_CONTRACT']), 1]);
  });

  it('whose line is no section of the contracts that follow', async () => {
    const intake = await readLines([
      HEADING,
      'A-2;;Entretien des espaces verts;;01/01/2025;31/12/2027;',
      ';1;Est;JARDI;;;1 000',
      'A-4;;Prestations diverses;DIV;01/01/2025;31/12/2027;1 000',
    ]);
    const categories = intake.contracts.map(({ reference, category }) => [reference, category.id]);
    expect(categories).toEqual([
      ['A-2', 'EV'],
      ['A-4', 'OTHER'],
    ]);
  });

  it('whose amounts the line adds up are not counted twice', async () => {
    const { contracts } = await read([
      'A-1;;Espaces verts;;01/04/2025;31/03/2029;145 000',
      ';1;Nord;Vert SAS;;;85 000',
      ';2;Sud;Jardins SARL;;;60 000',
    ]);
    expect(contracts.map(contract => contract.at(-1))).toEqual([85_000, 60_000]);
  });

  it('below a line that is a lot too keep their own titles', async () => {
    const { contracts } = await read([
      'A-1;1;Ascenseurs Nord;Otis;01/01/2025;31/12/2028;40 000',
      ';2;Ascenseurs Sud;Koné;;;50 000',
    ]);
    expect(contracts).toEqual([
      ['A-1', '1', 'Ascenseurs Nord', '2028-12-31', 40_000],
      ['A-1', '2', 'Ascenseurs Sud', '2028-12-31', 50_000],
    ]);
  });

  it('that have dates, or the same mark, or none, are contracts by themselves', async () => {
    const { contracts, codes } = await read([
      'A-1;1;Ascenseurs;Otis;01/01/2025;31/12/2028;40 000',
      ';2;Nettoyage;Net SARL;01/01/2026;31/12/2027;50 000',
      'A-3;1;Toitures;Couv SA;01/01/2025;31/12/2028;40 000',
      ';1;Gardiennage;Garde SAS;;;20 000',
      ';;Archivage;Arch SAS;;;20 000',
    ]);
    expect(contracts.filter(([reference]) => reference === 'A-1')).toHaveLength(1);
    expect(codes).not.toContain('LOTS_UNDER_CONTRACT');
  });
});
