/** The words of the tables as phrases by their first word, and what each phrase means. Plain data: it can be stored. */
import { ACTS, OPERATION_SIGNS, type OperationSign, type SignKind } from '../../data/evidence.ts';
import type { AddedCategory, CategoryId } from '../../domain/category.ts';
import { phraseWords, stem } from './words.ts';

/** What a phrase means when it is met. Within a layer, a phrase hides the shorter ones that it contains. */
export type Meaning =
  | { readonly layer: 'need'; readonly kind: 'name' | 'broad' | 'hint' | 'synonym'; readonly id: CategoryId }
  | {
      readonly layer: 'need';
      readonly kind: 'short';
      readonly id: CategoryId;
      /** Words, as {@link stem} leaves them, beside which the short form has this meaning. */
      readonly beside: readonly string[];
    }
  | Part
  | { readonly layer: 'exclusion'; readonly id: CategoryId }
  | { readonly layer: 'act'; readonly act: number }
  | { readonly layer: 'operation'; readonly kinds: readonly SignKind[]; readonly weight: number };

/** A part of `amo + ascenseur`, which names the category when every part is met, anywhere in the title. */
interface Part {
  readonly layer: 'part';
  readonly id: CategoryId;
  readonly of: string;
  readonly part: number;
  readonly parts: number;
}

export interface Phrase {
  readonly stems: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** Every stem that some phrase holds, or needs beside it. */
export function stemsOf(byFirst: ReadonlyMap<string, readonly Phrase[]>): string[] {
  const stems = [...byFirst.values()]
    .flat()
    .flatMap(phrase => [
      ...phrase.stems,
      ...phrase.meanings.flatMap(meaning => ('beside' in meaning ? meaning.beside : [])),
    ]);
  return [...new Set(stems)];
}

/** Phrases as they are added: forms of one word that meet (« formation; formations ») are one phrase. */
export class PhraseIndex {
  readonly byFirst = new Map<string, Phrase[]>();
  /** Every word of the phrases, folded. */
  readonly vocabulary = new Set<string>();
  /** Every phrase as it was added, with its accents. */
  readonly texts: string[] = [];
  /** Sets the names in several parts of this index apart from those of another. */
  readonly mark: string;
  readonly #byText = new Map<string, Meaning[]>();

  constructor(mark: string) {
    this.mark = mark;
  }

  add(text: string, meaning: Meaning): void {
    this.texts.push(text);
    const words = phraseWords(text);
    for (const word of words) this.vocabulary.add(word);
    const stems = words.map(stem);
    const key = stems.join(' ');
    const same = this.#byText.get(key);
    if (!same) this.#open(key, stems, meaning);
    else if (!same.some(other => sameMeaning(other, meaning))) same.push(meaning);
  }

  #open(key: string, stems: readonly string[], meaning: Meaning): void {
    const [first] = stems;
    if (first === undefined) return;
    const meanings = [meaning];
    this.#byText.set(key, meanings);
    const sharing = this.byFirst.get(first);
    if (sharing) sharing.push({ stems, meanings });
    else this.byFirst.set(first, [{ stems, meanings }]);
  }
}

function sameMeaning(a: Meaning, b: Meaning): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Adds the words of categories. */
export function addCategories(entries: readonly AddedCategory[], index: PhraseIndex): void {
  for (const { category, words } of entries) {
    const { id } = category;
    for (const name of words.names) addName(name, id, index);
    for (const broad of words.broad) index.add(broad, { layer: 'need', kind: 'broad', id });
    for (const hint of words.hints) index.add(hint, { layer: 'need', kind: 'hint', id });
    for (const exclusion of words.exclusions) index.add(exclusion, { layer: 'exclusion', id });
    for (const { short, beside } of words.abbreviations) {
      const stems = [...new Set(beside.flatMap(phraseWords).map(stem))];
      index.add(short, { layer: 'need', kind: 'short', id, beside: stems });
    }
  }
}

/** A name is a phrase, or several joined with `+`. */
function addName(name: string, id: CategoryId, index: PhraseIndex): void {
  const texts = name.split('+');
  if (texts.length === 1) return index.add(name, { layer: 'need', kind: 'name', id });
  const of = `${index.mark}${index.texts.length}`;
  for (const [part, text] of texts.entries())
    index.add(text, { layer: 'part', id, of, part, parts: texts.length });
}

/** Adds the words of acts and operations. */
export function addSigns(index: PhraseIndex): void {
  for (const [act, { words }] of ACTS.entries()) {
    for (const text of words) index.add(text, { layer: 'act', act });
  }
  for (const sign of OPERATION_SIGNS) addSign(sign, index);
}

/** A trade says something of the operation only after « lot », « lot n° 4 ». */
function addSign({ words, kinds, weight }: OperationSign, index: PhraseIndex): void {
  const meaning = { layer: 'operation', kinds, weight } as const;
  if (!kinds.includes('lot')) return index.add(words, meaning);
  index.add(`lot ${words}`, meaning);
  index.add(`lot 10 ${words}`, meaning);
}
