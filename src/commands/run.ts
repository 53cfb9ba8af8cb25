/** What the command line gives to every command. */
import type { Day } from '../domain/day.ts';
import type { Texts } from '../i18n/texts.ts';

/** 0 done · 1 the data have errors · 2 wrong usage or nothing to read · 3 a `--fail-on` condition · 70 a bug. */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

export interface Run {
  readonly texts: Texts;
  /** The civil day of the machine: the only clock, and only when neither option nor configuration says a day. */
  readonly today: () => Day;
  readonly write: (text: string | Uint8Array) => void;
  /** One message on standard error. */
  readonly tell: (text: string) => void;
  /** Long work goes on: shown on standard error when it lasts. */
  readonly progress: (text: () => string) => void;
  /** Characters of a line. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether standard output is a terminal, which shows text only. */
  readonly terminal: boolean;
}
