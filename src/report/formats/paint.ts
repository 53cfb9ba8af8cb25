/** Bold and colour for the terminal. They only add: everything reads the same without them. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Emphasis } from '../table.ts';

export interface Paint {
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly emphasis: (emphasis: Emphasis, text: string) => string;
}

/** Chalk at a level that we set ourselves: it does not know NO_COLOR. */
export function paint(colour: boolean): Paint {
  const chalk: ChalkInstance = new Chalk({ level: colour ? 1 : 0 });
  return {
    heading: text => chalk.bold(text),
    faint: text => chalk.dim(text),
    emphasis: (emphasis, text) =>
      emphasis === 'late' ? chalk.red(text) : emphasis === 'soon' ? chalk.yellow(text) : text,
  };
}
