import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Day, dayFrom, daysInMonth } from '../../../src/domain/day.ts';
import {
  type DateCell,
  type DateColumn,
  dateColumn,
  surveyOf,
} from '../../../src/intake/cells/dateColumn.ts';
import { decideOrder, orderProvedBy } from '../../../src/intake/cells/dateOrder.ts';
import { shapeOfDate } from '../../../src/intake/cells/dates.ts';

const columnOf = (...texts: string[]): DateColumn =>
  dateColumn(surveyOf(texts), decideOrder(surveyOf(texts)));
const codes = (said: Pick<DateCell | DateColumn, 'problems'>): string[] =>
  said.problems.map(({ code }) => code);
/** `first`, or `first > last` when the cell is not one day. */
const told = (text: string, ...others: string[]): string | undefined => {
  const { first, last } = columnOf(text, ...others).read(text);
  return first === last ? first : `${first} > ${last}`;
};

describe('one cell', () => {
  test.each([
    ['25/10/2010', '2010-10-25'],
    ['25.10.2010', '2010-10-25'],
    ['25-10-2010', '2010-10-25'],
    ['25 10 2010', '2010-10-25'],
    ['25 / 10 / 2010', '2010-10-25'],
    ['5/3/2013', '2013-03-05'],
    ['25-10-10', '2010-10-25'],
    ['31/12/99', '1999-12-31'],
    ['31/12/69', '2069-12-31'],
    ['99-10-25', '1999-10-25'],
    ['2019-03-12', '2019-03-12'],
    ['2019/03/12', '2019-03-12'],
    ['2019-3-12', '2019-03-12'],
    ['20190312', '2019-03-12'],
    ['2019-03-12-04:00', '2019-03-12'],
    ['2019-03-12+01:00', '2019-03-12'],
    ['2019-03-12T00:00:00Z', '2019-03-12'],
    ['2019-03-12T00:00:00.000+01:00', '2019-03-12'],
    ['2019-03-12 00:00:00', '2019-03-12'],
    ['31/12/2026 00:00', '2026-12-31'],
    ['31/12/2026 23:59:59', '2026-12-31'],
    ['31/12/2026 à 12h00', '2026-12-31'],
    ['40967', '2012-02-28'],
    ['46022', '2025-12-31'],
    ['46022.75', '2025-12-31'],
    ['1er janvier 2027', '2027-01-01'],
    ['31 déc. 2026', '2026-12-31'],
    ['31 décembre 2026', '2026-12-31'],
    ['31-déc-26', '2026-12-31'],
    ['01-janv.-24', '2024-01-01'],
    ['le 3 mars 2027', '2027-03-03'],
    ['vendredi 5 mars 2027', '2027-03-05'],
    ['March 31, 2027', '2027-03-31'],
    ['31st of March 2027', '2027-03-31'],
    ['31 Mar 2027', '2027-03-31'],
    ['2027 mars 31', '2027-03-31'],
    ['31 ao\uFFFDt 2026', '2026-08-31'],
    ['31 d\uFFFDcembre 2026', '2026-12-31'],
    ['au 31/12/2026', '2026-12-31'],
    ["jusqu'au 31 décembre 2026", '2026-12-31'],
    ['31\u00A0décembre\u202F2026', '2026-12-31'],
  ])('%j is %s', (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ['mars 2027', '2027-03-01 > 2027-03-31'],
    ['févr. 2028', '2028-02-01 > 2028-02-29'],
    ['mars-27', '2027-03-01 > 2027-03-31'],
    ['12/2027', '2027-12-01 > 2027-12-31'],
    ['2027-12', '2027-12-01 > 2027-12-31'],
    ['2027', '2027-01-01 > 2027-12-31'],
    ['année 2027', '2027-01-01 > 2027-12-31'],
    ['T1 2027', '2027-01-01 > 2027-03-31'],
    ['2027-T4', '2027-10-01 > 2027-12-31'],
    ['4T2027', '2027-10-01 > 2027-12-31'],
    ['Q3 2027', '2027-07-01 > 2027-09-30'],
    ['1er trimestre 2027', '2027-01-01 > 2027-03-31'],
    ['dernier trimestre 2027', '2027-10-01 > 2027-12-31'],
    ['second quarter of 2027', '2027-04-01 > 2027-06-30'],
    ['S2 2027', '2027-07-01 > 2027-12-31'],
    ['1er semestre 2027', '2027-01-01 > 2027-06-30'],
    ['semaine 12 2027', '2027-03-22 > 2027-03-28'],
    ['2026-W53', '2026-12-28 > 2027-01-03'],
    ['fin mars 2027', '2027-03-31'],
    ['fin T1 2027', '2027-03-31'],
    ['début 2027', '2027-01-01'],
    ['end of 2027', '2027-12-31'],
  ])('%j is partial: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
    expect(columnOf(text).read(text).precision).not.toBe('day');
  });

  test.each([
    ['01/01/2024 - 31/12/2026', '2024-01-01', '2026-12-31'],
    ['01/01/2024-31/12/2026', '2024-01-01', '2026-12-31'],
    ['du 01/01/2024 au 31/12/2026', '2024-01-01', '2026-12-31'],
    ['Du 1er janvier 2024 au 31 décembre 2026', '2024-01-01', '2026-12-31'],
    ['du 1er janvier au 31 décembre 2026', '2026-01-01', '2026-12-31'],
    ['2024-01-01/2026-12-31', '2024-01-01', '2026-12-31'],
    ['from 1 January 2024 to 31 December 2026', '2024-01-01', '2026-12-31'],
    ['01/01/2024 → 31/12/2026', '2024-01-01', '2026-12-31'],
    ['2024-2027', '2024-01-01', '2027-12-31'],
    ['01/01/24-31/12/27', '2024-01-01', '2027-12-31'],
    ['janvier 2024 à mars 2027', '2024-01-01', '2027-03-31'],
  ])('%j goes from %s to %s', (text, from, to) => {
    const cell = columnOf(text).read(text);
    expect([cell.first, cell.until?.last]).toEqual([from, to]);
  });

  test.each([
    '',
    ' ',
    'NC',
    'N.C.',
    'nc',
    '-',
    '—',
    'néant',
    'Néant',
    's.o.',
    'S/O',
    'n/a',
    'sans objet',
    '?',
    'à définir',
    '00/00/0000',
  ])('%j is absent, which is no problem', text =>
    expect(columnOf(text).read(text)).toEqual({ problems: [] }),
  );

  test.each([
    ['31/02/2028', 'DATE_IMPOSSIBLE'],
    ['29/02/2027', 'DATE_IMPOSSIBLE'],
    ['2027-02-29', 'DATE_IMPOSSIBLE'],
    ['2027-13-45', 'DATE_IMPOSSIBLE'],
    ['31 avril 2027', 'DATE_IMPOSSIBLE'],
    ['semaine 53 2027', 'DATE_IMPOSSIBLE'],
    ['32/01/2027', 'DATE_IMPOSSIBLE'],
    ['0218-10-29', 'DATE_YEAR_FAR'],
    ['31/12/9999', 'DATE_YEAR_FAR'],
    ['01/01/1900', 'DATE_YEAR_FAR'],
    ['Mo. To Mo.', 'DATE_UNREADABLE'],
    ['mi-mars 2027', 'DATE_UNREADABLE'],
    ['31/12/2025 prolongé au 30/06/2026', 'DATE_UNREADABLE'],
    ['#REF!', 'DATE_UNREADABLE'],
    ['12', 'DATE_UNREADABLE'],
    ['1234567', 'DATE_UNREADABLE'],
  ])('%j is never bent into a date: %s', (text, code) => {
    const cell = columnOf(text).read(text);
    expect([cell.first, codes(cell)]).toEqual([undefined, [code]]);
  });

  it('reads a date among words, and says which words it left aside', () => {
    const cell = columnOf('31/12/2026 (reconduit)').read('31/12/2026 (reconduit)');
    expect(cell.first).toBe('2026-12-31');
    expect(cell.problems).toEqual([{ code: 'DATE_WORDS_IGNORED', params: { words: '(reconduit)' } }]);
  });

  it('says that 23:00 in universal time may be the next day', () => {
    expect(codes(columnOf().read('2026-12-31T23:00:00.000Z'))).toEqual(['DATE_LATE_UTC']);
    expect(codes(columnOf().read('2026-12-31T10:00:00.000Z'))).toEqual([]);
  });
});

