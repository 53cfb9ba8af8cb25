/** Invented titles, modelled on real ones, and the traps that real registers set: see `titles.csv`. */
import { describe, expect, it } from 'vitest';
import { type Reading, classifier } from '../../../src/intake/classify/classify.ts';
import titles from './titles.csv';

const classify = classifier({ families: {}, synonyms: {}, contracts: {} });

function readingOf(line: Readonly<Record<string, string>>): Reading {
  return { title: line['title']!, ...(line['cpv'] && { cpv: line['cpv'] }) };
}

describe('titles', () => {
  it.each(titles)('$about: $title', line => {
    expect(line['accepted']!.split('|')).toContain(classify(readingOf(line)).id);
  });

  it('covers every category', () => {
    const accepted = new Set(titles.flatMap(line => line['accepted']!.split('|')));
    expect(accepted.size).toBeGreaterThanOrEqual(51);
  });
});

/** Pairs that share their words and not their need. */
const TWINS: readonly (readonly [string, string, string, string])[] = [
  [
    'Assurance de la flotte automobile',
    'ASSU_AUTO',
    'Location longue durée de la flotte automobile',
    'FLOTTE',
  ],
  ["Fourniture d'électricité", 'ELEC', "Entretien de l'électricité des parties communes", 'ECLAIRAGE'],
  [
    'Contrôle technique des ascenseurs',
    'ASC_CT',
    'Contrôle technique pour la construction de 8 logements',
    'CT_SPS',
  ],
  ['AMO ascenseurs', 'ASC_AMO', 'Entretien des ascenseurs', 'ASC'],
  ['Entretien des portes de garage', 'PORTES', 'Remplacement des portes palières', 'MENUIS'],
  ['Diagnostic amiante', 'DIAG', 'Formation amiante SS4', 'FORMATION'],
  ['Nettoyage des parties communes', 'NETTOYAGE', 'Nettoyage des gaines de VMC', 'VMC'],
  ['Fourniture de gaz naturel', 'GAZ', 'Entretien des chaudières individuelles gaz', 'CHAUF_IND'],
  ['Entretien des espaces verts', 'EV', 'Fourniture de matériel pour les espaces verts', 'FOURN'],
  ['Réfection des logements avant relocation', 'PEINT_REL', 'Réfection de 12 logements rue Pasteur', 'WORKS'],
  ['Construction de 12 logements', 'WORKS', "Maîtrise d'œuvre pour la construction de 12 logements", 'MOE'],
  ['Impression des avis d’échéance', 'EDITION', 'Location d’imprimantes', 'REPRO'],
];

describe('twins', () => {
  it.each(TWINS)('%s is %s, %s is %s', (one, oneId, other, otherId) => {
    expect([classify({ title: one }).id, classify({ title: other }).id]).toEqual([oneId, otherId]);
  });
});
