/** What the parts of the quarterly report are made from. */
import type { Outcome } from '../../domain/outcome.ts';
import type { Quarterly } from '../../domain/quarterly.ts';
import type { Changes } from '../../domain/changes.ts';

/** A run, what its quarter needs, and the run of the earlier report, when there is one. */
export type QuarterlyOutcome = Outcome & { readonly quarterly: Quarterly; readonly before?: Outcome };

/** Two runs, and what changed between them. */
export interface ComparedRuns {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly changes: Changes;
}
