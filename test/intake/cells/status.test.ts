import { describe, expect, it, test } from 'vitest';
import { readStatus } from '../../../src/intake/cells/status.ts';
import { readOne } from '../registers.ts';

test.each([
  ['En cours', 'running'],
  ['Non résilié', 'running'],
  ['Résilié au 30/06/2026', 'terminated'],
  ['Infructueux', 'terminated'],
  ['Échu', 'ended'],
  ['En cours de consultation', 'upcoming'],
  ['Attribution en cours', 'upcoming'],
  ['Non attribué', 'upcoming'],
  ['Reconduit', 'running'],
  ['En cours (avenant 1 non notifié)', 'running'],
  ['En cours - non reconduit', 'last-period'],
  ['Non reconduit', 'not-renewed'],
  ['Non renouvelé', 'not-renewed'],
  ['Ne sera pas reconduit', 'last-period'],
  ['Will not be renewed', 'last-period'],
  ['Dénoncé', 'denounced'],
  ['Dénonciation envoyée le 12/09/2026', 'denounced'],
  ['Notice given', 'denounced'],
  ['En cours (lot 2 résilié)', 'running'],
  ['En cours – à clôturer', 'running'],
  ['(Résilié)', 'terminated'],
  ['Préavis de résiliation envoyé', 'denounced'],
  ['Non dénoncé', 'running'],
  ['À dénoncer', 'running'],
  ['A résilier avant le 30/09/2026', 'running'],
  ['Résiliable à tout moment', 'running'],
  // Thought of, not done: it is said, the dates decide.
  ['Résiliation possible avant le 30/09/2026', undefined],
  ['En cours de résiliation', undefined],
  ['Dénonciation à faire', undefined],
])('« %s » is %s', (text, status) => expect(readStatus(text).status).toBe(status));

const HEADING = 'Objet;Date de début;Date de fin;Reconduction;Nb reconductions;Durée reconduction;Statut';
const TERM = 'Gardiennage;15/01/2025;14/01/2026;Tacite;3;12 mois';

it('a contract that was not renewed is over at its end', async () => {
  const { status, term } = await readOne(HEADING, `${TERM};Non reconduit`);
  expect([status, term.currentEnd, term.latestEnd]).toEqual(['ended', '2026-01-14', '2026-01-14']);
});

it('a contract that will not be renewed ends with the period in force', async () => {
  const { status, term } = await readOne(HEADING, `${TERM};Ne sera pas reconduit`);
  expect([status, term.currentEnd, term.latestEnd]).toEqual(['running', '2027-01-14', '2027-01-14']);
});

describe('notice given', () => {
  const RENEWS = 'VMC;01/01/2024;31/12/2025;Tacite;3;12 mois';
  test.each([
    // The day of the letter: it stops at the end then in force.
    ['Dénoncé le 15/09/2026', 'running', '2026-12-31'],
    ['Dénonciation reçue le 3 juin 2025', 'terminated', '2025-12-31'],
    // The day of effect.
    ['Dénoncé au 31/12/2026', 'running', '2026-12-31'],
    ['Résilié par courrier du 15/06/2026 pour le 31/12/2026', 'running', '2026-12-31'],
    ['Résilié au 30 juin 2026', 'terminated', '2026-06-30'],
    ['Résilié le 3 mai 2026 à l’échéance du 31/12/2026', 'running', '2026-12-31'],
    ['Résiliation à effet du 31/03/2026', 'terminated', '2026-03-31'],
  ])('%s', async (said, expected, end) => {
    const { status, term } = await readOne(HEADING, `${RENEWS};${said}`);
    expect([status, term.currentEnd, term.latestEnd]).toEqual([expected, end, end]);
  });
  it('on a day that is not said: for the end to come, or the contract is over', async () => {
    const toCome = await readOne(HEADING, 'VMC;01/01/2025;31/12/2026;Tacite;3;12 mois;Dénoncé');
    expect([toCome.status, toCome.term.latestEnd]).toEqual(['running', '2026-12-31']);
    const { status, term } = await readOne(HEADING, `${RENEWS};Dénoncé`);
    expect([status, term.latestEnd]).toEqual(['terminated', '2025-12-31']);
  });
});

it('dates in a status are read: ended early, prolonged', async () => {
  const ended = await readOne(
    'Objet;Date de début;Date de fin;Statut',
    'VMC;01/01/2025;31/12/2028;Résilié au 30/06/2026',
  );
  expect([ended.status, ended.term.currentEnd]).toEqual(['terminated', '2026-06-30']);
  const prolonged = await readOne(
    'Objet;Date de début;Date de fin;Statut',
    'VMC;01/01/2023;31/12/2025;Prolongé jusqu’au 31/03/2027',
  );
  expect([prolonged.status, prolonged.term.currentEnd]).toEqual(['running', '2027-03-31']);
  const renewed = await readOne(
    'Objet;Date de début;Date de fin;Statut',
    'VMC;01/01/2025;31/12/2028;Reconduit le 01/06/2026',
  );
  expect(renewed.term.currentEnd).toBe('2028-12-31');
});
