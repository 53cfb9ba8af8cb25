import { describe, expect, it, test } from 'vitest';
import { cents } from '../../src/domain/money.ts';
import { addsUp, codesOf, readLines, readOne } from './registers.ts';

describe('dates and durations of a line', () => {
  test.each([
    ['Objet;Date de début;Durée (mois)', 'Nettoyage;01/03/2025;24', '2027-02-28'],
    ['Objet;Date de début;Durée', 'Nettoyage;01/03/2025;2 ans', '2027-02-28'],
    ['Objet;Date de début;Date de fin', 'Nettoyage;01/03/2025;28/02/2027', '2027-02-28'],
    ['Objet;Date de fin', 'Nettoyage;fin février 2027', '2027-02-28'],
    ['Objet;Échéance', 'Nettoyage;mars 2027', '2027-03-31'],
    ['Objet;Période', 'Nettoyage;du 01/03/2025 au 28/02/2027', '2027-02-28'],
    ['Objet;Date de début;Durée', "Nettoyage;01/03/2025;jusqu'au 28/02/2027", '2027-02-28'],
    ['Objet;Date de début;Durée', 'Nettoyage;01/03/2023;1 an reconductible 3 fois', '2027-02-28'],
    ['Objet;Date de début;Durée', 'Nettoyage;01/03/2023;12+3x12', '2027-02-28'],
    ['Objet;Date de début;Durée totale', 'Nettoyage;01/03/2025;24 mois', '2027-02-28'],
  ])('%s / %s ends on %s', async (heading, line, end) => {
    expect((await readOne(heading, line)).term.currentEnd).toBe(end);
  });

  it('a partial start is its first day, a partial end its last, and both are said', async () => {
    const intake = await readLines(['Objet;Date de début;Date de fin', 'Nettoyage;mars 2025;mars 2027']);
    expect(intake.contracts[0]?.term).toMatchObject({ start: '2025-03-01', firmEnd: '2027-03-31' });
    expect(
      intake.diagnostics
        .filter(({ code }) => code === 'DATE_PARTIAL')
        .map(({ at, params }) => [at.column, params]),
    ).toEqual([
      ['B', { day: '2025-03-01' }],
      ['C', { day: '2027-03-31' }],
    ]);
  });

  it('an unreadable date leaves the contract, without that date, and says where and what', async () => {
    const intake = await readLines(['N° marché;Objet;Date de fin', 'M-1;Nettoyage;31/02/2027']);
    expect(intake.contracts[0]).toMatchObject({
      reference: 'M-1',
      status: 'unknown',
      term: { renewal: 'unknown' },
    });
    expect(intake.diagnostics.find(({ code }) => code === 'DATE_IMPOSSIBLE')).toEqual({
      code: 'DATE_IMPOSSIBLE',
      severity: 'warning',
      at: { file: 'habitat-test.csv', row: 2, column: 'C', heading: 'Date de fin' },
      value: '31/02/2027',
      params: {},
    });
    expect(codesOf(intake)).toContain('END_UNKNOWN');
  });

  it('an award notice ends its duration after its notification, which is said once', async () => {
    const intake = await readLines([
      'id;objet;codeCPV;dureeMois;dateNotification;montant;formePrix',
      '2025-1;Nettoyage;90911200;48;2025-03-12;48000;Ferme',
      '2025-2;Espaces verts;77310000;48;2025-03-12;48000;Ferme',
    ]);
    expect(intake.contracts[0]?.term).toMatchObject({ start: '2025-03-12', currentEnd: '2029-03-11' });
    expect(intake.contracts[0]?.amount).toMatchObject({
      period: 'whole-term',
      annual: cents(12_000),
      derivation: 'divided',
    });
    const said = intake.diagnostics.filter(({ code }) => code === 'START_FROM_NOTIFICATION');
    expect(said.map(({ at, params }) => [at.row, at.column, params])).toEqual([[1, 'E', { cells: 2 }]]);
  });

  test.each([
    ['01/04/2024;31/03/2027', { firmEnd: '2027-03-31', renewals: 2, renewalMonths: 12 }],
    ['01/04/2024;31/03/2026', { firmEnd: '2025-03-31', renewals: 1, renewalMonths: 12 }],
  ])('« 1+1 ans » of renewals beside %s', async (dates, term) => {
    const contract = await readOne('Objet;Début;Fin;Reconductions', `Nettoyage;${dates};1+1 ans`);
    expect(contract.term).toMatchObject(term);
  });

  it('an amount under a monthly heading is twelve times as much a year', async () => {
    const contract = await readOne('Objet;Loyer mensuel HT', 'Location de bennes;300');
    expect(contract.amount).toMatchObject({ period: 'monthly', annual: cents(3600) });
  });

  it('an amount under a heading in another currency is said, and not taken for euros', async () => {
    const intake = await readLines(['Ref;Title;Annual cost (£)', 'M-1;Boiler servicing;12,345.67']);
    expect(intake.contracts[0]?.amount).toBeUndefined();
    expect(codesOf(intake)).toContain('AMOUNT_FOREIGN');
  });

  it('two cells that contradict each other are both shown', async () => {
    const intake = await readLines([
      'Objet;Date de début;Durée;Nb reconductions',
      'Nettoyage;01/01/2025;1 an reconductible 3 fois;2',
    ]);
    expect(intake.contracts[0]?.term.renewals).toBe(3);
    expect(intake.diagnostics.find(({ code }) => code === 'TERM_CONFLICT')?.params).toEqual({
      kept: '1 an reconductible 3 fois',
      other: '2',
    });
  });

  test.each([
    ['Reconduction tacite (O/N)', 'O', 'tacit'],
    ['CONTRACT_EXTENDABLE', 'Yes', 'express'],
    ['Reconduction tacite (O/N)', 'N', 'none'],
    ['Reconduction expresse', 'Oui', 'express'],
    ['Reconduction', 'Oui', 'tacit'],
    ['Reconduction', 'Tacite', 'tacit'],
    ['Reconduction', 'Expresse', 'express'],
    ['Reconduction', 'Sans', 'none'],
    ['Reconduction', '', 'unknown'],
  ])('%s: %j is %s', async (heading, cell, renewal) => {
    const contract = await readOne(
      `Objet;Date de début;Date de fin;${heading}`,
      `Nettoyage;01/01/2025;31/12/2025;${cell}`,
    );
    expect(contract.term.renewal).toBe(renewal);
  });
});

