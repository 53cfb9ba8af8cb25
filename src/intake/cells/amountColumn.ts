/** A column of amounts: whether `1,234` has thousands or decimals is settled once, then each cell is read. */
import type { AmountPeriod, VatBasis } from '../../domain/contract.ts';
import { type Cents, euros, roundCents } from '../../domain/money.ts';
import { type AmountShape, type Mark, shapeOfAmount } from './amounts.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';

export interface AmountCell {
  /** In cents, as written, whatever its VAT and period. */
  readonly stated?: Cents;
  /** False for a filler (0, 1, 999 999 999) or a negative amount: kept, but nothing is computed from it. */
  readonly usable: boolean;
  /** What the cell itself says; it prevails over the heading. */
  readonly vat?: Exclude<VatBasis, 'unknown'>;
  readonly period?: Exclude<AmountPeriod, 'unknown'>;
  readonly months?: number;
  readonly problems: readonly Problem[];
}

/** What the cells of a column prove of a mark, as numbers of cells. */
interface MarkEvidence {
  decimal: number;
  group: number;
}
export type AmountSurvey = Readonly<Record<Mark, Readonly<MarkEvidence>>>;

const EMPTY: AmountCell = { usable: false, problems: NO_PROBLEM };

/** Counts what the cells of a column prove about its marks, one after the other. */
export function amountSurveyor(): { readonly survey: AmountSurvey; readonly add: (text: string) => void } {
  const survey: Record<Mark, MarkEvidence> = { ',': { decimal: 0, group: 0 }, '.': { decimal: 0, group: 0 } };
  const add = (text: string): void => {
    const shape = shapeOfAmount(text);
    if (shape.kind !== 'amount') return;
    if (shape.decimalMark) survey[shape.decimalMark].decimal += 1;
    if (shape.groupMark) survey[shape.groupMark].group += 1;
  };
  return { survey, add };
}

/**
 * The reader of a column. `scale`: the heading's (k€). `typed`: numbers of a workbook, whose point is decimal.
 * `currency`: the heading's, when it is not the euro.
 * An ambiguous mark means what it means in the column's other cells; with no other, thousands, for amounts of
 * money have no third decimal.
 */
export function amountColumn(
  survey: AmountSurvey,
  scale: number,
  typed: boolean,
  currency?: string,
): (text: string) => AmountCell {
  return text => {
    const shape = shapeOfAmount(text);
    if (shape.kind === 'absent') return EMPTY;
    if (currency) return nothing(problem('AMOUNT_FOREIGN', { currency }));
    if (shape.kind === 'foreign') return nothing(problem('AMOUNT_FOREIGN', { currency: shape.currency }));
    if (shape.kind !== 'amount') return nothing(problem('AMOUNT_UNREADABLE', {}));
    const asDecimal = shape.ambiguous !== undefined && isDecimal(shape.ambiguous, survey, typed);
    const stated = centsOf(shape, shape.ambiguous === undefined || asDecimal, scale);
    const problems: Problem[] = [];
    if (shape.ambiguous !== undefined && !(typed && shape.ambiguous === '.')) {
      problems.push(problem('AMOUNT_AMBIGUOUS', { read: euros(stated) }));
    }
    if (shape.words) problems.push(problem('AMOUNT_WORDS_IGNORED', { words: shape.words }));
    const doubt = doubtOn(stated);
    if (doubt) problems.push(doubt);
    return {
      stated,
      usable: !doubt,
      ...(shape.vat && { vat: shape.vat }),
      ...(shape.period && { period: shape.period }),
      ...(shape.months && { months: shape.months }),
      problems: problems.length > 0 ? problems : NO_PROBLEM,
    };
  };
}

function isDecimal(mark: Mark, survey: AmountSurvey, typed: boolean): boolean {
  if (typed && mark === '.') return true;
  return survey[mark].decimal > survey[mark].group;
}

function centsOf(
  { whole, decimals, negative, scale }: AmountShape,
  decimal: boolean,
  headingScale: number,
): Cents {
  const sign = negative ? -1 : 1;
  // A scale in the cell (« 12 k€ ») replaces the heading's, it does not multiply it.
  const factor = scale > 1 ? scale : headingScale;
  if (factor === 1 && decimal && decimals.length <= 2) {
    return (sign * (Number(whole) * 100 + Number(decimals.padEnd(2, '0')))) as Cents;
  }
  const text = decimal ? `${whole}.${decimals || '0'}` : whole + decimals;
  return roundCents(Number((sign * Number(text) * factor * 100).toPrecision(15)));
}

/** More than any landlord's contract: one billion euros, in cents. */
const TOO_MUCH = 100_000_000_000;

function doubtOn(stated: Cents): Problem | undefined {
  if (stated < 0) return problem('AMOUNT_NEGATIVE', {});
  const isFiller = stated <= 100 || stated >= TOO_MUCH || /^9{6,}(?:00|99)$/.test(String(stated));
  return isFiller ? problem('AMOUNT_IMPLAUSIBLE', {}) : undefined;
}

function nothing(cause: Problem): AmountCell {
  return { usable: false, problems: [cause] };
}