describe('a whole column decides', () => {
  it('day first when a day above 12 proves it', () => {
    const column = columnOf('01/02/2027', '13/03/2027');
    expect([column.format, codes(column), column.read('01/02/2027').first]).toEqual([
      'dd/MM/yyyy',
      [],
      '2027-02-01',
    ]);
  });
  it('day first by custom when nothing proves it, and that is said', () => {
    const column = columnOf('01/02/2027', '03/04/2027', '05/05/2027');
    expect(column.problems).toEqual([
      { code: 'DATE_ORDER_ASSUMED', params: { format: 'dd/MM/yyyy', cells: 2 } },
    ]);
    expect(column.read('01/02/2027').first).toBe('2027-02-01');
  });
  it('nothing to say when day and month are the same in every cell', () => {
    expect(codes(columnOf('01/01/2027', '02/02/2027'))).toEqual([]);
  });
  it('month first only when every proof says so, and that is said', () => {
    const column = columnOf('1/2/2027', '6/30/2015');
    expect([column.format, codes(column), column.read('1/2/2027').first]).toEqual([
      'MM/dd/yyyy',
      ['DATE_ORDER_MONTH_FIRST'],
      '2027-01-02',
    ]);
  });
  it('two ways of writing side by side: read day first, and said', () => {
    const column = columnOf('5/3/2013', '13/03/2013');
    expect([codes(column), column.read('5/3/2013').first]).toEqual([['DATE_TWO_STYLES'], '2013-03-05']);
  });
  it('one stray month-first date among many is unreadable, not bent', () => {
    const column = columnOf(...Array.from({ length: 20 }, (_, i) => `${i + 10}/03/2027`), '03/25/2027');
    expect(codes(column.read('03/25/2027'))).toEqual(['DATE_UNREADABLE']);
    expect(column.read('05/04/2027').first).toBe('2027-04-05');
  });
  it('one month-first date proves nothing against first days of many months', () => {
    const months = ['02', '03', '04', '05', '06', '07', '09', '10', '11', '12'];
    const column = columnOf(...months.map(month => `01/${month}/2027`), '01/13/2027');
    expect(codes(column)).toEqual(['DATE_ORDER_ASSUMED']);
    expect(column.read('01/09/2027').first).toBe('2027-09-01');
    expect(codes(column.read('01/13/2027'))).toEqual(['DATE_UNREADABLE']);
    const american = columnOf(...months.map(month => `${month}/01/2027`), '01/13/2027');
    expect(american.read('09/01/2027').first).toBe('2027-09-01');
  });
  it('nor against the day first of the other columns', () => {
    const [ends, starts] = [surveyOf(['31/12/2027']), surveyOf(['01/04/2025', '01/13/2025'])];
    const decision = decideOrder(starts, undefined, orderProvedBy([ends]));
    expect(decision.order).toBe('dmy');
    expect(codes(dateColumn(starts, decision).read('01/13/2025'))).toEqual(['DATE_UNREADABLE']);
  });
  it('a column that mixes both orders is read only where one of them is proved', () => {
    const column = columnOf('25/03/2027', '26/03/2027', '03/27/2027', '03/04/2027');
    expect(codes(column)).toEqual(['DATE_ORDER_MIXED']);
    expect(column.read('25/03/2027').first).toBe('2027-03-25');
    expect(codes(column.read('03/27/2027'))).toEqual(['DATE_UNREADABLE']);
    expect(codes(column.read('03/04/2027'))).toEqual(['DATE_AMBIGUOUS']);
    expect(column.read('04/04/2027').first).toBe('2027-04-04');
  });
  it('the configuration prevails; what it cannot read is said', () => {
    const survey = surveyOf(['13/03/2027', '03/04/2027']);
    const column = dateColumn(survey, decideOrder(survey, 'mdy'));
    expect(column.read('03/04/2027').first).toBe('2027-03-04');
    expect(codes(column.read('13/03/2027'))).toEqual(['DATE_UNREADABLE']);
    const yearFirst = dateColumn(survey, decideOrder(survey, 'ymd'));
    expect(yearFirst.read('27-03-04').first).toBe('2027-03-04');
  });
  it('a column that proves nothing follows the others of its table', () => {
    const [proved, silent] = [surveyOf(['3/25/2027']), surveyOf(['1/2/2027'])];
    const decision = decideOrder(silent, undefined, orderProvedBy([proved, silent]));
    expect(codes(dateColumn(silent, decision))).toEqual(['DATE_ORDER_LIKE_OTHERS']);
    expect(dateColumn(silent, decision).read('1/2/2027').first).toBe('2027-01-02');
    expect(orderProvedBy([proved, surveyOf(['25/3/2027'])])).toBeUndefined();
  });
  it('says two-digit years and serials once, with how many', () => {
    expect(columnOf('31/12/26', '30/12/26').problems).toEqual([
      { code: 'DATE_SHORT_YEAR', params: { pivot: 70, cells: 2 } },
    ]);
    expect(columnOf('46022', '46023', '46024').problems).toEqual([
      { code: 'DATE_SERIAL', params: { cells: 3 } },
    ]);
  });
  it('names every way of writing that it met, the commonest first', () => {
    expect(columnOf('2027-01-31', '2027-02-28', '31/01/2027').format).toBe('yyyy-MM-dd + dd/MM/yyyy');
    expect(columnOf('mars 2027', '46022').format).toBe('serial + words');
  });
});

