/** Terms in words: `1 an reconductible 3 fois`, `tacite reconduction annuelle`, `LRAR 2 mois avant échéance`. */
import { isAbsent } from './absent.ts';
import { foldTerm } from './durations.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';
import type { Token } from './termLexicon.ts';
import { tokensOf } from './termPhrases.ts';
import { type Said, type TermContext, type TermSayings, taken } from './termPieces.ts';
import { type TermSum, termSum } from './termSums.ts';

/** What a phrase says, and the words of it that were not understood. */
export interface TermWords extends TermSayings {
  readonly problems: readonly Problem[];
}

/** A count beside none of these words is one of periods, the first included. */
const SPEAKS_OF_RENEWAL = /recondu|renouv|prolong|proro|renew|exten|option|tacit|expres|puis|then/;

/** « Possible » says that it renews, and not how. */
const MAY_RENEW = /^(?:possible|eventuelle?|envisageable)s?$/;
/** « M-3 », « J - 90 »: so long before the end. */
const COUNTDOWN = /^([mj]) ?- ?(\d{1,3})$/;

/** « Deux fois puis 6 mois »: a renewal unlike the others, which no field holds. */
const ANOTHER_LENGTH = /\d+ fois,? (puis (?:de )?\d+ ?(?:mois|ans?))\b/;

/** Reads one cell. Words that are not understood are said, and what was understood beside them is kept. */
export function readTermWords(text: string, context: TermContext): TermWords {
  if (isAbsent(text))
    return context === 'renewal' && /^(?:n.ant|none|nil|sans objet)$/i.test(text.trim())
      ? NO_RENEWAL
      : NOTHING;
  const letter = context === 'renewal' ? RENEWAL_LETTERS[text.trim().toUpperCase()] : undefined;
  if (letter) return letter;
  const folded = foldTerm(text);
  if (context === 'renewal' && MAY_RENEW.test(folded)) return { renewal: 'yes', problems: NO_PROBLEM };
  const countdown = context === 'notice' ? COUNTDOWN.exec(folded) : undefined;
  if (countdown) return readTermWords(`${countdown[2]} ${countdown[1]}`, context);
  const sum = context === 'notice' ? undefined : termSum(folded);
  const { tokens, unknown } = tokensOf(sum ? sum.rest : folded);
  const countsPeriods = context === 'term' && !sum && !SPEAKS_OF_RENEWAL.test(folded);
  const gathered = gather(tokens, context, sum, countsPeriods);
  const words = [...gathered.misfits, ...unknown, ...(ANOTHER_LENGTH.exec(folded)?.slice(1) ?? [])];
  const total = gathered.total ?? (sum?.doubtful && sum.totalMonths);
  const problems = [
    ...(gathered.bareMonths ? [problem('DURATION_UNIT_ASSUMED', { unit: 'months' as const, cells: 1 })] : []),
    ...(sum?.assumedUnit ? [problem('DURATION_UNIT_ASSUMED', { unit: sum.assumedUnit, cells: 1 })] : []),
    ...(total ? [problem('TERM_AMBIGUOUS', { months: total })] : []),
    ...(words.length > 0 ? [problem('TERM_WORDS_UNKNOWN', { words: words.join(' ') })] : []),
  ];
  return { ...gathered.said, problems };
}

const NOTHING: TermWords = { problems: NO_PROBLEM };
/** Codes of software lists of values. */
const RENEWAL_LETTERS: Readonly<Record<string, TermWords>> = {
  T: { renewal: 'tacit', problems: NO_PROBLEM },
  E: { renewal: 'express', problems: NO_PROBLEM },
};
const NO_RENEWAL: TermWords = { renewal: 'none', problems: NO_PROBLEM };

/** What the tokens say together, and those that found no place. */
interface Gathered {
  readonly said: Said;
  readonly misfits: readonly string[];
  /** « 1 an reconductible 3 ans »: three renewals of a year, or one of three? The whole is sure. */
  readonly total?: number;
  /** « 3 x 12 »: months, as nothing says otherwise. */
  readonly bareMonths?: boolean;
}

function gather(
  tokens: readonly Token[],
  context: TermContext,
  sum: TermSum | undefined,
  countsPeriods: boolean,
): Gathered {
  const { said, misfits, rhythm, bareMonths } = taken(tokens, context, sum);
  const whole = countsPeriods ? periodsInAll(said) : undefined;
  const gathered = settled(said, withoutWhole(said, misfits), rhythm, context);
  return { ...gathered, ...(whole !== undefined && { total: whole }), bareMonths };
}

/**
 * « 4 x 1 an », « 1 an x 4 »: four years in all, the first of them firm. The months in all are given back when nothing
 * else says them.
 */
function periodsInAll(said: Said): number | undefined {
  const { firm, renewals, renewalMonths, totalMonths } = said;
  const length = firm?.months ?? renewalMonths;
  if (typeof renewals !== 'number' || renewals < 2 || !length || (renewalMonths ?? length) !== length)
    return undefined;
  if (totalMonths !== undefined && totalMonths !== length * renewals) return undefined;
  said.firm = { months: length };
  said.renewalMonths = length;
  said.renewals = renewals - 1;
  return totalMonths === undefined ? length * renewals : undefined;
}

/**
 * « 48 mois (12 mois renouvelable 3 fois) », « 3 ans (2 + 1) »: one of two lengths is the whole of the others. The
 * misfits without it, `said` put right.
 */
function withoutWhole(said: Said, misfits: readonly string[]): readonly string[] {
  const { firm, renewals, renewalMonths, totalMonths } = said;
  const lengths = misfits.filter(words => words.endsWith(' mois'));
  if (totalMonths !== undefined || !firm?.months || typeof renewals !== 'number' || lengths.length !== 1)
    return misfits;
  const other = Number.parseInt(lengths[0]!, 10);
  if (firm.months === other * (renewals + 1) && (renewalMonths ?? other) === other) {
    said.totalMonths = firm.months;
    said.firm = { months: other };
  } else if (other !== firm.months + renewals * (renewalMonths ?? firm.months)) return misfits;
  return misfits.filter(words => words !== lengths[0]);
}

function settled(
  said: Said,
  misfits: readonly string[],
  rhythm: number | undefined,
  context: TermContext,
): Gathered {
  if (said.renewals === 0) said.renewal = 'none';
  if (said.renewals !== undefined) said.renewal ??= 'yes';
  if (context === 'renewal' && (rhythm !== undefined || said.renewalMonths !== undefined))
    said.renewal ??= 'yes';
  if (rhythm !== undefined) {
    if (said.renewal && said.renewal !== 'none') said.renewalMonths ??= rhythm;
    else said.firm ??= { months: rhythm };
  }
  const { firm, renewals, renewalMonths, totalMonths } = said;
  // « 4 years with the option to extend for up to 24 months »: a limit below the firm period is that of the renewals.
  if (
    firm?.months &&
    totalMonths !== undefined &&
    totalMonths < firm.months &&
    said.renewal &&
    said.renewal !== 'none'
  )
    said.totalMonths = firm.months + totalMonths;
  const doubtful =
    firm?.months &&
    renewals === undefined &&
    renewalMonths &&
    renewalMonths > firm.months &&
    said.totalMonths === undefined;
  if (!doubtful || renewalMonths % firm.months! !== 0) return { said, misfits };
  delete said.renewalMonths;
  said.totalMonths = firm.months! + renewalMonths;
  return { said, misfits, total: said.totalMonths };
}
