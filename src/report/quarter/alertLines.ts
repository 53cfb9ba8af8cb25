/** One line for each condition that an unattended run was told to fail on. */
import type { Alert, FailOn } from '../../domain/alert.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Texts } from '../../i18n/texts.ts';
import { type Names, namesOf } from '../names.ts';
import type { QuarterlyOutcome } from './subject.ts';

/** Conditions about what changed: they cannot be met without an earlier plan, and that is said. */
const COMPARING: ReadonlySet<FailOn['kind']> = new Set(['plan-changed']);

/** The conditions that are met, with the first fact of each; then those that could not be judged. */
export function alertLines(
  alerts: readonly Alert[],
  conditions: readonly FailOn[],
  outcome: QuarterlyOutcome,
  texts: Texts,
): string[] {
  const names = namesOf(outcome, texts.language);
  const unjudged = outcome.quarterly.changes ? [] : conditions.filter(({ kind }) => COMPARING.has(kind));
  return [
    ...alerts.map(alert => texts.quarter.alert(alert, firstOf(alert, outcome, names, texts))),
    ...unjudged.map(({ kind }) => texts.quarter.alertWithoutPrevious(kind)),
  ];
}

function firstOf(
  { decision, expiry, at }: Alert,
  { contracts }: Outcome,
  names: Names,
  texts: Texts,
): string {
  const { format, plan, report } = texts;
  if (decision) {
    const step = plan.decision[decision.code](decision.params);
    const what = decision.contracts.map(names.contractLabel).join(' ; ');
    return `${format.day(decision.by)}, ${names.member(decision.member)} : ${step} — ${what}`;
  }
  if (expiry) {
    const contract = contracts.find(({ id }) => id === expiry.contract);
    return `${format.day(expiry.end)}, ${names.member(expiry.member)} : ${contract ? names.contractLabel(contract.id) : expiry.contract}`;
  }
  return at ? report.place(at) : '';
}
