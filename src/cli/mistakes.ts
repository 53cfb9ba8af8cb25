/** Commander's own errors, in our words. */
import type { Command, CommanderError } from 'commander';
import { Mistake } from '../domain/mistake.ts';
import { nearestWord } from '../domain/nearest.ts';

/** Commander's own errors as ours; `undefined` when it was help or the version. */
export function mistakeOf(error: CommanderError, program: Command): Mistake | undefined {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const known = program.commands
        .flatMap(command => command.options.map(option => option.long ?? ''))
        // An option of another command is no spelling of itself.
        .filter(option => option !== named);
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
