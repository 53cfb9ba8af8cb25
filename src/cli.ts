/** The command line: options, help in the user's language, exit codes. The only place that reads the clock. */
import { Command, CommanderError } from 'commander';
import { align } from './commands/align.ts';
import { categories } from './commands/categories.ts';
import { check } from './commands/check.ts';
import { init } from './commands/init.ts';
import { normalize } from './commands/normalize.ts';
import { CSV_DIALECTS, FORMAT_IDS } from './commands/outputs.ts';
import { render } from './commands/render.ts';
import { DOCUMENT_NAMES, schema } from './commands/schema.ts';
import type { ExitCode, Run } from './commands/run.ts';
import { dayFrom } from './domain/day.ts';
import { Mistake, type MistakeCode } from './domain/mistake.ts';
import { nearestWord } from './domain/nearest.ts';
import { LANGUAGE_NAMES, type Texts, languageFrom, textsFor } from './i18n/index.ts';
import type { Explained } from './i18n/texts.ts';

/** The parts of a process that the command line uses. */
export type Process = Pick<NodeJS.Process, 'argv' | 'env' | 'stdout' | 'stderr'>;

/** Width of a page when there is no terminal to ask. */
const PAGE_WIDTH = 100;

/** Runs the command line. Resolves to the exit code, and never throws. */
export async function run(process: Process): Promise<ExitCode> {
  const args = process.argv.slice(2);
  const texts = textsFor(languageFrom(languageOption(args), process.env));
  // A closed pipe (`coop-plan … | head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const context = contextFor(process, args, texts);
  let code: ExitCode = 0;
  const program = programFor(texts, context, result => (code = result));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, program, context);
  }
}

function contextFor({ stdout, stderr, env }: Process, args: readonly string[], texts: Texts): Run {
  const colour =
    stdout.isTTY === true && !env.NO_COLOR && !args.includes('--no-color') && env.TERM !== 'dumb';
  return {
    texts,
    today: civilToday,
    write: text => void stdout.write(text),
    tell: text => void stderr.write(`${text}\n`),
    width: stdout.isTTY ? stdout.columns : Number(env.COLUMNS) || PAGE_WIDTH,
    colour,
    terminal: stdout.isTTY === true,
  };
}

