/** Bytes → text. The encoding is told by the bytes, never by the system; what is assumed is said. */
import { isUtf8 } from 'node:buffer';
import { looksUtf16 } from './container.ts';
import { c1AsCp1252, latin1AsCp850, latin1AsLatin9, latin1AsMacRoman } from './encodings.ts';

/** An encoding, as it is named to the user. */
export type Encoding =
  | 'UTF-8'
  | 'UTF-8 BOM'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'windows-1252'
  | 'ISO-8859-1'
  | 'ISO-8859-15'
  | 'macintosh'
  | 'cp850';

/** Names that people give to encodings (`--encoding`, configuration), folded. */
const NAMES: Readonly<Record<string, Encoding>> = {
  __proto__: null!,
  utf8: 'UTF-8',
  utf8bom: 'UTF-8',
  utf8sig: 'UTF-8',
  utf16: 'UTF-16LE',
  utf16le: 'UTF-16LE',
  utf16be: 'UTF-16BE',
  unicode: 'UTF-16LE',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
  win1252: 'windows-1252',
  ansi: 'windows-1252',
  western: 'windows-1252',
  iso88591: 'ISO-8859-1',
  latin1: 'ISO-8859-1',
  iso885915: 'ISO-8859-15',
  latin9: 'ISO-8859-15',
  macintosh: 'macintosh',
  macroman: 'macintosh',
  mac: 'macintosh',
  cp850: 'cp850',
  ibm850: 'cp850',
  msdos: 'cp850',
  dos: 'cp850',
  oem: 'cp850',
};

/** Encodings that can be asked for, for messages. */
export const KNOWN_ENCODINGS =
  'utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, iso-8859-15, macintosh, cp850';

/** The encoding that a name means (`latin1`, `Windows-1252`); `undefined` when it is not known. */
export function encodingNamed(name: string): Encoding | undefined {
  return NAMES[name.toLowerCase().replace(/[^a-z0-9]/g, '')];
}

/** A file's encoding and what it rests on. */
export interface Detection {
  readonly encoding: Encoding;
  /**
   * `sure`: a byte order mark, or valid UTF-8. `assumed`: a single-byte encoding, which nothing can prove.
   * `damaged`: UTF-8 with some invalid bytes. `asked`: the user says so.
   */
  readonly basis: 'sure' | 'assumed' | 'damaged' | 'asked';
}

/** Finds the encoding of text bytes. */
export function detectEncoding(bytes: Uint8Array): Detection {
  const wide = looksUtf16(bytes);
  if (wide) return { encoding: wide, basis: 'sure' };
  const marked = hasUtf8Mark(bytes);
  if (isUtf8(bytes)) return { encoding: marked ? 'UTF-8 BOM' : 'UTF-8', basis: 'sure' };
  const { valid, invalid } = countSequences(bytes);
  // A byte above 0x7F is never alone in UTF-8; Western text in one byte a character nearly never pairs them.
  if (marked || valid >= invalid) return { encoding: marked ? 'UTF-8 BOM' : 'UTF-8', basis: 'damaged' };
  return { encoding: singleByte(bytes), basis: 'assumed' };
}

/** Bytes decoded at a time: a file of any size needs no more text than this. */
export const PIECE = 1 << 20;
/** How far back the end of a line is looked for. */
const LONGEST_LOOK_BACK = 1 << 16;

/** A part of a file's bytes, `to` excluded. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts the bytes, less their byte order mark, into pieces of about `size` bytes. Most end with a line; none ends inside
 * a character, nor inside what mending reads together (a letter encoded twice, a NUL before a quote).
 */
export function* piecesOf(bytes: Uint8Array, encoding: Encoding, size = PIECE): Generator<Piece> {
  let from = markLength(bytes, encoding);
  while (from < bytes.length) {
    const to = pieceEnd(bytes, from, from + size, encoding);
    yield { from, to };
    from = to;
  }
}

