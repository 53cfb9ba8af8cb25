/** The pieces of a phrase, taken one by one into what it says: each kind of piece has its place below. */
import type { Notice, Renewal } from '../../domain/term.ts';
import type { Duration } from './durations.ts';
import type { Token } from './termLexicon.ts';
import type { TermSum } from './termSums.ts';

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

/** « Oui (2) », « tacite 3 »: so many renewals; more would be months. */
const MOST_BARE_RENEWALS = 5;

/** {@link TermSayings}, while they are gathered. */
export type Said = { -readonly [Key in keyof TermSayings]: TermSayings[Key] };

/** What the pieces met so far say. */
export interface Gathering {
  readonly said: Said;
  /** Pieces that found no place, in words. */
  readonly misfits: string[];
  /** The length of each renewal, as a rhythm. */
  rhythm?: number;
  /** « 3 x 12 »: months, as nothing says otherwise. */
  bareMonths: boolean;
  /** What follows is about renewals. */
  renewing: boolean;
  /** What the next duration or date is, when a word before it says so. */
  expected?: 'firm' | 'cap' | 'notice' | 'until' | 'since' | undefined;
}

/** The neighbours of a piece, and where its phrase stands. */
interface Place {
  readonly before: Token['is'] | undefined;
  readonly next: Token['is'] | undefined;
  readonly context: TermContext;
  readonly isAlone: boolean;
  readonly speaksOfRenewal: boolean;
}

/** Takes every piece, in order. */
export function taken(tokens: readonly Token[], context: TermContext, sum: TermSum | undefined): Gathering {
  // « 1 an reconductible 3 fois » begins with the firm period; « 1 an tacite une fois » does not.
  const speaksOfRenewal = tokens.some(({ is }) => is === 'renews');
  const gathering: Gathering = {
    said: sum ? fromSum(sum) : {},
    misfits: [],
    bareMonths: false,
    renewing: sum !== undefined || (context === 'renewal' && !speaksOfRenewal),
  };
  const isAlone = tokens.length === 1;
  for (const [index, token] of tokens.entries()) {
    const [before, next] = [tokens[index - 1]?.is, tokens[index + 1]?.is];
    const take = TAKE[token.is] as (gathering: Gathering, token: Token, place: Place) => void;
    take(gathering, token, { before, next, context, isAlone, speaksOfRenewal });
  }
  return gathering;
}

function fromSum({ firmMonths, renewals, renewalMonths, totalMonths }: TermSum): Said {
  const length = renewalMonths === undefined ? { totalMonths } : { renewalMonths };
  return { firm: { months: firmMonths }, renewal: 'yes', renewals, ...length };
}

/** Where each kind of piece goes. */
const TAKE: {
  readonly [Kind in Token['is']]: (
    gathering: Gathering,
    token: Extract<Token, { is: Kind }>,
    place: Place,
  ) => void;
} = {
  duration(gathering, { duration }, place) {
    placeDuration(gathering, duration, place);
    gathering.expected = undefined;
  },
  count: (gathering, { count }, place) => placeNumber(gathering, count, place, true),
  number: (gathering, { number }, place) => placeNumber(gathering, number, place, false),
  rhythm(gathering, { months }, { next }) {
    const { said, misfits, expected, renewing } = gathering;
    // « résiliable chaque année » is a right to leave, which no field holds: said as not understood.
    if (expected === 'notice') misfits.push(`résiliable tous les ${months} mois`);
    else if (!renewing && !said.firm && next === 'renews') said.firm = { months };
    else gathering.rhythm = months;
  },
  optional({ said, misfits }, { months, mode }) {
    const whole = said.firm?.months;
    if (whole === undefined || whole <= months || said.totalMonths !== undefined) {
      misfits.push(`${months} mois`);
      return;
    }
    said.totalMonths = whole;
    said.firm = { months: whole - months };
    said.renewal ??= mode;
  },
  mode(gathering, { mode }, { context, isAlone }) {
    const { said, misfits } = gathering;
    // « Aucun » in a cell of notices speaks of the notice.
    if (mode === 'none' && context === 'notice' && isAlone) said.notice = { days: 0 };
    else if (mode === 'none' ? said.renewal === undefined : said.renewal !== 'none') said.renewal = mode;
    else misfits.push(mode);
    gathering.renewing ||= mode !== 'none';
  },
  date(gathering, { text }, { context }) {
    const { said, misfits, expected } = gathering;
    if (context === 'notice' && said.deadline === undefined) said.deadline = text;
    else if (expected === 'since') said.since = text;
    else if (said.until === undefined) said.until = text;
    else misfits.push(text);
    gathering.expected = undefined;
  },
  renews(gathering) {
    gathering.said.renewal ??= 'yes';
    gathering.renewing = true;
  },
  firm(gathering, _, { before }) {
    if (before !== 'duration') gathering.expected = 'firm';
  },
  capBefore(gathering, _, { before }) {
    if (before !== 'duration' && before !== 'count') gathering.expected = 'cap';
  },
  noticeBefore(gathering, _, { before }) {
    if (before !== 'duration') gathering.expected = 'notice';
  },
  cap: expecting('cap'),
  notice: expecting('notice'),
  until: expecting('until'),
  since: expecting('since'),
  noNotice({ said }) {
    said.notice = { days: 0 };
  },
  openEnded({ said }) {
    said.openEnded = true;
  },
  unlimited({ said }) {
    said.renewals = 'unlimited';
  },
  yes({ said, misfits }, _, { context }) {
    if (context === 'renewal') said.renewal ??= 'yes';
    else misfits.push('oui');
  },
  no({ said, misfits }, _, { context, isAlone }) {
    if (context === 'renewal') said.renewal ??= 'none';
    else if (context === 'notice' && isAlone) said.notice = { days: 0 };
    else misfits.push('non');
  },
};

