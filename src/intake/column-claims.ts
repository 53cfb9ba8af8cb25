/** Columns compared with one another: ambiguous ones get what no other column has, rivals for a field are parted. */
import type { HeadingReading } from '../data/headings.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import { fold } from '../domain/text.ts';
import { columnLetter } from './column.ts';
import type { ColumnContent } from './column-content.ts';
import type { ColumnMatch, Field } from './fields.ts';
import { headingFacts, isAmount } from './heading-facts.ts';
import { isLater } from './later-column.ts';
import { columnLocation } from './place.ts';
import type { Table } from './table.ts';

/** A column's bid for a field, while columns are compared. */
export interface Claim {
  readonly index: number;
  field?: Field;
  basis?: NonNullable<ColumnMatch['basis']>;
  readonly reading?: HeadingReading;
  readonly content: ColumnContent;
  /** What the column could be, when its heading does not say which. */
  candidates?: readonly Field[];
  /** What it is when another column has its field: what its heading said before its cells refined it. */
  fallback?: Field;
  /** Tax basis that the table's kind tells, when the heading does not. */
  vat?: 'ht';
}

/** Settles every claim, in place; what is left without field is not used. */
export function settleClaims(table: Table, claims: Claim[], diagnostics: Diagnostic[]): void {
  settleGuesses(table, claims, diagnostics);
  settleIdentifier(claims);
  settlePublishedData(table, claims);
  settleRivals(table, claims, diagnostics);
}

/** Gives an ambiguous column the likeliest of its candidates that no other column has, and says so. */
function settleGuesses(table: Table, claims: Claim[], diagnostics: Diagnostic[]): void {
  const taken = new Map(claims.map(({ field, index }) => [field, index]));
  for (const claim of claims) {
    const free = claim.candidates?.filter(field => !taken.has(field)) ?? [];
    const start = taken.get('start');
    // Dates long after the start are ends, whatever a heading « Date » may mean.
    const isEnd = free.includes('end') && start !== undefined && isLater(table, claim.index, start);
    const field = isEnd ? 'end' : free[0];
    const others = free.filter(other => other !== field);
    if (!field) continue;
    const at = columnLocation(table, claim.index);
    const heading = table.headings[claim.index];
    diagnostics.push(
      others.length
        ? diagnostic('HEADING_AMBIGUOUS', at, { field, others }, heading)
        : diagnostic('HEADING_GUESSED', at, { field }, heading),
    );
    claim.field = field;
    claim.basis = 'content';
    taken.set(field, claim.index);
  }
}

/** Names that only the published « données essentielles » use. */
const PUBLISHED_NAMES = new Set([
  'codecpv',
  'dureemois',
  'datenotification',
  'formeprix',
  'datepublicationdonnees',
  'objetmodification',
]);

/**
 * In the « données essentielles », `montant` is the amount notified for the whole contract, excluding VAT
 * (arrêté du 22 mars 2019, annexe 1: « montant HT forfaitaire ou estimé maximum en euros »).
 */
function settlePublishedData({ headings }: Table, claims: Claim[]): void {
  const published = headings.filter(heading => PUBLISHED_NAMES.has(heading.toLowerCase())).length >= 3;
  const amount = published
    ? claims.find(({ index }) => headings[index]!.toLowerCase() === 'montant')
    : undefined;
  if (amount?.field !== 'amount') return;
  amount.field = 'totalAmount';
  amount.vat = 'ht';
}

/** A « SIRET » column that never changes is the landlord's own; one that changes is the suppliers'. */
function settleIdentifier(claims: Claim[]): void {
  const plain = claims.find(
    ({ field, reading, basis }) =>
      field === 'supplierId' &&
      basis === 'heading' &&
      /^(n |numero )?sire[nt]$/.test(fold(reading!.known.heading)),
  );
  const others = claims.some(({ field }) => field === 'memberId');
  if (!plain || others || plain.content.different > 1 || plain.content.filled < 3) return;
  plain.field = 'memberId';
  plain.basis = 'content';
}

/** One column a field: the configured one, else the better known heading, else the fuller column, else the first. */
function settleRivals(table: Table, claims: Claim[], diagnostics: Diagnostic[]): void {
  const byField = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (!claim.field || claim.field === 'renewalEnd') continue;
    const inclusive =
      isAmount(claim.field) && headingFacts(table.headings[claim.index]!, claim.field).vat === 'ttc';
    const key = `${claim.field}${inclusive ? ' ttc' : ''}`;
    byField.set(key, [...(byField.get(key) ?? []), claim]);
  }
  for (const rivals of byField.values()) {
    if (rivals.length < 2) continue;
    const [kept, ...lost] = [...rivals].sort(byStrength);
    for (const claim of lost) {
      const other = otherReading(claim);
      if (other && !claims.some(({ field }) => field === other)) {
        claim.field = other;
        claim.basis = 'content';
        continue;
      }
      const params = { field: claim.field!, kept: columnLetter(kept!.index) };
      const at = columnLocation(table, claim.index);
      diagnostics.push(diagnostic('FIELD_CLAIMED_TWICE', at, params, table.headings[claim.index]));
      delete claim.field;
      delete claim.basis;
    }
  }
}

/**
 * What a column that loses its field may still be: what its heading said, or the number of renewals for
 * « Reconductions : 3 x 12 mois » beside « Type de reconduction ».
 */
function otherReading({ field, fallback, content }: Claim): Field | undefined {
  return fallback ?? (field === 'renewal' && countsTimes(content) ? 'renewals' : undefined);
}

function countsTimes({ times, smallNumber }: ColumnContent): boolean {
  return times + smallNumber > 0.5;
}

function byStrength(a: Claim, b: Claim): number {
  return strength(b) - strength(a) || rankOf(a) - rankOf(b) || a.index - b.index;
}

function strength({ basis, reading, content }: Claim): number {
  const said = basis === 'config' ? 8 : basis === 'heading' ? 4 : 0;
  // Of two columns about renewals, the one that counts them is not the one that says how.
  const counts = countsTimes(content) && reading?.known.field === 'renewal';
  return said + (content.filled ? 2 : 0) + (reading?.exact ? 1 : 0) - (counts ? 1 : 0);
}

function rankOf({ reading }: Claim): number {
  return reading?.known.rank ?? Infinity;
}
