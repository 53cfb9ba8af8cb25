/** Terms in words: `1 an reconductible 3 fois`, `tacite reconduction annuelle`, `LRAR 2 mois avant échéance`. */
import type { Notice, Renewal } from '../../domain/term.ts';
import { isAbsent } from './absent.ts';
import { type Duration, foldTerm } from './durations.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';
import type { Token } from './termLexicon.ts';
import { tokensOf } from './termPhrases.ts';
import { type TermSum, termSum } from './termSums.ts';

/** What a phrase says, and the words of it that were not understood. */
export interface TermWords extends TermSayings {
  readonly problems: readonly Problem[];
}

/** Whatever the phrase does not say is absent. */
export interface TermSayings {
  readonly firm?: Duration;
  /** `yes`: it renews, the phrase does not say how. */
  readonly renewal?: Exclude<Renewal, 'unknown'> | 'yes';
  readonly renewals?: number | 'unlimited';
  readonly renewalMonths?: number;
  /** All renewals included. */
  readonly totalMonths?: number;
  readonly notice?: Notice;
  /** Dates as written, for the table's date reader. */
  readonly since?: string;
  readonly until?: string;
  /** The last day to give notice, as written. */
  readonly deadline?: string;
  readonly openEnded?: true;
}

/** Where the phrase stands: it tells what a lone duration or number means. */
export type TermContext = 'term' | 'renewal' | 'notice';

/** More renewals than any contract has: another number was written there. */
export const MOST_RENEWALS = 50;

/** A bare length of renewals is in months from so many on. */
const LEAST_MONTHS = 6;

/** A count beside none of these words is one of periods, the first included. */
const SPEAKS_OF_RENEWAL = /recondu|renouv|prolong|proro|renew|exten|option|tacit|expres|puis|then/;

/** « Possible » says that it renews, and not how. */
const MAY_RENEW = /^(?:possible|eventuelle?|envisageable)s?$/;
/** « M-3 », « J - 90 »: so long before the end. */
const COUNTDOWN = /^([mj]) ?- ?(\d{1,3})$/;
/** « Oui (2) », « tacite 3 »: so many renewals; more would be months. */
const MOST_BARE_RENEWALS = 5;

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
  const words = [...gathered.misfits, ...unknown];
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

type Said = { -readonly [Key in keyof TermSayings]: TermSayings[Key] };

/** What the tokens say together, and those that found no place. */
interface Gathered {
  readonly said: Said;
  readonly misfits: readonly string[];
  /** « 1 an reconductible 3 ans »: three renewals of a year, or one of three? The whole is sure. */
  readonly total?: number;
  /** « 3 x 12 »: months, as nothing says otherwise. */
  readonly bareMonths?: boolean;
}

/** What the next duration is, when a word before it says so. */
type Expected = 'firm' | 'cap' | 'notice' | 'until' | 'since' | undefined;

