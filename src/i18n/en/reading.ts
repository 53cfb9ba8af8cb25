/** What was decided for a whole column, in words: the order of its dates, the unit of its durations, what its amounts are. */

const WORDS: Readonly<Record<string, string>> = {
  'dd/MM/yyyy': 'dd/mm/yyyy',
  'MM/dd/yyyy': 'mm/dd/yyyy',
  'yy/MM/dd': 'yy/mm/dd',
  'yyyy-MM-dd': 'yyyy-mm-dd',
  serial: 'Excel day numbers',
  words: 'in words',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
  annual: 'a year',
  monthly: 'a month',
  'whole-term': 'for the whole term',
  'unknown period': 'period not said',
  ht: 'excl. VAT',
  ttc: 'incl. VAT',
  'unknown vat': 'VAT not said',
};

/** A column's reading as codes (`dd/MM/yyyy + serial`, `months?`, `annual, ht`) → words; `?`: it was assumed. */
export function reading(codes: string): string {
  const [period, vat] = codes.split(', ');
  if (vat) return `${wordFor(period!, 'period')}, ${wordFor(vat, 'vat')}`;
  return codes
    .split(' + ')
    .map(code => (code.endsWith('?') ? `${wordFor(code.slice(0, -1))} (assumed)` : wordFor(code)))
    .join(' + ');
}

function wordFor(code: string, of?: 'period' | 'vat'): string {
  return WORDS[code === 'unknown' ? `unknown ${of}` : code] ?? code;
}
