import { describe, expect, it, test } from 'vitest';
import { AS_OF, NO_SETTINGS, addsUp, codesOf, fileOf, placeless, readLines } from './registers.ts';
import { type Intake, readContracts } from '../../src/intake/intake.ts';

const HEADING = 'N° marché;Lot;Objet;Titulaire;Date de début;Date de fin;Reconduction;Montant annuel HT';
const read = (...lines: string[]): Promise<Intake> => readLines([HEADING, ...lines]);
const LIFTS = 'M-01;;Maintenance des ascenseurs;Alpha;01/01/2025;31/12/2027;Non;40 000,00';

const told = ({ contracts }: Intake): unknown =>
  contracts.map(({ id, supplier, term, amount }) => [id, supplier, term.currentEnd, amount?.annual]);
const leftOut = (intake: Intake): unknown => intake.leftOut.map(({ at, why }) => [at.row, why]);

describe('one contract per member, reference and lot', () => {
  it('lots of one reference are contracts of their own', async () => {
    const intake = await read(
      'M-01;1;Nettoyage;Alpha;01/01/2025;31/12/2027;Non;40 000,00',
      'M-01;2;Nettoyage;Beta;01/01/2025;31/12/2027;Non;50 000,00',
    );
    expect(intake.contracts.map(({ id, lot }) => [id, lot])).toEqual([
      ['habitat-test-m-01-1', '1'],
      ['habitat-test-m-01-2', '2'],
    ]);
  });

  it('lots named in titles only are told apart', async () => {
    const intake = await read(
      'M-01;;Nettoyage - lot 1 centre;Alpha;01/01/2025;31/12/2027;Non;40 000,00',
      'M-01;;Nettoyage - lot 2 nord;Alpha;01/01/2025;31/12/2027;Non;50 000,00',
    );
    expect(intake.contracts.map(({ id }) => id)).toEqual(['habitat-test-m-01-1', 'habitat-test-m-01-2']);
    expect(codesOf(intake)).toEqual(['MEMBER_FROM_FILE']);
  });

  it('the same reference with other subjects is read as lots without numbers, and said', async () => {
    const intake = await read(LIFTS, 'M-01;;Nettoyage des halls;Beta;01/01/2025;31/12/2027;Non;50 000,00');
    expect(intake.contracts.map(({ id, title }) => [id, title])).toEqual([
      ['habitat-test-m-01', 'Maintenance des ascenseurs'],
      ['habitat-test-m-01-2', 'Nettoyage des halls'],
    ]);
    expect(codesOf(intake)).toContain('CONTRACT_KEY_SHARED');
  });

  it('a reference is the same whatever its case, spaces and dashes', async () => {
    const intake = await read(LIFTS, LIFTS.replace('M-01', 'm 01'));
    expect(intake.contracts).toHaveLength(1);
  });

  it('without references, each different line is a contract, and identical ones are copies', async () => {
    const intake = await read(
      ';;Maintenance des ascenseurs;Alpha;01/01/2025;31/12/2027;Non;40 000,00',
      ';;Maintenance des ascenseurs;Alpha;01/01/2025;31/12/2027;Non;40 000,00',
      ';;Maintenance des ascenseurs;Alpha;01/01/2026;31/12/2028;Non;40 000,00',
    );
    expect(intake.contracts).toHaveLength(2);
    expect(codesOf(intake)).toContain('CONTRACT_COPY');
    expect(new Set(intake.contracts.map(({ id }) => id)).size).toBe(2);
  });
});

