/**
 * Headings under which registers keep each field: French and English usage, the « données essentielles » names,
 * and the exports of public bodies. To teach one to the tool, add a line to tables/headings.csv.
 *
 * A heading's words are compared: without case, accents, punctuation, articles and units, abbreviations spelt out,
 * plurals made singular. `Mt annuel HT (€)` and `Montants annuels H.T.` are the same heading.
 */
import { fold } from '../domain/text.ts';
import rows from './tables/headings.csv';

/** A known heading. `none`: known, and of no use to the plan. */
interface KnownHeading {
  readonly field: string;
  readonly heading: string;
  readonly words: readonly string[];
  /** Place in the table: of two headings for one field, the first is the better. */
  readonly rank: number;
}

/** Abbreviations, folded. Without prototype: a cell may say « constructor ». */
const SPELT_OUT: Readonly<Record<string, string>> = {
  __proto__: null!,
  mt: 'montant',
  mtt: 'montant',
  mnt: 'montant',
  mont: 'montant',
  nb: 'nombre',
  nbr: 'nombre',
  nbre: 'nombre',
  nbs: 'nombre',
  dt: 'date',
  dte: 'date',
  ref: 'reference',
  refs: 'reference',
  tit: 'titulaire',
  titul: 'titulaire',
  n: 'numero',
  no: 'numero',
  num: 'numero',
  nro: 'numero',
  deb: 'debut',
  ech: 'echeance',
  echeanc: 'echeance',
  dur: 'duree',
  reconduct: 'reconduction',
  recond: 'reconduction',
  reconds: 'reconduction',
  renouv: 'renouvellement',
  fourn: 'fournisseur',
  frs: 'fournisseur',
  fourniss: 'fournisseur',
  prest: 'prestation',
  desc: 'description',
  cat: 'categorie',
  fam: 'famille',
  proc: 'procedure',
  notif: 'notification',
  com: 'commentaire',
  comm: 'commentaire',
  obs: 'observation',
  ets: 'etablissement',
  etab: 'etablissement',
  tx: 'taux',
  maxi: 'max',
  maximum: 'max',
  maximal: 'max',
  maximale: 'max',
  mini: 'min',
  minimum: 'min',
  minimal: 'min',
  minimale: 'min',
  resil: 'resiliation',
  libel: 'libelle',
  lib: 'libelle',
  intit: 'intitule',
  dept: 'departement',
  dep: 'departement',
  mche: 'marche',
  premiere: '1ere',
  '1re': '1ere',
  numeros: 'numero',
};

const ARTICLES = new Set(
  'de du des d la le les l un une en au aux a par pour sur the of for in per s'.split(' '),
);

/** Words that join two headings: « Durée et reconduction » is not « Durée de reconduction ». */
const CONJUNCTIONS = new Set(['et', 'and']);

/**
 * Words that tell a unit, a tax basis or a currency, not a field (see `intake/heading-facts`). « An » is none of them:
 * « montant / an » is another field than « montant ».
 */
const FACT_WORDS = new Set(
  (
    'mois jour jours jr jrs j ans annees semaine semaines month months day days years week weeks ' +
    'ht ttc taxe taxes toutes tva excl incl excluding including vat ex exc inc euro euros eur keur meur k m ' +
    'jj mm aaaa aa dd yyyy yy'
  ).split(' '),
);

/**
 * The words of a heading that tell its field, singular and spelt out. A camel-case name is cut into its words.
 * A letter lost by an earlier export (U+FFFD, or `?` inside a word) stays as U+FFFD.
 * `joined`: what joins two headings (« et », `/`) is kept, as « et ».
 */
