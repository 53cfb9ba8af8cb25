/**
 * The phrases of the tables, ready to be looked up. The build replaces this module by its value (scripts/built.mjs),
 * so that a run indexes nothing; tests run it as it is.
 */
import { categoryEntries } from '../../data/categories.ts';
import { damageOf } from './damage.ts';
import { PhraseIndex, addCategories, addSigns, stemsOf } from './phrases.ts';
import { storedPhrases } from './stored.ts';
import { byLength } from './words.ts';

const index = new PhraseIndex('');
addCategories(categoryEntries(), index);
addSigns(index);

/** The phrases, as {@link storedPhrases} writes them. */
export const PHRASES: string = storedPhrases(index.byFirst);

/** Every stem that counts. */
export const STEMS: string = stemsOf(index.byFirst).join(' ');

/** Every word, folded, the shortest first. */
export const WORDS: string = byLength(index.vocabulary).join(' ');

/** Words as they are once their accents are destroyed, each with the word that it was: `m\uFFFDnage menage`. */
export const DAMAGED: string = [...damageOf(index.texts)].map(pair => pair.join(' ')).join('\n');
