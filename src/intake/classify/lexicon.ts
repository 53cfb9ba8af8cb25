/** The words of the tables, indexed so that those of a title are found in one pass. */
import { ACTS, OPERATION_SIGNS, type OperationSign, SHORTENED } from '../../data/evidence.ts';
import type { AddedCategory, CategoryId } from '../../domain/category.ts';
import { restorer, type Restore } from './damage.ts';
import { type Word, phraseWords, stem } from './words.ts';

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
  | { readonly layer: 'operation'; readonly sign: OperationSign };

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
  /** Every word of the tables, folded. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Indexes the words of the categories, acts and operations, and the synonyms that the configuration adds. */
export function lexiconOf(
  entries: readonly AddedCategory[],
  synonyms: Readonly<Record<string, CategoryId>>,
): Lexicon {
  const index = new PhraseIndex();
  for (const { category, words } of entries) {
    const { id } = category;
    for (const name of words.names) addName(name, id, index);
    for (const broad of words.broad) index.add(broad, { layer: 'need', kind: 'broad', id });
    for (const hint of words.hints) index.add(hint, { layer: 'need', kind: 'hint', id });
    for (const exclusion of words.exclusions) index.add(exclusion, { layer: 'exclusion', id });
    for (const { short, beside } of words.abbreviations) {
      const stems = new Set(beside.flatMap(phraseWords).map(stem));
      index.add(short, { layer: 'need', kind: 'short', id, beside: stems });
    }
  }
  for (const [text, id] of Object.entries(synonyms)) index.add(text, { layer: 'need', kind: 'synonym', id });
  for (const [act, { words }] of ACTS.entries()) {
    for (const text of words) index.add(text, { layer: 'act', act });
  }
  for (const sign of OPERATION_SIGNS) addSign(sign, index);
  const { byFirst, vocabulary, texts } = index;
  const restore = restorer({ known: vocabulary, texts, shortened: SHORTENED });
  return { phrases: byFirst, restore, vocabulary };
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
function addName(name: string, id: CategoryId, index: PhraseIndex): void {
  const parts = name.split('+');
  if (parts.length === 1) return index.add(name, { layer: 'need', kind: 'name', id });
  const conjunction = { id, parts: parts.length };
  for (const [part, text] of parts.entries()) index.add(text, { layer: 'part', of: conjunction, part });
}

/** A trade says something of the operation only after « lot », « lot n° 4 ». */
function addSign(sign: OperationSign, index: PhraseIndex): void {
  const meaning = { layer: 'operation', sign } as const;
  if (!sign.kinds.includes('lot')) return index.add(sign.words, meaning);
  index.add(`lot ${sign.words}`, meaning);
  index.add(`lot 10 ${sign.words}`, meaning);
}

/** Phrases as they are added: forms of one word that meet (« formation; formations ») are one phrase. */
class PhraseIndex {
  readonly byFirst = new Map<string, Phrase[]>();
  readonly vocabulary = new Set<string>();
  readonly texts: string[] = [];
  readonly #byText = new Map<string, Phrase>();

  add(text: string, meaning: Meaning): void {
    this.texts.push(text);
    const words = phraseWords(text);
    for (const word of words) this.vocabulary.add(word);
    const stems = words.map(stem);
    const same = this.#byText.get(stems.join(' '));
    if (same) {
      if (!same.meanings.some(other => sameMeaning(other, meaning))) same.meanings.push(meaning);
    } else if (stems[0] !== undefined) this.#open({ stems, meanings: [meaning] });
  }

  #open(phrase: Phrase): void {
    const first = phrase.stems[0]!;
    this.#byText.set(phrase.stems.join(' '), phrase);
    const sharing = this.byFirst.get(first);
    if (sharing) sharing.push(phrase);
    else this.byFirst.set(first, [phrase]);
  }
}

function sameMeaning(a: Meaning, b: Meaning): boolean {
  if (a.layer === 'part' || b.layer === 'part' || a.layer !== b.layer) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
