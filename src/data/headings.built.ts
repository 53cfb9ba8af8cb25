/**
 * The table of headings, ready to be looked up. The build replaces this module by its value (scripts/built.mjs), so that
 * a run indexes nothing; tests run it as it is.
 */
import { headingWords, mayJoin, withoutFacts } from './headingWords.ts';
import table from './tables/headings.csv';

/** A heading's place in the table: of two headings for one field, the first is the better. */
export type Rank = number;

/** « … toutes reconductions comprises »: words that qualify the heading of an end or of a duration. */
const QUALIFIER = '…';
const isQualifier = ({ heading }: { heading?: string }): boolean => heading!.startsWith(QUALIFIER);
const rows = table.filter(row => !isQualifier(row));

/** The field that each qualifier makes of the heading that it stands beside, and its words, the longest first. */
export const QUALIFIERS: readonly (readonly [string, readonly string[]])[] = table
  .filter(isQualifier)
  .map((row): [string, string[]] => [row['field']!, headingWords(row['heading']!)])
  .sort(([, a], [, b]) => b.length - a.length);

const words = rows.map(row => headingWords(row['heading']!));
const telling = words.map(withoutFacts);

/** A line each: field, heading, and the words that tell the field, without units. */
export const LINES: string = rows
  .map((row, rank) => [row['field'], row['heading'], telling[rank]!.join(' ')].join('\t'))
  .join('\n');

/** Headings that join two (« Durée et reconduction »), by their letters run together with what joins them. */
export const JOINED: readonly (readonly [string, Rank])[] = firstRanks(rank => {
  const heading = rows[rank]!['heading']!;
  return mayJoin(heading) ? headingWords(heading, true).join('') : '';
}).filter(([key]) => key !== '');

/** By the letters of all the words run together. */
export const EXACT = firstRanks(rank => words[rank]!.join(''));
/** By the letters of the telling words run together. */
export const UNITLESS = firstRanks(rank => telling[rank]!.join(''));
/** By the telling words in alphabetical order: « Reconduction : durée » is « Durée de reconduction ». */
export const SORTED = firstRanks(rank => telling[rank]!.toSorted().join(' '));

/** By the first of the telling words. */
export const BY_FIRST_WORD: readonly (readonly [string, readonly Rank[]])[] = grouped(
  telling.map((own, rank) => [own[0]!, rank]),
);
/** Every telling word, with the fields whose headings have it. */
export const FIELDS_OF_WORD: readonly (readonly [string, readonly string[]])[] = grouped(
  telling.flatMap((own, rank) => own.map((word): [string, string] => [word, rows[rank]!['field']!])),
);

/** Words that add nothing about the field: « montant annuel *du contrat estimé* ». */
export const NEUTRAL: readonly string[] = headingWords(
  'marche contrat prestation estime estimee estimatif estimative indicatif indicative previsionnel previsionnelle public accord cadre actuel actuelle contract ' +
    'agreement estimated prevu prevue initial initiale nom libelle 2022 2023 2024 2025 2026 2027',
);

/** Words that name their field even beside words that nobody foresaw (« titulaire retenu »). */
export const TELLING: readonly string[] = headingWords(
  'titulaire attributaire prestataire fournisseur objet intitule echeance expiration preavis reconduction cpv siret ' +
    'siren procedure famille reference supplier contractor expiry notice renewal',
);

function firstRanks(key: (rank: Rank) => string): readonly (readonly [string, Rank])[] {
  const ranks = new Map<string, Rank>();
  rows.forEach((_, rank) => {
    if (!ranks.has(key(rank))) ranks.set(key(rank), rank);
  });
  return [...ranks];
}

/** Pairs put together by their first half, each second half once. */
function grouped<Value>(pairs: readonly (readonly [string, Value])[]): [string, Value[]][] {
  const groups = new Map<string, Set<Value>>();
  for (const [key, value] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  return [...groups].map(([key, values]) => [key, [...values]]);
}
