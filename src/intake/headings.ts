/** What each column of a table is: by the configuration, by its heading, confirmed or refuted by its cells. */
import { readHeading } from '../data/headings.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostic.ts';
import type { MappingSettings } from '../domain/settings.ts';
import { fold, squeeze } from '../domain/text.ts';
import { columnIndex, columnLetter } from './column.ts';
import { type Claim, settleClaims } from './column-claims.ts';
import { type ColumnContent, contentOf, rowsLookedAt } from './column-content.ts';
import type { ColumnMatch, Field, HeadingFacts, MatchedColumns } from './fields.ts';
import { headingFacts, isAmount, isDuration } from './heading-facts.ts';
import { verdictOn } from './heading-verdict.ts';
import { columnLocation, gridLocation } from './place.ts';
import type { Table } from './table.ts';

/**
 * One match a column, in order. A column that is not used has no field; a heading that could be several things, a
 * column whose cells refute it, two columns for one field: each is said.
 */
export function matchHeadings(table: Table, mapping?: MappingSettings): MatchedColumns {
  const diagnostics: Diagnostic[] = [];
  const configured = configuredFields(table, mapping);
  const rows = rowsLookedAt(table.body);
  const renewalEnds = renewalEndsOf(table);
  const claims = table.headings.map((_, index): Claim => {
    const content = contentOf(rows, index);
    if (renewalEnds.has(index) && !configured.has(index))
      return { index, field: 'renewalEnd', basis: 'heading', content };
    return claimOf(table, index, content, configured.get(index), diagnostics);
  });
  settleClaims(table, claims, diagnostics);
  diagnostics.push(...guessedHeadings(table, claims), ...lostColumns(table, claims, mapping));
  const above = amountsAbove(table);
  return { value: claims.map(claim => matchFrom(table, claim, above)), diagnostics };
}

/** One column a renewal, or a period: « Fin reconduction 1 », « Fin 2ème reconduction », « Fin année 3 ». */
const ONE_RENEWAL_END =
  /^(?:date )?(?:de )?(?:fin|echeance|terme)(?: (?:de|la|l))*(?: (?:tacite )?(?:reconduction|renouvellement|option|periode|annee|prolongation)s? (?:n |no )?\d| \d ?(?:ere|er|eme|e|nde|nd|re)? (?:reconduction|renouvellement|option|periode|annee|prolongation))$/;

/** The columns of such a series; a single one is read like any other heading. */
function renewalEndsOf({ headings }: Table): ReadonlySet<number> {
  const series = headings.flatMap((heading, index) => (ONE_RENEWAL_END.test(fold(heading)) ? [index] : []));
  return new Set(series.length > 1 ? series : []);
}

/** Where the configuration puts each field: by heading as written, or by column letter. */
function configuredFields(table: Table, mapping: MappingSettings | undefined): ReadonlyMap<number, Field> {
  const fields = new Map<number, Field>();
  for (const [field, wanted] of Object.entries(mapping?.columns ?? {})) {
    const index = configuredColumn(table, wanted);
    if (index !== undefined) fields.set(index, field as Field);
  }
  return fields;
}

function configuredColumn({ headings }: Table, wanted: string): number | undefined {
  const named = headings.findIndex(heading => fold(heading) === fold(wanted));
  const index = named >= 0 ? named : columnIndex(wanted);
  return index !== undefined && index < headings.length ? index : undefined;
}

/** Headings that were taken for a known one that they only resemble. */
function guessedHeadings(table: Table, claims: readonly Claim[]): Diagnostic[] {
  return claims.flatMap(({ index, field, basis, reading }) => {
    if (!field || basis !== 'heading' || reading?.exact !== false) return [];
    return diagnostic('HEADING_GUESSED', columnLocation(table, index), { field }, table.headings[index]);
  });
}

/** The layout changed: columns that the configuration names and the table lacks, and which was read in their place. */
function lostColumns(
  table: Table,
  claims: readonly Claim[],
  mapping: MappingSettings | undefined,
): Diagnostic[] {
  return Object.entries(mapping?.columns ?? {}).flatMap(([field, wanted]) => {
    if (configuredColumn(table, wanted) !== undefined) return [];
    const instead = claims.find(claim => claim.field === field);
    const params = {
      field: field as Field,
      wanted,
      ...(instead && { instead: columnLetter(instead.index) }),
    };
    return diagnostic('COLUMN_CONFIGURED_MISSING', gridLocation(table.grid), params);
  });
}

/** The company that performs, or the company of the group that buys. */
const SUPPLIER_OR_MEMBER = new Set(['societe', 'company', 'raison sociale']);

