import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../../src/report/formats/grid.ts';

describe('text in a narrow column', () => {
  it('is cut between words, further lines indented', () => {
    expect(wrap('un deux trois', 8)).toEqual(['un deux', '  trois']);
  });

  it('cuts a word that is longer than the column after a hyphen', () => {
    expect(wrap('Toitures-terrasses – entretien', 17, '')).toEqual(['Toitures-', 'terrasses –', 'entretien']);
  });

  it('cuts a longer word where the line ends', () => {
    expect(wrap('anticonstitutionnellement', 10, '')).toEqual(['anticonsti', 'tutionnell', 'ement']);
  });

  it('fits, and loses nothing but spaces', () => {
    const word = fc.stringMatching(/^[a-z-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 3, max: 12 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.filter(line => line.length > width)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });
});
