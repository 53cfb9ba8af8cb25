/** A plan as saved by `--format json`, read back to be shown in another form. */
import { Mistake } from '../domain/mistake.ts';
import type { Outcome } from '../domain/outcome.ts';
import { outcomeOf, planDocument } from './schema/plan.ts';
import { SCHEMA_VERSION } from './schema/register.ts';

/**
 * The outcome that a plan's JSON holds. Throws a {@link Mistake} when the text is not the JSON of a plan, when
 * another version of the tool wrote another shape, or when it was edited into something else.
 */
export function savedPlan(path: string, text: string): Outcome {
  const document = jsonOf(path, text);
  const version = (document as { schemaVersion?: unknown }).schemaVersion;
  if (typeof version !== 'number' || !('tenders' in document)) throw new Mistake('PLAN_NOT_ONE', { path });
  if (version !== SCHEMA_VERSION) {
    throw new Mistake(version < SCHEMA_VERSION ? 'PLAN_TOO_OLD' : 'PLAN_TOO_NEW', {
      path,
      version,
      known: SCHEMA_VERSION,
    });
  }
  const read = planDocument.safeParse(document);
  if (read.success) return outcomeOf(read.data);
  const [issue] = read.error.issues;
  throw new Mistake('PLAN_DAMAGED', { path, at: issue!.path.join('.'), reason: issue!.message });
}

function jsonOf(path: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // Not JSON at all: said the same way.
  }
  throw new Mistake('PLAN_NOT_ONE', { path });
}
