/** Text as people read it: tags and entities left by a web form removed, spaces made simple. */
import { squeeze } from '../../domain/text.ts';

const NAMED: Readonly<Record<string, string>> = {
  __proto__: null!,
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë',
  agrave: 'à', acirc: 'â', ccedil: 'ç', icirc: 'î', iuml: 'ï', ocirc: 'ô', ugrave: 'ù', ucirc: 'û', oelig: 'œ',
  Eacute: 'É', Egrave: 'È', Ecirc: 'Ê', Agrave: 'À', Ccedil: 'Ç', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“',
  laquo: '«', raquo: '»', ndash: '–', mdash: '—', hellip: '…', deg: '°', euro: '€', sup2: '²', sup3: '³', middot: '·',
}; // prettier-ignore

/** Tags that web forms put around text; any other `<…>` is text and stays. */
const TAGS = /<\/?(?:br|p|b|i|u|em|strong|span|div|font|ul|ol|li|sup|sub|h[1-6])(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(?:#(\d{2,6})|#x([0-9a-f]{2,5})|([A-Za-z]+\d?));/gi;

const NEEDS_CLEANING = /[<&\u00A0\u202F\u2007\u200B\uFEFF\t\r\n\v\f]|^[\s']|\s$|\s\s/;
/** `normalize` puts an apostrophe before what a spreadsheet would run as a formula. */
const NEUTRALISED = /^'(?=[=+\-@])/;

/** The text without tags, with entities decoded and spaces squeezed. Nothing else of it changes. */
export function plainText(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  let plain = text;
  if (plain.includes('<')) plain = plain.replace(TAGS, ' ');
  if (plain.includes('&')) plain = plain.replace(ENTITY, decoded);
  return squeeze(plain).replace(NEUTRALISED, '');
}

function decoded(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16);
  const isText = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? String.fromCodePoint(code) : whole;
}
