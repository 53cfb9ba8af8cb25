/** A generated register of any length, as a French export has it, for measuring. */

const NEEDS = [
  'Maintenance des ascenseurs',
  'Entretien des espaces verts',
  'Nettoyage des parties communes',
  'Exploitation des chaufferies P2-P3',
  'Entretien des VMC',
  'Maintenance des portes de garage',
  'Assurance dommages aux biens',
  'Dératisation et désinsectisation',
];
const HEADINGS =
  'N° de marché;Lot;Objet;Titulaire;SIRET;Code CPV;Famille;Date de début;Date de fin;Reconduction;Nb reconductions;Durée reconduction (mois);Préavis (mois);Montant annuel HT';

const two = (n: number): string => String(n).padStart(2, '0');

/** Lines of a `;` CSV with a header: `rows` contracts, each with its own number, title and dates. */
export function* registerLines(rows: number): Generator<string> {
  yield HEADINGS;
  for (let i = 0; i < rows; i += 1) {
    const year = 2022 + (i % 4);
    const day = `${two((i % 28) + 1)}/${two((i % 12) + 1)}`;
    yield [
      `M-${String(i).padStart(7, '0')}`,
      i % 5 === 0 ? (i % 3) + 1 : '',
      `${NEEDS[i % NEEDS.length]} secteur ${i % 50}`,
      `Prestataire ${i % 400}`,
      '',
      '50700000',
      'Maintenance',
      `${day}/${year}`,
      `${day}/${year + 3}`,
      i % 3 === 0 ? 'tacite' : 'expresse',
      i % 3,
      12,
      (i % 4) + 1,
      `"${(i * 37) % 900_000},${two(i % 100)}"`,
    ].join(';');
  }
}
