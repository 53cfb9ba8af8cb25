import type { CommandTexts } from '../texts.ts';

export const command: CommandTexts = {
  program:
    'Reads the contract registers of several landlords as they are, and proposes the tenders to make jointly:\nwhich members, which contracts, on which date, what each must do and by when, and why.',
  align: 'propose the joint purchasing schedule',
  normalize: 'write the registers again in one common layout',
  check: 'check the quality of the registers before planning',
  paths: 'files or folders: CSV or XLSX exports; “-” for standard input',
  options: {
    asOf: 'day on which things are looked at, YYYY-MM-DD (default: the configuration, else today)',
    config: 'configuration file (default: coop-plan.yaml in the folder read)',
    lang: 'language: fr or en',
    format: 'presentation',
    view: 'one part of the report to show alone',
    output: 'file to write instead of the screen; its ending gives the format',
    set: 'try another value of a parameter, such as savings.expected=0.04 (repeatable)',
    strict: 'exit code 1 for a warning too',
    quiet: 'no message on standard error, except a failure',
    noColor: 'no colours',
    encoding: 'encoding of the files, when detection is wrong (for instance windows-1252)',
    rejects: 'file in which to write the rejected rows, as they are, with the reason',
  },
  headings: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
  },
  examples: [
    'coop-plan align exports/                       the schedule, on screen',
    'coop-plan align exports/ -o schedule.csv       the same, for Excel',
    'coop-plan check exports/                       what is read well or badly in the registers',
  ],
  alignExamples: [
    'coop-plan align exports/',
    'coop-plan align exports/ --as-of 2027-01-04 -o schedule.csv',
    'coop-plan align "exports/*.csv" --view decisions',
    'coop-plan align exports/ --set savings.expected=0.04',
  ],
  normalizeExamples: [
    'coop-plan normalize exports/ -o contracts.csv',
    'coop-plan normalize exports/ --rejects rejects.csv -o contracts.csv',
  ],
  checkExamples: ['coop-plan check exports/', 'coop-plan check exports/ --format csv -o problems.csv'],
  help: 'show this help',
  version: 'show the version',
  written: path => `Written: ${path}`,
  bug: 'Internal error of coop-plan: please report it with the text below and, if possible, the file at fault.',
  dataProblems: problems => `Data: ${problems} Details: coop-plan check, with the same files.`,
};
