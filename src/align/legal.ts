/**
 * The legal numbers behind the levers: how long an amendment may prolong a contract, how much a bridging contract
 * may be worth, who may enter a joint contract late. Every result is to be confirmed by the legal department.
 */
import { legalNumber } from '../data/legal-rules.ts';
import { type ThresholdOn, thresholdOn } from '../data/thresholds.ts';
import type { Nature } from '../domain/category.ts';
import { type Day, addMonths } from '../domain/day.ts';
import type { BuyerClass } from '../domain/legal.ts';
import type { Cents } from '../domain/money.ts';

const LANDLORD: BuyerClass = 'social-landlord';

/** Under this amount (excluding VAT) a contract needs neither publicity nor competition: R2122-8. */
export function waiverOn(on: Day, nature: Nature): Cents {
  return thresholdOn('WAIVER', on, nature, LANDLORD)!.amount;
}

/** From this estimated value (excluding VAT) a formal procedure is due: L2124-1. */
export function formalThresholdOn(on: Day, nature: Nature, buyerClass: BuyerClass = LANDLORD): ThresholdOn {
  return thresholdOn('EU_FORMAL', on, nature, buyerClass)!;
}

/** Code of the rule that amendments of low value follow: strictly under 10 %, or 15 % for works (R2194-8). */
export function extensionRule(nature: Nature): 'EXTENSION_WORKS' | 'EXTENSION_SERVICES' {
  return nature === 'T' ? 'EXTENSION_WORKS' : 'EXTENSION_SERVICES';
}

/** What an extension by amendment is measured against. */
export interface ExtensionBase {
  /** Months of the initial contract: its firm period, which is the strict reading. */
  readonly initialMonths: number;
  readonly nature: Nature;
  /** Months already added by earlier amendments, which count together (R2194-9). */
  readonly earlierMonths?: number;
  /** Whole duration up to the present end, amendments included, of a framework agreement: at most 48 months (L2125-1). */
  readonly frameworkMonths?: number;
}

/**
 * Longest extension in whole months of a flat-fee contract, never negative: strictly less than 10 % (15 % for works)
 * of the initial months, earlier amendments deducted, within 48 months for a framework.
 * 12 → 1, 24 → 2, 48 → 4, 60 → 5, 96 → 9.
 */
export function longestExtensionMonths(base: ExtensionBase): number {
  const { initialMonths, nature, earlierMonths = 0, frameworkMonths } = base;
  // Whole numbers throughout: 0.1 × 30 must not come out above 3.
  const strictly = Math.ceil((legalNumber(extensionRule(nature)) * initialMonths) / 100) - 1;
  const room = frameworkMonths === undefined ? Infinity : legalNumber('FRAMEWORK_MAXIMUM') - frameworkMonths;
  return Math.max(0, Math.min(strictly - earlierMonths, room));
}

/** The same in days: 48 months of 1 461 days → 146. */
export function longestExtensionDays(initialDays: number, nature: Nature, earlierDays = 0): number {
  return Math.max(0, Math.ceil((legalNumber(extensionRule(nature)) * initialDays) / 100) - 1 - earlierDays);
}

/** An amendment of low value stays below the European threshold of its day, earlier amendments included: R2194-8. */
export function extensionUnderThreshold(
  addedValue: Cents,
  earlierValue: Cents,
  on: Day,
  nature: Nature,
  buyerClass?: BuyerClass,
): boolean {
  return addedValue + earlierValue < formalThresholdOn(on, nature, buyerClass).amount;
}

/**
 * A bridging contract without competition is worth less than the waiver of its day, together with every other
 * one for the same need: a need is not split to stay under it (R2121-4, R2122-8).
 */
export function interimUnderWaiver(value: Cents, earlierValue: Cents, on: Day, nature: Nature): boolean {
  return value + earlierValue < waiverOn(on, nature);
}

/** Last day on which a member named from the outset can still enter, twelve months before the joint end. */
export function latestDeferredEntry(start: Day, durationMonths: number): Day {
  return addMonths(start, Math.max(0, durationMonths - legalNumber('DEFERRED_REMAINING')));
}
