/** How sure a legal fact is, and what a legal check may do because of it. */

/**
 * `verified`: read in a source; may block. `derived`: reasoned from verified facts; warns.
 * `unverified`: general knowledge; informs. None is legal advice.
 */
export type Mark = 'verified' | 'derived' | 'unverified';

/** What a buyer is for the thresholds: OPH, ESH, cooperatives and coordination companies are `social-landlord`. */
export type BuyerClass = 'social-landlord' | 'local-authority' | 'state' | 'contracting-entity';

/** A rule of law (or of the tool) with one number, where it comes from, and how sure it is. */
export interface LegalRule {
  readonly code: string;
  readonly value: number;
  readonly unit: 'months' | 'days' | 'percent';
  /** Article; empty for a rule that rests on no text. */
  readonly article: string;
  readonly source: string;
  readonly mark: Mark;
}
