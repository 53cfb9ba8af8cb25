/** What the exports say beside the report's own texts: timeline, workbook, calendar, publication. */
import type { Nature } from '../domain/category.ts';
import type { Tender } from '../domain/plan.ts';

/** What a bar of the timeline is. */
export type BarKind = 'contract' | 'notice' | 'preparation' | 'procedure' | 'joint';

export interface ExportTexts {
  readonly bar: Readonly<Record<BarKind, string>>;
  /** The end of a present contract. */
  readonly end: string;
  /** « 1 signe = 2 mois » */
  readonly scale: (months: number) => string;
  /** Signs and what they mean. */
  readonly legend: (items: readonly string[]) => string;
  readonly matrix: string;
  /** « 2 seuls » */
  readonly alone: (contracts: number) => string;
  readonly workbook: {
    readonly summary: string;
    readonly gantt: string;
    /** Format of dates, as spreadsheets write it. */
    readonly day: string;
    readonly money: string;
    /** Header and footer of printed pages, `&P` and `&N` being the page and the pages. */
    readonly page: string;
  };
  readonly calendar: {
    readonly name: (group: string | undefined, member: string | undefined) => string;
    readonly decision: (step: string, what: string, missed: boolean) => string;
    readonly milestone: (stage: string, what: string) => string;
    readonly alarm: (days: number, summary: string) => string;
    readonly coordinator: (member: string) => string;
  };
  readonly publication: {
    readonly nature: Readonly<Record<Nature, string>>;
    readonly status: Readonly<Record<NonNullable<Tender['frozen']> | 'PROPOSED', string>>;
    readonly renewals: (count: number, months: number) => string;
    readonly deferred: (member: string, day: string) => string;
    readonly because: (gain: string, members: string) => string;
  };
}