describe('any day, in any usual writing, is read back', () => {
  const months = [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ];
  const english = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const two = (number: number): string => String(number).padStart(2, '0');
  const writings: Record<string, (y: number, m: number, d: number) => string> = {
    'dd/MM/yyyy': (y, m, d) => `${two(d)}/${two(m)}/${y}`,
    'd.M.yyyy': (y, m, d) => `${d}.${m}.${y}`,
    'dd-MM-yy': (y, m, d) => `${two(d)}-${two(m)}-${two(y % 100)}`,
    ISO: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
    'ISO with time': (y, m, d) => `${y}-${two(m)}-${two(d)}T00:00:00Z`,
    french: (y, m, d) => `${d === 1 ? '1er' : d} ${months[m - 1]} ${y}`,
    english: (y, m, d) => `${english[m - 1]} ${d}, ${y}`,
    serial: (y, m, d) => String(Math.round((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000)),
  };
  const day = fc
    .tuple(
      fc.integer({ min: 1975, max: 2065 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([y, m, d]): [number, number, number] => [y, m, Math.min(d, daysInMonth(y, m))]);

  it.each(Object.keys(writings))('%s', name => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), dates => {
        const texts = dates.map(parts => writings[name]!(...parts));
        const column = columnOf(...texts, writings[name]!(2020, 10, 25));
        const read = texts.map(text => column.read(text).first);
        expect(read).toEqual(dates.map(([y, m, d]): Day => dayFrom(y, m, d)!));
      }),
    );
  });

  it('never throws, and never gives a day that is not real, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'0123456789/.- :TZdumaitrsn') }),
    );
    fc.assert(
      fc.property(text, cell => {
        const shape = shapeOfDate(cell);
        if (shape.kind === 'days')
          expect([shape.first, shape.last].every(value => /^\d{4}-\d{2}-\d{2}$/.test(value))).toBe(true);
        columnOf(cell).read(cell);
      }),
      { numRuns: 3000 },
    );
  });
});
