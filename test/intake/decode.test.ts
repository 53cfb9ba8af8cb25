import { describe, expect, it } from 'vitest';
import { readContracts } from '../../src/intake/intake.ts';
import { AS_OF, NO_SETTINGS, codesOf } from './registers.ts';
import { containerOf } from '../../src/intake/container.ts';
import { type Encoding, decoded, detectEncoding, encodingNamed, piecesOf } from '../../src/intake/decode.ts';
import { cellsIn, gridOf } from './reading.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const decode = (content: Uint8Array, encoding: Encoding, size?: number): string =>
  [...piecesOf(content, encoding, size)].map(piece => decoded(content, piece, encoding)).join('');

describe('windows-1252', () => {
  // Unicode consortium, VENDORS/MICSFT/WINDOWS/CP1252.TXT; the five undefined bytes keep their number.
  const characters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

  it('reads each of the bytes 0x80–0x9F', () => {
    for (let byte = 0x80; byte <= 0x9f; byte += 1) {
      expect(decode(bytes(byte), 'windows-1252'), byte.toString(16)).toBe(characters[byte - 0x80]);
    }
  });

  it('reads the other bytes as ISO-8859-1', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      if (byte < 0x80 || byte > 0x9f)
        expect(decode(bytes(byte), 'windows-1252')).toBe(String.fromCharCode(byte));
    }
  });
});

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', Buffer.from('marché;échéance'), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFmarché'), 'UTF-8 BOM'],
    ['ASCII', Buffer.from('a;b\n'), 'UTF-8'],
    ['UTF-16 LE with a mark', Buffer.from('\uFEFFmarché;b', 'utf16le'), 'UTF-16LE'],
    ['UTF-16 BE with a mark', Buffer.from('\uFEFFmarché;b', 'utf16le').swap16(), 'UTF-16BE'],
    ['UTF-16 LE without', Buffer.from('marché;échéance;objet', 'utf16le'), 'UTF-16LE'],
    ['UTF-16 BE without', Buffer.from('marché;échéance;objet', 'utf16le').swap16(), 'UTF-16BE'],
    ['one byte a character', latin1('marché;échéance'), 'windows-1252'],
    ['with the € of Windows', latin1('montant (\u0080)'), 'windows-1252'],
    ['with the € of Latin-9', latin1('montant (\u00A4)'), 'ISO-8859-15'],
    ['with the œ of Latin-9', latin1("ma\u00EEtrise d'\u00BDuvre"), 'ISO-8859-15'],
    ['with a fraction, not an œ', latin1('\u00E9t\u00E9 : 1\u00BD jour'), 'windows-1252'],
  ])('%s', (_, content, encoding) => {
    expect(detectEncoding(content).encoding).toBe(encoding);
  });

  it('is UTF-8 in spite of a few invalid bytes, and each is kept as U+FFFD where it is', async () => {
    const content = Buffer.concat([
      Buffer.from('Réf;Objet\nM1;Écoles\nM2;For'),
      bytes(0xea),
      Buffer.from('t à élaguer\n'),
    ]);
    const { value, diagnostics } = await gridOf(content);
    expect(value.encoding).toBe('UTF-8');
    expect(value.rows.at(2)!.cells[1]).toBe('For\uFFFDt à élaguer');
    expect(diagnostics).toMatchObject([
      { code: 'TEXT_DAMAGED', at: { row: 3, column: 'B' }, params: { cells: 1, cause: 'bytes' } },
    ]);
  });

  it('says that a single-byte encoding is only assumed', async () => {
    const { diagnostics } = await gridOf(latin1('Réf;Objet\nM1;Écoles\n'));
    expect(diagnostics).toMatchObject([{ code: 'ENCODING_ASSUMED', params: { encoding: 'windows-1252' } }]);
  });

  it('is what the user says, under any of its names', async () => {
    expect(await cellsIn(latin1('prix en \u00A4;b'), { encoding: 'latin1' })).toEqual([['prix en ¤', 'b']]);
    expect(['cp1252', 'ANSI', 'ISO_8859-15', 'utf8'].map(encodingNamed)).toEqual([
      'windows-1252',
      'windows-1252',
      'ISO-8859-15',
      'UTF-8',
    ]);
    expect(encodingNamed('klingon')).toBeUndefined();
  });

  it.each<Encoding>(['UTF-8', 'UTF-16LE', 'UTF-16BE'])(
    'does not cut characters between pieces: %s',
    encoding => {
      const text = 'échéance — 12 € 𝒳 fin';
      const wide = Buffer.from(text, 'utf16le');
      const content =
        encoding === 'UTF-8'
          ? Buffer.from(text)
          : encoding === 'UTF-16LE'
            ? wide
            : Buffer.from(wide).swap16();
      for (let size = 4; size < 20; size += 1) expect(decode(content, encoding, size)).toBe(text);
    },
  );
});

