/** The conditions on which an unattended run must not go unnoticed (`--fail-on`). */
import type { Alert, FailOn } from '../domain/alert.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Quarterly } from '../domain/quarterly.ts';

/** The conditions that are met, in the order asked. Without an earlier plan, nothing has changed. */
export function alertsOf(conditions: readonly FailOn[], outcome: Outcome, quarterly: Quarterly): Alert[] {
  return conditions.flatMap(condition => alertOf(condition, outcome, quarterly) ?? []);
}

function alertOf(
  condition: FailOn,
  { plan, diagnostics }: Outcome,
  { missed, unplanned, changes }: Quarterly,
): Alert | undefined {
  switch (condition.kind) {
    case 'missed-deadline':
      return some({ condition, count: missed.length, ...(missed[0] && { decision: missed[0] }) });
    case 'deadline-within': {
      const near = plan.decisions.filter(({ margin }) => margin >= 0 && margin <= condition.days);
      return some({ condition, count: near.length, ...(near[0] && { decision: near[0] }) });
    }
    case 'data-errors': {
      const errors = [...diagnostics, ...plan.diagnostics].filter(({ severity }) => severity === 'error');
      return some({ condition, count: errors.length, ...(errors[0] && { at: errors[0].at }) });
    }
    case 'unplanned-expiry':
      return some({ condition, count: unplanned.length, ...(unplanned[0] && { expiry: unplanned[0] }) });
    case 'plan-changed': {
      const changed = changes?.tenders.filter(({ kind }) => kind !== 'kept' && kind !== 'started') ?? [];
      return some({ condition, count: changed.length });
    }
    case 'layout-changed': {
      const files = new Set([
        ...(changes?.layouts.map(({ file }) => file) ?? []),
        ...diagnostics.filter(isOtherLayout).map(({ at }) => at.file),
      ]);
      const [file] = files;
      return some({ condition, count: files.size, ...(file !== undefined && { at: { file } }) });
    }
  }
}

/** The configuration knows a column that the export no longer has: seen without an earlier plan. */
function isOtherLayout({ code }: Diagnostic): boolean {
  return code === 'COLUMN_CONFIGURED_MISSING';
}

function some(alert: Alert): Alert | undefined {
  return alert.count > 0 ? alert : undefined;
}
