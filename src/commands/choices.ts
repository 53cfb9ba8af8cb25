/** What options may be given, for the help: nothing heavy is loaded to know it. */
export { CSV_DIALECTS } from '../report/formats/csvDialect.ts';
export { FORMAT_IDS } from '../report/formats/registry.ts';

/** The documents that `schema` describes. */
export const DOCUMENT_NAMES = ['plan', 'contracts', 'config'] as const;