describe('amounts of a line', () => {
  const term = '01/01/2024;31/12/2027';
  const read = async (heading: string, cell: string, settings = {}) =>
    (await readOne(`Objet;Date de début;Date de fin;${heading}`, `Nettoyage;${term};${cell}`, settings))
      .amount;

  test.each([
    ['Montant annuel HT', '12 000,00', cents(12_000), 'as-stated'],
    ['Montant total HT', '48 000,00', cents(12_000), 'divided'],
    ['Montant HT', '12 000,00', cents(12_000), 'assumed-annual'],
    ['Montant HT', '1 000 € / mois', cents(12_000), 'multiplied'],
    ['Montant HT', '48 000 € pour la durée totale', cents(12_000), 'divided'],
    ['Montant annuel HT (k€)', '12', cents(12_000), 'as-stated'],
    ['Montant HT', '3 000 € par trimestre', cents(12_000), 'multiplied'],
    ['Montant HT', '6 000 €/semestre', cents(12_000), 'multiplied'],
    ['Montant annuel TTC', '14 400,00', undefined, 'none'],
    ['Montant annuel HT', '0', undefined, 'none'],
    ['Montant annuel HT', '-12 000', undefined, 'none'],
  ])('%s: %s', async (heading, cell, annual, derivation) => {
    const amount = await read(heading, cell);
    expect([amount?.annual, amount?.derivation]).toEqual([annual, derivation]);
  });

  it('is converted from VAT-inclusive only with a known rate', async () => {
    expect(await read('Montant annuel TTC', '14 400,00', { vatRate: 0.2 })).toMatchObject({
      stated: cents(14_400),
      vat: 'ttc',
      annual: cents(12_000),
      vatRate: 0.2,
    });
    expect(await read('Montant annuel TTC;Taux de TVA', '13 200,00;10 %', { vatRate: 0.2 })).toMatchObject({
      annual: cents(12_000),
      vatRate: 0.1,
    });
  });

  it('prefers what excludes VAT, and takes the other column where that one is blank', async () => {
    const heading = 'Montant annuel HT;Montant annuel TTC';
    expect(await read(heading, '12 000;14 400')).toMatchObject({ annual: cents(12_000), vat: 'ht' });
    expect(await read(heading, ';14 400', { vatRate: 0.2 })).toMatchObject({
      annual: cents(12_000),
      vat: 'ttc',
    });
  });

  it('of a whole term covers every renewal', async () => {
    const contract = await readOne(
      'Objet;Date de début;Durée;Montant maximum HT',
      'Nettoyage;01/01/2025;1 an reconductible 3 fois;48 000',
    );
    expect(contract.amount).toMatchObject({ annual: cents(12_000), months: 48, period: 'whole-term' });
  });

  it('of a whole term of unknown length has no annual amount, and that is said', async () => {
    const intake = await readLines(['Objet;Date de fin;Montant total HT', 'Nettoyage;31/12/2027;48 000']);
    expect(intake.contracts[0]?.amount).toMatchObject({ derivation: 'none' });
    expect(codesOf(intake)).toContain('AMOUNT_NOT_ANNUALISED');
  });

  it('follows the configuration where the heading is silent', async () => {
    const mappings = [
      { files: ['*.csv'], columns: {}, amountPeriod: 'whole-term' as const, vat: 'ht' as const },
    ];
    expect(await read('Montant', '48 000', { mappings })).toMatchObject({ annual: cents(12_000), vat: 'ht' });
  });

  it('blank where others have one is said', async () => {
    const intake = await readLines(['Objet;Date de fin;Montant annuel HT', 'Nettoyage;31/12/2027;N.C.']);
    expect(intake.contracts[0]?.amount).toBeUndefined();
    expect(intake.diagnostics.find(({ code }) => code === 'AMOUNT_ABSENT')).toMatchObject({
      value: 'N.C.',
      at: { column: 'C', row: 2 },
    });
  });
});

