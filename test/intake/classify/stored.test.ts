/** What the build keeps of the tables is what the tables say. */
import { expect, it } from 'vitest';
import { categoryEntries } from '../../../src/data/categories.ts';
import { lexiconOf } from '../../../src/intake/classify/lexicon.ts';
import { PhraseIndex, addCategories, addSigns } from '../../../src/intake/classify/phrases.ts';
import { readPhrases, storedPhrases } from '../../../src/intake/classify/stored.ts';

const index = new PhraseIndex('');
addCategories(categoryEntries(), index);
addSigns(index);

it('reads back every phrase that it stores', () => {
  const lines = storedPhrases(index.byFirst)
    .split('\n')
    .map(line => line.split('\t') as [string, string]);
  expect(new Map(lines.map(([first, text]) => [first, readPhrases(text)]))).toEqual(index.byFirst);
});

it('knows the words of the tables, and none by the names that every object has', () => {
  const { phrasesFrom, vocabulary } = lexiconOf([], {});
  expect(vocabulary).toEqual(index.vocabulary);
  for (const [first, phrases] of index.byFirst) expect(phrasesFrom(first)).toEqual(phrases);
  expect(phrasesFrom('constructor')).toEqual([]);
});
