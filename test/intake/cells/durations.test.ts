import { describe, expect, it, test } from 'vitest';
import { readDuration } from '../../../src/intake/cells/durations.ts';
import { unitOfDurations, unitOfNotices } from '../../../src/intake/cells/units.ts';

const inMonths = { unit: 'months', assumed: false } as const;

describe('one cell', () => {
  test.each([
    ['1 an', { months: 12 }],
    ['4 ans ferme', { months: 48 }],
    ['24 mois', { months: 24 }],
    ['24mois', { months: 24 }],
    ['24 m', { months: 24 }],
    ['deux ans', { months: 24 }],
    ['quarante-huit mois', { months: 48 }],
    ['douze (12) mois', { months: 12 }],
    ['0,5 an', { months: 6 }],
    ['2.5 ans', { months: 30 }],
    ['1 an et 6 mois', { months: 18 }],
    ['2 years', { months: 24 }],
    ['36 months', { months: 36 }],
    ['4 trimestres', { months: 12 }],
    ['1 semestre', { months: 6 }],
    ['P12M', { months: 12 }],
    ['P2Y6M', { months: 30 }],
    ['365 j', { months: 12 }],
    ['366 jours', { months: 12 }],
    ['1461 jours', { months: 48 }],
    ['90 jours', { days: 90 }],
    ['6 semaines', { days: 42 }],
    ['Durée : 48 mois', { months: 48 }],
    ['36', { months: 36 }],
    ['36,00', { months: 36 }],
  ])('%j is %j', (text, expected) =>
    expect(readDuration(text, inMonths)).toEqual({ ...expected, problems: [] }),
  );

  test.each(['', 'NC', 'N.C.', '-', 'néant'])('%j is absent, which is no problem', text =>
    expect(readDuration(text, inMonths)).toEqual({ problems: [] }),
  );

  test.each([
    ['0', 'DURATION_IMPLAUSIBLE'],
    ['9999', 'DURATION_IMPLAUSIBLE'],
    ['1,25', 'DURATION_IMPLAUSIBLE'],
    ['101 ans', 'DURATION_IMPLAUSIBLE'],
    ['quelques mois', 'DURATION_UNREADABLE'],
    ['31/12/2026', 'DURATION_UNREADABLE'],
  ])('%j is none: %s', (text, code) => {
    const { problems, ...duration } = readDuration(text, inMonths);
    expect([duration, problems.map(problem => problem.code)]).toEqual([{}, [code]]);
  });

  test.each([
    ['days', { days: 36 }],
    ['weeks', { days: 252 }],
    ['months', { months: 36 }],
    ['years', { months: 432 }],
  ] as const)('a number alone is in the heading’s %s', (unit, expected) => {
    expect(readDuration('36', { unit, assumed: false })).toEqual({ ...expected, problems: [] });
  });
});

describe('without a unit in the heading, the column decides, and it is said', () => {
  it('a unit that is assumed is said for bare numbers only', () => {
    const assumed = { unit: 'years', assumed: true } as const;
    expect(readDuration('4', assumed)).toEqual({
      months: 48,
      problems: [{ code: 'DURATION_UNIT_ASSUMED', params: { unit: 'years', cells: 1 } }],
    });
    expect(readDuration('48 mois', assumed).problems).toEqual([]);
  });
  test.each([
    [['12', '24', '36', '48'], 'months'],
    [['4', '48'], 'months'],
    [['1', '2', '4'], 'years'],
    [['365', '730', '1460'], 'days'],
    [['1 an', '4 ans'], 'months'],
  ])('durations %j are in %s', (texts, unit) => expect(unitOfDurations(texts)).toBe(unit));
  test.each([
    [['3', '2', '6'], 'months'],
    [['90', '60', '30'], 'days'],
    [['3', '90'], 'days'],
  ])('notices %j are in %s', (texts, unit) => expect(unitOfNotices(texts)).toBe(unit));
});
