/** The words of the tables and of the configuration: those that a title holds are found in one pass. */
import { SHORTENED } from '../../data/evidence.ts';
import type { AddedCategory, CategoryId } from '../../domain/category.ts';
import { damageOf, restorer, type Restore } from './damage.ts';
import { type Meaning, type Phrase, PhraseIndex, addCategories, stemsOf } from './phrases.ts';
import { readPhrases } from './stored.ts';
import { DAMAGED, PHRASES, STEMS, WORDS } from './tables.built.ts';
import type { Word } from './words.ts';

/** A phrase met in a text: its words `from` to `to`, exclusive. */
export interface Met {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
}

const NONE: readonly Phrase[] = [];

export interface Lexicon {
  /** Phrases by their first word. */
  readonly phrasesFrom: (first: string) => readonly Phrase[];
  readonly restore: Restore;
  /** Every word of the tables, folded. */
  readonly vocabulary: ReadonlySet<string>;
  /** Every stem that counts: a word with another one changes nothing but the places of the others. */
  readonly stems: ReadonlySet<string>;
}

/** The words of the tables, and those of the categories and synonyms that the configuration adds. */
export function lexiconOf(
  added: readonly AddedCategory[],
  synonyms: Readonly<Record<string, CategoryId>>,
): Lexicon {
  const own = new PhraseIndex('own');
  addCategories(added, own);
  for (const [text, id] of Object.entries(synonyms)) own.add(text, { layer: 'need', kind: 'synonym', id });
  const vocabulary = new Set([...WORDS.split(' '), ...own.vocabulary]);
  return {
    phrasesFrom: phrasesOf(own),
    restore: restorer({
      known: vocabulary,
      damaged: () => new Map([...pairsOf(DAMAGED), ...damageOf(own.texts)]),
      shortened: SHORTENED,
    }),
    vocabulary,
    stems: new Set([...STEMS.split(' '), ...stemsOf(own.byFirst)]),
  };
}

function phrasesOf(own: PhraseIndex): (first: string) => readonly Phrase[] {
  const stored = new Map(PHRASES.split('\n').map(line => cut(line, '\t')));
  const read = new Map<string, readonly Phrase[]>();
  return first => {
    const known = read.get(first);
    if (known) return known;
    const line = stored.get(first);
    const mine = own.byFirst.get(first) ?? NONE;
    if (line === undefined) return mine;
    const phrases = [...readPhrases(line), ...mine];
    read.set(first, phrases);
    return phrases;
  };
}

function pairsOf(lines: string): [string, string][] {
  return lines.split('\n').map(line => cut(line, ' '));
}

function cut(line: string, mark: string): [string, string] {
  const at = line.indexOf(mark);
  return [line.slice(0, at), line.slice(at + 1)];
}

/** Every phrase of the lexicon that the words hold, less those hidden by a longer one of the same layer. */
export function meet(words: readonly Word[], { phrasesFrom }: Lexicon): Met[] {
  const met: Met[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (words[from]!.excepted) continue;
    for (const { stems, meanings } of phrasesFrom(words[from]!.stem)) {
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
