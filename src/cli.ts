/** The command line: language, streams, exit codes. The only place that reads the clock. */
import { CommanderError, type Command } from 'commander';
import { mistakeOf } from './cli/mistakes.ts';
import { programFor } from './cli/program.ts';
import { type Progress, progressOn } from './cli/progress.ts';
import type { ExitCode, Run } from './commands/run.ts';
import { dayFrom } from './domain/day.ts';
import { Mistake, type MistakeCode } from './domain/mistake.ts';
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
  const progress = progressOn(process.stderr, () => performance.now());
  const context = contextFor(process, args, texts, progress);
  let code: ExitCode = 0;
  const program = programFor(texts, context, result => (code = result));
  if (args.length === 0) {
    process.stdout.write(program.helpInformation());
    return 0;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, program, context);
  } finally {
    progress.clear();
  }
}

function contextFor(
  { stdout, stderr, env }: Process,
  args: readonly string[],
  texts: Texts,
  progress: Progress,
): Run {
  const alone =
    <Content>(write: (content: Content) => void) =>
    (content: Content): void => {
      progress.clear();
      write(content);
    };
  const colour =
    stdout.isTTY === true && !env.NO_COLOR && !args.includes('--no-color') && env.TERM !== 'dumb';
  return {
    texts,
    today: civilToday,
    write: alone(content => void stdout.write(content)),
    tell: alone(text => void stderr.write(`${text}\n`)),
    progress: progress.show,
    width: stdout.isTTY ? stdout.columns : Number(env.COLUMNS) || PAGE_WIDTH,
    colour,
    terminal: stdout.isTTY === true,
  };
}

/** A message and what to do, each ending as a sentence does. */
function sentences(message: string, hint: string | undefined): string {
  if (!hint) return message;
  return /[.!?…:]$/.test(message) ? `${message} ${hint}` : `${message}. ${hint}`;
}

/** Today where the user is: local time is right here, and only here. */
function civilToday(): ReturnType<Run['today']> {
  const now = new Date();
  return dayFrom(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
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
    tell(message.includes('\n') ? [message, hint].filter(Boolean).join('\n') : sentences(message, hint));
    return 2;
  }
  tell(`${texts.command.bug}\n${error instanceof Error ? error.stack : String(error)}`);
  return 70;
}
