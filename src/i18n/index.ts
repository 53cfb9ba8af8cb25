/** The languages of the tool. To add one: a folder beside `fr` and `en`, and one line here. */
import type { Language } from '../domain/settings.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

const LANGUAGES: Readonly<Record<Language, Texts>> = { fr, en };

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as readonly Language[];

/** The texts of a language. */
export function textsFor(language: Language): Texts {
  return LANGUAGES[language];
}

/**
 * The language of a run: the one asked for, else the locale's (`LC_ALL`, `LC_MESSAGES`, `LANG`) when it is one
 * of ours, else French, because its users are.
 */
export function languageFrom(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return (
    LANGUAGE_NAMES.find(name => name === asked) ??
    LANGUAGE_NAMES.find(name => locale.startsWith(name)) ??
    'fr'
  );
}
