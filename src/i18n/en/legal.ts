import type { Day } from '../../domain/day.ts';
import type { Cents } from '../../domain/money.ts';
import type { ProcedureCode } from '../../domain/plan.ts';
import type { LegalTexts } from '../texts.ts';
import { format } from './format.ts';
import { plan } from './plan.ts';

type Value = string | number | undefined;

const on = (value: Value): string => format.day(String(value) as Day);
const money = (value: Value): string => format.money(Number(value) as Cents);
const procedure = (value: Value): string => plan.procedure[value as ProcedureCode];
/** Months that the register shows to be added by earlier amendments; it may not show them all. */
const earlier = (months: Value): string =>
  Number(months) > 0
    ? `${months} months of earlier amendments deducted`
    : 'earlier amendments to be deducted';
const decimal = (value: Value): string => format.number(Math.abs(Number(value)));

export const legal: LegalTexts = {
  confirm: 'to be confirmed by the legal department',
  effect: { blocks: 'blocking', warns: 'to watch', informs: 'for information' },
  mark: { verified: 'verified', derived: 'derived', unverified: 'unverified' },
  publication: {
    none: 'no publicity required (three quotes advised)',
    free: 'publicity of the buyer’s choice',
    national: 'notice in the BOAMP or a legal gazette',
    european: 'notice in the BOAMP and the OJEU',
  },
  startImpossible: p =>
    `Impossible start: even in the shortest time, the stage “${p.stage}” would have had to begin before today` +
    (p.earliestStart ? `; the first possible start is ${on(p.earliestStart)}.` : '.'),
  shortened: p => `${p.stage} ${p.days} days instead of ${p.usual}`,
  check: {
    GROUP_VALUE: p =>
      `Estimated value of the group: ${money(p.valueAmount)} excluding VAT, ${p.members} members, whole duration, renewals included.`,
    THRESHOLD_PROVISIONAL: p =>
      `The thresholds of ${on(p.launchOn)} are not published: last known one, ${money(p.thresholdAmount)}, to be checked before the launch.`,
    NEAR_THRESHOLD: p =>
      `Value ${decimal(p.percent)} % ${Number(p.percent) < 0 ? 'below' : 'above'} the threshold of formal procedures (${money(p.thresholdAmount)}): check the estimate.`,
    WITHOUT_MEMBER: p =>
      `Without ${p.member}: ${money(p.valueAmount)}, ${procedure(p.procedure)}. A need is not split to stay under a threshold (R2121-4).`,
    WITH_ONE_MORE: p =>
      `With one more member of average size: ${money(p.valueAmount)}, ${procedure(p.procedure)}.`,
    SOCIAL_REGIME: p =>
      `Social or specific service: adapted procedure whatever the value${p.european ? ', European notice from €750,000.' : '.'}`,
    SOCIAL_REGIME_TO_CONFIRM: () =>
      'May be, wholly or partly, a social or specific service (adapted procedure): to be checked; the common regime is applied.',
    SMALL_LOTS: p =>
      `Small lots: ${p.lots} lot(s), ${money(p.valueAmount)} in all, may take an adapted procedure.`,
    ENVIRONMENT_CRITERION: () =>
      'At least one environmental award criterion and execution conditions are due.',
    WORKS_OUTSIDE_POLICY: () =>
      'Works: outside the compulsory purchasing policy of a coordination company; joint purchase is optional.',
    FRAMEWORK_CAP: p =>
      `Duration of ${p.months} months: within the ${p.cap} months of a framework agreement.`,
    FRAMEWORK_JUSTIFIED: p =>
      `Duration of ${p.months} months, beyond the ${p.cap} months of a framework: an ordinary contract, or a written justification.`,
    CATEGORY_CAP: p =>
      `Heating operation: at most ${p.cap} months, ${p.flatRate} at a flat rate independent of the climate, ${p.guarantee} with a total guarantee (P3); ${p.months} months proposed.`,
    CATEGORY_MINIMUM: p => `Duration of ${p.months} months; at least ${p.minimum} months in this category.`,
    LONGER_POSSIBLE: p =>
      `The usual duration of this category is ${p.usual} months; ${p.months} months are proposed unless justified.`,
    START_DAY: p => `Starts on ${on(p.start)}; contracts of this category usually start on ${p.startsOn}.`,
    NEW_CONTRACT_NOTICE: p =>
      `Provide for a yearly termination with ${p.months} months’ notice in the contract.`,
    ONE_LOT_TO_JUSTIFY: p => `A single lot (${money(p.valueAmount)}): give the reason or make lots.`,
    LARGEST_LOT: p =>
      `${p.lots} lots; the largest (${p.lot}) is worth ${money(p.valueAmount)}: access of small businesses.`,
    EXTENSION_LIMIT: p =>
      `Extension of ${p.months} months: less than ${p.percent} % of ${p.initialMonths} months (at most ${p.longest}, ${earlier(p.earlier)}).`,
    EXTENSION_OVER_LIMIT: p =>
      `Extension of ${p.months} months: more than the ${p.longest} months allowed (less than ${p.percent} % of ${p.initialMonths} months, ${earlier(p.earlier)}).`,
    EXTENSION_OVER_THRESHOLD: p =>
      `Amendment of ${money(p.valueAmount)}: it reaches the European threshold (${money(p.thresholdAmount)}).`,
    INTERIM_LIMIT: p =>
      `Bridging contract of ${money(p.valueAmount)}: below the waiver (${money(p.waiverAmount)}), the need not being split.`,
    INTERIM_OVER_WAIVER: p =>
      `Bridging contract of ${money(p.valueAmount)}: it reaches the waiver (${money(p.waiverAmount)}).`,
    NAMED_FROM_OUTSET: p =>
      `Deferred entry of ${p.member} on ${on(p.joinsOn)}: named from the launch, its needs counted in the value.`,
    ENTERS_TOO_LATE: p =>
      `Enters on ${on(p.joinsOn)}, after ${on(p.latest)}: less than ${p.months} months would be left.`,
    CONVENTION_BEFORE_LAUNCH: p =>
      `Convention signed by all on ${on(p.signedOn)}, before the publication of ${on(p.launchOn)}.`,
    PUBLICATION_WINDOW: p =>
      `Published on ${on(p.launchOn)}, outside the advised period (${p.from} to ${p.to}).`,
    CALENDAR_TIGHT: p =>
      `Tight calendar: ${p.stages}.` +
      (p.usualBegin ? ` At the usual pace the work would have had to begin on ${on(p.usualBegin)}.` : ''),
  },
};
