import { dayOfMonth, monthOf, yearOf } from '../../domain/day.ts';
import { euros } from '../../domain/money.ts';
import { decimalText, grouped } from '../number.ts';
import type { FormatTexts, Noun } from '../texts.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const NOUNS: Readonly<Record<Noun, readonly [one: string, many: string]>> = {
  contract: ['contract', 'contracts'],
  member: ['member', 'members'],
  tender: ['joint tender', 'joint tenders'],
  file: ['file', 'files'],
  row: ['row', 'rows'],
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes'],
  day: ['day', 'days'],
};

export const format: FormatTexts = {
  day: value => `${dayOfMonth(value)} ${MONTHS[monthOf(value) - 1]!.slice(0, 3)} ${yearOf(value)}`,
  sheetDay: value => value,
  month: value => `${MONTHS[monthOf(value) - 1]} ${yearOf(value)}`,
  quarter: value => `Q${value.slice(-1)} ${value.slice(0, 4)}`,
  money: amount => `€${grouped(euros(amount), ',')}`.replace('€-', '-€'),
  number: value => grouped(value, ','),
  rate: value => `${decimalText(value * 100, 2, '.')}%`,
  count: (n, noun) => `${grouped(n, ',')} ${NOUNS[noun][Math.abs(n) === 1 ? 0 : 1]}`,
  list: items => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  decimal: '.',
};

/** `1 January 2027`, for sentences. */
export function longDay(value: Parameters<FormatTexts['day']>[0]): string {
  return `${dayOfMonth(value)} ${format.month(value)}`;
}
