/** The shape of a language: a text missing from one does not compile. */
import type { DiagnosticCode, DiagnosticParams } from '../domain/diagnostic.ts';

/** A diagnostic in words. */
export interface Explained {
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

export type DiagnosticTexts = {
  readonly [Code in DiagnosticCode]: (params: Readonly<DiagnosticParams[Code]>) => Explained;
};