function headingWords(heading: string, joined = false): string[] {
  let cut = joined ? heading.replace(/[/&+]/g, ' et ') : heading;
  if (cut.includes('?')) cut = cut.replace(/(\p{L})\?+(?=\p{Ll})/gu, '$1\uFFFD');
  if (/[a-zà-ÿ\d][A-Z]/.test(cut)) cut = cut.replace(/([a-zà-ÿ\d])([A-Z])/g, '$1 $2');
  if (cut.includes('/')) cut = cut.replace(/\b(O\s*\/\s*N|Y\s*\/\s*N|oui\s*\/\s*non|yes\s*\/\s*no)\b/gi, ' ');
  if (cut.includes('.')) {
    cut = cut.replace(/\bH\s*\.\s*T\b\.?/gi, 'HT').replace(/\bT\s*\.\s*T\s*\.\s*C\b\.?/gi, 'TTC');
  }
  // « Hors taxes » is a tax basis; « hors reconduction » is not.
  if (/hors/i.test(cut)) cut = cut.replace(/\bhors\s+(?:taxes?|t\.?v\.?a)\b/gi, 'HT');
  if (/[°º\uFFFD]/.test(cut)) cut = cut.replace(/\b[Nn][°º\uFFFD]s?(?=[^a-z]|$)/g, ' n ');
  // « Titulaire(s) » is « Titulaires ».
  if (cut.includes('(')) cut = cut.replace(/\((?=e?s?\))/g, '');
  const words = fold(cut).split(' ').filter(Boolean);
  // « Du » and « Au », alone or at the end (« Période du »), are a start and an end.
  const last = words.at(-1);
  if (last === 'du' || last === 'au') words.splice(-1, 1, last === 'du' ? 'debut' : 'fin');
  return words
    .filter(word => !ARTICLES.has(word) && (joined || !CONJUNCTIONS.has(word)))
    .map(word => (CONJUNCTIONS.has(word) ? 'et' : word))
    .map(word => (FACT_WORDS.has(word) ? word : singular(word)))
    .map(word => SPELT_OUT[word] ?? word);
}

/**
 * The same words without those that only give a unit or a tax basis; all of them when nothing else is left, or only
 * « nombre », which counts anything.
 */
function withoutFacts(words: readonly string[]): readonly string[] {
  const rest = words.filter(word => !FACT_WORDS.has(word));
  return rest.length && rest.join() !== 'nombre' ? rest : words;
}

