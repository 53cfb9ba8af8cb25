/** Values of options that several commands take. */
import { type Day, parseDay } from '../domain/day.ts';
import { Mistake } from '../domain/mistake.ts';

/** A day given by an option, `YYYY-MM-DD`. */
export function dayOption(option: string, value: string): Day {
  const day = parseDay(value);
  if (!day) throw new Mistake('BAD_DAY', { option, value });
  return day;
}

/** A choice given by an option. */
export function choiceOption<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find(candidate => candidate === value);
  if (!choice) throw new Mistake('BAD_CHOICE', { option, value, choices: choices.join(', ') });
  return choice;
}
