import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cents } from '../../../src/domain/money.ts';
import {
  type AmountCell,
  type AmountSurvey,
  amountColumn,
  amountSurveyor,
} from '../../../src/intake/cells/amountColumn.ts';
import { readAmountWords } from '../../../src/intake/cells/amounts.ts';

const surveyed = (texts: readonly string[]): AmountSurvey => {
  const { survey, add } = amountSurveyor();
  for (const text of texts) add(text);
  return survey;
};
const reader = (texts: readonly string[], scale = 1, typed = false): ((text: string) => AmountCell) =>
  amountColumn(surveyed(texts), scale, typed);
const read = (text: string, ...others: string[]): AmountCell => reader([text, ...others])(text);
const codes = ({ problems }: AmountCell): string[] => problems.map(({ code }) => code);

describe('one cell', () => {
  test.each([
    ['14700', 14700],
    ['14 700,00', 14700],
    ['14\u00A0700,00', 14700],
    ['14\u202F700,00 €', 14700],
    ['14 237.50', 14237.5],
    ['10869,56', 10869.56],
    ['8022.1', 8022.1],
    ['30,000.00', 30000],
    ['1.234.567,89', 1234567.89],
    ['1,234,567', 1234567],
    ["1'234'567.5", 1234567.5],
    ['1’234,50', 1234.5],
    ['666666.67', 666666.67],
    ['1234,567', 1234.57],
    ['0,125 M€', 125000],
    ['331 k€', 331000],
    ['112,5 k€', 112500],
    ['12K', 12000],
    ['1,2 M€', 1200000],
    ['1,250 M€', 1250000],
    ['2 millions d’euros', 2000000],
    ['50 KEUR', 50000],
    ['€ 1 200', 1200],
    ['1 200 euros', 1200],
    ['+1 200', 1200],
    ['1200.00000000001', 1200],
    ['12 000 HT / 14 400 TTC', 12000],
    ['12 000,00 € HT (soit 14 400,00 € TTC)', 12000],
  ])('%j is %d €', (text, expected) => {
    const cell = read(text);
    expect([cell.stated, cell.usable, codes(cell)]).toEqual([cents(expected), true, []]);
  });

  test.each([
    ['12 000 € HT', 'ht', undefined],
    ['12 000 € H.T.', 'ht', undefined],
    ['12 000 hors taxes', 'ht', undefined],
    ['12 000 € TTC', 'ttc', undefined],
    ['12 000 €TTC', 'ttc', undefined],
    ['12 000 € HT / an', 'ht', 'annual'],
    ['12 000 €/an', undefined, 'annual'],
    ['12 000 € par an', undefined, 'annual'],
    ['12 000 per annum excl. VAT', 'ht', 'annual'],
    ['1 000 € / mois', undefined, 'monthly'],
    ['48 000 € HT pour la durée totale', 'ht', 'whole-term'],
    ['48 000 € sur 4 ans', undefined, 'whole-term'],
  ])('%j says %s, %s', (text, vat, period) => {
    const cell = read(text);
    expect([cell.vat, cell.period]).toEqual([vat, period]);
  });

  test.each(['', 'NC', 'N.C.', '-', ' - ', 'néant', 's.o.', 'Non communiqué'])(
    '%j is absent, which is no problem',
    text => {
      expect(read(text)).toEqual({ usable: false, problems: [] });
    },
  );

  test.each([
    ['selon BPU', 'AMOUNT_UNREADABLE'],
    ['10 000 - 20 000', 'AMOUNT_UNREADABLE'],
    ['mini 10 000 / maxi 40 000', 'AMOUNT_UNREADABLE'],
    ['12 %', 'AMOUNT_UNREADABLE'],
    ['35 €/h', 'AMOUNT_UNREADABLE'],
    ['3,50 €/logt/an', 'AMOUNT_UNREADABLE'],
    ['12 000 € par bâtiment', 'AMOUNT_UNREADABLE'],
    ['12 000 HT / 24 000 TTC', 'AMOUNT_UNREADABLE'],
    ['10 000 20 000', 'AMOUNT_UNREADABLE'],
    ['1,23,456', 'AMOUNT_UNREADABLE'],
    ['1.2.3', 'AMOUNT_UNREADABLE'],
    ['12 34', 'AMOUNT_UNREADABLE'],
    ['31/12/2026', 'AMOUNT_UNREADABLE'],
    ['#VALEUR!', 'AMOUNT_UNREADABLE'],
    ['$ 1 200', 'AMOUNT_FOREIGN'],
    ['1 200 CHF', 'AMOUNT_FOREIGN'],
  ])('%j is no amount: %s', (text, code) => {
    const cell = read(text);
    expect([cell.stated, codes(cell)]).toEqual([undefined, [code]]);
  });

  test.each([
    ['0', 0, 'AMOUNT_IMPLAUSIBLE'],
    ['1', 1, 'AMOUNT_IMPLAUSIBLE'],
    ['0,00 €', 0, 'AMOUNT_IMPLAUSIBLE'],
    ['999999999', 999999999, 'AMOUNT_IMPLAUSIBLE'],
    ['9999999.99', 9999999.99, 'AMOUNT_IMPLAUSIBLE'],
    ['5 000 000 000', 5e9, 'AMOUNT_IMPLAUSIBLE'],
    ['-1 200,50', -1200.5, 'AMOUNT_NEGATIVE'],
    ['(1 200,50)', -1200.5, 'AMOUNT_NEGATIVE'],
    ['1200-', -1200, 'AMOUNT_NEGATIVE'],
  ])('%j is kept, questioned, and not used', (text, expected, code) => {
    const cell = read(text);
    expect([cell.stated, cell.usable, codes(cell)]).toEqual([cents(expected), false, [code]]);
  });

  it('says the words that it leaves aside', () => {
    const cell = read('40 000 € environ');
    expect([cell.stated, cell.problems]).toEqual([
      cents(40_000),
      [{ code: 'AMOUNT_WORDS_IGNORED', params: { words: 'environ' } }],
    ]);
  });
});

