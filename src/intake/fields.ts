/**
 * The fields that a column can feed, and what is known of a column before its cells are read:
 * the seam between headings (bytes → tables) and rows (tables → contracts).
 */
import type { AmountPeriod, VatBasis } from '../domain/contract.ts';
import type { Field } from '../domain/field.ts';
import type { Read } from './table.ts';

export type { Field };

/** Unit that a heading gives to the numbers below it (« Préavis (mois) »). */
export type Unit = 'days' | 'weeks' | 'months' | 'years';

/** What a heading says beside its field. */
export interface HeadingFacts {
  /** Durations and notices: the unit of a bare number. */
  readonly unit?: Unit;
  /** Amounts: `ht` or `ttc`; absent when the heading does not say. */
  readonly vat?: Exclude<VatBasis, 'unknown'>;
  /** Amounts: what they cover; absent when the heading does not say. */
  readonly period?: Exclude<AmountPeriod, 'unknown'>;
  /** Amounts over the whole term: that of the firm period alone (« durée ferme », « hors reconductions »). */
  readonly firmOnly?: true;
  /** Amounts in thousands (« k€ ») or millions (« M€ ») of euros. */
  readonly scale?: 1000 | 1_000_000;
  /** Dates: the order that the heading shows (« (jj/mm/aaaa) »). */
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
}

/**
 * What one column was taken for. A field appears once in a table, except the amounts: an HT and a TTC column
 * of the same field may stand side by side (they differ by `vat`), so that a blank HT cell has its TTC one.
 */
export interface ColumnMatch extends HeadingFacts {
  /** Place of the column in `Row.cells`, from 0. */
  readonly index: number;
  /** Column letter, `A`… */
  readonly column: string;
  /** The heading as written; '' when it has none. */
  readonly heading: string;
  /** Absent when the column is not used. */
  readonly field?: Field;
  /** `heading`: a known heading. `content`: its cells decided. `config`: the configuration says so. */
  readonly basis?: 'heading' | 'content' | 'config';
}

/** A table whose columns are understood: what `headings` gives to `rows`. */
export type MatchedColumns = Read<readonly ColumnMatch[]>;

/** What a record below the header is, from its shape. */
export type RowKind = 'data' | 'blank' | 'section' | 'total' | 'repeated-header' | 'note';
