/** What options may be given, for the help: nothing heavy is loaded to know it. */
export { CSV_DIALECTS } from '../report/formats/csvDialect.ts';
export { FORMAT_IDS } from '../report/formats/registry.ts';

/** The documents that `schema` describes. */
export const DOCUMENT_NAMES = ['plan', 'contracts', 'changes', 'config'] as const;

/** The forms in which `diff` shows what changed. */
export const DIFF_FORMATS = ['table', 'markdown', 'json'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];
