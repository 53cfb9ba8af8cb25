/** Values of options that several commands take. */
import { FAIL_ON, type FailOn } from '../domain/alert.ts';
import { type Day, type Quarter, parseDay, parseQuarter } from '../domain/day.ts';
import { Mistake } from '../domain/mistake.ts';

/** No register is looked at beyond these days; plans reach some decades further. */
const EARLIEST = '1990-01-01';
const LATEST = '2199-12-31';

/** A day given by an option, `YYYY-MM-DD`. */
export function dayOption(option: string, value: string): Day {
  const day = parseDay(value);
  if (!day || day < EARLIEST || day > LATEST) throw new Mistake('BAD_DAY', { option, value });
  return day;
}

/** A choice given by an option. */
export function choiceOption<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find(candidate => candidate === value);
  if (!choice) throw new Mistake('BAD_CHOICE', { option, value, choices: choices.join(', ') });
  return choice;
}

/** A quarter given by an option, `2027-Q1` or `2027-T1`. */
export function quarterOption(option: string, value: string): Quarter {
  const quarter = parseQuarter(value);
  if (!quarter) throw new Mistake('BAD_QUARTER', { option, value });
  return quarter;
}

/** A condition given by `--fail-on`: its name, and for `deadline-within` the days, `=30d`. */
export function failOnOption(value: string): FailOn {
  const within = /^deadline-within=(\d{1,4})[dj]?$/.exec(value);
  if (within) return { kind: 'deadline-within', days: Number(within[1]) };
  const kind = FAIL_ON.find(name => name === value);
  if (!kind || kind === 'deadline-within') {
    const choices = FAIL_ON.map(name => (name === 'deadline-within' ? `${name}=30d` : name)).join(', ');
    throw new Mistake('BAD_CHOICE', { option: '--fail-on', value, choices });
  }
  return { kind };
}
