/** Which procedure a joint tender calls for, at the thresholds of the day of its launch. */
import { type ThresholdOn, thresholdOn } from '../data/thresholds.ts';
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Category } from '../domain/category.ts';
import type { Day } from '../domain/day.ts';
import type { Cents } from '../domain/money.ts';
import type { Procedure, ProcedureCode } from '../domain/plan.ts';

/** A need to be tendered: what, when the call is published, for how much. */
export interface Need {
  readonly category: Category;
  readonly launchOn: Day;
  /** Estimated value of the whole group, excluding VAT. */
  readonly value: Cents;
}

/** The part of the settings that says which thresholds apply. */
export type Regime = Pick<CalendarSettings, 'buyerClass' | 'socialRegime'>;

/**
 * The procedure of a need: a social or specific service is adapted whatever its value (R2123-1 3°); otherwise
 * nothing is due under the waiver (R2122-8), an adapted procedure under the European threshold, a formal one from it.
 */
export function procedureFor(need: Need, regime: Regime): Procedure {
  const { formal, waiver } = thresholdsOf(need, regime);
  const code = codeFor(need, regime);
  return {
    code,
    threshold: formal.amount,
    basis: basisOf(formal),
    mark: formal.known ? formal.mark : 'derived',
    waiver: waiver.amount,
    margin: (formal.amount - need.value) as Cents,
    publication: publicationOf(code, need, regime),
  };
}

/** The thresholds of a need: the European one, and the waiver. */
export function thresholdsOf(
  { category, launchOn }: Pick<Need, 'category' | 'launchOn'>,
  { buyerClass }: Regime,
): { readonly formal: ThresholdOn; readonly waiver: ThresholdOn } {
  return {
    formal: thresholdOn('EU_FORMAL', launchOn, category.nature, buyerClass)!,
    waiver: thresholdOn('WAIVER', launchOn, category.nature, buyerClass)!,
  };
}

/** The code alone, for what would change with another value. */
export function codeFor(need: Need, regime: Regime): ProcedureCode {
  if (isSocial(need.category, regime)) return 'SOCIAL_ADAPTED';
  const { formal, waiver } = thresholdsOf(need, regime);
  if (need.value >= formal.amount) return 'FORMAL';
  return need.value >= waiver.amount ? 'ADAPTED' : 'BELOW_WAIVER';
}

/**
 * Whether a category is a social or specific service: settled by the group, else only when the table is sure.
 * A category partly or perhaps under that regime follows the common one, which is lawful for both.
 */
export function isSocial(category: Category, { socialRegime }: Regime): boolean {
  return socialRegime[category.id] ?? category.socialRegime === 'yes';
}

function publicationOf(code: ProcedureCode, need: Need, { buyerClass }: Regime): Procedure['publication'] {
  if (code === 'FORMAL') return 'european';
  if (code === 'BELOW_WAIVER') return 'none';
  const { launchOn, value } = need;
  const european = thresholdOn('SOCIAL_EU_NOTICE', launchOn, 'S', buyerClass)!;
  if (code === 'SOCIAL_ADAPTED' && value >= european.amount) return 'european';
  // Social landlords choose their publicity below the European thresholds (R2131-13): no line for them.
  const national = thresholdOn('NATIONAL_NOTICE', launchOn, need.category.nature, buyerClass);
  return national && value >= national.amount ? 'national' : 'free';
}

function basisOf({ article, source, from, to }: ThresholdOn): string {
  return `${article} ; ${source} ; ${from ?? '…'} → ${to ?? '…'}`;
}
