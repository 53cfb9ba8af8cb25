/** A long file is decoded piece by piece, and its rows are cut again at each reading: nothing may depend on the cuts. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { type Detection, type Encoding, decoded, detectEncoding, piecesOf } from '../../src/intake/decode.ts';
import { readTextGrid } from '../../src/intake/text-grid.ts';

interface Reading {
  readonly rows: readonly (readonly string[])[];
  readonly said: readonly Diagnostic[];
}

function read(bytes: Uint8Array, size: number | undefined, detection = detectEncoding(bytes)): Reading {
  const { value, diagnostics } = readTextGrid({ path: 'x.csv', bytes }, detection, { ...(size && { size }) });
  const rows = [...value.rows];
  expect(rows.map(({ row }) => row)).toEqual(rows.map((_, place) => place + 1));
  expect(rows).toHaveLength(value.rows.length);
  // By place too, backwards, and through a slice: the page at hand changes all the time.
  for (let place = rows.length - 1; place >= 0; place -= 7) expect(value.rows.at(place)).toEqual(rows[place]);
  expect(Array.from(value.rows.slice(1, 3))).toEqual(rows.slice(1, 3));
  expect(value.rows.at(rows.length)).toBeUndefined();
  return { rows: rows.map(({ cells }) => cells), said: diagnostics };
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const ENCODED: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': text => Buffer.from(text),
  'UTF-8 BOM': text => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': text => wide(`\uFEFF${text}`),
  'UTF-16BE': text => wide(`\uFEFF${text}`).swap16(),
  'windows-1252': text => Buffer.from(text.replaceAll('œ', '\u009C').replaceAll('€', '\u0080'), 'latin1'),
};

/** Registers in which every kind of boundary occurs: quotes of all sorts, lines in cells, accents, what is mended. */
const TEXTS: Readonly<Record<string, string>> = {
  'quoted cells, and lines in them':
    'Réf;Objet;Titulaire\r\nM1;"Résidence ""Les Lilas"" ; à côté";A\r\nM2;"deux\r\nlignes";"é;"\r\nM3;;€\r\n\r\nM4;"";œuvre',
  'stray quotes':
    'Réf;Objet;Titulaire\nM1;"Chauffage;A\nM2;"VMC";B\nM3;Tube 5" acier;C\nM4;"Résidence "Les Lilas", bât. A";D\nM5;"Gaz" ;E\n',
  'a sep line': 'sep=|\r\nRéf|Objet\r\nM1|"a|b"\r\nM2|été\r\n',
  'bare returns': 'Réf;Objet\rM1;"a\rb"\rM2;échéance\r',
  'a space after the delimiter': 'Réf, Objet, Titulaire\nM1, "Chauffage, gaz", A\nM2, "VMC", B\nM3, Été, C\n',
  'escaped quotes': 'a;b\n"un \\"deux\\" trois";x\n"C:\\temp";"y\\"z"\n',
  'NUL before a quote': 'a;b\n"un \0"deux\0" trois";x\n\0;y\n',
  'three returns': 'a;b\r\r\n"1";2\r\r\n3;"4"\r\r\n',
};
const TWICE = Buffer.from(
  Buffer.from('N°;Objet\nM1;Contrat d’été, à façon : œuvre, 12 €\n').toString('latin1'),
);

describe('cut at every size, the rows and what is said of them are the same', () => {
  const cases = Object.entries(TEXTS).flatMap(([name, text]) =>
    Object.entries(ENCODED).map(([encoding, encode]) => [name, encoding, encode(text)] as const),
  );
  it.each([...cases, ['text encoded twice', 'UTF-8', TWICE] as const])('%s, in %s', (_, __, bytes) => {
    const whole = read(bytes, undefined);
    for (let size = 1; size <= bytes.length; size += size < 16 ? 1 : 9)
      expect(read(bytes, size)).toEqual(whole);
  });

  it('whatever the text', () => {
    const word = fc.constantFrom(
      'a',
      'é',
      '€',
      '"',
      '""',
      ';',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\0',
      'Ã©',
      '𝒳',
      '\uFFFD',
      '12',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.constantFrom(...Object.keys(ENCODED)),
        fc.integer({ min: 1, max: 40 }),
        (words, encoding, size) => {
          const bytes = ENCODED[encoding]!(words.join(''));
          const detection: Detection = { encoding: encoding as Encoding, basis: 'asked' };
          expect(read(bytes, size, detection)).toEqual(read(bytes, undefined, detection));
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('pieces follow one another, and decoded one by one they are the text', () => {
  const text = TEXTS['quoted cells, and lines in them']!;
  for (const [encoding, encode] of Object.entries(ENCODED)) {
    const bytes = encode(text);
    for (let size = 1; size < 40; size += 1) {
      const pieces = [...piecesOf(bytes, encoding as Encoding, size)];
      for (const [i, { from }] of pieces.slice(1).entries()) expect(from).toBe(pieces[i]!.to);
      expect(pieces.map(piece => decoded(bytes, piece, encoding as Encoding)).join('')).toBe(text);
    }
  }
});
