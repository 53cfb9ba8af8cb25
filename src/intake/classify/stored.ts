/** Phrases as the build keeps them: short, and read one by one when a title holds their first word. */
import type { SignKind } from '../../data/evidence.ts';
import type { CategoryId } from '../../domain/category.ts';
import type { Meaning, Phrase } from './phrases.ts';

type StoredMeaning =
  | readonly ['name' | 'broad' | 'hint' | 'synonym' | 'exclusion', CategoryId]
  | readonly ['short', CategoryId, ...string[]]
  | readonly ['part', CategoryId, string, number, number]
  | readonly ['act', number]
  | readonly ['operation', number, ...SignKind[]];

type StoredPhrase = readonly [stems: string, ...meanings: StoredMeaning[]];

/** One line by first word: the word, a tab, its phrases. */
export function storedPhrases(byFirst: ReadonlyMap<string, readonly Phrase[]>): string {
  return [...byFirst]
    .map(([first, phrases]) => `${first}\t${JSON.stringify(phrases.map(stored))}`)
    .join('\n');
}

/** The phrases of a line, as {@link storedPhrases} wrote them after the tab. */
export function readPhrases(text: string): Phrase[] {
  return (JSON.parse(text) as StoredPhrase[]).map(([stems, ...meanings]) => ({
    stems: stems.split(' '),
    meanings: meanings.map(readMeaning),
  }));
}

function stored({ stems, meanings }: Phrase): StoredPhrase {
  return [stems.join(' '), ...meanings.map(storedMeaning)];
}

function storedMeaning(meaning: Meaning): StoredMeaning {
  switch (meaning.layer) {
    case 'need':
      return meaning.kind === 'short' ? ['short', meaning.id, ...meaning.beside] : [meaning.kind, meaning.id];
    case 'part':
      return ['part', meaning.id, meaning.of, meaning.part, meaning.parts];
    case 'exclusion':
      return ['exclusion', meaning.id];
    case 'act':
      return ['act', meaning.act];
    case 'operation':
      return ['operation', meaning.weight, ...meaning.kinds];
  }
}

function readMeaning(meaning: StoredMeaning): Meaning {
  switch (meaning[0]) {
    case 'short': {
      const [kind, id, ...beside] = meaning;
      return { layer: 'need', kind, id, beside };
    }
    case 'part': {
      const [layer, id, of, part, parts] = meaning;
      return { layer, id, of, part, parts };
    }
    case 'exclusion':
      return { layer: 'exclusion', id: meaning[1] };
    case 'act':
      return { layer: 'act', act: meaning[1] };
    case 'operation': {
      const [layer, weight, ...kinds] = meaning;
      return { layer, kinds, weight };
    }
    default:
      return { layer: 'need', kind: meaning[0], id: meaning[1] };
  }
}