function singular(word: string): string {
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

const KNOWN: readonly KnownHeading[] = rows.map((row, rank) => ({
  field: row['field']!,
  heading: row['heading']!,
  words: headingWords(row['heading']!),
  rank,
}));

/** Known headings that join two, by their letters run together with what joins them. */
const JOINED = new Map<string, KnownHeading>();
for (const known of KNOWN) {
  if (!/ (?:et|and) |[/&+]/.test(known.heading)) continue;
  const words = headingWords(known.heading, true);
  if (words.includes('et') && !JOINED.has(words.join(''))) JOINED.set(words.join(''), known);
}

/** Known headings by their letters run together: exact spelling, then without units. */
const EXACT = new Map<string, KnownHeading>();
const UNITLESS = new Map<string, KnownHeading>();
for (const known of KNOWN) {
  const exact = known.words.join('');
  if (!EXACT.has(exact)) EXACT.set(exact, known);
}
for (const known of KNOWN) {
  const unitless = withoutFacts(known.words).join('');
  if (!UNITLESS.has(unitless)) UNITLESS.set(unitless, known);
}

/** Known headings by their telling words in alphabetical order: « Reconduction : durée » is « Durée de reconduction ». */
const SORTED = new Map<string, KnownHeading>();
for (const known of KNOWN) {
  const sorted = sortedWords(known.words);
  if (!SORTED.has(sorted)) SORTED.set(sorted, known);
}

/** Known headings by the first of their telling words. */
const BY_FIRST_WORD = new Map<string, { known: KnownHeading; needed: readonly string[] }[]>();
/** Every telling word, with the fields whose headings have it. */
const FIELDS_OF_WORD = new Map<string, Set<string>>();
for (const known of KNOWN) {
  const needed = withoutFacts(known.words);
  const sameStart = BY_FIRST_WORD.get(needed[0]!);
  if (sameStart) sameStart.push({ known, needed });
  else BY_FIRST_WORD.set(needed[0]!, [{ known, needed }]);
  for (const word of needed)
    FIELDS_OF_WORD.set(word, (FIELDS_OF_WORD.get(word) ?? new Set()).add(known.field));
}

/** Words that add nothing about the field: « montant annuel *du contrat estimé* ». */
const NEUTRAL = new Set(
  headingWords(
    'marche contrat prestation estime estimee estimatif estimative indicatif indicative previsionnel previsionnelle public accord cadre actuel actuelle contract ' +
      'agreement estimated prevu prevue initial initiale nom libelle 2022 2023 2024 2025 2026 2027',
  ),
);

/** Words that name their field even beside words that nobody foresaw (« titulaire retenu »). */
const TELLING = new Set(
  headingWords(
    'titulaire attributaire prestataire fournisseur objet intitule echeance expiration preavis reconduction cpv siret ' +
      'siren procedure famille reference supplier contractor expiry notice renewal',
  ),
);

/** A heading and how surely it is known: `exact`, or by the words that it shares with a known one. */
export interface HeadingReading {
  readonly known: KnownHeading;
  readonly exact: boolean;
}

const memo = new Map<string, HeadingReading | undefined>();

/** What a heading means, if it is known. */
export function readHeading(heading: string): HeadingReading | undefined {
  if (!memo.has(heading)) {
    if (memo.size > 10_000) memo.clear();
    memo.set(heading, lookUp(heading));
  }
  return memo.get(heading);
}

/** True for a cell that only tells a unit, a tax basis or a format: `mois`, `(jj/mm/aaaa)`, `€ HT`, `O/N`. */
export function isUnit(cell: string): boolean {
  if (/^\W*(?:[km]?[€%]|oui *\/ *non|o *\/ *n|yes *\/ *no|y *\/ *n)\W*$/i.test(cell)) return true;
  const words = fold(cell).split(' ').filter(Boolean);
  return words.length > 0 && words.every(word => FACT_WORDS.has(word) || word === 'en');
}

/** How many different fields a line's cells name: what makes it a header. */
export function knownHeadings(cells: readonly string[]): number {
  const fields = new Set<string>();
  for (const cell of cells) {
    const reading = cell.length <= 80 ? readHeading(cell) : undefined;
    if (reading) fields.add(reading.known.field === 'none' ? reading.known.heading : reading.known.field);
  }
  return fields.size;
}

function lookUp(heading: string): HeadingReading | undefined {
  const words = headingWords(heading);
  if (!words.length || words.length > 12) return undefined;
  const exact =
    JOINED.get(headingWords(heading, true).join('')) ??
    EXACT.get(words.join('')) ??
    UNITLESS.get(withoutFacts(words).join(''));
  if (exact) return { known: exact, exact: true };
  const reordered = SORTED.get(sortedWords(words));
  if (reordered) return { known: reordered, exact: true };
  const damaged = words.some(word => word.includes('\uFFFD')) ? mended(words) : undefined;
  if (damaged) return { known: damaged, exact: true };
  const shared = byWords(withoutFacts(words));
  return shared && { known: shared, exact: false };
}

/** A heading whose lost letters each stand for one or two of any. */
function mended(words: readonly string[]): KnownHeading | undefined {
  const pattern = new RegExp(`^${words.join('').replace(/\uFFFD+/g, '[a-z]{1,2}')}$`);
  return KNOWN.find(
    known => pattern.test(known.words.join('')) || pattern.test(withoutFacts(known.words).join('')),
  );
}

/** The known heading with most words among these, when what is left over says nothing else. */
function byWords(words: readonly string[]): KnownHeading | undefined {
  let best: KnownHeading | undefined;
  let most = 0;
  for (const first of words) {
    for (const { known, needed } of BY_FIRST_WORD.get(first) ?? []) {
      if (needed.length < most || (needed.length === most && best && best.rank < known.rank)) continue;
      if (!needed.every(word => words.includes(word))) continue;
      const rest = words.filter(word => !needed.includes(word));
      if (!rest.every(word => saysNothingElse(word, known.field))) continue;
      // A single word (« fin », « nom ») beside unforeseen ones says little, unless it is a telling one.
      const unforeseen = rest.filter(word => !FIELDS_OF_WORD.has(word) && !NEUTRAL.has(word)).length;
      if (unforeseen > (needed.length > 1 || TELLING.has(needed[0]!) ? 2 : 0)) continue;
      [best, most] = [known, needed.length];
    }
  }
  return best;
}

function sortedWords(words: readonly string[]): string {
  return [...withoutFacts(words)].sort().join(' ');
}

function saysNothingElse(word: string, field: string): boolean {
  const fields = FIELDS_OF_WORD.get(word);
  return !fields || fields.has(field) || NEUTRAL.has(word);
}