function expecting(expected: Gathering['expected']): (gathering: Gathering) => void {
  return gathering => {
    gathering.expected = expected;
  };
}

function placeDuration(gathering: Gathering, duration: Duration, { next, context }: Place): void {
  const { said, misfits, expected, renewing } = gathering;
  const { months } = duration;
  if (context === 'notice' || expected === 'notice' || next === 'noticeBefore') {
    said.notice = months === undefined ? { days: duration.days! } : { months };
  } else if ((expected === 'cap' || next === 'capBefore') && months !== undefined) said.totalMonths = months;
  else if (expected === 'firm' || next === 'firm' || (!renewing && !said.firm)) {
    // « 4 ans dont 1 an ferme »: the first length was the whole.
    const before = said.firm?.months;
    if (before !== undefined && months !== undefined && before > months) said.totalMonths ??= before;
    said.firm = duration;
  } else if (renewing && months !== undefined && (said.renewalMonths ?? months) === months)
    said.renewalMonths = months;
  else misfits.push(months === undefined ? `${duration.days} j` : `${months} mois`);
}

/** A number of renewals (`isCount`: its words say so), or of months that nothing but their size tells. */
function placeNumber(gathering: Gathering, number: number, place: Place, isCount: boolean): void {
  const { said, misfits } = gathering;
  const { before, next, context, speaksOfRenewal } = place;
  const isMonths = number >= LEAST_MONTHS;
  if ((isCount || mayCount(number, place)) && isPossible(number) && said.renewals === undefined) {
    said.renewals = number;
    gathering.renewing = true;
  } else if (
    before === 'count' &&
    isMonths &&
    (context === 'renewal' || speaksOfRenewal) &&
    !said.renewalMonths
  ) {
    said.renewalMonths = number;
    gathering.bareMonths = true;
  } else if (next === 'firm' && isMonths && number < (said.firm?.months ?? 0)) {
    // « 48 mois dont 24 fermes ».
    said.totalMonths ??= said.firm!.months!;
    said.firm = { months: number };
  } else if (number !== 1) misfits.push(String(number));
}

const isPossible = (renewals: number): boolean => Number.isInteger(renewals) && renewals <= MOST_RENEWALS;

/** Whether a bare number can be one of renewals. */
function mayCount(number: number, { before, next, context, isAlone }: Place): boolean {
  if (context !== 'renewal') return false;
  // « 3 max » of renewals: so many at most.
  const isAtMost = before === 'capBefore' || before === 'cap' || next === 'capBefore';
  const isBare = (before === 'yes' || before === 'mode') && next === undefined;
  return isAlone || isAtMost || (isBare && number <= MOST_BARE_RENEWALS);
}
