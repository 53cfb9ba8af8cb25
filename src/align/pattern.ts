/** How buyers write durations: `12+3x12` (a firm year, three renewals), `24+12+12`, `60 ferme`. */

/** A firm period and equal renewals, in months. */
export interface Pattern {
  readonly firmMonths: number;
  readonly renewals: number;
  readonly renewalMonths: number;
}

const WRITTEN = /^(\d+)((?:\+(?:\d+x)?\d+)+)/;

/**
 * The pattern of a contract of `months`, as `written` says: the first alternative (`ou`) that makes that total, else
 * the first one with as many renewals as fit, else (`60 ferme`, `one-off`) one firm period.
 */
export function patternFor(written: string, months: number): Pattern {
  const patterns = written.split(' ou ').flatMap(text => readPattern(text.trim()) ?? []);
  const exact = patterns.find(pattern => totalOf(pattern) === months);
  return exact ?? patterns.flatMap(pattern => fit(pattern, months) ?? [])[0] ?? firm(months);
}

/** Whole duration, renewals taken. */
export function totalOf({ firmMonths, renewals, renewalMonths }: Pattern): number {
  return firmMonths + renewals * renewalMonths;
}

/** `undefined` when the text has no renewal, or renewals of different lengths. */
function readPattern(text: string): Pattern | undefined {
  const match = WRITTEN.exec(text.replaceAll(' ', ''));
  if (!match) return undefined;
  const renewals = match[2]!.split('+').slice(1).flatMap(renewalsOf);
  const [renewalMonths] = renewals;
  if (renewalMonths === undefined || renewals.some(length => length !== renewalMonths)) return undefined;
  return { firmMonths: Number(match[1]), renewals: renewals.length, renewalMonths };
}

/** `3x12` → 12 12 12; `12` → 12. */
function renewalsOf(part: string): number[] {
  const [count, length] = part.includes('x') ? part.split('x').map(Number) : [1, Number(part)];
  return Array.from({ length: count! }, () => length!);
}

function fit(pattern: Pattern, months: number): Pattern | undefined {
  const renewals = (months - pattern.firmMonths) / pattern.renewalMonths;
  return Number.isInteger(renewals) && renewals >= 0 ? { ...pattern, renewals } : undefined;
}

function firm(months: number): Pattern {
  return { firmMonths: months, renewals: 0, renewalMonths: 0 };
}