describe('copies and consortia', () => {
  it('a true duplicate is merged and named', async () => {
    const intake = await read(LIFTS, LIFTS);
    expect(told(intake)).toEqual([['habitat-test-m-01', 'Alpha', '2027-12-31', 4_000_000]]);
    expect(leftOut(intake)).toEqual([[3, { kind: 'duplicate', of: 'habitat-test-m-01', as: 'copy' }]]);
    const said = intake.diagnostics.find(({ code }) => code === 'CONTRACT_COPY');
    expect(said).toMatchObject({ at: { row: 3 }, params: { row: 2, file: 'habitat-test.csv' } });
  });

  it('the lines of a consortium are one contract, whose amount counts once', async () => {
    const intake = await read(
      LIFTS,
      LIFTS.replace('Alpha', 'Beta'),
      LIFTS.replace('Alpha', 'Gamma (mandataire)'),
    );
    expect(told(intake)).toEqual([
      ['habitat-test-m-01', 'Gamma (mandataire) / Alpha / Beta', '2027-12-31', 4_000_000],
    ]);
    expect(leftOut(intake)).toEqual([
      [3, { kind: 'duplicate', of: 'habitat-test-m-01', as: 'holder' }],
      [4, { kind: 'duplicate', of: 'habitat-test-m-01', as: 'holder' }],
    ]);
  });

  it('a copy of one of the consortium’s lines is a copy', async () => {
    const intake = await read(LIFTS, LIFTS.replace('Alpha', 'Beta'), LIFTS.replace('Alpha', 'Beta'));
    expect(intake.leftOut.map(({ why }) => why.kind === 'duplicate' && why.as)).toEqual(['holder', 'copy']);
  });

  it('a holder whose name is written in two ways, or a section title, changes nothing with the order of the lines', async () => {
    const numbered = (line: string, siret: string): string => `${line};${siret}`;
    const lines = [
      numbered(LIFTS, '73282932000074'),
      numbered(LIFTS.replace('Alpha', 'ALPHA'), '73282932000074'),
      'LOTS TECHNIQUES;;;;;;;;',
      numbered(LIFTS.replace('Alpha', 'Beta').replace('M-01', 'M-02'), ''),
      numbered(LIFTS.replace('Alpha', 'Beta').replace('M-01', 'M-02').replace('40 000', '39 000'), ''),
    ];
    const found = async (order: readonly number[]): Promise<unknown> =>
      told(await readLines([`${HEADING};SIRET titulaire`, ...order.map(line => lines[line]!)]));
    expect(await found([0, 1, 2, 3, 4])).toEqual([
      ['habitat-test-m-01', 'ALPHA', '2027-12-31', 4_000_000],
      ['habitat-test-m-02', 'Beta', '2027-12-31', 4_000_000],
    ]);
    expect(await found([1, 4, 0, 2, 3])).toEqual(await found([0, 1, 2, 3, 4]));
    expect(await found([3, 2, 4, 1, 0])).toEqual(await found([0, 1, 2, 3, 4]));
  });
});

describe('one line for each site', () => {
  const HEADING = 'N° marché;Objet;Titulaire;Résidence;Début;Fin;Montant annuel HT';
  const at = (site: string, amount: string): string =>
    `M-1;Ascenseurs;Kone;${site};01/01/2025;31/12/2027;${amount}`;
  test.each<[string, string[], number, string[]]>([
    ['amounts are added up', [at('Les Lilas', '8000'), at('Bel Air', '6500')], 14_500, ['CONTRACT_BY_SITE']],
    [
      'two sites may cost the same',
      [at('Les Lilas', '8000'), at('Bel Air', '6500'), at('Le Parc', '8000')],
      22_500,
      ['CONTRACT_BY_SITE'],
    ],
    [
      'one amount for all of them is the contract’s',
      [at('Les Lilas', '8000'), at('Bel Air', '')],
      8000,
      ['AMOUNT_ABSENT', 'CONTRACT_BY_SITE'],
    ],
    [
      'the same amount on every line is the contract’s, written again',
      [at('Les Lilas', '8000'), at('Bel Air', '8000')],
      8000,
      ['CONTRACT_COPY'],
    ],
    [
      'two amounts for one site contradict each other',
      [at('Les Lilas', '8000'), at('Les Lilas', '6500')],
      8000,
      ['CONTRACT_CONFLICT'],
    ],
  ])('%s', async (_, lines, total, codes) => {
    for (const order of [lines, lines.toReversed()]) {
      const intake = await readLines([HEADING, ...order]);
      expect(intake.contracts.map(({ amount }) => amount?.annual)).toEqual([total * 100]);
      expect(codesOf(intake)).toEqual(expect.arrayContaining(codes));
      expect(intake.sources[0]).toMatchObject({ rows: lines.length, contracts: 1 });
    }
  });
});

describe('one line for each period', () => {
  const HEADING = 'N° marché;Objet;Événement;Début;Fin;Reconduction;Montant annuel HT';
  const periods = (...renewals: string[]): string[] =>
    renewals.map(
      (renewal, k) =>
        `M-1;Ascenseurs;Période ${k};01/01/${2024 + k};31/12/${2024 + k};${renewal};${8000 + 100 * k}`,
    );
  it('that follow one another is a contract and its renewals, as the last one says', async () => {
    for (const order of [periods('', '', ''), periods('', '', '').toReversed()]) {
      const intake = await readLines([HEADING, ...order]);
      expect(intake.contracts).toHaveLength(1);
      expect(intake.contracts[0]).toMatchObject({
        term: { start: '2024-01-01', firmEnd: '2024-12-31', currentEnd: '2026-12-31' },
        amount: { annual: 820_000 },
      });
      expect(codesOf(intake)).toContain('CONTRACT_BY_PERIOD');
      expect(intake.sources[0]).toMatchObject({ rows: 3, contracts: 1, duplicates: 2, rejected: 0 });
    }
  });
  it('renewed tacitly, it goes on', async () => {
    const intake = await readLines([HEADING, ...periods('tacite', 'tacite')]);
    expect(intake.contracts[0]?.term).toMatchObject({ currentEnd: '2026-12-31', renewalMonths: 12 });
  });
  it('with a gap between them is a contradiction', async () => {
    const [first, , last] = periods('', '', '');
    const intake = await readLines([HEADING, first!, last!]);
    expect(codesOf(intake)).toContain('CONTRACT_CONFLICT');
  });
});

