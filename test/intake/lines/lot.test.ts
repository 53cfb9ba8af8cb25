import { expect, test } from 'vitest';
import { lotInTitle, lotKey } from '../../../src/intake/lines/lot.ts';

test.each([
  ['Nettoyage – lot n° 3', '3'],
  ['Nettoyage - lot 02b', '02b'],
  ['Lot A : ascenseurs', 'a'],
  ['Lots 1 et 2', '1'],
  ['LOTS TECHNIQUES', ''],
  ['Maintenance tous lots', ''],
  ['Entretien multi-lots', ''],
  ['Lot d’entretien des chaufferies', ''],
  ["Lot d'entretien des chaufferies", ''],
  ['Îlots de fraîcheur', ''],
])('the lot that « %s » names is « %s »', (title, lot) => {
  expect(lotInTitle(title)).toBe(lot);
});

test.each([
  ['Lot 01', '1'],
  ['lot n°1', '1'],
  ['unique', ''],
  ['0', ''],
])('« %s » is told as « %s »', (written, key) => {
  expect(lotKey(written)).toBe(key);
});
