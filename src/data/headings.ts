/**
 * Headings under which registers keep each field: French and English usage, the « données essentielles » names,
 * and the exports of public bodies. To teach one to the tool, add a line to tables/headings.csv.
 *
 * A heading's words are compared: without case, accents, punctuation, articles and units, abbreviations spelt out,
 * plurals made singular. `Mt annuel HT (€)` and `Montants annuels H.T.` are the same heading. A line that begins with
 * « … » is what may stand beside any heading of an end, or of a duration.
 */
import { headingWords, mayJoin, withoutFacts } from './headingWords.ts';
import * as table from './headings.built.ts';
import type { Rank } from './headings.built.ts';

/** A known heading. `none`: known, and of no use to the plan. */
interface KnownHeading {
  readonly rank: Rank;
  readonly field: string;
  readonly heading: string;
  /** The words that tell the field, without units. */
  readonly telling: readonly string[];
}

const LINES = table.LINES.split('\n');
const KNOWN = new Map<Rank, KnownHeading>();
const JOINED = new Map(table.JOINED);
const EXACT = new Map(table.EXACT);
const UNITLESS = new Map(table.UNITLESS);
const SORTED = new Map(table.SORTED);
const BY_FIRST_WORD = new Map(table.BY_FIRST_WORD);
const FIELDS_OF_WORD = new Map(table.FIELDS_OF_WORD);
const NEUTRAL = new Set(table.NEUTRAL);
const TELLING = new Set(table.TELLING);

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
  const telling = withoutFacts(words);
  const rank =
    (mayJoin(heading) ? JOINED.get(headingWords(heading, true).join('')) : undefined) ??
    EXACT.get(words.join('')) ??
    UNITLESS.get(telling.join('')) ??
    (telling.length > 1 ? SORTED.get(telling.toSorted().join(' ')) : undefined) ??
    (heading.includes('\uFFFD') || heading.includes('?') ? mended(words) : undefined);
  if (rank !== undefined) return { known: knownAt(rank), exact: true };
  const whole = qualified(words);
  if (whole) return { known: whole, exact: true };
  const shared = byWords(telling);
  return shared && { known: shared, exact: false };
}

/** What a qualifier makes more exact. */
const QUALIFIED: Readonly<Record<string, string>> = {
  latestEnd: 'end',
  firmEnd: 'end',
  currentEnd: 'end',
  totalDuration: 'duration',
};

/** « Fin du contrat » and « toutes reconductions comprises », written together: the last end. */
function qualified(words: readonly string[]): KnownHeading | undefined {
  for (const [field, own] of table.QUALIFIERS) {
    if (own.length >= words.length || !own.every(word => words.includes(word))) continue;
    const rest = words.filter(word => !own.includes(word));
    const rank = alone(rest) ?? alone(rest.filter(word => !NEUTRAL.has(word)));
    if (rank !== undefined && knownAt(rank).field === QUALIFIED[field]) return { ...knownAt(rank), field };
  }
  return undefined;
}

function alone(words: readonly string[]): Rank | undefined {
  return EXACT.get(words.join('')) ?? UNITLESS.get(withoutFacts(words).join(''));
}

/** Headings are taken from their lines when a register has a word of theirs. */
function knownAt(rank: Rank): KnownHeading {
  const known = KNOWN.get(rank);
  if (known) return known;
  const [field = '', heading = '', telling = ''] = LINES[rank]!.split('\t');
  const read = { rank, field, heading, telling: telling.split(' ') };
  KNOWN.set(rank, read);
  return read;
}

/** A heading whose lost letters each stand for one or two of any. */
function mended(words: readonly string[]): Rank | undefined {
  const text = words.join('');
  if (!text.includes('\uFFFD')) return undefined;
  const pattern = new RegExp(`^${text.replace(/\uFFFD+/g, '[a-z]{1,2}')}$`);
  const ranks = [...EXACT, ...UNITLESS].flatMap(([key, rank]) => (pattern.test(key) ? [rank] : []));
  return ranks.length > 0 ? Math.min(...ranks) : undefined;
}

/** The known heading with most words among these, when what is left over says nothing else. */
function byWords(words: readonly string[]): KnownHeading | undefined {
  let best: KnownHeading | undefined;
  for (const first of words) {
    for (const rank of BY_FIRST_WORD.get(first) ?? []) {
      const known = knownAt(rank);
      const { telling } = known;
      const most = best?.telling.length ?? 0;
      if (telling.length < most || (telling.length === most && best && best.rank < rank)) continue;
      if (!telling.every(word => words.includes(word))) continue;
      const rest = words.filter(word => !telling.includes(word));
      if (!rest.every(word => saysNothingElse(word, known.field))) continue;
      // A single word (« fin », « nom ») beside unforeseen ones says little, unless it is a telling one.
      const unforeseen = rest.filter(word => !FIELDS_OF_WORD.has(word) && !NEUTRAL.has(word)).length;
      if (unforeseen > (telling.length > 1 || TELLING.has(telling[0]!) ? 2 : 0)) continue;
      best = known;
    }
  }
  return best;
}

function saysNothingElse(word: string, field: string): boolean {
  const fields = FIELDS_OF_WORD.get(word);
  return !fields || fields.includes(field) || NEUTRAL.has(word);
}
