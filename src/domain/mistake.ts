/**
 * A mistake of the user that stops the run: wrong usage, a configuration that cannot be read, nothing to read.
 * It ends with one line (what, and what to do) and exit code 2; any other exception is a bug (exit code 70).
 */
export interface MistakeParams {
  NOTHING_TO_READ: { path: string };
  PATH_NOT_FOUND: { path: string };
  FOLDER_WITHOUT_TABLE: { path: string };
  GLOB_WITHOUT_MATCH: { pattern: string };
  PATH_NOT_READABLE: { path: string; reason: string };
  FILE_TOO_LARGE: { path: string; megabytes: number; most: number };
  BAD_DAY: { option: string; value: string };
  /** Too many contracts for the whole set of a report. */
  REPORT_TOO_LARGE: { contracts: number; most: number };
  BAD_QUARTER: { option: string; value: string };
  BAD_CHOICE: { option: string; value: string; choices: string };
  BAD_NUMBER: { option: string; value: string };
  BAD_SETTING: { text: string; problem?: ConfigurationProblem };
  NOTHING_TO_COMPARE: object;
  UNKNOWN_OPTION: { option: string; near: string };
  UNKNOWN_COMMAND: { command: string; near: string };
  MISSING_ARGUMENT: { name: string };
  MISSING_VALUE: { option: string };
  EXTRA_ARGUMENT: { value: string };
  CONFIG_NOT_FOUND: { path: string };
  CONFIG_SYNTAX: { file: string; line: number; column: number; reason: string };
  CONFIG_INVALID: { file: string; problems: readonly ConfigurationProblem[] };
  CONFIG_SEVERAL: { files: string };
  NOTHING_READABLE: object;
  OUTPUT_IS_INPUT: { path: string };
  OUTPUT_EXISTS: { path: string };
  OUTPUT_NOT_WRITABLE: { path: string; reason: string };
  OUTPUT_FORMAT_UNKNOWN: { path: string; formats: string };
  OUTPUTS_WITH_FORMAT: object;
  OUTPUT_IS_BYTES: { format: string };
  OPTION_OF_FORMAT: { option: string; format: string };
  VIEW_NOT_IN_FORMAT: { view: string; format: string };
  FORMAT_NEEDS_PLAN: { format: string; formats: string };
  BAD_LIST: { option: string; value: string; example: string };
  UNKNOWN_MEMBER: { member: string; members: string };
  /** Neither, or both, of `--contract` and `--tender`. */
  EXPLAIN_WHAT: object;
  /** `near`: those that resemble it, if any. */
  CONTRACT_UNKNOWN: { wanted: string; near: string };
  CONTRACT_AMBIGUOUS: { wanted: string; matches: string };
  TENDER_UNKNOWN: { wanted: string; near: string };
  TENDER_AMBIGUOUS: { wanted: string; matches: string };
  PLAN_NOT_ONE: { path: string };
  PLAN_TOO_OLD: { path: string; version: number; known: number };
  PLAN_TOO_NEW: { path: string; version: number; known: number };
  PLAN_DAMAGED: { path: string; at: string; reason: string };
}

/** One thing wrong in a configuration, and where: line and column from 1. */
export interface ConfigurationProblem {
  readonly line: number;
  readonly column: number;
  /** `members[2].files` */
  readonly path: string;
  readonly kind:
    'unknown-key' | 'wrong-type' | 'not-allowed' | 'out-of-range' | 'unknown-category' | 'duplicate';
  /** What was expected, in the configuration's own terms: a type, a list of values, a bound, a near key. */
  readonly expected: string;
}

export type MistakeCode = keyof MistakeParams;

export class Mistake<Code extends MistakeCode = MistakeCode> extends Error {
  readonly code: Code;
  readonly params: MistakeParams[Code];

  constructor(code: Code, params: MistakeParams[Code]) {
    super(code);
    this.name = 'Mistake';
    this.code = code;
    this.params = params;
  }
}