describe('status', () => {
  const status = async (cell: string, end = '31/12/2027', start = '01/01/2024') =>
    (await readOne('Objet;Date de début;Date de fin;Statut', `Nettoyage;${start};${end};${cell}`)).status;
  test.each([
    ['En cours', 'running'],
    ['actif', 'running'],
    ['', 'running'],
    ['Résilié', 'terminated'],
    ['Terminé', 'ended'],
    ['Non', 'ended'],
    ['bidule', 'running'],
  ])('%j with an end to come is %s', async (cell, expected) => expect(await status(cell)).toBe(expected));
  it('a past end is ended, whatever the register says, and the contradiction is said', async () => {
    expect(await status('', '31/12/2025')).toBe('ended');
    const intake = await readLines(['Objet;Date de fin;Statut', 'Nettoyage;31/12/2025;En cours']);
    expect([intake.contracts[0]?.status, codesOf(intake)]).toEqual([
      'ended',
      expect.arrayContaining(['STATUS_CONTRADICTED']),
    ]);
  });
  it('a start to come is upcoming', async () =>
    expect(await status('', '31/12/2028', '01/01/2027')).toBe('upcoming'));
  it('a date of termination ends the contract on that day', async () => {
    const heading = 'Objet;Date de début;Date de fin;Date de résiliation';
    expect(await readOne(heading, 'Nettoyage;01/01/2024;31/12/2027;30/06/2026')).toMatchObject({
      status: 'terminated',
      term: { currentEnd: '2026-06-30' },
    });
    expect(await readOne(heading, 'Nettoyage;01/01/2024;31/12/2027;30/06/2027')).toMatchObject({
      status: 'running',
      term: { currentEnd: '2027-06-30', latestEnd: '2027-06-30' },
    });
  });
  it('an express renewal that nothing shows is over, and that is said', async () => {
    const intake = await readLines([
      'Objet;Date de début;Durée',
      'Nettoyage;01/01/2025;1 an, reconduction expresse 3 fois 1 an',
    ]);
    expect(intake.contracts[0]).toMatchObject({
      status: 'ended',
      term: { currentEnd: '2025-12-31', latestEnd: '2028-12-31' },
    });
    expect(codesOf(intake)).toContain('RENEWAL_NOT_SHOWN');
  });
});

