import { describe, expect, it } from 'vitest';
import { day, quarterOf } from '../../src/domain/day.ts';
import { cents } from '../../src/domain/money.ts';
import { languageFrom, textsFor } from '../../src/i18n/index.ts';

const NBSP = '\u00A0';
const fr = textsFor('fr').format;
const en = textsFor('en').format;

describe('language', () => {
  it.each([
    ['en', {}, 'en'],
    [undefined, { LANG: 'fr_FR.UTF-8' }, 'fr'],
    [undefined, { LANG: 'en_GB.UTF-8' }, 'en'],
    [undefined, { LC_ALL: 'en_US', LANG: 'fr_FR' }, 'en'],
    ['fr', { LC_ALL: 'en_US' }, 'fr'],
    [undefined, { LANG: 'C.UTF-8' }, 'fr'],
    [undefined, { LANG: 'de_DE.UTF-8' }, 'fr'],
    [undefined, {}, 'fr'],
  ])('asked %s in %j is %s', (asked, env, expected) => {
    expect(languageFrom(asked, env)).toBe(expected);
  });
});

describe('formats', () => {
  it('writes days, quarters, amounts, rates and counts as each language does', () => {
    const value = day('2027-04-01');
    expect([fr.day(value), en.day(value)]).toEqual(['01/04/2027', '1 Apr 2027']);
    expect([fr.month(value), en.month(value)]).toEqual(['avril 2027', 'April 2027']);
    expect([fr.quarter(quarterOf(value)), en.quarter(quarterOf(value))]).toEqual(['T2 2027', 'Q2 2027']);
    expect([fr.money(cents(1234567.5)), en.money(cents(1234567.5))]).toEqual([
      `1${NBSP}234${NBSP}568${NBSP}€`,
      '€1,234,568',
    ]);
    expect([fr.money(cents(-950)), en.money(cents(-950))]).toEqual([`-950${NBSP}€`, '-€950']);
    expect([fr.rate(0.0525), en.rate(0.0525)]).toEqual([`5,25${NBSP}%`, '5.25%']);
    expect([0, 1, 2].map(n => fr.count(n, 'row'))).toEqual(['0 ligne', '1 ligne', '2 lignes']);
    expect([0, 1, 2].map(n => en.count(n, 'row'))).toEqual(['0 rows', '1 row', '2 rows']);
    expect([fr.list(['a', 'b', 'c']), en.list(['a', 'b'])]).toEqual(['a, b et c', 'a and b']);
  });
});