/** The contract, or its number. */
const CONTRACT = new Set(['contrat', 'marche', 'accord cadre', 'contract', 'agreement']);
/** Numbers of contracts with titles of sections among them: this part of the cells at least are codes. */
const SOME = 0.3;

/** What « Date » may be, the likeliest first. */
const DATES_OF_A_BARE_DATE: readonly Field[] = ['start', 'notified', 'end'];

/** « Nb » counts whatever stands on its left. */
const BARE_COUNT = new Set(['nb', 'nbre', 'nombre', 'n fois']);

function isBesideRenewals({ headings }: Table, index: number): boolean {
  return readHeading(headings[index - 1] ?? '')?.known.field === 'renewal';
}

function claimOf(
  table: Table,
  index: number,
  content: ColumnContent,
  configured: Field | undefined,
  diagnostics: Diagnostic[],
): Claim {
  if (configured) return { index, field: configured, basis: 'config', content };
  const heading = table.headings[index]!;
  if (BARE_COUNT.has(fold(heading)) && isBesideRenewals(table, index) && content.smallNumber > 0.5)
    return { index, content, candidates: ['renewals'] };
  const reading = heading ? readHeading(heading) : undefined;
  if (!reading || reading.known.field === 'none') return { index, content };
  if (isAmount(reading.known.field as Field) && MEASURE.test(fold(heading))) return { index, content };
  const announced = periodSaid(moneyOver(reading.known.field as Field, heading), heading);
  const claim = { index, reading, content };
  if (SUPPLIER_OR_MEMBER.has(fold(heading))) return { ...claim, candidates: ['supplier', 'member'] };
  if (CONTRACT.has(fold(heading)) && content.code > 0.6)
    return { ...claim, field: 'reference', fallback: announced, basis: 'content' };
  const verdict = verdictOn(announced, content);
  switch (verdict.kind) {
    case 'confirmed':
      // « Marché » beside « Objet », over numbers, some titles of sections among them.
      return CONTRACT.has(fold(heading)) && content.code > SOME
        ? { ...claim, field: announced, fallback: 'reference', basis: 'heading' }
        : { ...claim, field: announced, basis: 'heading' };
    case 'refined':
      return { ...claim, field: verdict.field, fallback: announced, basis: 'content' };
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

/** Energy, volumes, surfaces and numbers of things are no money. */
const MEASURE = /\b(mwh|kwh|gwh|m3|m2|tonnes?|litres?|kva|kw)\b/;

/** « € HT durée totale » is an amount over the whole term, not a duration. */
function moneyOver(field: Field, heading: string): Field {
  return isDuration(field) && /€|\beuros?\b|\bH\.?T\b|\bTTC\b/i.test(heading) ? 'totalAmount' : field;
}

/** « Montant » with « / an » or « par an » beside it is annual. */
function periodSaid(field: Field, heading: string): Field {
  return field === 'amount' && headingFacts(heading, field).period === 'annual' ? 'annualAmount' : field;
}

/** « (montants en k€ HT par an) » above the header speaks of every amount below it; « plus de 40 k€ » does not. */
function amountsAbove({ preamble }: Table): HeadingFacts {
  const said = preamble.flatMap(({ cells }) => cells.flatMap(text => ON_AMOUNTS.exec(text)?.[0] ?? []))[0];
  // The year of the prices is no threshold.
  if (said === undefined || /\d/.test(said.replace(/\b(?:19|20)\d\d\b/g, ''))) return {};
  return headingFacts(said, 'amount');
}
const ON_AMOUNTS =
  /\b(?:montants?|valeurs?|sommes|chiffres)\b[^.;)]{0,20}(?:€|euros?\b|\bHT\b|\bTTC\b|milliers|millions)[^.;)]*|\ben\s+(?:k\s?€|keur|k\s?euros|m€|(?:milliers|millions)(?=\s+d\W?(?:€|eur)|\s*(?:$|[)\].;])))[^.;)]*/i;

/** What stands above holds where the heading itself is silent: « Montant (€) » is in euros under « en k€ » too. */
function amountFacts(heading: string, field: Field, above: HeadingFacts): HeadingFacts {
  const own = headingFacts(heading, field);
  const { scale, ...rest } = above;
  return { ...rest, ...(scale && !EUROS.test(heading) && { scale }), ...own };
}
const EUROS = /€|\beuros?\b/i;

function matchFrom(table: Table, { index, field, basis, vat }: Claim, above: HeadingFacts): ColumnMatch {
  const heading = squeeze(table.headings[index]!);
  const place = { index, column: columnLetter(index), heading };
  return field && basis
    ? {
        ...place,
        field,
        basis,
        ...(isAmount(field) ? amountFacts(heading, field, above) : headingFacts(heading, field)),
        ...(vat && { vat }),
      }
    : place;
}
