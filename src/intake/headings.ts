/** What each column of a table is: by the configuration, by its heading, confirmed or refuted by its cells. */
import { type HeadingReading, readHeading } from '../data/headings.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { MappingSettings } from '../domain/settings.ts';
import { fold, squeeze } from '../domain/text.ts';
import { columnIndex, columnLetter } from './column.ts';
import { type ColumnContent, contentOf } from './column-content.ts';
import type { ColumnMatch, Field, MatchedColumns } from './fields.ts';
import { headingFacts, isAmount } from './heading-facts.ts';
import { verdictOn } from './heading-verdict.ts';
import { columnLocation, gridLocation } from './place.ts';
import type { Table } from './table.ts';

/**
 * One match a column, in order. A column that is not used has no field; a heading that could be several things, a
 * column whose cells refute it, two columns for one field: each is said.
 */
export function matchHeadings(table: Table, mapping?: MappingSettings): MatchedColumns {
  const diagnostics: Diagnostic[] = [];
  const configured = configuredFields(table, mapping, diagnostics);
  const claims = table.headings.map((_, index) => claimOf(table, index, configured.get(index), diagnostics));
  settleGuesses(table, claims, diagnostics);
  settlePublishedData(table, claims);
  settleRivals(table, claims, diagnostics);
  return { value: claims.map(claim => matchFrom(table, claim)), diagnostics };
}

/** A column's bid for a field, while columns are compared. */
interface Claim {
  readonly index: number;
  field?: Field;
  basis?: NonNullable<ColumnMatch['basis']>;
  readonly reading?: HeadingReading;
  readonly content: ColumnContent;
  /** What the column could be, when its heading does not say which. */
  candidates?: readonly Field[];
  /** Tax basis that the table's kind tells, when the heading does not. */
  vat?: 'ht';
}

/** Where the configuration puts each field: by heading as written, or by column letter. */
function configuredFields(
  table: Table,
  mapping: MappingSettings | undefined,
  diagnostics: Diagnostic[],
): ReadonlyMap<number, Field> {
  const fields = new Map<number, Field>();
  for (const [field, wanted] of Object.entries(mapping?.columns ?? {})) {
    const named = table.headings.findIndex(heading => fold(heading) === fold(wanted));
    const index = named >= 0 ? named : columnIndex(wanted);
    if (index !== undefined && index < table.headings.length) fields.set(index, field as Field);
    else {
      const at = gridLocation(table.grid);
      diagnostics.push(diagnostic('COLUMN_CONFIGURED_MISSING', at, { field: field as Field, wanted }));
    }
  }
  return fields;
}

function claimOf(
  table: Table,
  index: number,
  configured: Field | undefined,
  diagnostics: Diagnostic[],
): Claim {
  const content = contentOf(table.body, index);
  if (configured) return { index, field: configured, basis: 'config', content };
  const heading = table.headings[index]!;
  const reading = heading ? readHeading(heading) : undefined;
  if (!reading || reading.known.field === 'none') return { index, content };
  const announced = periodSaid(reading.known.field as Field, heading);
  const verdict = verdictOn(announced, content);
  const claim = { index, reading, content };
  switch (verdict.kind) {
    case 'confirmed':
      if (!reading.exact) {
        diagnostics.push(
          diagnostic('HEADING_GUESSED', columnLocation(table, index), { field: announced }, heading),
        );
      }
      return { ...claim, field: announced, basis: 'heading' };
    case 'refined':
      return { ...claim, field: verdict.field, basis: 'content' };
    case 'refuted': {
      // « Date » over plain dates: which date is decided once the other columns are known.
      if (announced === 'period' && verdict.found === 'dates')
        return { ...claim, candidates: DATES_OF_A_BARE_DATE };
      const { field, found } = verdict;
      const params = { field: announced, found, ...(field && { taken: field }) };
      diagnostics.push(diagnostic('HEADING_REFUTED', columnLocation(table, index), params, heading));
      return field ? { ...claim, field, basis: 'content' } : claim;
    }
  }
}

/** « Montant » with « / an » or « par an » beside it is annual. */
function periodSaid(field: Field, heading: string): Field {
  return field === 'amount' && headingFacts(heading, field).period === 'annual' ? 'annualAmount' : field;
}

/** What « Date » may be, the likeliest first. */
const DATES_OF_A_BARE_DATE: readonly Field[] = ['start', 'notified', 'end'];

/** Gives an ambiguous column the first of its candidates that no other column has, and says so. */
function settleGuesses(table: Table, claims: Claim[], diagnostics: Diagnostic[]): void {
  const taken = new Set(claims.map(({ field }) => field));
  for (const claim of claims) {
    const free = claim.candidates?.filter(field => !taken.has(field)) ?? [];
    const [field, ...others] = free;
    if (!field) continue;
    const params = { field, others };
    const at = columnLocation(table, claim.index);
    diagnostics.push(diagnostic('HEADING_AMBIGUOUS', at, params, table.headings[claim.index]));
    claim.field = field;
    claim.basis = 'content';
    taken.add(field);
  }
  settleIdentifier(claims);
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
    if (!claim.field) continue;
    const vat = isAmount(claim.field)
      ? headingFacts(table.headings[claim.index]!, claim.field).vat
      : undefined;
    const key = `${claim.field} ${vat ?? ''}`;
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
 * What a column that loses its field may still be: what its heading said before its cells were looked at, or the number
 * of renewals for « Reconductions : 3 x 12 mois » beside « Type de reconduction ».
 */
function otherReading({ field, reading, content }: Claim): Field | undefined {
  const announced = reading?.known.field as Field | undefined;
  if (announced !== field) return announced;
  return field === 'renewal' && content.times + content.smallNumber > 0.5 ? 'renewals' : undefined;
}

function byStrength(a: Claim, b: Claim): number {
  return strength(b) - strength(a) || rankOf(a) - rankOf(b) || a.index - b.index;
}

function strength({ basis, reading, content }: Claim): number {
  const said = basis === 'config' ? 8 : basis === 'heading' ? 4 : 0;
  // Of two columns about renewals, the one that counts them is not the one that says how.
  const counts = content.times + content.smallNumber > 0.5 && reading?.known.field === 'renewal';
  return said + (content.filled ? 2 : 0) + (reading?.exact ? 1 : 0) - (counts ? 1 : 0);
}

function rankOf({ reading }: Claim): number {
  return reading?.known.rank ?? Infinity;
}

function matchFrom(table: Table, { index, field, basis, vat }: Claim): ColumnMatch {
  const heading = squeeze(table.headings[index]!);
  const place = { index, column: columnLetter(index), heading };
  return field && basis
    ? { ...place, field, basis, ...headingFacts(heading, field), ...(vat && { vat }) }
    : place;
}
