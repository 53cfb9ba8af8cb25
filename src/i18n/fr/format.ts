import { dayOfMonth, monthOf, yearOf } from '../../domain/day.ts';
import { euros } from '../../domain/money.ts';
import { decimalText, grouped } from '../number.ts';
import type { FormatTexts, Noun } from '../texts.ts';

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
/** Non-breaking space: an amount is never cut from its sign. */
const NBSP = '\u00A0';

const NOUNS: Readonly<Record<Noun, readonly [one: string, many: string]>> = {
  contract: ['marché', 'marchés'],
  member: ['membre', 'membres'],
  tender: ['achat groupé', 'achats groupés'],
  file: ['fichier', 'fichiers'],
  row: ['ligne', 'lignes'],
  error: ['erreur', 'erreurs'],
  warning: ['avertissement', 'avertissements'],
  note: ['remarque', 'remarques'],
  day: ['jour', 'jours'],
};

export const format: FormatTexts = {
  day: value => value.split('-').toReversed().join('/'),
  sheetDay: value => value.split('-').toReversed().join('/'),
  month: value => `${MONTHS[monthOf(value) - 1]} ${yearOf(value)}`,
  quarter: value => `T${value.slice(-1)} ${value.slice(0, 4)}`,
  money: amount => `${grouped(euros(amount), NBSP)}${NBSP}€`,
  number: value => grouped(value, NBSP),
  rate: value => `${decimalText(value * 100, 2, ',')}${NBSP}%`,
  count: (n, noun) => `${grouped(n, NBSP)} ${NOUNS[noun][Math.abs(n) < 2 ? 0 : 1]}`,
  list: items => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`),
  decimal: ',',
};

/** `1er janvier 2027`, for sentences. */
export function longDay(value: Parameters<FormatTexts['day']>[0]): string {
  const number = dayOfMonth(value);
  return `${number === 1 ? '1er' : number} ${format.month(value)}`;
}