describe('`1,234` means what it means in the rest of its column', () => {
  test.each([
    ['1,234', ['10869,56'], 1.23],
    ['1,234', ['250.50'], 1234],
    ['1,234', ['1,234,567'], 1234],
    ['1,234', ['30,000.00'], 1234],
    ['1,234', [], 1234],
    ['1.234', ['250,50'], 1234],
    ['1.234', ['17.95', '22.5'], 1.23],
    ['1.234', [], 1234],
  ])('%j beside %j is %d €, and it is said', (text, others, expected) => {
    const cell = read(text, ...others);
    expect(cell.stated).toBe(cents(expected));
    expect(codes(cell)).toContain('AMOUNT_AMBIGUOUS');
  });
  it('in a workbook, the point of a number is decimal', () => {
    expect(reader(['1.234'], 1, true)('1234.567')).toMatchObject({ stated: 123457, problems: [] });
    expect(reader(['1.234'], 1, true)('1.234')).toMatchObject({ stated: 123, problems: [] });
  });
});

it('a heading in thousands scales bare numbers, not those that say their own scale', () => {
  const inThousands = reader(['12', '12 k€'], 1000);
  expect(inThousands('12').stated).toBe(cents(12_000));
  expect(inThousands('12 k€').stated).toBe(cents(12_000));
});

test.each([
  ['annuel HT', { vat: 'ht', period: 'annual' }],
  ['durée totale TTC', { vat: 'ttc', period: 'whole-term' }],
  ['mensuel', { period: 'monthly' }],
  ['', {}],
])('the basis %j is read', (text, expected) =>
  expect(readAmountWords(text)).toEqual({ scale: 1, ...expected }),
);

describe('any amount, in any usual writing, is read back', () => {
  const amounts = fc.array(fc.integer({ min: 10_100, max: 99_999_999_98 }), { minLength: 1, maxLength: 20 });
  const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
  const writing = (group: string, decimal: string, unit: string) => (amount: number) => {
    const text = String(amount).padStart(3, '0');
    return `${grouped(text.slice(0, -2), group)}${decimal}${text.slice(-2)}${unit}`;
  };
  it.each([
    ['French', writing('\u202F', ',', ' €')],
    ['French, non-breaking', writing('\u00A0', ',', ' € HT')],
    ['plain comma', writing('', ',', '')],
    ['plain point', writing('', '.', '')],
    ['English', writing(',', '.', '')],
    ['German', writing('.', ',', '')],
    ['Swiss', writing("'", '.', '')],
  ])('%s', (_, write) => {
    fc.assert(
      fc.property(amounts, values => {
        const plausible = values.filter(value => !/^9{6,}/.test(String(value)));
        const texts = plausible.map(write);
        expect(texts.map(text => reader(texts)(text).stated)).toEqual(plausible);
      }),
    );
  });
  it('never throws, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'0123456789., €k-()/') }),
    );
    fc.assert(
      fc.property(text, cell => {
        const { stated } = read(cell);
        expect(stated === undefined || Number.isSafeInteger(stated)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
