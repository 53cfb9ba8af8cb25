/** Damages files the way that exports, transfers and hands do: for the fuzz test and the fuzz bench. */
import { unzipSync, zipSync } from 'fflate';

/** A small deterministic generator (mulberry32): the same damage for the same seed, on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (bytes: Uint8Array, random: (below: number) => number) => Uint8Array;

const INSERTED = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\uFFFD',
  'é',
  '\u009c',
  "'",
  '\\"',
  '= ',
  ' ',
  'TOTAL',
  '\u00A0',
];

const spliced = (
  bytes: Uint8Array,
  from: number,
  to: number,
  by: Uint8Array = new Uint8Array(),
): Uint8Array => Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

/** Damage to bytes, wherever they stand. */
const TO_BYTES: readonly Mutation[] = [
  (bytes, random) => {
    const at = random(bytes.length + 1);
    return spliced(bytes, at, at, Buffer.from(INSERTED[random(INSERTED.length)]!));
  },
  (bytes, random) => {
    const at = random(bytes.length + 1);
    return spliced(bytes, at, Math.min(bytes.length, at + 1 + random(40)));
  },
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    if (copy.length) copy[random(copy.length)] = random(256);
    return copy;
  },
  (bytes, random) => {
    const [from, at] = [random(bytes.length + 1), random(bytes.length + 1)];
    return spliced(bytes, at, at, bytes.subarray(from, from + random(200)));
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
];

/** What hands and programs put in a cell. */
const HOSTILE = [
  '31/02/2027', '00/00/0000', '29/02/2100', '01/01/9999', '0218-10-29', '2026-12-31T23:00:00Z', '99999', '-1', '46022',
  '01/13/2025', 'du 01/01/2025 au', '31/12/2027 31/12/2028', 'fin fin mars 2027', 'T9 2027', '999999999', '1e308', '-0',
  '1.234.567,89', '1,2,3', '12 à 15 k€', '0,5 M€ TTC / mois', '∞', '١٢٣', '5000 ans', '99999 mois', '1 an + 99 x 99 ans',
  '1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1', 'tacite tacite expresse sans', 'reconductible 9999999999 fois', '60000 jours',
  'préavis préavis 3 mois 4 mois', '#REF!', '=1+1', '__proto__', 'constructor', 'toString', '<script>', '&#99999999;',
  '&eacute', '\uD800', '\u202E', 'x'.repeat(40_000), '1'.repeat(400), '('.repeat(300), '1 an '.repeat(200), 'N° '.repeat(60),
  'Date de début', 'Montant annuel HT', 'TOTAL', 'Sous-total', 'Lot', '12345678901234', '0', '00000000',
]; // prettier-ignore

const DELIMITERS = [';', '\t', ',', '|'];

/** Damage to the lines and cells of a text. */
type Rewriting = (lines: string[], random: (below: number) => number) => void;

const TO_LINES: readonly Rewriting[] = [
  (lines, random) => lines.splice(random(lines.length), 1 + random(3)),
  (lines, random) => lines.splice(random(lines.length), 0, lines[random(lines.length)]!),
  (lines, random) => lines.splice(random(lines.length), 0, ...Array.from({ length: random(300) }, () => '')),
  (lines, random) => {
    const start = random(lines.length);
    lines.splice(start, 0, ...lines.splice(start, 1 + random(9)).toReversed());
  },
  (lines, random) => {
    const [one, other] = [random(lines.length), random(lines.length)];
    [lines[one], lines[other]] = [lines[other]!, lines[one]!];
  },
  // A cell of one line, or of all of them, becomes something else.
  (lines, random) => {
    const delimiter = delimiterOf(lines);
    const [line, column] = [random(lines.length), random(14)];
    const hostile = HOSTILE[random(HOSTILE.length)]!;
    const every = random(4) === 0 && hostile.length < 1000;
    lines.forEach((text, place) => {
      const cells = text.split(delimiter);
      if ((every || place === line) && column < cells.length) cells[column] = hostile;
      lines[place] = cells.join(delimiter);
    });
  },
  // A column is lost, doubled or moved to the front.
  (lines, random) => {
    const delimiter = delimiterOf(lines);
    const [column, how] = [random(14), random(3)];
    lines.forEach((text, place) => {
      const cells = text.split(delimiter);
      const [cell] = cells.slice(column, column + 1);
      if (cell === undefined) return;
      if (how !== 1) cells.splice(column, 1);
      if (how !== 0) cells.unshift(cell);
      lines[place] = cells.join(delimiter);
    });
  },
];