describe('contradictions', () => {
  it('the same contract with other dates: the later state is kept, the other line is rejected, both are shown', async () => {
    const intake = await read(LIFTS.replace('2027', '2026'), LIFTS);
    expect(told(intake)).toEqual([['habitat-test-m-01', 'Alpha', '2027-12-31', 4_000_000]]);
    expect(leftOut(intake)).toEqual([[2, { kind: 'rejected', code: 'CONTRACT_CONFLICT' }]]);
    expect(intake.diagnostics.find(({ code }) => code === 'CONTRACT_CONFLICT')).toMatchObject({
      severity: 'error',
      at: { row: 2 },
      params: { row: 3, fields: ['end'] },
    });
    expect(addsUp(intake)).toBe(true);
  });
  it('another amount is a contradiction too', async () => {
    const intake = await read(LIFTS, LIFTS.replace('40 000', '45 000'));
    expect(told(intake)).toEqual([['habitat-test-m-01', 'Alpha', '2027-12-31', 4_500_000]]);
    expect(codesOf(intake)).toContain('CONTRACT_CONFLICT');
  });
});

describe('amendments', () => {
  const amended = 'M-01;;Maintenance des ascenseurs - Avenant n° 1;Alpha;01/01/2025;30/06/2028;Non;40 000,00';
  it('prolong the contract that they name, and add none', async () => {
    const intake = await read(LIFTS, amended);
    expect(told(intake)).toEqual([['habitat-test-m-01', 'Alpha', '2028-06-30', 4_000_000]]);
    expect(intake.contracts[0]).toMatchObject({
      title: 'Maintenance des ascenseurs',
      term: { latestEnd: '2028-06-30' },
    });
    expect(leftOut(intake)).toEqual([[3, { kind: 'duplicate', of: 'habitat-test-m-01', as: 'amendment' }]]);
    expect(intake.diagnostics.find(({ code }) => code === 'AMENDMENT_APPLIED')?.params).toMatchObject({
      changed: ['end'],
      aside: [],
    });
  });
  it('apply in their order, whatever that of the lines', async () => {
    const second = amended.replace('n° 1', 'n° 2').replace('30/06/2028', '31/12/2028');
    for (const lines of [
      [LIFTS, amended, second],
      [second, amended, LIFTS],
    ]) {
      expect(told(await read(...lines))).toEqual([['habitat-test-m-01', 'Alpha', '2028-12-31', 4_000_000]]);
    }
  });
  it('that write an end leave the duration to it: their own notification starts nothing', async () => {
    const intake = await readLines([
      'Marché;Avenant n°;Objet;Notifié le;Fin;Montant HT',
      'M1;;Nettoyage;01/01/2023;31/12/2026;200 000',
      'M1;1;Ajout de 3 bâtiments;01/06/2024;31/12/2026;12 000',
    ]);
    expect(intake.contracts.map(({ status, term }) => [status, term.currentEnd])).toEqual([
      ['running', '2026-12-31'],
    ]);
  });
  it('are told by a column « Type » too', async () => {
    const intake = await readLines([
      'Type;N° marché;Objet;Début;Fin;Montant annuel HT',
      'Marché;M1;Nettoyage;01/01/2023;31/12/2026;200 000',
      'Avenant 1;M1;Nettoyage;01/06/2024;31/12/2026;212 000',
      'Avenant 2;M1;Nettoyage;01/01/2027;30/06/2027;106 000',
    ]);
    expect(intake.contracts.map(({ term }) => [term.start, term.currentEnd])).toEqual([
      ['2023-01-01', '2027-06-30'],
    ]);
    expect(codesOf(intake)).not.toContain('CONTRACT_CONFLICT');
  });
  it('shorten a contract', async () => {
    const intake = await read(LIFTS, amended.replace('30/06/2028', '31/01/2027'));
    expect(intake.contracts[0]?.term).toMatchObject({ currentEnd: '2027-01-31', latestEnd: '2027-01-31' });
  });
  it('with an amount say that it is set aside: a total, or a difference, nothing tells', async () => {
    const intake = await read(LIFTS, amended.replace('40 000', '2 500'));
    expect(told(intake)).toEqual([['habitat-test-m-01', 'Alpha', '2028-06-30', 4_000_000]]);
    expect(intake.diagnostics.find(({ code }) => code === 'AMENDMENT_APPLIED')?.params).toMatchObject({
      aside: ['amount'],
    });
  });
  test.each([
    ['by its title', 'A-7;;Avenant n° 1 au marché M-01;Alpha;01/01/2025;30/06/2028;Non;'],
    ['by its reference', 'M-01-AV1;;Prolongation;Alpha;01/01/2025;30/06/2028;Non;'],
  ])('name their contract %s', async (_, line) => {
    const intake = await read(LIFTS, line);
    expect(told(intake)).toEqual([['habitat-test-m-01', 'Alpha', '2028-06-30', 4_000_000]]);
  });
  it('to a contract that no register has are read as contracts, and said', async () => {
    const intake = await read(amended);
    expect(intake.contracts).toHaveLength(1);
    expect(codesOf(intake)).toContain('AMENDMENT_ALONE');
    expect(addsUp(intake)).toBe(true);
  });
  it('never change another lot: a column that counts amendments must not merge contracts', async () => {
    const heading = 'N° marché;Lot;Objet;Titulaire;Date de début;Date de fin;Avenant';
    const intake = await readLines([
      heading,
      'M-1;1;Nettoyage;Alpha;01/01/2025;31/12/2027;',
      'M-1;2;Nettoyage;Beta;01/01/2025;31/12/2028;1',
    ]);
    expect(intake.contracts.map(({ lot, term }) => [lot, term.currentEnd])).toEqual([
      ['1', '2027-12-31'],
      ['2', '2028-12-31'],
    ]);
  });
  it('are not every title with the word in it', async () => {
    const intake = await read(
      LIFTS,
      'M-02;;Assistance à la rédaction des avenants;Beta;01/01/2025;31/12/2027;Non;5 000,00',
    );
    expect(intake.contracts).toHaveLength(2);
  });
  it('in the « données essentielles » restate the duration from the original start', async () => {
    const heading =
      'id,acheteur.nom,objet,codeCPV,dureeMois,dateNotification,montant,objetModification,titulaire.denominationSociale';
    const lines = [
      '20240000100,Habitat Test,Nettoyage,90911200,36,2024-01-01,120000,,Alpha',
      '20240000101,Habitat Test,Nettoyage,90911200,42,2026-06-01,140000,Prolongation de six mois,Alpha',
    ];
    const intake = await readLines([heading, ...lines]);
    expect(intake.contracts.map(({ reference, term }) => [reference, term.currentEnd])).toEqual([
      ['20240000100', '2027-06-30'],
    ]);
  });
});

