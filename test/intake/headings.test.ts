import { readLines } from './registers.ts';
import { describe, expect, it, test } from 'vitest';
import { readHeading } from '../../src/data/headings.ts';
import type { MappingSettings } from '../../src/domain/settings.ts';
import { matchHeadings } from '../../src/intake/headings.ts';
import { tableOf } from './reading.ts';

describe('known headings', () => {
  it('are none of the words that every object answers to', () => {
    expect(['constructor', 'toString', '__proto__'].map(readHeading)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(
    `
    N° de marché → reference
    N°MARCHE → reference
    Réf. → reference
    num_marche → reference
    Identifiant → reference
    Contract No. → reference
    OBJET → title
    Intitulé du contrat → title
    Tit. → supplier
    Nom du titulaire du marché → supplier
    Titulaire (mandataire) → supplier
    Attributaire retenu → supplier
    titulaires_denominationSociale → supplier
    SIRET du titulaire → supplierId
    acheteur.nom → member
    acheteur.id → memberId
    codeCPV → cpv
    Code(s) CPV → cpv
    lieuExecution.nom → territory
    Famille d’achats → category
    Dt début → start
    Date d'effet → start
    Start date → start
    dateNotification → notified
    Échéance (jj/mm/aaaa) → end
    ECHEANCE → end
    Ech?ance → end
    D\uFFFDte d'\uFFFDch\uFFFDance → end
    Date de fin du marché (hors reconduction) → firmEnd
    Fin de la 1ère période → firmEnd
    Prochaine échéance → currentEnd
    Date de fin max. (toutes reconductions) → latestEnd
    Fin dernière reconduction → latestEnd
    Durée initiale en mois → duration
    dureeMois → duration
    Durée totale (reconductions comprises) → totalDuration
    Nb recond. → renewals
    Nombre de reconductions possibles → renewals
    Durée de reconduction (mois) → renewalDuration
    Reconduction (tacite/expresse) → renewal
    Tacite reconduction O/N → renewal
    Délai de préavis (mois) → notice
    Date limite de dénonciation du contrat → noticeDeadline
    Mt HT → amount
    Montant annuel prévisionnel estimé du contrat HT en euros → annualAmount
    Total HT/an → annualAmount
    H.T. / an → annualAmount
    Montant HT sur 4 ans → totalAmount
    montant_max_ht → maximumAmount
    Annual value (ex VAT) → annualAmount
    Comments → comments
    Durée et reconductions → termWords
    Durée / reconduction → termWords
    Reconduction Durée → renewalDuration
    Durée (hors reconduction) → duration
    Montant estimatif annuel hors taxes → annualAmount
    EXTENSION_DETAILS → termWords
    N\uFFFD march\uFFFD → reference
    Périodicité renouv. → renewalDuration
    Nombre de jours → duration
    Tx TVA → vatRate
    Ets → member
    titulaire_denominationSociale_1 → supplier
    Police n° → reference
    Reconduction (nb et durée) → renewals
    Actuellement reconduit jusqu'au → currentEnd
    Dont ferme → duration
    Fin validité max → latestEnd
  `
      .trim()
      .split('\n')
      .map(line => line.trim().split(' → ') as [string, string]),
  )('%s is %s', (heading, field) => expect(readHeading(heading)?.known.field).toBe(field));

  it.each([
    'Maintenance des ascenseurs',
    '31/12/2027',
    'Lot 3 : espaces verts et élagage',
    'n_operateur',
    'State Name',
    'ProductType',
    'Nb',
    'constructor',
  ])('%s is no heading', text => expect(readHeading(text)).toBeUndefined());
});

function fieldsOf(text: string, mapping?: Partial<MappingSettings>): Record<string, string | undefined> {
  const { value } = matchHeadings(tableOf(text), mapping && { files: [], columns: {}, ...mapping });
  return Object.fromEntries(value.map(({ heading, column, field }) => [heading || column, field]));
}
const saidOf = (text: string) => matchHeadings(tableOf(text)).diagnostics;

describe('facts beside the field', () => {
  it('units, tax basis, period, scale, order of dates', () => {
    const { value } = matchHeadings(
      tableOf(`
        Objet | Préavis (jours) | Durée (ans) | Montant annuel HT (k€) | Mt TTC | Montant max HT | Début (jj/mm/aaaa)
        VMC   | 90              | 4           | 12                     | 14     | 20             | 01/02/2024`),
    );
    expect(value).toMatchObject([
      { field: 'title' },
      { field: 'notice', unit: 'days' },
      { field: 'duration', unit: 'years' },
      { field: 'annualAmount', vat: 'ht', period: 'annual', scale: 1000 },
      { field: 'amount', vat: 'ttc' },
      { field: 'maximumAmount', vat: 'ht', period: 'whole-term' },
      { field: 'start', dateOrder: 'dmy' },
    ]);
  });

  it('in the « données essentielles », montant covers the whole contract, excluding VAT', () => {
    const { value } = matchHeadings(
      tableOf(`
        id | objet | codeCPV  | dureeMois | dateNotification | montant | formePrix
        1  | VMC   | 50712000 | 48        | 2024-01-31       | 48000   | Ferme`),
    );
    expect(value.find(({ heading }) => heading === 'montant')).toMatchObject({
      field: 'totalAmount',
      vat: 'ht',
    });
  });
});

describe('the cells confirm or refute the heading', () => {
  it('Échéance over durations', () => {
    const text = 'Réf | Objet | Échéance\nM1 | VMC | 12 mois\nM2 | Gaz | 4 ans';
    expect(fieldsOf(text)).toMatchObject({ Échéance: 'duration' });
    expect(saidOf(text)).toMatchObject([
      {
        code: 'HEADING_REFUTED',
        at: { column: 'C' },
        params: { field: 'end', found: 'durations', taken: 'duration' },
      },
    ]);
  });

  it('Durée over dates, or over two dates', () => {
    expect(fieldsOf('Réf | Objet | Durée\nM1 | VMC | 31/12/2027\nM2 | Gaz | 30/06/2028')).toMatchObject({
      Durée: 'end',
    });
    expect(
      fieldsOf(
        'Réf | Objet | Durée\nM1 | VMC | du 01/01/2024 au 31/12/2027\nM2 | Gaz | 01/07/2024 - 30/06/2028',
      ),
    ).toMatchObject({ Durée: 'period' });
  });

  it('Durée reconduction over whole terms', () => {
    const text = 'Réf | Objet | Durée reconduction\nM1 | VMC | 12 mois + 3 x 12 mois\nM2 | Gaz | 4 ans ferme';
    expect(fieldsOf(text)).toMatchObject({ 'Durée reconduction': 'termWords' });
    expect(saidOf(text)).toMatchObject([{ code: 'HEADING_REFUTED', params: { found: 'terms' } }]);
    expect(fieldsOf('Réf | Objet | Durée reconduction\nM1 | VMC | 12 mois')).toMatchObject({
      'Durée reconduction': 'renewalDuration',
    });
  });

  it('Nb beside Reconduction counts the renewals', () => {
    const text =
      'Réf | Objet | Durée | Reconduction | Nb\nM1 | VMC | 2 ans | tacite | 1\nM2 | Gaz | 1 an | expresse | 2';
    expect(fieldsOf(text)).toMatchObject({ Durée: 'duration', Reconduction: 'renewal', Nb: 'renewals' });
    expect(saidOf(text)).toMatchObject([{ code: 'HEADING_GUESSED', params: { field: 'renewals' } }]);
  });

  it('Contrat over numbers, over titles', () => {
    expect(fieldsOf('Contrat | Objet | Titulaire\nLOG-1 | VMC | A\nLOG-2 | Gaz | B')).toMatchObject({
      Contrat: 'reference',
    });
    expect(fieldsOf('Réf | Contrat\nM1 | Entretien VMC\nM2 | Gaz')).toMatchObject({ Contrat: 'title' });
  });

  it('Type over procedures, over kinds of contract, over families', () => {
    expect(fieldsOf('Réf | Type\nM1 | MAPA\nM2 | Appel d’offres ouvert')).toMatchObject({
      Type: 'procedure',
    });
    expect(fieldsOf('Réf | Type\nM1 | Travaux\nM2 | Services')).toMatchObject({ Type: 'nature' });
    expect(fieldsOf('Réf | Type\nM1 | Ascenseurs\nM2 | Chauffage')).toMatchObject({ Type: 'category' });
  });

  it('Lot over numbers, over families, over titles', () => {
    expect(fieldsOf('Réf | Objet | Lot\nM1 | VMC | 1\nM2 | Gaz | Lot 2')).toMatchObject({ Lot: 'lot' });
    expect(
      fieldsOf('Réf | Objet | Lot\nM1 | VMC | Chauffage\nM2 | Gaz | Chauffage\nM3 | Bois | Ascenseurs'),
    ).toMatchObject({ Lot: 'category' });
    expect(fieldsOf('Réf | Lot\nM1 | Entretien VMC\nM2 | Chaudières gaz')).toMatchObject({ Lot: 'lotTitle' });
  });

  it('Reconduction over numbers, over words', () => {
    expect(fieldsOf('Réf | Reconduction\nM1 | 3\nM2 | 1\nM3 | 0')).toMatchObject({
      Reconduction: 'renewals',
    });
    expect(fieldsOf('Réf | Reconduction\nM1 | tacite\nM2 | O')).toMatchObject({ Reconduction: 'renewal' });
  });

  it('an amount column without any number is not used, and said', () => {
    const text = 'Réf | Objet | Montant\nM1 | VMC | voir annexe\nM2 | Gaz | voir bordereau';
    expect(fieldsOf(text)).toMatchObject({ Montant: undefined });
    expect(saidOf(text)).toMatchObject([
      { code: 'HEADING_REFUTED', params: { field: 'amount', found: 'words' } },
    ]);
  });

  it('Date is ambiguous: taken for the first date that no column gives, and said', () => {
    const text = 'Réf | Objet | Date | Début\nM1 | VMC | 31/12/2023 | 01/01/2024';
    expect(fieldsOf(text)).toMatchObject({ Date: 'notified', Début: 'start' });
    expect(saidOf(text)).toMatchObject([
      { code: 'HEADING_AMBIGUOUS', params: { field: 'notified', others: ['end'] } },
    ]);
    expect(fieldsOf('Réf | Dates\nM1 | 01/01/2024 - 31/12/2027')).toMatchObject({ Dates: 'period' });
  });

  it('Date over days well after the start is the end', () => {
    const rows = 'C1 | VMC | 01/01/2024 | 31/12/2026\nC2 | Gaz | 01/06/2025 | 31/05/2027';
    const { value } = matchHeadings(tableOf(`N° contrat | Objet | Date | Date\n${rows}`));
    expect(value.map(({ field }) => field)).toEqual(['reference', 'title', 'start', 'end']);
    const late = matchHeadings(tableOf(`N° contrat | Objet | Début | Date\n${rows}`));
    expect(late.value[3]!.field).toBe('end');
    expect(late.diagnostics).toMatchObject([{ code: 'HEADING_AMBIGUOUS', params: { others: ['notified'] } }]);
  });

  it('a SIRET that never changes is the landlord’s', () => {
    const rows = ['A', 'B', 'C'].map(name => `M${name} | VMC | ${name} | 123 456 789 00012`).join('\n');
    expect(fieldsOf(`Réf | Objet | Titulaire | SIRET\n${rows}`)).toMatchObject({ SIRET: 'memberId' });
  });
});

describe('two columns for one field', () => {
  it('the first known is kept, the other is said', () => {
    const text = 'Réf | Libellé | Objet\nM1 | VMC | Entretien des VMC';
    expect(fieldsOf(text)).toEqual({ Réf: 'reference', Libellé: undefined, Objet: 'title' });
    expect(saidOf(text)).toMatchObject([
      { code: 'FIELD_CLAIMED_TWICE', at: { column: 'B' }, params: { field: 'title', kept: 'C' } },
    ]);
  });

  it('a filled column is kept over a blank one', () => {
    expect(fieldsOf('Réf | Objet | Intitulé\nM1 | | VMC\nM2 | | Gaz')).toMatchObject({
      Objet: undefined,
      Intitulé: 'title',
    });
  });

  it('an amount may be given without and with VAT', () => {
    expect(fieldsOf('Réf | Montant annuel HT | Montant annuel TTC\nM1 | 100 | 120')).toMatchObject({
      'Montant annuel HT': 'annualAmount',
      'Montant annuel TTC': 'annualAmount',
    });
  });

  it('an amount without VAT and one that does not say are rivals', () => {
    const text = 'Réf | Montant annuel | Montant annuel HT\nM1 | 120 | 100';
    expect(saidOf(text)).toMatchObject([{ code: 'FIELD_CLAIMED_TWICE', params: { field: 'annualAmount' } }]);
  });

  it('a column that its cells gave to another field is not taken back by its heading', () => {
    expect(fieldsOf('Réf | Nature | Type\nM1 | Travaux | Travaux\nM2 | Services | Services')).toMatchObject({
      Nature: 'nature',
      Type: undefined,
    });
  });

  it('how it renews and how often', () => {
    expect(
      fieldsOf(
        'Réf | Type de reconduction | Reconductions\nM1 | Tacite | 3 x 12 mois\nM2 | Expresse | 2 x 12 mois',
      ),
    ).toMatchObject({ 'Type de reconduction': 'renewal', Reconductions: 'renewals' });
  });
});

describe('the configuration', () => {
  it('decides, by heading or by letter, whatever the cells say', () => {
    expect(
      fieldsOf('Réf | Zone libre | Échéance\nM1 | VMC | 12 mois', {
        columns: { title: 'ZONE LIBRE', end: 'C' },
      }),
    ).toEqual({ Réf: 'reference', 'Zone libre': 'title', Échéance: 'end' });
  });

  it('says when a column that it names is gone, and what is read in its place', () => {
    const mapping = { files: [], columns: { end: 'Échéance finale', notice: 'Délai' } };
    const { value, diagnostics } = matchHeadings(
      tableOf('Réf | Objet | Fin\nM1 | VMC | 31/12/2027'),
      mapping,
    );
    expect(value[2]).toMatchObject({ field: 'end', basis: 'heading' });
    expect(diagnostics).toMatchObject([
      {
        code: 'COLUMN_CONFIGURED_MISSING',
        params: { field: 'end', wanted: 'Échéance finale', instead: 'C' },
      },
      { code: 'COLUMN_CONFIGURED_MISSING', params: { field: 'notice', wanted: 'Délai' } },
    ]);
  });
});

describe('amounts', () => {
  it('take the unit, the tax and the period said above the table', async () => {
    const intake = await readLines([
      'Registre (montants en k€ HT par an);;;',
      'Objet;Date de début;Date de fin;Montant',
      'Ascenseurs;01/01/2025;31/12/2028;125',
    ]);
    expect(intake.contracts[0]?.amount).toMatchObject({ annual: 12_500_000, vat: 'ht', period: 'annual' });
  });
  it.each([
    ['Montants en k€ HT, valeur 2026', 'Montant', '125', 12_500_000],
    ['Montants en k€', 'Montant (€)', '125 000', 12_500_000],
    ['Montants en k€', 'Montant en euros', '125 000', 12_500_000],
    ['Nos marchés, en millions de logements', 'Montant', '125 000', 12_500_000],
    ["Chiffres en milliers d'euros", 'Montant', '125', 12_500_000],
  ])('above the table, « %s », below « %s »', async (title, heading, amount, annual) => {
    const intake = await readLines([
      `${title};;;`,
      `Objet;Date de début;Date de fin;${heading} par an`,
      `Ascenseurs;01/01/2025;31/12/2028;${amount}`,
    ]);
    expect(intake.contracts[0]?.amount?.annual).toBe(annual);
  });
  it('a threshold in a title is no unit', async () => {
    const intake = await readLines([
      'État annuel des marchés dont les montants dépassent 40 k€ HT;;;',
      'Objet;Date de début;Date de fin;Montant annuel',
      'Ascenseurs;01/01/2025;31/12/2028;125 000',
    ]);
    expect(intake.contracts[0]?.amount).toMatchObject({ annual: 12_500_000, vat: 'unknown' });
  });
  test.each([
    'Montant HT sur la durée ferme',
    'Montant HT période ferme',
    'Montant total hors reconductions HT',
  ])('are over the firm period alone under « %s »', async heading => {
    const intake = await readLines([
      `Objet;Début;Durée;${heading}`,
      'Ascenseurs;01/07/2025;2 ans ferme puis reconduction tacite 2 fois 1 an;96 000',
    ]);
    expect(intake.contracts[0]?.amount).toMatchObject({ annual: 4_800_000, months: 24 });
  });
  it('are no energy, and a heading in euros is no duration', async () => {
    const intake = await readLines([
      'Objet;Date de début;Durée totale;Volume annuel (MWh);€ HT durée totale',
      'Gaz;01/01/2025;48 mois;14 200;400 000',
    ]);
    expect(intake.contracts[0]?.amount).toMatchObject({ stated: 40_000_000, annual: 10_000_000 });
    expect(intake.contracts[0]?.term.currentEnd).toBe('2028-12-31');
  });
});

describe('words beside the heading of an end or of a duration', () => {
  const ends = ['Fin', 'Date de fin du marché', 'Échéance', "Date d'échéance prévisionnelle", 'Expiration'];
  const makes = {
    latestEnd: ['toutes reconductions comprises', '(TR incluses)', 'avec options', 'y compris reconductions'],
    firmEnd: ['ferme', 'sans reconduction', 'avant renouvellement'],
    currentEnd: ['actuelle', 'de la reconduction en cours'],
  };
  for (const [field, qualifiers] of Object.entries(makes))
    test.each(qualifiers.flatMap(words => ends.map(end => `${end} ${words}`)))('« %s »', heading => {
      expect(readHeading(heading)).toMatchObject({ known: { field }, exact: true });
    });
  test.each([
    ['Durée du marché (toutes reconductions comprises)', 'totalDuration'],
    ['Fin des travaux en cours', undefined],
  ])('« %s »', (heading, field) => expect(readHeading(heading)?.known.field).toBe(field));
});

it('a column for each year does not hide the header', async () => {
  const intake = await readLines([
    'Domaine;Marché;Attributaire;2025;2026;2027;2028;Fin',
    'Ascenseurs;Maintenance;Kone;X;X;X;;31/12/2027',
    'Chauffage;P2 P3;Dalkia;X;X;X;X;30/06/2028',
  ]);
  expect(new Map(intake.contracts.map(({ title, term }) => [title, term.currentEnd]))).toEqual(
    new Map([
      ['Maintenance', '2027-12-31'],
      ['P2 P3', '2028-06-30'],
    ]),
  );
});
