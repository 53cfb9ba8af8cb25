import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareText, fingerprint, fold, slug, squeeze } from '../../src/domain/text.ts';

test.each([
  ['N° de marché', 'n de marche'],
  ['  Œuvres & Cœur ', 'oeuvres coeur'],
  ["Mancelle d'habitation", 'mancelle d habitation'],
  ['SA Armorique-Habitat', 'sa armorique habitat'],
  ['d\uFFFDcembre', 'd\uFFFDcembre'],
  ['ＡＢＣ', ''],
  ['—', ''],
])('%j folds to %j', (text, folded) => expect(fold(text)).toBe(folded));

test.each([
  ["Mancelle d'habitation", 'mancelle-d-habitation'],
  ['2019S0111/00', '2019s0111-00'],
  ['Rés\uFFFDidence', 'residence'],
  ['—', ''],
])('%j is the slug %j', (text, expected) => expect(slug(text)).toBe(expected));

describe('laws', () => {
  it('folding twice changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
  it('squeezing leaves one space at most, and none at the ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\u00A0', '\u202F', '\n', '\t', '\uFEFF') }),
        text => {
          expect(squeeze(text)).toMatch(/^$|^a(?: ?a)*$/);
        },
      ),
    );
  });
  it('orders texts totally', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compareText(a, b) + compareText(b, a)).toBe(0);
        expect(compareText(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

test('a fingerprint tells where one part ends', () => {
  expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']));
  expect(fingerprint(['ab', 'c'])).toBe(fingerprint(['ab', 'c']));
  expect(fingerprint([''])).toMatch(/^[0-9a-f]{8}$/);
});
