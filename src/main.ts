/** The executable's only statement: give the process to the command line, and leave with its code. */
import { run } from './cli.ts';

void run(process).then(code => {
  process.exitCode = code;
});