function delimiterOf(lines: readonly string[]): string {
  const text = lines.join('\n');
  const most = DELIMITERS.map(delimiter => text.split(delimiter).length);
  return DELIMITERS[most.indexOf(Math.max(...most))]!;
}

function rewritten(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  TO_LINES[random(TO_LINES.length)]!(lines, random);
  // Characters beyond ISO-8859-1 become two bytes or more, as a program that mixes encodings would write.
  return Buffer.concat(
    lines.map((line, i) =>
      Buffer.from(
        i ? `\n${line}` : line,
        [...line].every(character => character.charCodeAt(0) < 256) ? 'latin1' : 'utf8',
      ),
    ),
  );
}

/** Damage to how a whole text is written. */
const TO_TEXT: readonly ((text: string) => Uint8Array)[] = [
  text => Buffer.from(text, 'utf16le'),
  text => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  text => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  text => Buffer.from(text, 'utf8'),
  text => Buffer.from(`\uFEFF${text}`, 'utf8'),
  text => Buffer.from(text.replaceAll(';', ','), 'latin1'),
  text => Buffer.from(text.replaceAll(';', "';'"), 'latin1'),
  text => Buffer.from(text.replaceAll(/[;|]/g, ' '), 'latin1'),
  text => Buffer.from(text.replaceAll('\n', '\r'), 'latin1'),
  text => Buffer.from(text.replaceAll(/\r?\n/g, ' '), 'latin1'),
];

const MUTATIONS: readonly Mutation[] = [
  ...TO_BYTES,
  rewritten,
  rewritten,
  rewritten,
  (bytes, random) => TO_TEXT[random(TO_TEXT.length)]!(Buffer.from(bytes).toString('latin1')),
];

/** What a workbook's XML is damaged with. */
const IN_XML: readonly (readonly [RegExp, string])[] = [
  [/<v>[^<]*<\/v>/, '<v>999999999999</v>'],
  [/<v>[^<]*<\/v>/, '<v>-1</v>'],
  [/<v>[^<]*<\/v>/, '<v>1e400</v>'],
  [/ r="[A-Z]+\d+"/, ' r="XFD1048576"'],
  [/ r="[A-Z]+\d+"/, ' r="ZZZZZ0"'],
  [/ r="\d+"/, ' r="99999999999"'],
  [/ s="\d+"/, ' s="-7"'],
  [/ t="\w+"/, ' t="s"'],
  [/ t="\w+"/, ' t="e"'],
  [/<\/row>/, ''],
  [/<\/c>/, ''],
  [/<sheetData>/, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>'],
  [/Id="rId\d+"/, 'Id="rId999"'],
  [/Target="[^"]*"/, 'Target="../../nowhere.xml"'],
  [/formatCode="[^"]*"/, 'formatCode="[[[yyyy"'],
  [/<t>/, '<t>&#x110000;&bogus;&lt'],
];

const LARGEST_PART = 10_000_000;

/** A workbook taken apart, one of its parts damaged, and packed again: what byte damage to a zip never reaches. */
function repacked(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let parts: Record<string, Uint8Array>;
  try {
    // A damaged size makes a part of hundreds of megabytes: left to the reader, not to be damaged further here.
    parts = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < LARGEST_PART });
  } catch {
    // Already damaged as a zip.
    return TO_BYTES[random(TO_BYTES.length)]!(bytes, random);
  }
  const names = Object.keys(parts);
  const name = names[random(names.length)];
  if (name === undefined) return bytes;
  const how = random(4);
  if (how === 0) delete parts[name];
  else if (how === 1) parts[name] = TO_BYTES[random(TO_BYTES.length)]!(parts[name]!, random);
  else {
    const [pattern, by] = IN_XML[random(IN_XML.length)]!;
    // Any of the matches, not only the first.
    const text = Buffer.from(parts[name]!).toString();
    const matches = [...text.matchAll(new RegExp(pattern, 'g'))];
    const match = matches[random(Math.max(matches.length, 1))];
    if (match)
      parts[name] = Buffer.from(text.slice(0, match.index) + by + text.slice(match.index + match[0].length));
  }
  return zipSync(parts, { level: 1 });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The file with one to six pieces of damage. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  let damaged = bytes;
  for (let times = 1 + random(6); times > 0; times -= 1)
    damaged =
      isZip(damaged) && random(4) > 0
        ? repacked(damaged, random)
        : MUTATIONS[random(MUTATIONS.length)]!(damaged, random);
  return damaged;
}
