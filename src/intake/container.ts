/** What a file is, from its first bytes: extensions lie, especially `.xls`. */

/** `text` may be a table; `xlsx` is a workbook; the others are refused, each with its remedy. */
export type Container = 'text' | 'xlsx' | 'empty' | 'xls' | 'ods' | 'html' | 'pdf' | 'zip' | 'binary';

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** How much of the file is looked at, in bytes. */
const SAMPLE = 65_536;

/**
 * Text that went through several systems keeps one or two kinds of stray control characters (NUL, SUB);
 * a program, an image or an archive shows most of the thirty-two.
 */
const CONTROL_KINDS_OF_A_BINARY = 8;

/** Tells what the bytes are. Never fails. */
export function containerOf(bytes: Uint8Array): Container {
  if (isBlank(bytes)) return 'empty';
  if (startsWith(bytes, OLE2)) return 'xls';
  if (startsWith(bytes, ZIP)) return zipKind(bytes);
  if (startsWith(bytes, PDF)) return 'pdf';
  const head = Buffer.from(bytes.subarray(0, SAMPLE));
  if (/^(\xEF\xBB\xBF)?\s*<(!doctype|html|table|\?xml|head|meta)/i.test(head.toString('latin1', 0, 200)))
    return 'html';
  if (looksUtf16(head)) return 'text';
  return controlKinds(head) >= CONTROL_KINDS_OF_A_BINARY ? 'binary' : 'text';
}

/** UTF-16, by its byte order mark or, for text in Latin letters, by every other byte being NUL. */
export function looksUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const units = length / 2;
  // French text is nearly all below U+0100; anything less clear-cut is not UTF-16 for sure.
  if (odd > units * 0.9 && even < units * 0.02) return 'UTF-16LE';
  if (even > units * 0.9 && odd < units * 0.02) return 'UTF-16BE';
  return undefined;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Nothing, or nothing but white space, NULs and a byte order mark. */
function isBlank(bytes: Uint8Array): boolean {
  const isMark = (byte: number): boolean => byte === 0xef || byte === 0xbb || byte === 0xbf || byte >= 0xfe;
  return bytes.every(byte => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || isMark(byte));
}

function zipKind(bytes: Uint8Array): Container {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.subarray(0, 200).includes('application/vnd.oasis.opendocument')) return 'ods';
  // The list of a zip's files is at its end; an entry's name is also before its content.
  return text.includes('xl/workbook.xml') ? 'xlsx' : 'zip';
}

function controlKinds(bytes: Uint8Array): number {
  const kinds = new Set<number>();
  for (const byte of bytes) {
    // Tab, line feed, vertical tab, form feed, carriage return are white space.
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) kinds.add(byte);
  }
  return kinds.size;
}
