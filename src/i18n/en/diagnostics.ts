import type { DiagnosticTexts } from '../texts.ts';

/** What is wrong, what was expected, what to do; the caller writes where. */
export const diagnostics: DiagnosticTexts = {
  FILE_UNREADABLE: p => ({
    message: `Cannot read the file: ${p.reason}.`,
    hint: 'Check the path and the permissions, then run again.',
  }),
  FILE_EMPTY: () => ({ message: 'Empty file.', hint: 'Export the contract register again.' }),
  FILE_BINARY: () => ({
    message: 'This file is not a readable table.',
    hint: 'Save the register as .xlsx or CSV.',
  }),
  HEADER_NOT_FOUND: p => ({
    message: 'No header line was recognised.',
    expected: `headings such as ${p.known}`,
    hint: 'Add a header line, or describe the columns in the configuration (“coop-plan init”).',
  }),
  DATE_UNREADABLE: p => ({
    message: 'Unreadable date, left blank.',
    expected: p.expected,
    hint: 'Correct the date in the register.',
  }),
};
