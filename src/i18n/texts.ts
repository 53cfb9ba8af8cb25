/** The shape of a language: a text missing from one does not compile. */
import type { Confidence } from '../domain/category.ts';
import type { ContractStatus, Location } from '../domain/contract.ts';
import type { Day, Quarter } from '../domain/day.ts';
import type { DecisionCode, LossCode } from '../domain/decision.ts';
import type { DiagnosticCode, DiagnosticParams, Severity } from '../domain/diagnostic.ts';
import type { Field } from '../domain/field.ts';
import type { Effect, LegalCheckCode, Mark } from '../domain/legal.ts';
import type { ConfigurationProblem, MistakeCode, MistakeParams } from '../domain/mistake.ts';
import type { Cents } from '../domain/money.ts';
import type { AloneCode, CodeParams, GainRule, Lever, Procedure, Tender } from '../domain/plan.ts';
import type { ReadingStep } from '../domain/progress.ts';
import type { Language } from '../domain/settings.ts';
import type { CategoryTexts } from './categoryTexts.ts';
import type { ExplainTexts } from './explainTexts.ts';
import type { ExportTexts } from './exportTexts.ts';
import type { QuarterSectionId, QuarterTexts } from './quarterTexts.ts';
import type { Source } from '../domain/source.ts';

/** A diagnostic or a mistake in words. */
export interface Explained {
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

export type DiagnosticTexts = {
  readonly [Code in DiagnosticCode]: (params: Readonly<DiagnosticParams[Code]>) => Explained;
};

export type MistakeTexts = {
  readonly [Code in MistakeCode]: (params: Readonly<MistakeParams[Code]>) => Explained;
};

export type ConfigurationTexts = Readonly<
  Record<ConfigurationProblem['kind'], (problem: ConfigurationProblem) => string>
>;

type Sentence = (params: CodeParams) => string;

/** The plan's codes in words. */
export interface PlanTexts {
  readonly lever: Readonly<Record<Lever, string>>;
  readonly decision: Readonly<Record<DecisionCode, Sentence>>;
  readonly loss: Readonly<Record<LossCode, Sentence>>;
  readonly alone: Readonly<Record<AloneCode, { readonly label: string; readonly sentence: Sentence }>>;
  readonly gainRule: Readonly<Record<GainRule, string>>;
  readonly procedure: Readonly<Record<Procedure['code'], string>>;
}

/** Legal checks in words; identifiers in the parameters are replaced by names beforehand. */
export interface LegalTexts {
  readonly check: Readonly<Record<LegalCheckCode, Sentence>>;
  /** Said with every check. */
  readonly confirm: string;
  readonly effect: Readonly<Record<Effect, string>>;
  readonly mark: Readonly<Record<Mark, string>>;
  readonly publication: Readonly<Record<Procedure['publication'], string>>;
  /** `START_IMPOSSIBLE`: `stage` is a label, `earliestStart` a day or absent. */
  readonly startImpossible: Sentence;
  /** One stage of `CALENDAR_TIGHT`: `stage` is a label. */
  readonly shortened: Sentence;
}

/** How values are written. */
export interface FormatTexts {
  readonly day: (day: Day) => string;
  /** As the language's spreadsheets take it for a date. */
  readonly sheetDay: (day: Day) => string;
  /** `mars 2027` */
  readonly month: (day: Day) => string;
  readonly quarter: (quarter: Quarter) => string;
  /** Whole euros with their sign. */
  readonly money: (amount: Cents) => string;
  readonly number: (value: number) => string;
  /** 0.05 → `5 %` */
  readonly rate: (value: number) => string;
  /** `3 contrats` */
  readonly count: (n: number, noun: Noun) => string;
  readonly list: (items: readonly string[]) => string;
  readonly decimal: ',' | '.';
}

export type Noun = 'contract' | 'member' | 'tender' | 'file' | 'row' | 'error' | 'warning' | 'note' | 'day';

/** The parts of a report. */
export const SECTIONS = [
  'schedule',
  'decisions',
  'participations',
  'members',
  'alone',
  'contracts',
  'files',
  'quality',
  'settle',
  'columns',
  'data',
  'assumptions',
  'timeline',
  'matrix',
  'publication',
  'checks',
  'milestones',
  'workload',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Headings of the reports' tables, by the name that exports keep in every language. */
export type ColumnId =
  | 'tender'
  | 'launch'
  | 'launchOn'
  | 'category'
  | 'territory'
  | 'member'
  | 'members'
  | 'start'
  | 'months'
  | 'coordinator'
  | 'procedure'
  | 'annual'
  | 'estimated'
  | 'gainLow'
  | 'gain'
  | 'gainHigh'
  | 'by'
  | 'margin'
  | 'step'
  | 'contract'
  | 'title'
  | 'supplier'
  | 'joinsOn'
  | 'leavesOn'
  | 'lever'
  | 'reason'
  | 'explanation'
  | 'nextExit'
  | 'tenders'
  | 'contracts'
  | 'jointAnnual'
  | 'coordinates'
  | 'file'
  | 'sheet'
  | 'memberFrom'
  | 'encoding'
  | 'headerRow'
  | 'rows'
  | 'duplicates'
  | 'skipped'
  | 'rejected'
  | 'severity'
  | 'code'
  | 'row'
  | 'column'
  | 'value'
  | 'problem'
  | 'expected'
  | 'remedy'
  | 'assumption'
  | 'source'
  | 'status'
  | 'confidence'
  | 'currentEnd'
  | 'latestEnd'
  | 'noticeDeadline'
  | 'usable'
  | 'over'
  | 'noEnd'
  | 'noAmount'
  | 'toClassify'
  | 'heading'
  | 'field'
  | 'basis'
  | 'reading'
  | 'otherCategories'
  | 'identifier'
  | 'tendersFirst'
  | 'tendersSecond'
  | 'gainFirst'
  | 'gainSecond'
  | 'change'
  | 'from'
  | 'to'
  | 'what'
  | 'quarter'
  | 'launches'
  | 'buyerDays'
  | 'check'
  | 'effect'
  | 'article'
  | 'stage'
  | 'days'
  | 'lost'
  | 'kind'
  | 'outcome'
  | 'before'
  | 'after'
  | 'replaceFrom';

/** Headings and sentences of the reports. */
export interface ReportTexts {
  readonly title: (group: string | undefined) => string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly columns: Readonly<Record<ColumnId, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly memberFrom: Readonly<Record<Source['memberFrom'], string>>;
  readonly basis: Readonly<Record<'heading' | 'content' | 'config', string>>;
  /** What was decided for a whole column: `dd/MM/yyyy + serial`, `months?` (assumed), `annual, ht`. */
  readonly reading: (codes: string) => string;
  readonly unused: string;
  readonly status: Readonly<Record<ContractStatus, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly readOn: (facts: { contracts: string; members: string; files: string; day: string }) => string;
  readonly joint: (facts: { tenders: string; contracts: string; annual: string; gain: string }) => string;
  readonly proof: (gap: number) => string;
  readonly naive: (naive: string, planned: string) => string;
  readonly nothingToPool: string;
  readonly nothingToSettle: string;
  readonly howToSettle: string;
  readonly nothingToDecide: string;
  readonly margin: (days: number) => string;
  /** What should have begun already, and is due on no day of its own. */
  readonly atOnce: string;
  readonly deadlines: (counts: { missed: number; urgent: number }) => string;
  /** Launches by quarter, and how many one can have. */
  readonly launches: (byQuarter: string, capacity: number | undefined) => string;
  readonly allMembers: (n: number, coordinator: string) => string;
  readonly coordinatorMark: string;
  /** Tenders that no member joins on their start, each with the day of the first. */
  readonly laterEntries: (tenders: readonly string[]) => string;
  readonly laterEntry: (tender: string, day: string) => string;
  readonly aloneCount: (count: string, label: string) => string;
  readonly account: (account: RowAccount) => string;
  readonly problems: (errors: string, warnings: string) => string;
  readonly noProblem: string;
  /** How to see the rows that are not shown. */
  readonly more: (hidden: number, view: SectionId | QuarterSectionId) => string;
  readonly seeCheck: string;
  readonly hypothesis: string;
  readonly legal: string;
  /** Two schedules side by side. */
  readonly compared: {
    readonly title: (settings: string) => string;
    readonly values: (first: string, second: string) => string;
    readonly kept: (tenders: string) => string;
    readonly byCategory: string;
    readonly onlyFirst: string;
    readonly onlySecond: string;
  };
  /** Where: file, sheet, rows (its own one unless others are given), column and heading. */
  readonly place: (at: Location, rows?: readonly number[]) => string;
  /** « 3 fois » */
  readonly times: (n: number) => string;
  readonly andMore: (n: number) => string;
}

/** What the HTML page says beside the report's own texts. */
export interface PageTexts {
  readonly skip: string;
  readonly contents: string;
  /** « Coordonnateur : Armorique Habitat » */
  readonly labelled: (label: string, value: string) => string;
  readonly headings: Readonly<Record<PageHeading, string>>;
  readonly figures: PageFigureTexts;
  readonly filters: Readonly<
    Record<
      | 'legend'
      | 'member'
      | 'category'
      | 'everyMember'
      | 'everyCategory'
      | 'clear'
      | 'shown'
      | 'tenders'
      | 'decisions'
      | 'alone'
      | 'none',
      string
    >
  >;
  readonly timeline: Readonly<
    Record<
      | 'lead'
      | 'zoom'
      | 'year'
      | 'quarter'
      | 'preparation'
      | 'procedure'
      | 'contract'
      | 'published'
      | 'ends'
      | 'decision'
      | 'urgentDecision'
      | 'region'
      | 'load',
      string
    >
  >;
  readonly next: Readonly<
    Record<'launches' | 'decisions' | 'allTenders' | 'allDecisions' | 'noLaunch', string>
  >;
  readonly tender: PageTenderTexts;
  readonly map: Readonly<Record<'lead' | 'alone' | 'region', string>>;
  readonly decisions: Readonly<Record<'missed' | 'otherwise' | 'noTender' | 'withScript', string>>;
  readonly alone: Readonly<Record<'lead', string>>;
  readonly data: Readonly<Record<'toVerify' | 'exposure' | 'end', string>> & {
    /** By how many months an end may be wrong. */
    readonly toVerifyLead: (months: number) => string;
  };
  readonly columns: Readonly<
    Record<
      'stage' | 'from' | 'to' | 'rule' | 'amount' | 'volume' | 'reference' | 'slot' | 'delta' | 'by',
      string
    >
  >;
  /** Warnings of tenders, contracts and members, by code; a code without a sentence stands for itself. */
  readonly flag: Readonly<Partial<Record<string, Sentence>>>;
  readonly footer: string;
}

export type PageHeading =
  | 'figures'
  | 'next'
  | 'timeline'
  | 'tenders'
  | 'map'
  | 'decisions'
  | 'members'
  | 'alone'
  | 'data'
  | 'assumptions';

/** Labels of the key figures, and the line under each. */
interface PageFigureTexts {
  readonly tenders: string;
  readonly firstLaunch: (quarter: string) => string;
  readonly contracts: string;
  readonly outOf: (contracts: string) => string;
  readonly annual: string;
  readonly annualNote: string;
  readonly gain: string;
  readonly gainBetween: (low: string, high: string) => string;
  readonly urgent: string;
  readonly missed: (count: number) => string;
}

interface PageTenderTexts {
  readonly withScript: string;
  readonly openAll: string;
  readonly closeAll: string;
  readonly close: string;
  readonly before: string;
  readonly after: string;
  readonly publication: string;
  readonly duration: string;
  /** « 48 mois : 12 mois, puis 3 × 12 mois » */
  readonly months: (duration: { months: number; firm: number; renewals: number; renewal: number }) => string;
  readonly endsOn: string;
  readonly threshold: string;
  /** « 221 000 € (dépassé de 40 000 €) » */
  readonly againstThreshold: (threshold: string, margin: string, above: boolean) => string;
  readonly lots: string;
  readonly wholeLot: string;
  readonly frozen: Readonly<Record<NonNullable<Tender['frozen']>, string>>;
  readonly headings: Readonly<
    Record<'gain' | 'participants' | 'milestones' | 'shares' | 'alternatives' | 'checks', string>
  >;
  readonly total: string;
  readonly lowHigh: (low: string, high: string) => string;
  readonly otherLevers: (levers: string) => string;
  readonly lever: (lever: string, joinsOn: string, gain: string) => string;
  readonly slotFree: string;
  readonly slotTaken: string;
  readonly displaces: (tender: string) => string;
  readonly fragile: (contract: string, loss: string) => string;
  readonly noAlternative: string;
}

/** Where the rows of the files went. */
interface RowAccount {
  readonly rows: number;
  readonly contracts: string;
  readonly duplicates: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** Help and messages of the command line. */
export interface CommandTexts {
  readonly program: string;
  readonly align: string;
  readonly normalize: string;
  readonly check: string;
  readonly init: string;
  readonly render: string;
  readonly schema: string;
  readonly report: string;
  readonly diff: string;
  readonly paths: string;
  readonly savedPlan: string;
  readonly schemaOf: string;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly headings: Readonly<Record<'usage' | 'arguments' | 'options' | 'commands' | 'examples', string>>;
  readonly examples: readonly string[];
  readonly alignExamples: readonly string[];
  readonly normalizeExamples: readonly string[];
  readonly checkExamples: readonly string[];
  readonly initExamples: readonly string[];
  readonly renderExamples: readonly string[];
  readonly schemaExamples: readonly string[];
  readonly reportExamples: readonly string[];
  readonly diffExamples: readonly string[];
  readonly earlierPlan: string;
  readonly laterPlan: string;
  readonly help: string;
  readonly version: string;
  readonly written: (path: string) => string;
  /** What to do with a proposed configuration. */
  readonly proposed: (paths: string) => string;
  /** What a long reading is at, on one line. */
  readonly progress: (step: ReadingStep) => string;
  /** Files written among the registers, which the next run would read. */
  readonly rereading: (paths: string) => string;
  readonly bug: string;
  readonly dataProblems: (problems: string) => string;
}

type OptionName =
  | 'asOf'
  | 'config'
  | 'lang'
  | 'format'
  | 'view'
  | 'output'
  | 'set'
  | 'previous'
  | 'compare'
  | 'strict'
  | 'quiet'
  | 'noColor'
  | 'encoding'
  | 'force'
  | 'outputDir'
  | 'csvDialect'
  | 'alarms'
  | 'member'
  | 'ocidPrefix'
  | 'rejects'
  | 'quarter'
  | 'reportDir'
  | 'failOn'
  | 'dryRun';

/** Comments of the configuration that `init` proposes. */
export type ProposalTexts = Readonly<
  Record<'heading' | 'group' | 'asOf' | 'members' | 'mappings' | 'unused' | 'vatRate' | 'categories', string>
>;

/** The fields of a register. */
export type FieldTexts = Readonly<Record<Field, string>>;

/** Everything that a language must say. */
export interface Texts {
  readonly language: Language;
  readonly diagnostics: DiagnosticTexts;
  readonly mistakes: MistakeTexts;
  readonly configuration: ConfigurationTexts;
  readonly plan: PlanTexts;
  readonly legal: LegalTexts;
  readonly format: FormatTexts;
  readonly report: ReportTexts;
  readonly quarter: QuarterTexts;
  readonly page: PageTexts;
  readonly exports: ExportTexts;
  readonly explain: ExplainTexts;
  readonly fields: FieldTexts;
  readonly proposal: ProposalTexts;
  readonly categories: CategoryTexts;
  readonly command: CommandTexts;
}
