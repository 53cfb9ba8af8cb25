/** Thresholds of the code de la commande publique by date, in euros excluding VAT. */
import type { Nature } from '../domain/category.ts';
import { type Day, day } from '../domain/day.ts';
import type { BuyerClass, Mark } from '../domain/legal.ts';
import { type Cents, cents } from '../domain/money.ts';
import { markOf } from './marks.ts';
import rows from './tables/thresholds.csv';

export type ThresholdRule =
  /** from which a formal (European) procedure is due */
  | 'EU_FORMAL'
  /** under which neither publicity nor competition is due */
  | 'WAIVER'
  /** from which a notice in the BOAMP or a legal gazette is due; no row for buyers free to choose */
  | 'NATIONAL_NOTICE'
  /** under which a lot of a formal tender may be awarded by an adapted procedure */
  | 'SMALL_LOT'
  /** from which a social or specific service needs a European notice */
  | 'SOCIAL_EU_NOTICE';

export interface Threshold {
  readonly rule: ThresholdRule;
  readonly classes: readonly string[];
  readonly natures: string;
  /** First and last days of validity, inclusive; absent when open. */
  readonly from?: Day;
  readonly to?: Day;
  readonly amount: Cents;
  readonly article: string;
  readonly source: string;
  readonly mark: Mark;
}

/** Every line of the table, in its order. */
export const THRESHOLDS: readonly Threshold[] = rows.map(thresholdOf);

function thresholdOf(row: Readonly<Record<string, string>>): Threshold {
  return {
    rule: row.rule as ThresholdRule,
    classes: row.buyer_classes!.split(' '),
    natures: row.natures!,
    ...(row.valid_from && { from: day(row.valid_from) }),
    ...(row.valid_to && { to: day(row.valid_to) }),
    amount: cents(Number(row.amount_eur_ht)),
    article: row.article!,
    source: row.source!,
    mark: markOf(row.mark!),
  };
}

const LINES = new Map<string, readonly Threshold[]>();

/** The lines of a rule for a nature and a class of buyer, looked for once. */
function linesOf(rule: ThresholdRule, nature: Nature, buyerClass: BuyerClass): readonly Threshold[] {
  const name = `${rule} ${nature} ${buyerClass}`;
  let lines = LINES.get(name);
  if (!lines) {
    lines = THRESHOLDS.filter(
      line =>
        line.rule === rule &&
        line.natures.includes(nature) &&
        (line.classes.includes('all') || line.classes.includes(buyerClass)),
    );
    LINES.set(name, lines);
  }
  return lines;
}

/** A threshold on a day. `known` is false when the table does not cover that day: the nearest line is used. */
export interface ThresholdOn extends Threshold {
  readonly known: boolean;
}

/**
 * The threshold in force on `on`. Beyond the last line published (2028 and later) the last known value is
 * given, before the first one the first; both with `known: false`, for the caller to say.
 * `undefined` when the rule does not concern that nature or class of buyer.
 */
export function thresholdOn(
  rule: ThresholdRule,
  on: Day,
  nature: Nature,
  buyerClass: BuyerClass,
): ThresholdOn | undefined {
  const lines = linesOf(rule, nature, buyerClass);
  const current = lines.find(line => (!line.from || line.from <= on) && (!line.to || on <= line.to));
  if (current) return { ...current, known: true };
  const earlier = lines.filter(line => line.to && line.to < on);
  const nearest = earlier.at(-1) ?? lines[0];
  return nearest && { ...nearest, known: false };
}
