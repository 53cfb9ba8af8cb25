/** What a language must say of purchasing categories and of the reasoning that chooses one. */
import type { Category, ClassificationBasis, Nature, Reach } from '../domain/category.ts';
import type { Feature, Origin } from '../domain/evidence.ts';

/** Columns of the taxonomy and of a reasoning, by the name that exports keep in every language. */
export type CategoryColumnId =
  | 'id'
  | 'label'
  | 'nature'
  | 'cpv'
  | 'months'
  | 'pattern'
  | 'reach'
  | 'regime'
  | 'leadMonths'
  | 'jointFit'
  | 'startsOn'
  | 'source'
  | 'weight'
  | 'reason'
  | 'origin';

export interface CategoryTexts {
  readonly command: {
    readonly summary: string;
    readonly question: string;
    readonly examples: readonly string[];
    readonly options: Readonly<Record<'cpv' | 'family' | 'section' | 'nature' | 'months', string>>;
  };
  readonly columns: Readonly<Record<CategoryColumnId, string>>;
  readonly nature: Readonly<Record<Nature, string>>;
  readonly reach: Readonly<Record<Reach, string>>;
  readonly regime: Readonly<Record<Category['socialRegime'], string>>;
  readonly fit: Readonly<Record<Category['jointFit'], string>>;
  /** What an answer rests on, to be read after « d’après ». */
  readonly basis: Readonly<Record<ClassificationBasis, string>>;
  /** Where a reason was found. */
  readonly origin: Readonly<Record<Origin, string>>;
  /** Why a thing counts; `text` is what was found. */
  readonly feature: Readonly<Record<Feature, (text: string) => string>>;
  readonly verdict: (p: {
    readonly category: string;
    readonly confidence: string;
    readonly basis: string;
  }) => string;
  readonly undecided: string;
  readonly runnerUp: (category: string) => string;
  readonly also: (categories: string) => string;
  /** Said of a contract that serves one building operation. */
  readonly oneOff: string;
  /** On the line that sums the reasons for and against a category. */
  readonly total: string;
  readonly nothingFound: string;
  /** How to settle it for good, with the lines to copy. */
  readonly settle: string;
}
