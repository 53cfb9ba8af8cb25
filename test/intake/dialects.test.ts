/** The law of reading: whatever the delimiter, the encoding, the line end and the quoting, the same cells come back. */
import { array, assert, asyncProperty, boolean, constantFrom, oneof } from 'fast-check';
import { expect, it } from 'vitest';
import { cellsIn } from './reading.ts';

const HEADER = ['Réf.', 'Objet du marché', 'Titulaire', 'Date de début', 'Montant annuel (€)'];

const DELIMITERS = [';', ',', '\t', '|'] as const;
const LINE_ENDS = ['\r\n', '\n', '\r'] as const;
const CP1252_ONLY = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const CP1252_BYTES = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95,
  0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];
const ENCODERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': text => Buffer.from(text),
  'UTF-8 with mark': text => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': text => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16BE': text => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': text =>
    Uint8Array.from(
      text,
      character => CP1252_BYTES[CP1252_ONLY.indexOf(character)] ?? character.charCodeAt(0),
    ),
  'ISO-8859-15': text =>
    Uint8Array.from(text, character => (character === '€' ? 0xa4 : character.charCodeAt(0))),
};

const word = constantFrom('Chauffage', 'été', 'Noël', 'n° 12', "l'école", 'a', '', '€', 'à façon', 'P2/P3');
const figure = constantFrom('12,5', '1 234,56', '2024-01-31', '31/12/2027', '0', '-3.14', '12\u00A0000,00 €');
const awkward = constantFrom(
  ';',
  ',',
  '\t',
  '|',
  '"',
  '""',
  '\n',
  '\r\n',
  ' ',
  ';"',
  '",',
  "'",
  '\\',
  '" ;',
  '#',
);
const cell = array(
  oneof({ weight: 4, arbitrary: word }, { weight: 3, arbitrary: figure }, { weight: 2, arbitrary: awkward }),
  {
    maxLength: 4,
  },
).map(parts => parts.join(' ').trim());
const table = array(array(cell, { minLength: HEADER.length, maxLength: HEADER.length }), {
  minLength: 1,
  maxLength: 12,
});

function written(rows: readonly string[][], delimiter: string, lineEnd: string, quoteAll: boolean): string {
  const quoted = (text: string): string =>
    quoteAll || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map(row => row.map(quoted).join(delimiter)).join(lineEnd);
}

it.each(Object.keys(ENCODERS))('the same cells come back: %s', async encoding => {
  await assert(
    asyncProperty(
      table,
      constantFrom(...DELIMITERS),
      constantFrom(...LINE_ENDS),
      boolean(),
      boolean(),
      async (body, delimiter, lineEnd, quoteAll, endsWithLine) => {
        const rows = [HEADER, ...body];
        const text = written(rows, delimiter, lineEnd, quoteAll) + (endsWithLine ? lineEnd : '');
        expect(await cellsIn(ENCODERS[encoding]!(text))).toEqual(rows);
      },
    ),
    { numRuns: 300, seed: 20_261_122 },
  );
});