describe('codes and text', () => {
  test.each([
    ['50700000-2', '50700000'],
    ['50700000', '50700000'],
    ['9323000', '09323000'],
    ['50750000-7 Services d’entretien d’ascenseurs', '50750000'],
    ['0', undefined],
    ['abc', undefined],
  ])('CPV %j is %s', async (cell, cpv) =>
    expect((await readOne('Objet;Code CPV', `Nettoyage;${cell}`)).cpv).toBe(cpv),
  );

  test.each([
    ['552 100 554 00014', '55210055400014', 'SUPPLIER_ID_INVALID'],
    ['732829320', '732829320', undefined],
    ['732 829 320 00074', '73282932000074', undefined],
    ['05550012400016', '05550012400016', 'SUPPLIER_ID_INVALID'],
    ['FR40732829320', '732829320', undefined],
    ['5,5E+13', undefined, 'SUPPLIER_ID_INVALID'],
  ])('SIRET %j is %s', async (cell, id, code) => {
    const intake = await readLines(['Objet;Titulaire;SIRET titulaire', `Nettoyage;Alpha;${cell}`]);
    expect(intake.contracts[0]?.supplierId).toBe(id);
    expect(codesOf(intake).filter(each => each.startsWith('SUPPLIER'))).toEqual(code ? [code] : []);
  });

  test.each([
    ['Travaux d&#8217;entretien<br />de la r&eacute;sidence', 'Travaux d’entretien de la résidence'],
    ['<b>VALLOGIS</b> &amp; Cie', 'VALLOGIS & Cie'],
    ['Portes <img src=x onerror=alert(1)>', 'Portes <img src=x onerror=alert(1)>'],
    ['prix < 40 000 & plus', 'prix < 40 000 & plus'],
    ["'=1+1", '=1+1'],
    ['a\u00A0 b', 'a b'],
  ])('%j is read as %j', async (cell, title) => {
    expect((await readOne('N° marché;Objet', `M-1;"${cell}"`)).title).toBe(title);
  });
});

describe('every row goes somewhere', () => {
  it('sections, totals, blanks and lines without a contract are told apart', async () => {
    const intake = await readLines([
      'N° marché;Objet;Titulaire;Date de fin;Montant annuel HT',
      'LOT 1 - ASCENSEURS;;;;',
      'M-1;Maintenance préventive;Alpha;31/12/2027;40 000,00',
      'M-2;Dépannage;Beta;31/12/2027;20 000,00',
      ';;Gamma;31/12/2027;10 000,00',
      ';;;;',
      'TOTAL;;;;70 000,00',
    ]);
    expect(intake.sources[0]).toMatchObject({
      rows: 6,
      contracts: 2,
      duplicates: 0,
      skipped: 3,
      rejected: 1,
    });
    expect(
      intake.leftOut.map(({ at, why }) => [at.row, why.kind === 'skipped' ? why.reason : why.kind]),
    ).toEqual([
      [2, 'section'],
      [5, 'rejected'],
      [6, 'blank'],
      [7, 'total'],
    ]);
    expect(intake.diagnostics.find(({ code }) => code === 'ROW_WITHOUT_CONTRACT')).toMatchObject({
      severity: 'error',
      at: { row: 5 },
    });
    expect(addsUp(intake)).toBe(true);
  });
  it('a section gives its lot to the lines below it', async () => {
    const intake = await readLines([
      'N° marché;Objet;Titulaire;Date de fin',
      'LOT 1 - NORD;;;',
      'M-1;Nettoyage;Alpha;31/12/2027',
      'LOT 2 - SUD;;;',
      'M-1;Nettoyage;Beta;31/12/2028',
    ]);
    expect(intake.contracts.map(({ id, lot }) => [id, lot])).toEqual([
      ['habitat-test-m-1-1', '1'],
      ['habitat-test-m-1-2', '2'],
    ]);
  });
  it('a section gives its category to the lines below it', async () => {
    const intake = await readLines([
      'N° marché;Objet;Titulaire;Date de fin',
      'ASCENSEURS;;;',
      'M-1;Maintenance préventive;Alpha;31/12/2027',
      'M-2;Contrat complet;Beta;31/12/2027',
    ]);
    expect(intake.contracts.map(({ category }) => [category.id, category.basis])).toEqual([
      ['ASC', 'section'],
      ['ASC', 'section'],
    ]);
  });
});
