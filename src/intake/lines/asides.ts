/** What is said of renewals and notice where nobody would look first: behind an end, in a comment. */
import { fold } from '../../domain/text.ts';
import type { TermWords } from '../cells/termWords.ts';
import type { Readers } from './readers.ts';

/** What the words behind an end say of renewals and notice; nothing when a word of them is not understood. */
export function saidAside(words: string, readers: Readers): TermWords | undefined {
  if (WAS_RENEWED.test(fold(words))) return undefined;
  const said = readers.words('renewal')(words);
  const isUnderstood = said.problems.every(({ code }) => code === 'TERM_AMBIGUOUS');
  const isAbout = (['firm', 'totalMonths', 'since', 'until'] as const).every(key => said[key] === undefined);
  return isUnderstood && isAbout && (said.renewal ?? said.notice) ? said : undefined;
}
/** « (reconduit) » says what was done, not what may be. */
const WAS_RENEWED = /\b(?:reconduit|renouvele|prolonge)e?s?\b/;

/** True for a comment that speaks of renewals or of notice. */
export function mentionsTerm(comment: string): boolean {
  return MENTIONS.test(comment);
}
const MENTIONS = /recond|renouv|pr[ée]avis|tacit|expres|d[ée]non[cç]|\bT\.?R\b|renew|notice/i;

/** What a comment says of them, when it says how: « reconduction » alone is a reminder. */
export function saidInComment(comment: string, readers: Readers): TermWords | undefined {
  const said = saidAside(comment, readers);
  const isExact =
    said?.notice ??
    said?.renewals ??
    said?.renewalMonths ??
    (said?.renewal === 'yes' ? undefined : said?.renewal);
  return isExact === undefined ? undefined : said;
}