it('the order of rows and files changes nothing but places', async () => {
  const lines = [
    LIFTS,
    LIFTS.replace('Alpha', 'Beta'),
    LIFTS.replace('2027', '2026'),
    'M-02;;Nettoyage;Alpha;01/01/2025;31/12/2027;Non;40 000,00',
    'M-02;;Espaces verts;Beta;01/01/2025;31/12/2027;Non;30 000,00',
    ';;Curage;Beta;01/01/2025;31/12/2027;Non;30 000,00',
  ];
  const contractsIn = async (order: readonly string[]): Promise<unknown> =>
    (await read(...order)).contracts.map(placeless);
  expect(await contractsIn(lines.toReversed())).toEqual(await contractsIn(lines));
  const [a, b] = [
    fileOf('a.csv', [HEADING, LIFTS]),
    fileOf('b.csv', [HEADING, LIFTS.replace('M-01', 'M-09')]),
  ];
  expect(await readContracts([b, a], NO_SETTINGS, AS_OF)).toEqual(
    await readContracts([a, b], NO_SETTINGS, AS_OF),
  );
});

it('copies are found however far apart, among any number of lines', async () => {
  const line = (i: number): string => `M${i};Chauffage ${i};A;01/01/2026;31/12/2027`;
  const lines = Array.from({ length: 5000 }, (_, i) => line(i));
  const copies = [3, 1700, 4999].map(line);
  const intake = await readLines(['Référence;Objet;Titulaire;Début;Fin', ...lines, ...copies]);
  expect(intake.contracts).toHaveLength(5000);
  expect(intake.leftOut.map(({ at, why }) => [at.row, why.kind === 'duplicate' && why.of])).toEqual([
    [5002, 'habitat-test-m3'],
    [5003, 'habitat-test-m1700'],
    [5004, 'habitat-test-m4999'],
  ]);
});