describe('text encoded twice', () => {
  const twice = (text: string): string =>
    [...Buffer.from(text)].map(byte => decode(bytes(byte), 'windows-1252')).join('');

  it('is read as it was, and said', async () => {
    const text = 'N°;Durée;Échéance;Objet\nM1;48;31/12/2027;Contrat d’été, à façon : œuvre, 12 €\n';
    const { value, diagnostics } = await gridOf(twice(text));
    expect([...value.rows].map(({ cells }) => cells.join(';')).join('\n')).toBe(text.trim());
    expect(diagnostics).toMatchObject([{ code: 'TEXT_TWICE_ENCODED' }]);
  });

  it('leaves text encoded once as it is', async () => {
    const text = 'SÉCURITÉ\u00A0INCENDIE;« LIBERTÉ »;Âge;São Paulo;Ångström';
    expect(await cellsIn(text)).toEqual([text.split(';')]);
    expect((await gridOf(text)).diagnostics).toEqual([]);
  });
});

describe('control characters', () => {
  it('reads C1 controls left in UTF-8 as the Windows characters that they were', async () => {
    const { value, diagnostics } = await gridOf('Objet;Titulaire\nma\u00EEtrise d\u0092\u009Cuvre;A\n');
    expect(value.rows.at(1)!.cells[0]).toBe('maîtrise d’œuvre');
    expect(diagnostics).toMatchObject([{ code: 'CONTROL_CHARACTERS', params: { count: 2 } }]);
  });

  it('removes NULs', async () => {
    expect(await cellsIn('a;b\n\0x;\0\n')).toEqual([
      ['a', 'b'],
      ['x', ''],
    ]);
  });
});

describe('what is not text', () => {
  const zip = (name: string, content = ''): Uint8Array =>
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from(name + content)]);

  it.each<[string, Uint8Array, string]>([
    ['nothing', bytes(), 'empty'],
    ['blank lines', Buffer.from('\r\n \r\n'), 'empty'],
    ['a mark alone', bytes(0xef, 0xbb, 0xbf), 'empty'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'xls'],
    ['an OpenDocument sheet', zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'ods'],
    ['a workbook', zip('xl/workbook.xml'), 'xlsx'],
    ['an archive', zip('marches.csv'), 'zip'],
    ['a web page', Buffer.from('<html><table>'), 'html'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['a program', Uint8Array.from({ length: 256 }, (_, i) => i), 'binary'],
    ['text with a NUL', Buffer.from('a,b,c\n\0,2,3'), 'text'],
  ])('%s', (_, content, container) => {
    expect(containerOf(content)).toBe(container);
  });
});

describe('the other CSV formats of Excel', () => {
  const text = 'Numéro;Objet;Date de début\r\nM-1;Chaudière à énergie, 3e étage – façade;01/01/2025\r\n';
  // « é è à ç – » as each encoding writes them.
  const BYTES = {
    macintosh: { é: 0x8e, è: 0x8f, à: 0x88, ç: 0x8d, '–': 0xd0 },
    cp850: { é: 0x82, è: 0x8a, à: 0x85, ç: 0x87, '–': 0x2d },
  } as const;
  it.each(['macintosh', 'cp850'] as const)(
    '%s is told by its accents, and said to be assumed',
    async encoding => {
      const letters: Readonly<Record<string, number>> = BYTES[encoding];
      const bytes = Uint8Array.from([...text], letter => letters[letter] ?? letter.charCodeAt(0));
      const intake = await readContracts([{ path: 'a.csv', bytes }], NO_SETTINGS, AS_OF);
      expect(intake.sources[0]?.encoding).toBe(encoding);
      const dash = encoding === 'cp850' ? '-' : '–';
      expect(intake.contracts[0]?.title).toBe(`Chaudière à énergie, 3e étage ${dash} façade`);
      expect(codesOf(intake)).toContain('ENCODING_ASSUMED');
    },
  );
});
