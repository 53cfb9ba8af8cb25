/** A member's running contract, as read from its register, and what surrounds it. */
import type { Classification } from './category.ts';
import type { Cents } from './money.ts';
import type { Term } from './term.ts';

/** Identifies a landlord of the group: a slug of its name, or the one given in the configuration. */
export type MemberId = string & { readonly __brand: 'MemberId' };

/** Identifies a contract across runs: member + reference + lot, or a fingerprint of its content. */
export type ContractId = string & { readonly __brand: 'ContractId' };

/** Where something was read: names rows and columns as Excel shows them. */
export interface Location {
  readonly file: string;
  readonly sheet?: string;
  /** Excel row number, from 1. */
  readonly row?: number;
  /** Column letter, `A`… */
  readonly column?: string;
  /** The column's heading, as written. */
  readonly heading?: string;
}

/** What an amount covers. `annual`: one year. `whole-term`: the whole duration. `unknown`: not said. */
export type AmountPeriod = 'annual' | 'half-yearly' | 'quarterly' | 'monthly' | 'whole-term' | 'unknown';
/** Whether an amount excludes (`ht`) or includes (`ttc`) value-added tax. */
export type VatBasis = 'ht' | 'ttc' | 'unknown';

/** The annual amount excluding VAT, and how it was reached. */
export interface Amount {
  /** What the register says, in cents. */
  readonly stated: Cents;
  readonly period: AmountPeriod;
  readonly vat: VatBasis;
  /** Excluding VAT, for one year; absent when it cannot be derived without inventing something. */
  readonly annual?: Cents;
  /**
   * How `annual` follows from `stated`. `as-stated`; `multiplied`: a month × 12; `divided`: whole term ÷ months × 12;
   * `assumed-annual`: the period is not said, taken as annual, marked as a guess; `none`: it cannot be derived.
   */
  readonly derivation: 'as-stated' | 'multiplied' | 'divided' | 'assumed-annual' | 'none';
  /** Months by which a whole-term amount was divided. */
  readonly months?: number;
  /** Rate by which a VAT-inclusive amount was converted. */
  readonly vatRate?: number;
}

/**
 * `running` on the as-of day; `upcoming`: starts later; `ended`: its last end is past;
 * `terminated`: the register says that it was ended early (résilié); `unknown`: no end is known.
 */
export type ContractStatus = 'running' | 'upcoming' | 'ended' | 'terminated' | 'unknown';

export interface Contract {
  readonly id: ContractId;
  readonly member: MemberId;
  /** The member's own number; absent in registers that have none. */
  readonly reference?: string;
  readonly lot?: string;
  readonly title: string;
  /** The holder (titulaire), or the holders of a consortium joined with ` / `. */
  readonly supplier?: string;
  /** SIRET or SIREN, digits only. */
  readonly supplierId?: string;
  /** CPV code, eight digits, without check digit. */
  readonly cpv?: string;
  readonly territory?: string;
  readonly status: ContractStatus;
  readonly category: Classification;
  readonly term: Term;
  readonly amount?: Amount;
  readonly source: Required<Pick<Location, 'file' | 'row'>> & Pick<Location, 'sheet'>;
}

/** A landlord of the group. */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  /** SIREN, nine digits. */
  readonly siren?: string;
  /** Territories where it manages dwellings, as configured. */
  readonly territories: readonly string[];
}
