/**
 * Problems found in the data, as values. A diagnostic carries a code and parameters, never a sentence:
 * the texts are in `i18n`. To add one: declare it here; the compiler then asks for its text in each language,
 * and a test asks for its smallest input under `fixtures/errors/<CODE>/`.
 */
import type { Location } from './contract.ts';

/** `error`: the row (or file) is left out. `warning`: kept under a stated assumption. `info`: normalised. */
export type Severity = 'error' | 'warning' | 'info';

/** What each diagnostic says beside its location and its raw value. */
export interface DiagnosticParams {
  // — files and layouts
  FILE_UNREADABLE: { reason: string };
  FILE_EMPTY: object;
  FILE_BINARY: object;
  HEADER_NOT_FOUND: { known: string };
  // — cells
  DATE_UNREADABLE: { expected: string };
}

export type DiagnosticCode = keyof DiagnosticParams;

/** How serious each problem is. */
export const SEVERITY: { readonly [Code in DiagnosticCode]: Severity } = {
  FILE_UNREADABLE: 'error',
  FILE_EMPTY: 'error',
  FILE_BINARY: 'error',
  HEADER_NOT_FOUND: 'error',
  DATE_UNREADABLE: 'warning',
};

/** One problem, where it is, the text that causes it, and what its message needs. */
export type Diagnostic = {
  readonly [Code in DiagnosticCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly at: Location;
    /** The raw text, as it stands in the file. */
    readonly value?: string;
    readonly params: Readonly<DiagnosticParams[Code]>;
  };
}[DiagnosticCode];

/** Makes a diagnostic of a given code, with the severity of its kind. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  at: Location,
  params: DiagnosticParams[Code],
  value?: string,
): Diagnostic {
  return { code, severity: SEVERITY[code], at, params, ...(value !== undefined && { value }) } as Diagnostic;
}
