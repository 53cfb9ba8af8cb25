import { describe, expect, it } from 'vitest';
import { AS_OF, NO_SETTINGS, codesOf, fileOf, memberOf, readLines } from './registers.ts';
import { readContracts } from '../../src/intake/intake.ts';

const HEADING = 'Organisme;N° marché;Objet;Date de début;Date de fin;Montant annuel HT';
const line = (member: string, reference: string): string =>
  `${member};${reference};Nettoyage;01/01/2025;31/12/2027;40 000,00`;
const ARMORIQUE = memberOf('armorique', 'Armorique Habitat', { aliases: ['AH'], siren: '552100554' });

describe('a column tells the member', () => {
  it('under any spelling of a configured name', async () => {
    const names = [
      'Armorique Habitat',
      'ARMORIQUE HABITAT',
      'SA Armorique-Habitat',
      ' armorique  habitat ',
      'AH',
    ];
    const intake = await readLines([HEADING, ...names.map((name, i) => line(name, `M-${i}`))], {
      members: [ARMORIQUE],
    });
    expect(new Set(intake.contracts.map(({ member }) => member))).toEqual(new Set(['armorique']));
    expect([intake.members.map(({ id }) => id), intake.sources[0]?.memberFrom]).toEqual([
      ['armorique'],
      'column',
    ]);
    expect(codesOf(intake)).toEqual([]);
  });
  it('by SIRET or SIREN when the column holds numbers', async () => {
    const intake = await readLines(
      [
        'acheteur.id;id;objet;dureeMois;dateNotification;montant',
        '552 100 554 00011;1;Nettoyage;36;01/02/2025;1000',
      ],
      { members: [ARMORIQUE] },
    );
    expect(intake.contracts[0]?.member).toBe('armorique');
  });
  it('several in one file, those unknown to the configuration are added and said', async () => {
    const intake = await readLines([HEADING, line('Armorique Habitat', '1'), line('Habitat 76', '2')], {
      members: [ARMORIQUE],
    });
    expect(intake.members.map(({ id, name }) => [id, name])).toEqual([
      ['armorique', 'Armorique Habitat'],
      ['habitat-76', 'Habitat 76'],
    ]);
    expect(intake.diagnostics.find(({ code }) => code === 'MEMBER_ADDED')).toMatchObject({
      at: { row: 3 },
      params: { member: 'Habitat 76' },
    });
  });
  it('two names of one body, without a configuration, are one member', async () => {
    const intake = await readLines([HEADING, line('SA Habitat 76', '1'), line('HABITAT 76', '2')]);
    expect(new Set(intake.contracts.map(({ member }) => member)).size).toBe(1);
  });
  it('a blank cell falls back on the configuration or the file', async () => {
    const members = [ARMORIQUE, memberOf('other', 'Autre', { files: ['habitat-*.csv'] })];
    const intake = await readLines([HEADING, line('Armorique Habitat', '1'), line('', '2')], { members });
    expect(intake.contracts.map(({ member }) => member)).toEqual(['armorique', 'other']);
  });
});

describe('without a column, titles over the lines name the members', () => {
  const HEAD = 'N° marché;Objet;Titulaire;Date de début;Date de fin;Montant annuel HT';
  const row = (reference: string): string => `${reference};Nettoyage;Net SARL;01/01/2025;31/12/2027;40 000`;
  it('when every section is a landlord, and it is said', async () => {
    const intake = await readLines([
      HEAD,
      'OPH de la Thiérache;;;;;',
      row('M-1'),
      'Valois Logement;;;;;',
      row('M-2'),
    ]);
    expect(intake.contracts.map(({ member }) => member)).toEqual(['oph-de-la-thierache', 'valois-logement']);
    expect(intake.sources[0]?.memberFrom).toBe('section');
    expect(intake.diagnostics.filter(({ code }) => code === 'MEMBER_FROM_FILE')).toHaveLength(2);
  });
  it('when they are configured', async () => {
    const intake = await readLines([HEAD, 'AH;;;;;', row('M-1')], { members: [ARMORIQUE] });
    expect(intake.contracts.map(({ member }) => member)).toEqual(['armorique']);
  });
  it('not when they are families of purchases', async () => {
    const intake = await readLines([
      HEAD,
      'Entretien habitat;;;;;',
      row('M-1'),
      'Assurances;;;;;',
      row('M-2'),
    ]);
    expect(intake.sources[0]?.memberFrom).toBe('file-name');
  });
});

describe('without a column', () => {
  const lines = [
    'N° marché;Objet;Date de début;Date de fin;Montant annuel HT',
    '1;Nettoyage;01/01/2025;31/12/2027;40 000',
  ];
  it('the configuration’s globs', async () => {
    const members = [memberOf('mancelle', "Mancelle d'habitation", { files: ['suivi_*.csv'] })];
    const intake = await readContracts(
      [fileOf('exports/suivi_DAF.csv', lines)],
      { ...NO_SETTINGS, members },
      AS_OF,
    );
    expect([intake.contracts[0]?.member, intake.sources[0]?.memberFrom]).toEqual(['mancelle', 'config']);
  });
  it('then the file’s name, when it names a configured member', async () => {
    const file = fileOf('exports/Armorique-Habitat_marches_2026-11.csv', lines);
    const intake = await readContracts([file], { ...NO_SETTINGS, members: [ARMORIQUE] }, AS_OF);
    expect([intake.contracts[0]?.member, intake.sources[0]?.memberFrom]).toEqual(['armorique', 'file-name']);
    expect(codesOf(intake)).toEqual([]);
  });
  it('else the file’s own words, without those that name the export, and it is said', async () => {
    const intake = await readContracts(
      [fileOf('export_marchés_Habitat-76_2026-11.csv', lines)],
      NO_SETTINGS,
      AS_OF,
    );
    expect(intake.members).toEqual([{ id: 'habitat-76', name: 'Habitat 76', territories: [] }]);
    expect(codesOf(intake)).toEqual(['MEMBER_FROM_FILE']);
  });
});
