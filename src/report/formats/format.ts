/** What a format is: a pure function from what was found to text or bytes. */
import type { MemberId } from '../../domain/contract.ts';
import type { Outcome, Register } from '../../domain/outcome.ts';
import type { SectionId, Texts } from '../../i18n/texts.ts';
import type { QuarterSectionId } from '../../i18n/quarterTexts.ts';
import type { QuarterlyOutcome } from '../quarter/subject.ts';
import type { CsvDialect } from './csvDialect.ts';
import type { Paint } from './paint.ts';

export interface RenderOptions {
  readonly texts: Texts;
  /** The part of the report to show alone. */
  readonly section?: SectionId | QuarterSectionId;
  /** How a CSV is written; as the language's spreadsheets expect when absent. */
  readonly csvDialect?: CsvDialect;
  /** Days before an event at which a calendar rings. */
  readonly alarms?: readonly number[];
  /** The member whose calendar it is; the whole group's when absent. */
  readonly member?: MemberId;
  /** Prefix of Open Contracting identifiers, as registered by the publisher. */
  readonly ocidPrefix?: string;
  /** Characters of a line, for the terminal. */
  readonly width: number;
  /** Whether escape codes for bold and colour may be used. */
  readonly colour: boolean;
}

/** What can be written: a schedule, what a quarterly meeting needs of it, or only what was read. */
export type Subject =
  | ({ readonly kind: 'schedule' } & Outcome)
  | ({ readonly kind: 'quarter' } & QuarterlyOutcome)
  | ({ readonly kind: 'register' } & Register)
  | ({ readonly kind: 'check' } & Register);

/** A subject that holds a plan. */
export type Planned = Extract<Subject, { kind: 'schedule' | 'quarter' }>;
/** A subject that holds only what was read. */
export type ReadOnly = Exclude<Subject, Planned>;

/** Whether there is a plan to show. */
export function isPlanned(subject: Subject): subject is Planned {
  return subject.kind === 'schedule' || subject.kind === 'quarter';
}

export type Render = (subject: Subject, options: RenderOptions) => string | Uint8Array | Promise<Uint8Array>;

/** A page of the terminal. */
export interface Page {
  readonly texts: Texts;
  /** Characters of a line. */
  readonly width: number;
  readonly paint: Paint;
}
