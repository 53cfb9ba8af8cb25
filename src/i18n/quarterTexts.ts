/** What the quarterly report and the comparison of two runs say beside the report's own texts. */
import type { Alert } from '../domain/alert.ts';
import type {
  ContractChange,
  ContractChangeCode,
  DecisionOutcome,
  FileChange,
  LayoutChangeCode,
  TenderChange,
  TenderReasonCode,
} from '../domain/changes.ts';
import type { CodeParams } from '../domain/code.ts';
import type { Day, Quarter } from '../domain/day.ts';
import type { FileQuality } from '../domain/quality.ts';
import type { RulingKind } from '../domain/ruling.ts';

/** The parts of the quarterly report; those from `tenderChanges` on need an earlier plan. */
export const QUARTER_SECTIONS = [
  'contradictions',
  'launches',
  'pending',
  'deadlines',
  'missed',
  'steps',
  'load',
  'unplanned',
  'tenderChanges',
  'contractChanges',
  'followUp',
  'layoutChanges',
  'qualityChanges',
] as const;
export type QuarterSectionId = (typeof QUARTER_SECTIONS)[number];

type Sentence = (params: CodeParams) => string;

/** How many facts of each kind the report holds. */
interface QuarterCounts {
  readonly launches: number;
  readonly pending: number;
  readonly decisions: number;
  readonly missed: number;
  /** Of those missed, tacit renewals that nobody stopped. */
  readonly ranOn: number;
  readonly unplanned: number;
  readonly contradictions: number;
}

export interface QuarterTexts {
  /** « Rapport d’achats groupés — L4h, 1er trimestre 2027 » */
  readonly title: (group: string | undefined, quarter: Quarter) => string;
  /** « Ce qui a changé — L4h » */
  readonly changesTitle: (group: string | undefined) => string;
  /** « Du 23/11/2026 au 22/02/2027 » */
  readonly between: (before: Day, after: Day) => string;
  readonly gains: (before: string, after: string) => string;
  readonly sections: Readonly<Record<QuarterSectionId, string>>;
  /** What the meeting must know first, a sentence each. */
  readonly toKnow: (counts: QuarterCounts) => readonly string[];
  readonly changed: string;
  readonly nothingHere: Readonly<Partial<Record<QuarterSectionId, string>>>;
  /** No earlier plan was given. */
  readonly nothingToCompare: string;
  readonly pendingHow: string;
  /** Proposals that can wait. */
  readonly pendingLater: (tenders: number) => string;
  readonly unplannedHow: string;
  readonly membersChanged: (facts: { tender: string; came: string; left: string }) => string;
  readonly membersChangedRemedy: string;
  /** « 01/07/2027 → 01/10/2027 » */
  readonly fromTo: (before: string, after: string) => string;
  readonly unknown: string;
  readonly contract: Readonly<Record<ContractChange['kind'], string>>;
  readonly contractChange: Readonly<Record<ContractChangeCode, Sentence>>;
  /** Contracts that were renewed as foreseen; they come last. */
  readonly renewals: (contracts: number) => string;
  readonly followedBy: (contract: string) => string;
  readonly wasNumbered: (id: string) => string;
  readonly tender: Readonly<Record<TenderChange['kind'], string>>;
  readonly tenderReason: Readonly<Record<TenderReasonCode, Sentence>>;
  readonly because: (reasons: string) => string;
  readonly ruling: Readonly<Record<RulingKind, string>>;
  readonly joins: (members: string) => string;
  readonly leaves: (members: string) => string;
  readonly otherCoordinator: (before: string, after: string) => string;
  /** Where a contract of a tender that is no more is now. */
  readonly fate: {
    readonly tender: (contract: string, tender: string) => string;
    readonly alone: (contract: string, reason: string) => string;
    readonly gone: (contract: string) => string;
  };
  readonly outcome: Readonly<Record<DecisionOutcome['outcome'], string>>;
  readonly outcomes: (counts: Readonly<Record<DecisionOutcome['outcome'], number>>) => string;
  readonly outcomesHow: string;
  readonly layout: Readonly<Record<LayoutChangeCode, Sentence>>;
  /** Before the columns that moved, listed. */
  readonly moved: (columns: string) => string;
  readonly file: Readonly<Record<FileChange['kind'], string>>;
  readonly sheet: Readonly<Record<FileChange['kind'], string>>;
  readonly renamed: (was: string) => string;
  /** « 38 exploitables sur 40, 1 erreur, 2 avertissements » */
  readonly quality: (quality: FileQuality) => string;
  readonly sameQuality: string;
  readonly keptTenders: (count: number) => string;
  readonly otherNeed: (facts: { tender: string; contract: string; category: string }) => string;
  readonly otherNeedRemedy: string;
  readonly coordinatorOnly: string;
  readonly notMade: (tender: string) => string;
  readonly notMadeRemedy: string;
  readonly renewable: string;
  readonly replaceNow: string;
  readonly members: {
    readonly came: (members: string) => string;
    readonly gone: (members: string) => string;
  };
  /** One line for a condition that is met. */
  readonly alert: (alert: Alert, first: string) => string;
  readonly alertWithoutPrevious: (condition: string) => string;
  readonly wouldWrite: (path: string) => string;
  /** Headings of the columns that inform a decision still to take, in the register of decisions. */
  readonly proposal: Readonly<Record<'members' | 'annual' | 'gain' | 'decideBy', string>>;
}