/** Today where the user is: local time is right here, and only here. */
function civilToday(): ReturnType<Run['today']> {
  const now = new Date();
  return dayFrom(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}

type Action<Options> = (paths: readonly string[], options: Options, run: Run) => Promise<ExitCode>;

function programFor(texts: Texts, context: Run, done: (code: ExitCode) => void): Command {
  const { command } = texts;
  const program = styled(new Command('coop-plan'), texts)
    .description(command.program)
    .version(COOP_PLAN_VERSION, '-V, --version', command.version)
    .helpCommand(false)
    .addHelpText('after', examples(command.examples, texts));

  const add = <Options extends object>(
    name: string,
    summary: string,
    lines: readonly string[],
    action: Action<Options>,
  ): Command =>
    styled(program.command(name), texts)
      .summary(summary)
      .description(summary)
      .option('-o, --output <file>', command.options.output, collect)
      .option('--lang <fr|en>', command.options.lang)
      .option('-q, --quiet', command.options.quiet)
      .option('--no-color', command.options.noColor)
      .addHelpText('after', examples(lines, texts))
      .action(async (paths: string | string[], options: Options) =>
        done(await action([paths].flat(), options, context)),
      );

  /** A command on registers. */
  const addReading = <Options extends object>(...command_: Parameters<typeof add<Options>>): Command =>
    add(...command_)
      .argument('<paths...>', command.paths)
      .option('--as-of <AAAA-MM-JJ>', command.options.asOf)
      .option('-c, --config <file>', command.options.config)
      .option('--encoding <name>', command.options.encoding)
      .option('--strict', command.options.strict);

  /** A command that shows a schedule in every form. */
  const withForms = (shown: Command): Command =>
    shown
      .option(`-f, --format <${FORMAT_IDS.join('|')}>`, command.options.format)
      .option('--view <name>', command.options.view)
      .option('--output-dir <folder>', command.options.outputDir)
      .option(`--csv-dialect <${CSV_DIALECTS.join('|')}>`, command.options.csvDialect)
      .option('--alarms <days>', command.options.alarms)
      .option('--member <name>', command.options.member)
      .option('--ocid-prefix <prefix>', command.options.ocidPrefix);

  withForms(addReading('align', command.align, command.alignExamples, align)).option(
    '--set <name=value>',
    command.options.set,
    collect,
  );
  addReading('normalize', command.normalize, command.normalizeExamples, normalize)
    .option('-f, --format <csv|json>', command.options.format)
    .option(`--csv-dialect <${CSV_DIALECTS.join('|')}>`, command.options.csvDialect)
    .option('--rejects <file>', command.options.rejects);
  addReading('check', command.check, command.checkExamples, check)
    .option('-f, --format <table|csv|json|markdown|html>', command.options.format)
    .option(`--csv-dialect <${CSV_DIALECTS.join('|')}>`, command.options.csvDialect);
  addReading('init', command.init, command.initExamples, init).option('--force', command.options.force);
  withForms(add('render', command.render, command.renderExamples, render)).argument(
    '<plan.json>',
    command.savedPlan,
  );
  add('schema', command.schema, command.schemaExamples, schema).argument(
    `<${DOCUMENT_NAMES.join('|')}>`,
    command.schemaOf,
  );
  const { command: about } = texts.categories;
  add('categories', about.summary, about.examples, categories)
    .argument('[question...]', about.question)
    .option('-c, --config <file>', command.options.config)
    .option('-f, --format <table|csv|json>', command.options.format)
    .option('--cpv <code>', about.options.cpv)
    .option('--family <name>', about.options.family)
    .option('--section <heading>', about.options.section)
    .option('--nature <name>', about.options.nature)
    .option('--months <n>', about.options.months);
  return program;
}

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** Help in the user's language; mistakes are thrown, not printed by commander. */
function styled(command: Command, { command: texts }: Texts): Command {
  const { headings } = texts;
  const inOurWords: Readonly<Record<string, string>> = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
    'Commands:': headings.commands,
  };
  return command
    .exitOverride()
    .showHelpAfterError(false)
    .configureOutput({ writeErr: () => {} })
    .helpOption('-h, --help', texts.help)
    .configureHelp({ styleTitle: title => inOurWords[title] ?? title });
}

function examples(lines: readonly string[], { command: { headings } }: Texts): string {
  return `\n${headings.examples}\n${lines.map(line => `  ${line}`).join('\n')}`;
}

/** `--lang` is needed before the help can be written, so before commander reads the line. */
function languageOption(args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='));
  const asked =
    at < 0 ? undefined : args[at]!.includes('=') ? args[at]!.slice('--lang='.length) : args[at + 1];
  return LANGUAGE_NAMES.find(name => name === asked);
}

function failure(error: unknown, program: Command, { texts, tell }: Run): ExitCode {
  const mistake = error instanceof CommanderError ? mistakeOf(error, program) : error;
  if (mistake === undefined) return 0;
  if (mistake instanceof Mistake) {
    // Each code's text takes that code's own parameters.
    const text = texts.mistakes[mistake.code as MistakeCode] as (params: object) => Explained;
    const { message, hint } = text(mistake.params);
    tell([message, hint].filter(Boolean).join(message.includes('\n') ? '\n' : ' '));
    return 2;
  }
  tell(`${texts.command.bug}\n${error instanceof Error ? error.stack : String(error)}`);
  return 70;
}

/** Commander's own errors as ours; `undefined` when it was help or the version. */
function mistakeOf(error: CommanderError, program: Command): Mistake | undefined {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const known = program.commands.flatMap(command => command.options.map(option => option.long ?? ''));
      return new Mistake('UNKNOWN_OPTION', { option: named, near: nearestWord(named, known) ?? '' });
    }
    case 'commander.unknownCommand': {
      const known = program.commands.map(command => command.name());
      return new Mistake('UNKNOWN_COMMAND', { command: named, near: nearestWord(named, known) ?? '' });
    }
    case 'commander.optionMissingArgument':
      return new Mistake('MISSING_VALUE', { option: named });
    case 'commander.missingArgument':
      return new Mistake('MISSING_ARGUMENT', { name: named });
    case 'commander.excessArguments':
      return new Mistake('EXTRA_ARGUMENT', { value: named });
    default:
      return undefined;
  }
}
