/** Purchasing categories: what a contract buys, whatever its owner calls it. */

/** An id of `src/data/tables/categories.csv` (or of the configuration): `ASC`, `NETTOYAGE`, `WORKS`, `OTHER`… */
export type CategoryId = string & { readonly __brand: 'CategoryId' };

/** S services, F supplies (fournitures), T works (travaux). */
export type Nature = 'S' | 'F' | 'T';

/** Who can buy together. `local`: members that share a territory. `regional`, `national`: wider. */
export type Reach = 'local' | 'regional' | 'national';

export interface Category {
  readonly id: CategoryId;
  readonly label: { readonly fr: string; readonly en: string };
  readonly nature: Nature;
  readonly reach: Reach;
  /** Social or other specific service: adapted procedure whatever the value (R2123-1 3°). */
  readonly socialRegime: 'no' | 'yes' | 'partly' | 'to-confirm';
  /** CPV codes, eight digits, the main one first. */
  readonly cpv: readonly string[];
  /** Usual whole duration of a joint contract, renewals included, in months. */
  readonly usualMonths: number;
  readonly minimumMonths: number;
  readonly maximumMonths: number;
  /** Usual pattern, as buyers write it: `12+3x12`. */
  readonly pattern: string;
  /** Months between the decision to launch and the start of the joint contract. */
  readonly leadMonths: number;
  /** 3 strong candidate for joint purchase … 1 weak, 0 never (one-off operations). */
  readonly jointFit: 0 | 1 | 2 | 3;
  /** Month and day on which such contracts must start, `01-01`, when custom or law says so. */
  readonly startsOn?: string;
  /** Where each default comes from. */
  readonly source: string;
}

/** How titles name a category, as a buyer edits it in the table: texts, spelt as people write them. */
export interface CategoryWords {
  /** Words or phrases that name the need by themselves; `amo + ascenseur`: all of them, anywhere. */
  readonly names: readonly string[];
  /** Words that name the need when nothing more precise is named: `travaux d'entretien`, `assurances`. */
  readonly broad: readonly string[];
  /** Words that go with the need without naming it. */
  readonly hints: readonly string[];
  /** Ambiguous short forms, `EV`, with the words beside which they mean this category. */
  readonly abbreviations: readonly { readonly short: string; readonly beside: readonly string[] }[];
  /** Words that tell that the need is another one. */
  readonly exclusions: readonly string[];
}

/** A category that the configuration adds, with the words that name it. */
export interface AddedCategory {
  readonly category: Category;
  readonly words: CategoryWords;
}

export type Confidence = 'high' | 'medium' | 'low';
/** What a classification rests on. */
export type ClassificationBasis = 'cpv' | 'title' | 'column' | 'section' | 'config' | 'none';

export interface Classification {
  readonly id: CategoryId;
  readonly confidence: Confidence;
  readonly basis: ClassificationBasis;
  /** The next most likely category. */
  readonly runnerUp?: CategoryId;
  /** Other needs that the contract covers too. */
  readonly also?: readonly CategoryId[];
  /** Serves one building operation that the title names: a mission, not a recurring need. Absent: not told. */
  readonly oneOff?: true;
}

/** A one-off building operation: never grouped. */
export const WORKS = 'WORKS' as CategoryId;
/** A recurring need outside the list, or one that could not be told. */
export const OTHER = 'OTHER' as CategoryId;
