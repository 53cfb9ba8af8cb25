/** `coop-plan align`: registers in, joint purchasing schedule out. */
import { Mistake } from '../domain/mistake.ts';
import { choiceOption } from './options.ts';
import { outputsFor } from './outputs.ts';
import { type PlanningOptions, inputsOf, planned } from './planning.ts';
import type { ExitCode, Run } from './run.ts';
import { emit, exitCodeFor } from './shared.ts';

export interface AlignOptions extends PlanningOptions {
  /** Show what `--set` changes instead of the schedule. */
  readonly compare?: boolean;
}

export async function align(paths: readonly string[], options: AlignOptions, run: Run): Promise<ExitCode> {
  if (options.compare) return compare(paths, options, run);
  const outputs = outputsFor('schedule', options, inputsOf(paths, options), 'table', run);
  const { outcome } = await planned(paths, options, run);
  await emit({ kind: 'schedule', ...outcome }, outputs, options, run);
  return exitCodeFor([...outcome.diagnostics, ...outcome.plan.diagnostics], options);
}

/** The schedule as it stands and under the settings to try, side by side. */
async function compare(paths: readonly string[], options: AlignOptions, run: Run): Promise<ExitCode> {
  const { set, ...asItStands } = options;
  if (!set || set.length === 0) throw new Mistake('NOTHING_TO_COMPARE', {});
  const format = choiceOption('--format', options.format ?? 'table', ['table', 'json'] as const);
  const { comparePlans } = await import('../align/compare.ts');
  const { comparisonJson, comparisonPage } = await import('../report/comparison.ts');
  const first = await planned(paths, asItStands, run);
  const second = await planned(paths, options, run);
  const comparison = comparePlans(first.outcome.plan, second.outcome.plan);
  const plans = { first: first.outcome, second: second.outcome, comparison, set };
  run.write(format === 'json' ? comparisonJson(plans) : comparisonPage(plans, run));
  return exitCodeFor(first.outcome.diagnostics, options);
}
