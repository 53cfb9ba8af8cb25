/** The words of the tables, indexed so that those of a title are found in one pass. */
import { ACTS, OPERATION_WORDS } from '../../data/evidence.ts';
import type { AddedCategory, CategoryId } from '../../domain/category.ts';
import { restorer, type Restore } from './damage.ts';
import { type Word, wordsOf } from './words.ts';

/** What a phrase means when it is met. Within a layer, a phrase hides the shorter ones that it contains. */
export type Meaning =
  | { readonly layer: 'need'; readonly kind: 'name' | 'broad' | 'hint' | 'synonym'; readonly id: CategoryId }
  | {
      readonly layer: 'need';
      readonly kind: 'short';
      readonly id: CategoryId;
      readonly beside: ReadonlySet<string>;
    }
  | { readonly layer: 'part'; readonly of: Conjunction; readonly part: number }
  | { readonly layer: 'exclusion'; readonly id: CategoryId }
  | { readonly layer: 'act'; readonly act: number }
  | { readonly layer: 'operation'; readonly weight: number };

/** `amo + ascenseur`: names the category when every part is met, anywhere in the title. */
export interface Conjunction {
  readonly id: CategoryId;
  readonly parts: number;
}

/** A phrase met in a text: its words `from` to `to`, exclusive. */
export interface Met {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
}

interface Phrase {
  readonly stems: readonly string[];
  readonly meanings: Meaning[];
}

export interface Lexicon {
  /** Phrases by their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly restore: Restore;
}

const INTACT: Restore = token => [token];

/** Indexes the words of the categories, acts and operations, and the synonyms that the configuration adds. */
export function lexiconOf(
  entries: readonly AddedCategory[],
  synonyms: Readonly<Record<string, CategoryId>>,
): Lexicon {
  const phrases = new Map<string, Phrase[]>();
  const vocabulary: string[] = [];
  const add = (text: string, meaning: Meaning): void => {
    const words = wordsOf(text, INTACT);
    vocabulary.push(...words.map(word => word.text));
    addPhrase(
      phrases,
      words.map(word => word.stem),
      meaning,
    );
  };
  for (const { category, words } of entries) {
    const { id } = category;
    for (const name of words.names) addName(name, id, add);
    for (const broad of words.broad) add(broad, { layer: 'need', kind: 'broad', id });
    for (const hint of words.hints) add(hint, { layer: 'need', kind: 'hint', id });
    for (const exclusion of words.exclusions) add(exclusion, { layer: 'exclusion', id });
    for (const { short, beside } of words.abbreviations) {
      const stems = new Set(beside.flatMap(text => wordsOf(text, INTACT)).map(word => word.stem));
      add(short, { layer: 'need', kind: 'short', id, beside: stems });
    }
  }
  for (const [text, id] of Object.entries(synonyms)) add(text, { layer: 'need', kind: 'synonym', id });
  for (const [act, { words }] of ACTS.entries()) for (const text of words) add(text, { layer: 'act', act });
  for (const { words, weight } of OPERATION_WORDS) add(words, { layer: 'operation', weight });
  return { phrases, restore: restorer(vocabulary) };
}

/** Every phrase of the lexicon that the words hold, less those hidden by a longer one of the same layer. */
export function meet(words: readonly Word[], { phrases }: Lexicon): Met[] {
  const met: Met[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (words[from]!.excepted) continue;
    for (const { stems, meanings } of phrases.get(words[from]!.stem) ?? []) {
      if (!stems.every((stem, i) => words[from + i]?.stem === stem)) continue;
      for (const meaning of meanings) met.push({ from, to: from + stems.length, meaning });
    }
  }
  return met.filter(one => !met.some(other => hides(other, one)));
}

function hides(longer: Met, shorter: Met): boolean {
  if (longer.meaning.layer !== shorter.meaning.layer || shorter.meaning.layer === 'part') return false;
  const contains = longer.from <= shorter.from && longer.to >= shorter.to;
  return contains && longer.to - longer.from > shorter.to - shorter.from;
}

/** A name is a phrase, or several joined with `+`. */
function addName(name: string, id: CategoryId, add: (text: string, meaning: Meaning) => void): void {
  const parts = name.split('+');
  if (parts.length === 1) return add(name, { layer: 'need', kind: 'name', id });
  const conjunction = { id, parts: parts.length };
  for (const [part, text] of parts.entries()) add(text, { layer: 'part', of: conjunction, part });
}

function addPhrase(phrases: Map<string, Phrase[]>, stems: readonly string[], meaning: Meaning): void {
  const first = stems[0];
  if (first === undefined) return;
  const sharing = phrases.get(first) ?? [];
  phrases.set(first, sharing);
  const same = sharing.find(phrase => phrase.stems.join(' ') === stems.join(' '));
  if (same) {
    // Forms of one word that meet (« formation; formations ») are one phrase, not two.
    if (!same.meanings.some(other => sameMeaning(other, meaning))) same.meanings.push(meaning);
  } else sharing.push({ stems, meanings: [meaning] });
}

function sameMeaning(a: Meaning, b: Meaning): boolean {
  if (a.layer === 'part' || b.layer === 'part') return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
