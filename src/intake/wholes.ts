/** Contracts written on several lines: one for each site that they serve, one for each period that they had. */
import type { Amount } from '../domain/contract.ts';
import { addDays } from '../domain/day.ts';
import { grouped } from '../domain/grouped.ts';
import type { Cents } from '../domain/money.ts';
import type { TermReading } from '../domain/term.ts';
import { compareText, fold } from '../domain/text.ts';
import { wholeMonths } from './lines/settleTerm.ts';
import { type OwnedLine, byPlace, contentOf } from './owned-line.ts';

/** A contract as one line, and the lines of its other sites and periods. */
export interface Whole {
  readonly line: OwnedLine;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly line: OwnedLine;
  readonly as: 'site' | 'period';
}

/** Puts together the lines of one key that are parts of one contract. */
export function wholesOf(group: readonly OwnedLine[]): Whole[] {
  return byPeriod(bySite(group));
}

/**
 * Lines that are alike but for their site and their amount: the contract's amount is their sum. The same amount on every
 * line is rather the contract's own, written again: such lines stay as they are.
 */
function bySite(group: readonly OwnedLine[]): Whole[] {
  const alike = grouped(group, line => contentOf({ ...line, territory: '', section: '', amount: undefined }));
  return [...alike.values()].flatMap((lines): Whole[] => {
    const amount = totalBySite(lines);
    if (!amount) return lines.map(line => ({ line, parts: [] }));
    const [first, ...others] = lines.toSorted(byPlace);
    const parts = others.map((line): Part => ({ line, as: 'site' }));
    return [{ line: { ...first!, territory: '', amount }, parts }];
  });
}

/**
 * Lines that are alike but for their dates, amount and state, each beginning on the day after another ends: a contract and
 * its renewals. It began with the first of them, and is as the last one says.
 */
function byPeriod(wholes: readonly Whole[]): Whole[] {
  const alike = grouped(wholes, ({ line }) =>
    contentOf({
      ...line,
      section: '',
      amount: undefined,
      status: undefined,
      terminatedOn: undefined,
      term: termApart(line.term),
    }),
  );
  return [...alike.values()].flatMap((periods): Whole[] => {
    const ordered = periods.toSorted((a, b) => compareText(a.line.term.start ?? '', b.line.term.start ?? ''));
    const last = ordered.pop()!;
    if (!followOneAnother([...ordered, last])) return [...periods];
    const parts = ordered.flatMap(({ line, parts: own }): Part[] => [{ line, as: 'period' }, ...own]);
    const term = termOfPeriods(ordered[0]!.line.term, last.line.term);
    return [{ line: { ...last.line, term }, parts: [...parts, ...last.parts] }];
  });
}

/** What periods of one contract have in common. */
function termApart({ renewal, notice }: TermReading): TermReading {
  return notice ? { renewal, notice } : { renewal };
}

/** At least two periods, with nothing but a start and an end. */
function followOneAnother(periods: readonly Whole[]): boolean {
  const terms = periods.map(({ line }) => line.term);
  const arePlain = terms.every(
    ({ start, firmEnd, renewals, statedCurrentEnd, statedLatestEnd, openEnded }) =>
      start && firmEnd && renewals === undefined && !statedCurrentEnd && !statedLatestEnd && !openEnded,
  );
  return (
    terms.length > 1 &&
    arePlain &&
    terms.slice(1).every(({ start }, k) => start === addDays(terms[k]!.firmEnd!, 1))
  );
}

function termOfPeriods(first: TermReading, last: TermReading): TermReading {
  const { firmMonths: _, ...rest } = last;
  const months =
    last.renewal === 'tacit' || last.renewal === 'express'
      ? wholeMonths(last.start, last.firmEnd)
      : undefined;
  return {
    ...rest,
    start: first.start!,
    firmEnd: first.firmEnd!,
    ...(first.firmMonths !== undefined && { firmMonths: first.firmMonths }),
    ...(months !== undefined && { renewalMonths: last.renewalMonths ?? months }),
    statedCurrentEnd: last.firmEnd!,
  };
}

/** What the sites cost together; `undefined` when the lines are not those of different sites, each with its amount. */
function totalBySite(lines: readonly OwnedLine[]): Amount | undefined {
  const sites = new Set(lines.map(({ territory }) => fold(territory)));
  if (lines.length < 2 || sites.size < lines.length || sites.has('')) return undefined;
  const amounts = lines.flatMap(({ amount }) => amount ?? []);
  const [first] = amounts;
  const areDifferent = new Set(amounts.map(({ stated }) => stated)).size > 1;
  // One amount beside blank ones is the contract's.
  const isOnly = amounts.length === 1;
  if (!first || (!isOnly && (!areDifferent || amounts.length < lines.length))) return undefined;
  if (amounts.some(amount => basisOf(amount) !== basisOf(first))) return undefined;
  const stated = sum(amounts.map(amount => amount.stated));
  return first.annual === undefined
    ? { ...first, stated }
    : { ...first, stated, annual: sum(amounts.map(amount => amount.annual!)) };
}

/** How an amount is to be read: only amounts that are read alike are added. */
function basisOf({ period, vat, derivation, months, vatRate, annual }: Amount): string {
  return [period, vat, derivation, months, vatRate, annual === undefined].join(' ');
}

const sum = (amounts: readonly Cents[]): Cents =>
  amounts.reduce((total, amount) => (total + amount) as Cents);
