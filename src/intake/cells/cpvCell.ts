/** CPV codes as registers write them: with or without check digit or label, leading zero lost. */
import { cpvCode } from '../classify/cpv.ts';
import { isAbsent } from './absent.ts';
import { memoize } from './memo.ts';
import { NO_PROBLEM, type Problem, problem } from './problem.ts';

export interface CpvCell {
  /** Eight digits, without check digit. */
  readonly cpv?: string;
  readonly problems: readonly Problem[];
}

/** Reads one cell; zeros alone (`0`, `00000000`) say nothing. */
export const readCpv: (text: string) => CpvCell = memoize(text => {
  if (isAbsent(text) || /^[\s0-]*$/.test(text)) return { problems: NO_PROBLEM };
  const cpv = cpvCode(text);
  if (!cpv) return { problems: [problem('CPV_UNREADABLE', {})] };
  const digits = text.replace(/[\s.\u00A0\u202F]/g, '');
  return { cpv, problems: digits.includes(cpv) ? NO_PROBLEM : [problem('CPV_RESTORED', { cpv })] };
});
