/**
 * Shows how long work goes: on a terminal, one line that is written over, once a second has passed; in a log, a line
 * every ten seconds. Short runs show nothing. No escape codes: a line is cleared by spaces.
 */

/** A stream that messages go to. */
interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds before a terminal shows anything, between two changes of its line, and between two lines of a log. */
const PATIENCE = 1000;
const BETWEEN_CHANGES = 200;
const BETWEEN_LINES = 10_000;
const NARROW = 80;

export interface Progress {
  /** Work goes on; the text is asked for only when it is shown. */
  readonly show: (text: () => string) => void;
  /** Clears the line, before anything else is written. */
  readonly clear: () => void;
}

/** `now`: milliseconds of a clock that only goes forward. */
export function progressOn(output: Output, now: () => number): Progress {
  const isTerminal = output.isTTY === true;
  let next = now() + (isTerminal ? PATIENCE : BETWEEN_LINES);
  let shown = 0;
  const clear = (): void => {
    if (shown > 0) output.write(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  const show = (text: () => string): void => {
    const time = now();
    if (time < next) return;
    next = time + (isTerminal ? BETWEEN_CHANGES : BETWEEN_LINES);
    if (!isTerminal) {
      output.write(`${text()}\n`);
      return;
    }
    const line = text().slice(0, (output.columns ?? NARROW) - 1);
    output.write(`\r${line.padEnd(shown)}`);
    shown = line.length;
  };
  return { show, clear };
}
