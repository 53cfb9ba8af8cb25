import type { CommandTexts } from '../texts.ts';
import { format } from './format.ts';

export const command: CommandTexts = {
  program:
    'Reads the contract registers of several landlords as they are, and proposes the tenders to make jointly:\nwhich members, which contracts, on which date, what each must do and by when, and why.',
  align: 'propose the joint purchasing schedule',
  normalize: 'write the registers again in one common layout',
  check: 'check the quality of the registers before planning',
  init: 'propose a commented configuration, to be completed once',
  render: 'show a saved schedule (plan.json) in another form',
  schema: 'give the JSON Schema of the files written, or of the configuration',
  report: 'prepare a quarterly meeting: what to launch, what to decide, and what changed since the last',
  diff: 'say what changed between two saved plans',
  earlierPlan: 'the earlier plan (plan.json)',
  laterPlan: 'the later one',
  savedPlan: 'schedule saved by coop-plan align -o plan.json; "-" for standard input',
  schemaOf: 'whose schema is wanted',
  paths: 'files or folders: CSV or XLSX exports; “-” for standard input',
  options: {
    asOf: 'day on which things are looked at, YYYY-MM-DD (default: the configuration, else today)',
    config: 'configuration file (default: coop-plan.yaml in the folder read)',
    lang: 'language: fr or en',
    format: 'presentation',
    view: 'one part of the report to show alone',
    output: 'file to write instead of the screen; its ending gives the format (may be given several times)',
    set: 'try another value of a parameter, such as savings.expected=0.04 (repeatable)',
    previous: 'plan of the quarter before (JSON), of which what can be kept is kept',
    compare: 'show what --set changes in the schedule',
    strict: 'exit code 1 for a warning too',
    quiet: 'no message on standard error, except a failure',
    noColor: 'no colours',
    encoding: 'encoding of the files, when detection is wrong (for instance windows-1252)',
    outputDir:
      'folder in which to write everything: page, workbook, calendars (one a member), CSV, JSON, text',
    csvDialect: "CSV for French Excel, or for a program (by default: for Excel in the report's language)",
    alarms: 'reminders of the calendar, in days before each decision, such as 90,30,7',
    member: "one member's calendar only",
    ocidPrefix: 'prefix of Open Contracting identifiers, given by the Open Contracting Partnership',
    force: 'replace an existing configuration',
    quarter: 'quarter of the report, for example 2027-Q1 (default: the one after the as-of day)',
    reportDir:
      'folder to write the report in: summary, page, workbook, calendars, CSV, plan, register of decisions, manifest',
    failOn:
      'exit code 3 on: missed-deadline, deadline-within=30d, data-errors, unplanned-expiry, plan-changed, layout-changed (repeatable)',
    dryRun: 'make everything, write nothing, and say what would be written',
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
    'coop-plan align exports/ -o plan.html -o plan.xlsx -o plan.ics --alarms 90,30,7',
    'coop-plan align exports/ --as-of 2027-01-04 --output-dir meeting/',
    'coop-plan align "exports/*.csv" --view decisions',
    'coop-plan align exports/ --set savings.expected=0.04',
  ],
  normalizeExamples: [
    'coop-plan normalize exports/ -o contracts.csv',
    'coop-plan normalize exports/ --rejects rejects.csv -o contracts.csv',
  ],
  checkExamples: ['coop-plan check exports/', 'coop-plan check exports/ --format csv -o problems.csv'],
  initExamples: ['coop-plan init exports/', 'coop-plan init exports/ -o -'],
  renderExamples: [
    'coop-plan render plan.json -o plan.html -o plan.xlsx',
    'coop-plan render plan.json --view decisions',
  ],
  schemaExamples: ['coop-plan schema plan -o plan.schema.json'],
  reportExamples: [
    'coop-plan report exports/ --output-dir report/',
    'coop-plan report exports/ --quarter 2027-Q1 --previous last/plan.json --output-dir report/',
    'coop-plan report exports/ --output-dir report/ --fail-on missed-deadline --fail-on deadline-within=30d',
    'coop-plan report exports/ --view pending',
  ],
  diffExamples: [
    'coop-plan diff last/plan.json report/plan.json',
    'coop-plan diff last/plan.json report/plan.json -o changes.md',
  ],
  help: 'show this help',
  version: 'show the version',
  written: path => `Written: ${path}`,
  proposed: paths => `Complete it (members, territories, categories), then: coop-plan align ${paths}`,
  progress: step =>
    step.stage === 'contracts'
      ? `${format.count(step.contracts, 'contract')}…`
      : `${step.stage === 'opening' ? 'Opening' : 'Reading'} ${step.file}: ${format.count(step.rows, 'row')}…`,
  rereading: paths =>
    `Beware: written among the registers, and read as one of them next time: ${paths}. Write it elsewhere.`,
  bug: 'Internal error of coop-plan: please report it with the text below and, if possible, the file at fault.',
  dataProblems: problems => `Data: ${problems} Details: coop-plan check, with the same files.`,
};
