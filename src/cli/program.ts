/** The commands and their options, with help in the user's language. */
import { Command } from 'commander';
import { CSV_DIALECTS, DIFF_FORMATS, DOCUMENT_NAMES, FORMAT_IDS } from '../commands/choices.ts';
import type { ExitCode, Run } from '../commands/run.ts';
import type { Texts } from '../i18n/index.ts';

type Action<Options> = (paths: readonly string[], options: Options, run: Run) => Promise<ExitCode>;
/** A command's code is loaded when it is run: help and mistakes need none of it. */
type Load<Options> = () => Promise<Action<Options>>;

/** Every command with its options, described in the user's language. `done` gets the exit code. */
export function programFor(texts: Texts, context: Run, done: (code: ExitCode) => void): Command {
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
    load: Load<Options>,
  ): Command =>
    styled(program.command(name), texts)
      .summary(summary)
      .description(summary)
      .option('-o, --output <file>', command.options.output, collect)
      .option('--lang <fr|en>', command.options.lang)
      .option('-q, --quiet', command.options.quiet)
      .option('--no-color', command.options.noColor)
      .addHelpText('after', examples(lines, texts))
      // Commander gives each argument, then the options, then the command itself.
      .action(async (...given: readonly unknown[]) => {
        const action = await load();
        const paths = given.slice(0, -2).flat() as string[];
        done(await action(paths, given.at(-2) as Options, context));
      });

  /** A command on registers. */
  const addReading = <Options extends object>(...command_: Parameters<typeof add<Options>>): Command =>
    add(...command_)
      .argument('<paths...>', command.paths)
      .option('--as-of <AAAA-MM-JJ>', command.options.asOf)
      .option('-c, --config <file>', command.options.config)
      .option('--encoding <name>', command.options.encoding)
      .option('--strict', command.options.strict);

  /** A command that shows a schedule in every form. */
  const withForms = (shown: Command, folder = command.options.outputDir): Command =>
    shown
      .option(`-f, --format <${FORMAT_IDS.join('|')}>`, command.options.format)
      .option('--view <name>', command.options.view)
      .option('--output-dir <folder>', folder)
      .option(`--csv-dialect <${CSV_DIALECTS.join('|')}>`, command.options.csvDialect)
      .option('--alarms <days>', command.options.alarms)
      .option('--member <name>', command.options.member)
      .option('--ocid-prefix <prefix>', command.options.ocidPrefix);

  withForms(
    addReading(
      'align',
      command.align,
      command.alignExamples,
      async () => (await import('../commands/align.ts')).align,
    ),
  )
    .option('--set <name=value>', command.options.set, collect)
    .option('--compare', command.options.compare)
    .option('--previous <plan.json>', command.options.previous);
  withForms(
    addReading(
      'report',
      command.report,
      command.reportExamples,
      async () => (await import('../commands/report.ts')).report,
    ),
    command.options.reportDir,
  )
    .option('--quarter <AAAA-Qn>', command.options.quarter)
    .option('--previous <plan.json>', command.options.previous)
    .option('--fail-on <condition>', command.options.failOn, collect)
    .option('--dry-run', command.options.dryRun)
    .option('--set <name=value>', command.options.set, collect);
  add('diff', command.diff, command.diffExamples, async () => (await import('../commands/diff.ts')).diff)
    .argument('<old.json>', command.earlierPlan)
    .argument('<new.json>', command.laterPlan)
    .option(`-f, --format <${DIFF_FORMATS.join('|')}>`, command.options.format);
  addReading(
    'normalize',
    command.normalize,
    command.normalizeExamples,
    async () => (await import('../commands/normalize.ts')).normalize,
  )
    .option('-f, --format <csv|json>', command.options.format)
    .option(`--csv-dialect <${CSV_DIALECTS.join('|')}>`, command.options.csvDialect)
    .option('--rejects <file>', command.options.rejects);
  addReading(
    'check',
    command.check,
    command.checkExamples,
    async () => (await import('../commands/check.ts')).check,
  )
    .option('-f, --format <table|csv|json|markdown|html>', command.options.format)
    .option(`--csv-dialect <${CSV_DIALECTS.join('|')}>`, command.options.csvDialect);
  const { command: story } = texts.explain;
  addReading(
    'explain',
    story.summary,
    story.examples,
    async () => (await import('../commands/explain.ts')).explain,
  )
    .option('-f, --format <table|markdown|json>', command.options.format)
    .option('--contract <ref>', story.options.contract)
    .option('--tender <id>', story.options.tender)
    .option('--previous <plan.json>', command.options.previous)
    .option('--set <name=value>', command.options.set, collect);
  addReading(
    'init',
    command.init,
    command.initExamples,
    async () => (await import('../commands/init.ts')).init,
  ).option('--force', command.options.force);
  withForms(
    add(
      'render',
      command.render,
      command.renderExamples,
      async () => (await import('../commands/render.ts')).render,
    ),
  ).argument('<plan.json>', command.savedPlan);
  add(
    'schema',
    command.schema,
    command.schemaExamples,
    async () => (await import('../commands/schema.ts')).schema,
  ).argument(`<${DOCUMENT_NAMES.join('|')}>`, command.schemaOf);
  const { command: about } = texts.categories;
  add(
    'categories',
    about.summary,
    about.examples,
    async () => (await import('../commands/categories.ts')).categories,
  )
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
