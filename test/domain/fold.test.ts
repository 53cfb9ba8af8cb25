import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/domain/text.ts';

/** The rule, as `fold` says it, without its table. */
function byRule(text: string): string {
  return text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9\uFFFD]+/g, ' ')
    .trim();
}

it.each([
  ['N° de marché', 'n de marche'],
  ['Œuvre d’art — ÉTÉ', 'oeuvre d art ete'],
  ['e\u0301te\u0301', 'ete'],
  ['D\uFFFDbut', 'd\uFFFDbut'],
  [' \u00A0(€) ', ''],
])('%s', (text, folded) => expect(fold(text)).toBe(folded));

it('every character below U+3000 folds by the rule, alone and between letters', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    const character = String.fromCharCode(code);
    expect(fold(`a${character}b`), code.toString(16)).toBe(byRule(`a${character}b`));
  }
});

it('any text folds by the rule', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 20 }), text => fold(text) === byRule(text)),
    { numRuns: 5000 },
  );
});