function gather(
  tokens: readonly Token[],
  context: TermContext,
  sum: TermSum | undefined,
  countsPeriods: boolean,
): Gathered {
  const said: Said = sum ? fromSum(sum) : {};
  const misfits: string[] = [];
  // « 1 an reconductible 3 fois » begins with the firm period; « 1 an tacite une fois » does not.
  const speaksOfRenewal = tokens.some(({ is }) => is === 'renews');
  let renewing = sum !== undefined || (context === 'renewal' && !speaksOfRenewal);
  let expected: Expected;
  let rhythm: number | undefined;
  let bareMonths = false;

  const place = (duration: Duration, next: Token['is'] | undefined): void => {
    const { months } = duration;
    if (context === 'notice' || expected === 'notice' || next === 'noticeBefore') {
      said.notice = months === undefined ? { days: duration.days! } : { months };
    } else if ((expected === 'cap' || next === 'capBefore') && months !== undefined)
      said.totalMonths = months;
    else if (expected === 'firm' || next === 'firm' || (!renewing && !said.firm)) {
      // « 4 ans dont 1 an ferme »: the first length was the whole.
      const before = said.firm?.months;
      if (before !== undefined && months !== undefined && before > months) said.totalMonths ??= before;
      said.firm = duration;
    } else if (renewing && months !== undefined && (said.renewalMonths ?? months) === months)
      said.renewalMonths = months;
    else misfits.push(months === undefined ? `${duration.days} j` : `${months} mois`);
  };

  for (const [index, token] of tokens.entries()) {
    const [before, next] = [tokens[index - 1]?.is, tokens[index + 1]?.is];
    switch (token.is) {
      case 'duration':
        place(token.duration, next);
        expected = undefined;
        break;
      case 'count':
      case 'number': {
        const number = token.is === 'count' ? token.count : token.number;
        // « 3 max » of renewals: so many at most.
        const atMost = before === 'capBefore' || before === 'cap' || next === 'capBefore';
        const isBare =
          (before === 'yes' || before === 'mode') && next === undefined && number <= MOST_BARE_RENEWALS;
        const counts =
          token.is === 'count' || (context === 'renewal' && (tokens.length === 1 || atMost || isBare));
        if (counts && Number.isInteger(number) && number <= MOST_RENEWALS && said.renewals === undefined) {
          said.renewals = number;
          renewing = true;
        } else if (
          before === 'count' &&
          (context === 'renewal' || speaksOfRenewal) &&
          number >= LEAST_MONTHS &&
          !said.renewalMonths
        ) {
          said.renewalMonths = number;
          bareMonths = true;
        } else if (next === 'firm' && number >= LEAST_MONTHS && number < (said.firm?.months ?? 0)) {
          // « 48 mois dont 24 fermes ».
          said.totalMonths ??= said.firm!.months!;
          said.firm = { months: number };
        } else if (number !== 1) misfits.push(String(number));
        break;
      }
      case 'rhythm':
        // « résiliable chaque année » is a right to leave, which no field holds: said as not understood.
        if (expected === 'notice') misfits.push(`résiliable tous les ${token.months} mois`);
        else if (!renewing && !said.firm && next === 'renews') said.firm = { months: token.months };
        else rhythm = token.months;
        break;
      case 'optional': {
        const whole = said.firm?.months;
        if (whole === undefined || whole <= token.months || said.totalMonths !== undefined) {
          misfits.push(`${token.months} mois`);
          break;
        }
        said.totalMonths = whole;
        said.firm = { months: whole - token.months };
        said.renewal ??= token.mode;
        break;
      }
      case 'mode':
        // « Aucun » in a cell of notices speaks of the notice.
        if (token.mode === 'none' && context === 'notice' && tokens.length === 1) said.notice = { days: 0 };
        else if (token.mode === 'none' ? said.renewal === undefined : said.renewal !== 'none')
          said.renewal = token.mode;
        else misfits.push(token.mode);
        renewing ||= token.mode !== 'none';
        break;
      case 'date':
        if (context === 'notice' && said.deadline === undefined) said.deadline = token.text;
        else if (expected === 'since') said.since = token.text;
        else if (said.until === undefined) said.until = token.text;
        else misfits.push(token.text);
        expected = undefined;
        break;
      case 'renews':
        said.renewal ??= 'yes';
        renewing = true;
        break;
      case 'firm':
        if (before !== 'duration') expected = 'firm';
        break;
      case 'capBefore':
        if (before !== 'duration' && before !== 'count') expected = 'cap';
        break;
      case 'noticeBefore':
        if (before !== 'duration') expected = 'notice';
        break;
      case 'cap':
      case 'notice':
      case 'until':
      case 'since':
        expected = token.is;
        break;
      case 'noNotice':
        said.notice = { days: 0 };
        break;
      case 'openEnded':
        said.openEnded = true;
        break;
      case 'unlimited':
        said.renewals = 'unlimited';
        break;
      case 'yes':
        if (context === 'renewal') said.renewal ??= 'yes';
        else misfits.push('oui');
        break;
      case 'no':
        if (context === 'renewal') said.renewal ??= 'none';
        else if (context === 'notice' && tokens.length === 1) said.notice = { days: 0 };
        else misfits.push('non');
        break;
    }
  }
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

function fromSum({ firmMonths, renewals, renewalMonths, totalMonths }: TermSum): Said {
  const length = renewalMonths === undefined ? { totalMonths } : { renewalMonths };
  return { firm: { months: firmMonths }, renewal: 'yes', renewals, ...length };
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
