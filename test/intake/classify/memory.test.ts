/** Answers are kept by the words of a title that count: each must be the one that the whole reasoning gives. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Reading, classifier, explainer } from '../../../src/intake/classify/classify.ts';

const SETTINGS = { families: {}, synonyms: { 'résidence hugo': 'ASC' as never }, contracts: {} };

const WORDS = [
  'maintenance', 'entretien', 'ascenseurs', 'chaufferies', 'travaux', 'construction', 'réhabilitation', 'lot', 'logements',
  'hors', 'sauf', 'à', 'Rennes', 'Saint-Malo', '35000', '12', '1999', 'résidence', 'Hugo', 'Lilas', 'nettoyage', 'des',
  'parties', 'communes', ',', '(', ')', '-', 'AMO', 'maîtrise', 'd’œuvre', 'assurance', 'dommages', 'aux', 'biens', 'TV',
  'antenne', 'PC', 'logiciel', 'fourniture', 'accord-cadre', 'études', 'Xyzzy', 'contrôle', 'SPS', 'espaces', 'verts',
]; // prettier-ignore

it('a title gets the same answer from memory as from reasoning, whatever was asked before', () => {
  const [remembered, reasoned] = [classifier(SETTINGS), explainer(SETTINGS)];
  const reading = fc.record(
    {
      title: fc
        .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
        .map(words => words.join(' ')),
      cpv: fc.constantFrom('50750000', '45000000', '71000000'),
      family: fc.constantFrom('Ascenseurs', 'Travaux'),
      months: fc.constantFrom(3, 12, 48),
    },
    { requiredKeys: ['title'] },
  ) as fc.Arbitrary<Reading>;
  fc.assert(
    fc.property(reading, asked => {
      expect(remembered(asked)).toEqual(reasoned(asked).classification);
    }),
    { numRuns: 3000 },
  );
});
