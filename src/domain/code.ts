/** Codes that the reports turn into sentences. */

/** Parameters of a code: numbers, days, identifiers; amounts are cents under a name ending in `Amount`. */
export type CodeParams = Readonly<Record<string, string | number>>;

/** A code with what its sentence needs. */
export interface Coded<Code extends string = string> {
  readonly code: Code;
  readonly params: CodeParams;
}
