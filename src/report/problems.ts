/** Problems grouped by kind: what is wrong said once, then every place. */
import type { Diagnostic, DiagnosticCode, Severity } from '../domain/diagnostic.ts';
import type { Location } from '../domain/contract.ts';
import type { Texts } from '../i18n/texts.ts';
import { explain } from './sections/data.ts';

export interface ProblemGroup {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** How many times it was met. */
  readonly count: number;
  readonly places: readonly ProblemPlace[];
  /** What was expected and what to do, when they are the same for the whole group. */
  readonly expected?: string;
  readonly hint?: string;
}

/** One cell, or several rows of one column that say the same. */
interface ProblemPlace {
  /** File, sheet, rows, column, heading. */
  readonly place: string;
  readonly value?: string;
  readonly message: string;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Groups of one kind, the gravest first, then the most frequent; places in the order of the files. */
export function problemGroups(diagnostics: readonly Diagnostic[], texts: Texts): readonly ProblemGroup[] {
  const byCode = groupedByCode(diagnostics);
  return [...byCode.values()]
    .map(group => groupOf(group, texts))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
        b.count - a.count ||
        (a.code < b.code ? -1 : 1),
    );
}

function groupOf(diagnostics: readonly Diagnostic[], texts: Texts): ProblemGroup {
  const [first] = diagnostics as readonly [Diagnostic, ...Diagnostic[]];
  const explained = diagnostics.map(diagnostic => explain(diagnostic, texts));
  const common = (key: 'expected' | 'hint'): string | undefined => {
    const texts = new Set(explained.map(item => item[key]));
    return texts.size === 1 ? explained[0]![key] : undefined;
  };
  const [expected, hint] = [common('expected'), common('hint')];
  return {
    code: first.code,
    severity: first.severity,
    count: diagnostics.length,
    ...(expected && { expected }),
    ...(hint && { hint }),
    places: placesOf(
      diagnostics,
      explained.map(({ message }) => message),
      texts,
    ),
  };
}

interface Gathered {
  readonly at: Location;
  readonly rows: number[];
  readonly value: string | undefined;
  readonly message: string;
}

/** Rows of one column with the same value and the same message are one place. */
function placesOf(
  diagnostics: readonly Diagnostic[],
  messages: readonly string[],
  texts: Texts,
): ProblemPlace[] {
  const places = new Map<string, Gathered>();
  diagnostics.forEach(({ at, value }, i) => {
    const { row, ...where } = at;
    const message = messages[i]!;
    const key = JSON.stringify([where, value, message]);
    const place = places.get(key) ?? { at: where, rows: [] as number[], value, message };
    if (row !== undefined) place.rows.push(row);
    places.set(key, place);
  });
  return [...places.values()].map(({ at, rows, value, message }) => ({
    place: texts.report.place(at, rows),
    message,
    // The heading itself is named by the place.
    ...(value !== undefined && value !== at.heading && { value }),
  }));
}

function groupedByCode(diagnostics: readonly Diagnostic[]): Map<DiagnosticCode, Diagnostic[]> {
  const groups = new Map<DiagnosticCode, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.code);
    if (group) group.push(diagnostic);
    else groups.set(diagnostic.code, [diagnostic]);
  }
  return groups;
}
