/** One line for each condition that an unattended run was told to fail on. */
import type { Alert } from '../../domain/alert.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import type { QuarterlyOutcome } from './subject.ts';

/** A line a condition that is met, with the first fact of each. */
export function alertLines(alerts: readonly Alert[], outcome: QuarterlyOutcome, texts: Texts): string[] {
  const names = namesOf(outcome, texts.language);
  return alerts.map(alert => texts.quarter.alert(alert, firstOf(alert, names, texts)));
}

function firstOf({ decision, expiry, at }: Alert, names: Names, { format, plan, report }: Texts): string {
  if (decision) {
    const step = plan.decision[decision.code](decision.params);
    const what = decision.contracts.map(names.contractLabel).join(' ; ');
    return `${format.day(decision.by)}, ${names.member(decision.member)} : ${step} — ${what}`;
  }
  if (expiry) {
    return `${format.day(expiry.end)}, ${names.member(expiry.member)} : ${names.contractLabel(expiry.contract)}`;
  }
  return at ? report.place(at) : '';
}
