/** How long a joint contract runs, so that every member's end coincides from then on. */
import { categoryRule } from '../data/category-rules.ts';
import { legalNumber } from '../data/legal-rules.ts';
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Category } from '../domain/category.ts';
import type { Day } from '../domain/day.ts';
import type { LegalCheck } from '../domain/legal.ts';
import type { Duration } from '../domain/plan.ts';
import { endOfPeriod } from '../domain/term.ts';
import { legalCheck } from './legal-check.ts';
import { patternFor } from './pattern.ts';

type Justified = Pick<CalendarSettings, 'justifiedMonths'>;

/**
 * Whole duration of a joint contract in months, renewals included: the category's usual one, at most the joint
 * framework's (`jointMonths`) and 48 months (L2125-1), unless the group justifies more or the category cannot be
 * shorter; always within the category's own cap.
 */
export function monthsFor(category: Category, jointMonths: number, { justifiedMonths }: Justified): number {
  const justified = justifiedMonths[category.id];
  const usual = Math.min(category.usualMonths, jointMonths, legalNumber('FRAMEWORK_MAXIMUM'));
  const minimum = Math.max(category.minimumMonths, categoryRule(category.id, 'MINIMUM')?.value ?? 0);
  return Math.min(Math.max(justified ?? usual, minimum), longestMonths(category, justified !== undefined));
}

/** The duration from a joint start, with the category's usual firm period and renewals. */
export function durationFor(
  category: Category,
  start: Day,
  jointMonths: number,
  settings: Justified,
): Duration {
  const months = monthsFor(category, jointMonths, settings);
  return { months, ...patternFor(category.pattern, months), endsOn: endOfPeriod(start, months) };
}

/** Cap of the category: of the table, or the law's own, its longest form counting only when the group justifies it. */
function longestMonths(category: Category, justified: boolean): number {
  const cap = categoryRule(category.id, 'CAP')?.value;
  if (cap === undefined) return category.maximumMonths;
  return justified ? (categoryRule(category.id, 'CAP_GUARANTEE')?.value ?? cap) : cap;
}

/** What is to be said of a duration and of its start. */
export function durationChecks(category: Category, start: Day, duration: Duration): LegalCheck[] {
  return [
    ...frameworkChecks(category, duration),
    ...categoryChecks(category, duration),
    ...startChecks(category, start),
  ];
}

function frameworkChecks(category: Category, { months }: Duration): LegalCheck[] {
  const cap = legalNumber('FRAMEWORK_MAXIMUM');
  const usual = category.usualMonths;
  if (months > cap) return [legalCheck('FRAMEWORK_JUSTIFIED', 'warns', 'FRAMEWORK_MAXIMUM', { months, cap })];
  const checks = [legalCheck('FRAMEWORK_CAP', 'informs', 'FRAMEWORK_MAXIMUM', { months, cap })];
  if (usual > months) {
    checks.push(legalCheck('LONGER_POSSIBLE', 'informs', 'FRAMEWORK_MAXIMUM', { months, usual }));
  }
  return checks;
}

function categoryChecks({ id }: Category, { months }: Duration): LegalCheck[] {
  const cap = categoryRule(id, 'CAP');
  const minimum = categoryRule(id, 'MINIMUM');
  const notice = categoryRule(id, 'NOTICE');
  const checks: LegalCheck[] = [];
  if (cap) {
    const flatRate = categoryRule(id, 'CAP_FLAT_RATE')?.value ?? cap.value!;
    const guarantee = categoryRule(id, 'CAP_GUARANTEE')?.value ?? cap.value!;
    const effect = months > cap.value! ? 'warns' : 'informs';
    checks.push(legalCheck('CATEGORY_CAP', effect, cap, { months, cap: cap.value!, flatRate, guarantee }));
  }
  if (minimum) {
    const effect = months < minimum.value! ? 'blocks' : 'informs';
    checks.push(legalCheck('CATEGORY_MINIMUM', effect, minimum, { months, minimum: minimum.value! }));
  }
  if (notice) checks.push(legalCheck('NEW_CONTRACT_NOTICE', 'informs', notice, { months: notice.value! }));
  return checks;
}

function startChecks({ id, startsOn, source }: Category, start: Day): LegalCheck[] {
  if (startsOn === undefined || start.endsWith(startsOn)) return [];
  const basis = categoryRule(id, 'START') ?? { article: '', source, mark: 'unverified' as const };
  return [legalCheck('START_DAY', 'warns', basis, { start, startsOn })];
}
