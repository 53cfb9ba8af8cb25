/** What was decided for a whole column, in words: the order of its dates, the unit of its durations, what its amounts are. */

const WORDS: Readonly<Record<string, string>> = {
  'dd/MM/yyyy': 'jj/mm/aaaa',
  'MM/dd/yyyy': 'mm/jj/aaaa',
  'yy/MM/dd': 'aa/mm/jj',
  'yyyy-MM-dd': 'aaaa-mm-jj',
  serial: 'numéros de jour d’Excel',
  words: 'en lettres',
  days: 'jours',
  weeks: 'semaines',
  months: 'mois',
  years: 'années',
  annual: 'par an',
  monthly: 'par mois',
  'whole-term': 'pour toute la durée',
  'unknown period': 'période non précisée',
  ht: 'HT',
  ttc: 'TTC',
  'unknown vat': 'TVA non précisée',
};

/** A column's reading as codes (`dd/MM/yyyy + serial`, `months?`, `annual, ht`) → words; `?`: it was assumed. */
export function reading(codes: string): string {
  const [period, vat] = codes.split(', ');
  if (vat) return `${wordFor(period!, 'period')}, ${wordFor(vat, 'vat')}`;
  return codes
    .split(' + ')
    .map(code => (code.endsWith('?') ? `${wordFor(code.slice(0, -1))} (supposé)` : wordFor(code)))
    .join(' + ');
}

function wordFor(code: string, of?: 'period' | 'vat'): string {
  return WORDS[code === 'unknown' ? `unknown ${of}` : code] ?? code;
}