/** The text of a piece. */
export function decoded(bytes: Uint8Array, { from, to }: Piece, encoding: Encoding): string {
  const piece = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
  switch (encoding) {
    case 'UTF-8':
    case 'UTF-8 BOM':
      return piece.toString('utf8');
    case 'UTF-16LE':
      return piece.toString('utf16le');
    case 'UTF-16BE':
      return Buffer.from(piece.subarray(0, piece.length & ~1))
        .swap16()
        .toString('utf16le');
    case 'windows-1252':
      return c1AsCp1252(piece.toString('latin1'));
    case 'ISO-8859-1':
      return piece.toString('latin1');
    case 'ISO-8859-15':
      return latin1AsLatin9(piece.toString('latin1'));
    case 'macintosh':
      return latin1AsMacRoman(piece.toString('latin1'));
    case 'cp850':
      return latin1AsCp850(piece.toString('latin1'));
  }
}

/** After the last line that ends nearby, else after the next character of ASCII: nothing that is read together crosses it. */
function pieceEnd(bytes: Uint8Array, from: number, wanted: number, encoding: Encoding): number {
  if (wanted >= bytes.length) return bytes.length;
  if (encoding.startsWith('UTF-16'))
    return wideEnd(bytes, Math.max(from + 2, wanted & ~1), encoding === 'UTF-16LE' ? 0 : 1);
  const near = Math.max(from, wanted - LONGEST_LOOK_BACK);
  const line = bytes.subarray(near, wanted).lastIndexOf(0x0a);
  if (line >= 0) return near + line + 1;
  let end = wanted;
  while (end < bytes.length && !isPlain(bytes[end - 1]!)) end += 1;
  return end;
}

/** The same in units of two bytes; `low` is the place of a unit's low byte. */
function wideEnd(bytes: Uint8Array, wanted: number, low: 0 | 1): number {
  let end = wanted;
  while (end < bytes.length && !(isPlain(bytes[end - 2 + low]!) && bytes[end - 1 - low] === 0)) end += 2;
  return Math.min(end, bytes.length);
}

const isPlain = (byte: number): boolean => byte > 0 && byte < 0x80;

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function markLength(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding.startsWith('UTF-8')) return hasUtf8Mark(bytes) ? 3 : 0;
  const marked =
    (encoding === 'UTF-16LE' && bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (encoding === 'UTF-16BE' && bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked ? 2 : 0;
}

/** How many well-formed sequences of two bytes or more, and how many bytes that belong to none. */
function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (length && byte < 0xf5 && isUtf8(bytes.subarray(i, i + length))) {
      valid += 1;
      i += length - 1;
    } else invalid += 1;
  }
  return { valid, invalid };
}

/** Bytes of é and è, which French text has most, under each encoding that Excel writes « CSV » in. */
const E_ACUTE_AND_GRAVE: readonly (readonly [Encoding, number, number])[] = [
  ['windows-1252', 0xe9, 0xe8],
  ['macintosh', 0x8e, 0x8f],
  ['cp850', 0x82, 0x8a],
];

/** The encoding under which the file has most é and è; Windows-1252 or ISO-8859-15 in doubt. */
function singleByte(bytes: Uint8Array): Encoding {
  const counts = new Uint32Array(256);
  for (const byte of bytes.subarray(0, PIECE)) counts[byte]! += 1;
  const votes = E_ACUTE_AND_GRAVE.map(([, acute, grave]) => counts[acute]! + counts[grave]!);
  const [encoding] = E_ACUTE_AND_GRAVE[votes.indexOf(Math.max(...votes))]!;
  return encoding === 'windows-1252' ? western(bytes) : encoding;
}

/**
 * Windows-1252 unless the bytes speak for ISO-8859-15: none of 0x80–0x9F (only Windows-1252 has letters there)
 * and a byte that makes sense in Latin-9 alone: 0xA4 (€, against ¤), or œ Œ Ÿ (against ½ ¼ ¾) between letters.
 */
function western(bytes: Uint8Array): Encoding {
  let latin9 = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252';
    if (byte === 0xa4 || (byte >= 0xbc && byte <= 0xbe && isLetter(bytes[i + 1]))) latin9 = true;
  }
  return latin9 ? 'ISO-8859-15' : 'windows-1252';
}

function isLetter(byte: number | undefined): boolean {
  return (
    byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0)
  );
}
