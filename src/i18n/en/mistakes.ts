import type { ConfigurationTexts, MistakeTexts } from '../texts.ts';

const near = (word: string): string => (word ? ` Did you mean “${word}”?` : '');

export const configuration: ConfigurationTexts = {
  'unknown-key': p => `unknown key “${p.path}”; expected: ${p.expected}`,
  'wrong-type': p => `“${p.path}” is not of the expected type: ${p.expected}`,
  'not-allowed': p => `value refused for “${p.path}”; expected: ${p.expected}`,
  'out-of-range': p => `“${p.path}” is out of range: expected ${p.expected}`,
  'unknown-category': p =>
    p.expected
      ? `unknown category “${p.path}”; the nearest: ${p.expected}`
      : `unknown category “${p.path}”; the list: coop-plan categories`,
  duplicate: p => `“${p.path}” is given twice`,
};

export const mistakes: MistakeTexts = {
  NOTHING_TO_READ: () => ({
    message: 'No file to read.',
    hint: 'Give a folder or files: coop-plan align exports/',
  }),
  PATH_NOT_FOUND: p => ({
    message: `No such file or folder: ${p.path}`,
    hint: 'Check the path; quote it when it holds spaces.',
  }),
  FOLDER_WITHOUT_TABLE: p => ({
    message: `No register in the folder ${p.path}`,
    hint: 'Put each member’s .csv or .xlsx export there.',
  }),
  GLOB_WITHOUT_MATCH: p => ({
    message: `No file matches ${p.pattern}`,
    hint: 'Check the folder and the ending.',
  }),
  PATH_NOT_READABLE: p => ({
    message: `Cannot read ${p.path} (${p.reason}).`,
    hint: 'Check the permissions; close the file if it is open in Excel.',
  }),
  FILE_TOO_LARGE: p => ({
    message: `${p.path} has ${p.megabytes} MB: more than the ${p.most} MB that can be read at once.`,
    hint: 'Cut it into several files, one a year for instance, each with its line of headings.',
  }),
  BAD_DAY: p => ({
    message: `${p.option}: “${p.value}” is not a date.`,
    hint: 'Write YYYY-MM-DD, such as 2026-11-23.',
  }),
  REPORT_TOO_LARGE: p => ({
    message: `${p.contracts} contracts: too many for the whole set of a report (${p.most} at the most).`,
    hint: 'Write the forms that you need one by one (-o report.md, -o plan.json), or one report a group.',
  }),
  BAD_QUARTER: p => ({
    message: `${p.option}: “${p.value}” is not a quarter.`,
    hint: 'Write YYYY-Q1 to YYYY-Q4, for example 2027-Q1.',
  }),
  BAD_CHOICE: p => ({ message: `${p.option}: “${p.value}” does not exist.`, hint: `Choices: ${p.choices}.` }),
  BAD_NUMBER: p => ({ message: `${p.option}: “${p.value}” is not a number.`, hint: 'Example: 0.04' }),
  BAD_SETTING: p => ({
    message: `--set: “${p.text}” is not of the form parameter=value.`,
    hint: 'Example: --set savings.expected=0.04',
  }),
  NOTHING_TO_COMPARE: () => ({
    message: '--compare: nothing to compare.',
    hint: 'Give the parameters to try, such as --set savings.expected=0.04 --compare',
  }),
  UNKNOWN_OPTION: p => ({
    message: `Unknown option: ${p.option}.${near(p.near)}`,
    hint: 'See coop-plan --help for the options.',
  }),
  UNKNOWN_COMMAND: p => ({
    message: `Unknown command: ${p.command}.${near(p.near)}`,
    hint: 'See coop-plan --help for the commands.',
  }),
  MISSING_ARGUMENT: p =>
    p.name === 'paths'
      ? { message: 'No file to read.', hint: 'Give a folder or files: coop-plan align exports/' }
      : { message: `Missing: ${p.name}`, hint: 'See coop-plan --help.' },
  MISSING_VALUE: p => ({ message: `The option ${p.option} needs a value.`, hint: 'See coop-plan --help.' }),
  EXTRA_ARGUMENT: p => ({ message: `Unexpected argument: ${p.value}`, hint: 'See coop-plan --help.' }),
  CONFIG_NOT_FOUND: p => ({
    message: `No such configuration: ${p.path}`,
    hint: 'Check the path given to --config.',
  }),
  CONFIG_SYNTAX: p => ({
    message: `${p.file}, line ${p.line}, column ${p.column}: YAML syntax error (${p.reason}).`,
    hint: 'Check the indentation, the colons and the quotes.',
  }),
  CONFIG_INVALID: p => ({
    message: p.problems
      .map(problem => `${p.file}, line ${problem.line}: ${configuration[problem.kind](problem)}`)
      .join('\n'),
    hint: 'Correct the configuration, then run again.',
  }),
  CONFIG_SEVERAL: p => ({
    message: `Several configurations found: ${p.files}`,
    hint: 'Choose one with --config.',
  }),
  NOTHING_READABLE: () => ({
    message: 'None of the files could be read as a contract register.',
    hint: 'The causes are above; correct them, then run again.',
  }),
  OUTPUT_IS_INPUT: p => ({
    message: `The output file ${p.path} is also a file being read.`,
    hint: 'Choose another name: the original data are never changed.',
  }),
  OUTPUT_EXISTS: p => ({
    message: `${p.path} already exists.`,
    hint: 'Give another name with --output, or --force to replace it.',
  }),
  OUTPUT_NOT_WRITABLE: p =>
    p.reason === 'ENOENT'
      ? {
          message: `Cannot write: the folder of ${p.path} does not exist.`,
          hint: 'Make it, or choose another.',
        }
      : {
          message: `Cannot write ${p.path} (${p.reason}).`,
          hint: 'Close it if it is open in Excel; check the folder and the permissions.',
        },
  OUTPUT_FORMAT_UNKNOWN: p => ({ message: `Unknown format for ${p.path}.`, hint: `Formats: ${p.formats}.` }),
  OUTPUTS_WITH_FORMAT: () => ({
    message: '--format does not go with several --output.',
    hint: 'The format of each file follows its ending: leave --format out.',
  }),
  OUTPUT_IS_BYTES: p => ({
    message: `The format ${p.format} cannot be shown on the screen.`,
    hint: `Give a file: --output schedule.${p.format}`,
  }),
  OPTION_OF_FORMAT: p => ({
    message: `${p.option} is for the format ${p.format} only.`,
    hint: `Leave ${p.option} out, or ask for that format.`,
  }),
  VIEW_NOT_IN_FORMAT: p => ({
    message: `There is no --view ${p.view} in the format ${p.format}.`,
    hint: 'Leave --view out, or choose --format table, csv or markdown.',
  }),
  FORMAT_NEEDS_PLAN: p => ({
    message: `The format ${p.format} shows a schedule: it goes with align and render only.`,
    hint: `Choices here: ${p.formats}.`,
  }),
  BAD_LIST: p => ({
    message: `${p.option}: "${p.value}" is not a list of days.`,
    hint: `Example: ${p.option} ${p.example}`,
  }),
  UNKNOWN_MEMBER: p => ({
    message: `--member: "${p.member}" is not a member of the group.`,
    hint: `Choices: ${p.members}.`,
  }),
  EXPLAIN_WHAT: () => ({
    message: 'Nothing to explain, or two things at once.',
    hint: 'Give --contract with a contract number, or --tender with the identifier of a joint tender.',
  }),
  CONTRACT_UNKNOWN: p => ({
    message: `--contract: no contract “${p.wanted}”.`,
    hint: p.near ? `The nearest: ${p.near}.` : 'The list: coop-plan align exports/ --view contracts',
  }),
  CONTRACT_AMBIGUOUS: p => ({
    message: `--contract: several contracts “${p.wanted}”.`,
    hint: `Give the identifier of one of them: ${p.matches}.`,
  }),
  TENDER_UNKNOWN: p => ({
    message: `--tender: no joint tender “${p.wanted}” is proposed.`,
    hint: p.near
      ? `The nearest: ${p.near}.`
      : 'The list: coop-plan align exports/ --view participations -f csv',
  }),
  TENDER_AMBIGUOUS: p => ({
    message: `--tender: several joint tenders begin with “${p.wanted}”.`,
    hint: `Give the identifier of one of them: ${p.matches}.`,
  }),
  PLAN_NOT_ONE: p => ({
    message: `${p.path} is not a schedule saved by coop-plan.`,
    hint: 'Make one: coop-plan align exports/ -o plan.json',
  }),
  PLAN_TOO_OLD: p => ({
    message: `${p.path} comes from an older coop-plan (schema ${p.version}, read here: ${p.known}).`,
    hint: 'Make the schedule again from the registers: coop-plan align exports/ -o plan.json',
  }),
  PLAN_TOO_NEW: p => ({
    message: `${p.path} comes from a newer coop-plan (schema ${p.version}, read here: ${p.known}).`,
    hint: 'Update coop-plan, or make the schedule again with this version.',
  }),
  PLAN_DAMAGED: p => ({
    message: `${p.path} is no longer a schedule of coop-plan: "${p.at}" is wrong (${p.reason}).`,
    hint: 'Take the original file again, or make the schedule again from the registers.',
  }),
};
