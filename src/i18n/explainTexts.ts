/** What a language must say when one contract or one joint tender is explained. */
import type { AmountPeriod, VatBasis } from '../domain/contract.ts';
import type { Renewal } from '../domain/term.ts';

/** Parts of an explanation, by the name that its JSON keeps in every language. */
export type ChapterId =
  | 'read'
  | 'assumed'
  | 'category'
  | 'term'
  | 'exits'
  | 'amount'
  | 'joins'
  | 'alone'
  | 'gain'
  | 'levers'
  | 'steps'
  | 'next'
  | 'others'
  | 'tender'
  | 'participants'
  | 'shares'
  | 'calendar'
  | 'warnings'
  | 'checks';

/** Names of the facts of an explanation. */
export type FactId =
  | 'place'
  | 'supplier'
  | 'territory'
  | 'status'
  | 'chosen'
  | 'runnerUp'
  | 'also'
  | 'start'
  | 'firmEnd'
  | 'renewal'
  | 'currentEnd'
  | 'latestEnd'
  | 'notice'
  | 'noticeDeadline'
  | 'stated'
  | 'annual'
  | 'derivation'
  | 'reason'
  | 'nextExit'
  | 'decideBy'
  | 'tender'
  | 'identifier'
  | 'members'
  | 'coordinator'
  | 'lever'
  | 'leavesOn'
  | 'joinsOn'
  | 'publication'
  | 'duration'
  | 'procedure'
  | 'threshold'
  | 'estimated'
  | 'gain';

/** Columns that only explanations have. */
export type ExplainColumnId = 'end' | 'notice' | 'amount' | 'rule' | 'difference' | 'instead' | 'where';

export interface ExplainTexts {
  readonly command: {
    readonly summary: string;
    readonly examples: readonly string[];
    readonly options: Readonly<Record<'contract' | 'tender', string>>;
  };
  readonly chapters: Readonly<Record<ChapterId, string>>;
  readonly facts: Readonly<Record<FactId, string>>;
  readonly columns: Readonly<Record<ExplainColumnId, string>>;
  /** Under the title of a contract: whose it is, and where it ends up. */
  readonly joined: (member: string, tender: string, start: string) => string;
  readonly leftAlone: (member: string, reason: string) => string;
  /** The remark holds for the whole column, of which this cell is one. */
  readonly wholeColumn: string;
  readonly wholeFile: string;
  readonly nothingAssumed: string;
  readonly renewal: Readonly<Record<Renewal, string>>;
  /** « 3 fois 12 mois » */
  readonly renewals: (times: number | 'unlimited' | undefined, months: number | undefined) => string;
  readonly openEnded: string;
  readonly noEnd: string;
  readonly months: (months: number) => string;
  readonly noticeLength: (notice: { readonly months: number } | { readonly days: number }) => string;
  readonly passed: (day: string) => string;
  readonly notSaid: string;
  readonly period: Readonly<Record<AmountPeriod, string>>;
  readonly vat: Readonly<Record<VatBasis, string>>;
  readonly derivation: {
    readonly 'as-stated': string;
    readonly multiplied: string;
    readonly divided: (months: number | undefined) => string;
    readonly 'assumed-annual': string;
    readonly none: string;
  };
  readonly converted: (rate: string) => string;
  readonly noAmount: string;
  /** Why these members: who else buys the same, and where it is. */
  readonly othersLead: (category: string) => string;
  readonly nobodyElse: (category: string) => string;
  readonly inTender: (start: string) => string;
  readonly sameTender: string;
  readonly noOtherLever: string;
  readonly chosenLever: string;
  /** Launches of a quarter against what it can carry, and what one more would bring. */
  readonly quarter: (facts: {
    readonly quarter: string;
    readonly launches: number;
    readonly capacity: number | undefined;
    readonly price: string | undefined;
  }) => string;
  /** The other start that would cost least, every effect counted. */
  readonly nextBest: (start: string, cost: string) => string;
  readonly noAlternative: string;
  readonly netExplained: string;
  readonly noTenderOfCategory: (category: string) => string;
  readonly nearestTender: (facts: {
    readonly start: string;
    readonly members: string;
    readonly tender: string;
  }) => string;
  /** From an end of one's own to the start of a tender: `months` before it, or after when negative. */
  readonly gap: (end: string, months: number) => string;
  readonly noExitKnown: string;
  readonly total: string;
}
