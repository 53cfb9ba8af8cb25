import type { DiagnosticCode, DiagnosticParams } from '../../domain/diagnostic.ts';

/** A problem met while reading one cell: a diagnostic that does not know yet where it stands. */
export type Problem = {
  readonly [Code in DiagnosticCode]: {
    readonly code: Code;
    readonly params: Readonly<DiagnosticParams[Code]>;
  };
}[DiagnosticCode];

/** Makes a problem of a given code. */
export function problem<Code extends DiagnosticCode>(code: Code, params: DiagnosticParams[Code]): Problem {
  return { code, params } as Problem;
}

/** The shared empty list: most cells have no problem, and a million rows are read. */
export const NO_PROBLEM: readonly Problem[] = [];
