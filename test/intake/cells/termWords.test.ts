import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { TermContext, TermSayings } from '../../../src/intake/cells/termPieces.ts';
import { readTermWords } from '../../../src/intake/cells/termWords.ts';

const said = (text: string, context: TermContext = 'term'): TermSayings => {
  const { problems: _, ...sayings } = readTermWords(text, context);
  return sayings;
};
const months = (n: number): { months: number } => ({ months: n });
const year = months(12);

describe('durations and renewals', () => {
  const cases: readonly (readonly [string, TermSayings])[] = [
    ['1 an reconductible 3 fois', { firm: year, renewal: 'yes', renewals: 3 }],
    ['1 an reconductible trois fois', { firm: year, renewal: 'yes', renewals: 3 }],
    ['1 an reconductible 3 fois, tacite', { firm: year, renewal: 'tacit', renewals: 3 }],
    ['1 an, reconductible 3 fois 1 an', { firm: year, renewal: 'yes', renewals: 3, renewalMonths: 12 }],
    ["reconductible tacitement 3 fois par période d'un an", { renewal: 'tacit', renewals: 3, renewalMonths: 12 }],
    ['12 mois reconductible tacitement 3 fois', { firm: year, renewal: 'tacit', renewals: 3 }],
    ['1 an, tacite reconduction 3 fois', { firm: year, renewal: 'tacit', renewals: 3 }],
    ['2 fois par tacite reconduction', { renewal: 'tacit', renewals: 2 }],
    ['2 ans, reconduction expresse 2 fois 1 an', { firm: months(24), renewal: 'express', renewals: 2, renewalMonths: 12 }],
    ['24 mois + 1 x 12 mois, reconduction expresse', { firm: months(24), renewal: 'express', renewals: 1, renewalMonths: 12 }],
    ['un an ferme, reconductible expressément trois (3) fois pour une durée de 12 mois', { firm: year, renewal: 'express', renewals: 3, renewalMonths: 12 }],
    ['reconductible sur décision expresse du pouvoir adjudicateur', { renewal: 'express' }],
    ['tacite reconduction annuelle', { renewal: 'tacit', renewalMonths: 12 }],
    ['3 ans puis tacite reconduction annuelle', { firm: months(36), renewal: 'tacit', renewalMonths: 12 }],
    ["1 an, renouvelable d'année en année par tacite reconduction", { firm: year, renewal: 'tacit', renewalMonths: 12 }],
    ['36 mois, tacite reconduction par périodes de 3 ans', { firm: months(36), renewal: 'tacit', renewalMonths: 36 }],
    ['reconduction automatique tous les ans', { renewal: 'tacit', renewalMonths: 12 }],
    ['marché annuel reconductible 3 fois', { firm: year, renewal: 'yes', renewals: 3 }],
    ['tacite reconduction illimitée', { renewal: 'tacit', renewals: 'unlimited' }],
    ['1 an renouvelable', { firm: year, renewal: 'yes' }],
    ['4 ans ferme', { firm: months(48) }],
    ['48 mois', { firm: months(48) }],
    ['Durée : quatre ans', { firm: months(48) }],
    ['4 ans, sans reconduction', { firm: months(48), renewal: 'none' }],
    ['48 mois non reconductible', { firm: months(48), renewal: 'none' }],
    ['sans reconduction', { renewal: 'none' }],
    ['sans tacite reconduction', { renewal: 'none' }],
    ['pas de renouvellement', { renewal: 'none' }],
    ['non renouvelable', { renewal: 'none' }],
    ['aucune reconduction possible', { renewal: 'none' }],
    ['90 jours', { firm: { days: 90 } }],
  ]; // prettier-ignore
  test.each(cases)('%s', (text, expected) => {
    expect(readTermWords(text, 'term')).toEqual({ ...expected, problems: [] });
  });
});

describe('sums', () => {
  const sum = (firm: number, renewals: number, renewalMonths: number): TermSayings => ({
    firm: months(firm),
    renewal: 'yes',
    renewals,
    renewalMonths,
  });
  test.each([
    ['12 mois + 3 x 12 mois', sum(12, 3, 12)],
    ['12 mois + 3x12 mois', sum(12, 3, 12)],
    ['12 mois (+ 3 × 12 mois)', sum(12, 3, 12)],
    ['1 an (+ 3 x 1 an)', sum(12, 3, 12)],
    ['1 an + 3 fois 1 an', sum(12, 3, 12)],
    ['36 mois ferme puis 2x6', sum(36, 2, 6)],
    ['36 mois fermes + 1 an', sum(36, 1, 12)],
    ['36 mois ferme puis 1 x 12 mois', sum(36, 1, 12)],
    ['24m + 2x12m', sum(24, 2, 12)],
    ['2 ans + 2 ans', sum(24, 1, 24)],
    ['1 an + 1 an + 1 an', sum(12, 2, 12)],
    ['3+1+1 years', sum(36, 2, 12)],
    ['3 + 1 + 1 ans', sum(36, 2, 12)],
    ['2 years + 2 x 12 months', sum(24, 2, 12)],
    ['12 mois + 12 mois x 3', sum(12, 3, 12)],
  ])('%s', (text, expected) => expect(readTermWords(text, 'term')).toEqual({ ...expected, problems: [] }));

  test.each([
    ['12+3x12', sum(12, 3, 12), 'months'],
    ['12 + 12 x 3', sum(12, 3, 12), 'months'],
    ['12+12+12', sum(12, 2, 12), 'months'],
    ['1+1+1+1', sum(12, 3, 12), 'years'],
    ['3+1+1', sum(36, 2, 12), 'years'],
  ])('%s: the unit is assumed, and said', (text, expected, unit) => {
    const problems = [{ code: 'DURATION_UNIT_ASSUMED', params: { unit, cells: 1 } }];
    expect(readTermWords(text, 'term')).toEqual({ ...expected, problems });
  });

  test.each([
    ['1+3', sum(12, 3, 12), ['DURATION_UNIT_ASSUMED', 'TERM_AMBIGUOUS']],
    ['1 an + 3', sum(12, 3, 12), ['TERM_AMBIGUOUS']],
    ['2 ans + 2 ans optionnels', { ...sum(24, 1, 24), renewal: 'express' }, []],
    ['3 ans ferme + 1 an en option', { ...sum(36, 1, 12), renewal: 'express' }, []],
  ])('%s', (text, expected, codes) => {
    const { problems, ...read } = readTermWords(text, 'term');
    expect([read, problems.map(({ code }) => code)]).toEqual([expected, codes]);
  });

  test.each([
    ['4 x 1 an', ['TERM_AMBIGUOUS']],
    ['1 an x 4', ['TERM_AMBIGUOUS']],
    ['4 fois 12 mois', ['TERM_AMBIGUOUS']],
    ['4 ans max (1 an x 4)', []],
  ])('%s is four years in all, the first of them firm', (text, codes) => {
    const { problems, ...read } = readTermWords(text, 'term');
    expect(read).toMatchObject({ firm: year, renewals: 3 });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  test('under « Reconduction », a length before a count is that of the renewals', () => {
    expect(readTermWords('1 an tacite une fois', 'renewal')).toMatchObject({
      renewal: 'tacit',
      renewals: 1,
      renewalMonths: 12,
    });
    expect(readTermWords('1 an reconductible 3 fois', 'renewal')).toMatchObject({ firm: year, renewals: 3 });
  });

  test('words between parentheses do not break a sum', () => {
    expect(said('3 ans (tranche ferme) + 1 an (optionnel)')).toEqual({
      ...sum(36, 1, 12),
      renewal: 'express',
    });
  });

  test('a part of the whole is firm', () => {
    expect(said('48 mois dont 24 fermes')).toMatchObject({ firm: months(24), totalMonths: 48 });
    expect(said('4 ans et 6 mois')).toEqual({ firm: months(54) });
  });

  test('dates with the names of months, from and to', () => {
    expect(said('du 15 mars 2025 au 14 mars 2029')).toEqual({ since: '15 mars 2025', until: '14 mars 2029' });
  });

  test('renewals of different lengths give the whole duration only', () => {
    expect(said('2 ans + 1 an + 6 mois')).toEqual({
      firm: months(24),
      renewal: 'yes',
      renewals: 2,
      totalMonths: 42,
    });
  });
  test('a number of renewals is no length', () => {
    expect(said('1 an + 3 reconductions')).toEqual({ firm: year, renewal: 'yes', renewals: 3 });
    expect(said('1 an + 3 reconductions tacites d’un an')).toEqual({
      firm: year,
      renewal: 'tacit',
      renewals: 3,
      renewalMonths: 12,
    });
  });
  test('the mode beside a sum', () => {
    expect(said('12 mois + 3 x 12 mois (tacite)')).toEqual({ ...sum(12, 3, 12), renewal: 'tacit' });
    expect(said('12 mois + 2 x 12 mois, reconduction tacite')).toEqual({
      ...sum(12, 2, 12),
      renewal: 'tacit',
    });
  });
});

describe('caps, ends, open ends', () => {
  test.each<[string, TermSayings]>([
    ['1 an renouvelable par tacite reconduction dans la limite de 4 ans', { firm: year, renewal: 'tacit', totalMonths: 48 }],
    ['1 an, puis reconduction tacite par périodes successives de 12 mois sans pouvoir excéder 4 ans', { firm: year, renewal: 'tacit', renewalMonths: 12, totalMonths: 48 }],
    ['12 mois, reconductible 3 fois 12 mois (durée maximale : 48 mois)', { firm: year, renewal: 'yes', renewals: 3, renewalMonths: 12, totalMonths: 48 }],
    ['1 an reconductible 3 fois 1 an soit 4 ans maximum', { firm: year, renewal: 'yes', renewals: 3, renewalMonths: 12, totalMonths: 48 }],
    ['4 ans max', { totalMonths: 48 }],
    ['durée totale de 48 mois', { totalMonths: 48 }],
    ['reconductible dans la limite de 3 fois', { renewal: 'yes', renewals: 3 }],
    ["jusqu'au 31/12/2027", { until: '31/12/2027' }],
    ["jusqu'au 31 décembre 2027", { until: '31 decembre 2027' }],
    ['du 01/01/2024 au 31/12/2026', { since: '01/01/2024', until: '31/12/2026' }],
    ['5 ans à compter du 01/01/2024', { firm: months(60), since: '01/01/2024' }],
    ['durée indéterminée', { openEnded: true }],
    ['Indéterminée', { openEnded: true }],
    ['open-ended', { openEnded: true }],
  ])('%s', (text, expected) => expect(readTermWords(text, 'term')).toEqual({ ...expected, problems: [] })); // prettier-ignore

  test('« 1 an reconductible 3 ans »: the whole is sure, the renewals are not, and it is said', () => {
    expect(readTermWords('1 an reconductible 3 ans', 'term')).toEqual({
      firm: year,
      renewal: 'yes',
      totalMonths: 48,
      problems: [{ code: 'TERM_AMBIGUOUS', params: { months: 48 } }],
    });
  });
});

describe('notices', () => {
  test.each<[string, TermSayings['notice']]>([
    ['3 mois', months(3)],
    ['trois mois', months(3)],
    ['deux mois', months(2)],
    ['90 j', { days: 90 }],
    ['90 jours', { days: 90 }],
    ['LRAR 2 mois avant échéance', months(2)],
    ['LRAR, 3 mois avant la date anniversaire', months(3)],
    ['préavis de 6 mois', months(6)],
    ['3 mois avant chaque échéance annuelle par lettre recommandée', months(3)],
    ['au moins 4 mois avant la fin du marché', months(4)],
    ['9 mois avant échéance', months(9)],
    ['sans préavis', { days: 0 }],
    ['aucun', { days: 0 }],
    ['sans', { days: 0 }],
    ['60 jours calendaires', { days: 60 }],
    ["12 months' notice", months(12)],
    ['3 months prior to expiry', months(3)],
    ['notice period of 90 days', { days: 90 }],
  ])('%s', (text, notice) => expect(readTermWords(text, 'notice')).toEqual({ notice, problems: [] }));

  test('inside a longer phrase', () => {
    expect(said('3 ans reconductible 1 fois 1 an, préavis 3 mois')).toEqual({
      firm: months(36),
      renewal: 'yes',
      renewals: 1,
      renewalMonths: 12,
      notice: months(3),
    });
    expect(said('Tacite, 1 an, sauf dénonciation 3 mois avant la date anniversaire').notice).toEqual(
      months(3),
    );
    expect(said('1 an + 2 x 1 an, préavis : 90 jours').notice).toEqual({ days: 90 });
  });
});

describe('in a column about renewals', () => {
  test.each<[string, TermSayings]>([
    ['O', { renewal: 'yes' }],
    ['Oui', { renewal: 'yes' }],
    ['Y', { renewal: 'yes' }],
    ['N', { renewal: 'none' }],
    ['Non', { renewal: 'none' }],
    ['Néant', { renewal: 'none' }],
    ['Aucune', { renewal: 'none' }],
    ['Sans', { renewal: 'none' }],
    ['None', { renewal: 'none' }],
    ['T', { renewal: 'tacit' }],
    ['E', { renewal: 'express' }],
    ['Tacite', { renewal: 'tacit' }],
    ['expresse', { renewal: 'express' }],
    ['Oui (2 fois)', { renewal: 'yes', renewals: 2 }],
    ['3', { renewal: 'yes', renewals: 3 }],
    ['0', { renewal: 'none', renewals: 0 }],
    ['3 x 12 mois', { renewal: 'yes', renewals: 3, renewalMonths: 12 }],
    ['tacite (3x12 mois)', { renewal: 'tacit', renewals: 3, renewalMonths: 12 }],
    ['expresse, 2 x 12 mois', { renewal: 'express', renewals: 2, renewalMonths: 12 }],
    ['12 mois', { renewal: 'yes', renewalMonths: 12 }],
    ['annuelle', { renewal: 'yes', renewalMonths: 12 }],
    ['1 an reconductible 3 fois', { firm: year, renewal: 'yes', renewals: 3 }],
    ['Tacite, 3 TR d’1 an', { renewal: 'tacit', renewals: 3, renewalMonths: 12 }],
    ['tacite 1 an (3 max)', { renewal: 'tacit', renewals: 3, renewalMonths: 12 }],
    ['2 expresses reconductions', { renewal: 'express', renewals: 2 }],
    ['reconductible 1x', { renewal: 'yes', renewals: 1 }],
    ['2 reconductions expresses de 12 mois', { renewal: 'express', renewals: 2, renewalMonths: 12 }],
  ])('%s', (text, expected) => expect(readTermWords(text, 'renewal')).toEqual({ ...expected, problems: [] }));
});

describe('the whole beside its parts', () => {
  test.each<[string, TermSayings]>([
    ['48 mois (12 mois renouvelable 3 fois)', { firm: year, renewal: 'yes', renewals: 3, totalMonths: 48 }],
    ['4 ans (1 an + 3 x 1 an)', { firm: year, renewal: 'yes', renewals: 3, renewalMonths: 12 }],
    ['4 ans dont 1 an ferme', { firm: year, totalMonths: 48 }],
    ['1 an ferme + 3 TR d’1 an', { firm: year, renewal: 'tacit', renewals: 3, renewalMonths: 12 }],
    ['1 an à compter de la notification, TR 3 fois', { firm: year, renewal: 'tacit', renewals: 3 }],
    ['4 years with the option to extend for up to 24 months', { firm: months(48), renewal: 'express', totalMonths: 72 }],
  ])('%s', (text, expected) => expect(readTermWords(text, 'term')).toEqual({ ...expected, problems: [] })); // prettier-ignore

  test('a bare length after a number of times is in months, and that is said', () => {
    expect(readTermWords('Oui, 3x12', 'renewal')).toEqual({
      renewal: 'yes',
      renewals: 3,
      renewalMonths: 12,
      problems: [{ code: 'DURATION_UNIT_ASSUMED', params: { unit: 'months', cells: 1 } }],
    });
  });
});

describe('English', () => {
  test.each<[string, TermSayings]>([
    ['option to extend for two further periods of one year', { renewal: 'express', renewals: 2, renewalMonths: 12 }],
    ['36 months with option to extend by a further 24 months', { firm: months(36), renewal: 'express', renewals: 1, renewalMonths: 24 }],
    ['initial term 3 years plus two 1-year extensions', { firm: months(36), renewal: 'yes', renewals: 2, renewalMonths: 12 }],
    ['3 years, no extension', { firm: months(36), renewal: 'none' }],
    ['rolling annual contract', { renewal: 'tacit', renewalMonths: 12 }],
    ['one year, renewable twice', { firm: year, renewal: 'yes', renewals: 2 }],
    ['2 years, not renewable', { firm: months(24), renewal: 'none' }],
    ['automatically renewed every year', { renewal: 'tacit', renewalMonths: 12 }],
  ])('%s', (text, expected) => expect(readTermWords(text, 'term')).toEqual({ ...expected, problems: [] })); // prettier-ignore
});

describe('optional parts, countdowns, bare counts', () => {
  const OPTIONAL = { firm: months(72), totalMonths: 96 };
  test.each<[TermContext, string, TermSayings]>([
    ['term', "8 ans dont 2 ans d'option", { ...OPTIONAL, renewal: 'express' }],
    ['term', '8 ans dont 24 mois optionnels', { ...OPTIONAL, renewal: 'express' }],
    ['term', '96 mois, dont 24 mois de reconduction', { ...OPTIONAL, renewal: 'yes' }],
    ['term', '1 an et demi', { firm: months(18) }],
    ['term', 'triennal', { firm: months(36) }],
    ['term', 'initial 24 mois; reconduction 2x12', { firm: months(24), renewal: 'yes', renewals: 2, renewalMonths: 12 }],
    ['renewal', 'oui (2)', { renewal: 'yes', renewals: 2 }],
    ['renewal', 'tacite (3)', { renewal: 'tacit', renewals: 3 }],
    ['renewal', 'Possible', { renewal: 'yes' }],
    ['renewal', 'reconduction expresse 3 mois avant', { renewal: 'express', notice: months(3) }],
    ['notice', 'M-3', { notice: months(3) }],
    ['notice', 'J - 90', { notice: { days: 90 } }],
    ['notice', '30/09/2026', { deadline: '30/09/2026' }],
    ['notice', 'avant le 30 septembre 2026', { deadline: '30 septembre 2026' }],
    ['notice', 'au plus tard le 30/09/2026', { deadline: '30/09/2026' }],
  ])('%s: %s', (context, text, expected) => {
    const { problems, ...sayings } = readTermWords(text, context);
    expect(sayings).toEqual(expected);
    expect(problems.filter(({ code }) => code === 'TERM_WORDS_UNKNOWN')).toEqual([]);
  }); // prettier-ignore
  it('a renewal unlike the others is said', () => {
    const { problems } = readTermWords('1 an reconductible deux fois puis 6 mois', 'term');
    expect(problems).toContainEqual({ code: 'TERM_WORDS_UNKNOWN', params: { words: 'puis 6 mois' } });
  });
  it('« R2 » is no count', () => {
    const { problems, ...sayings } = readTermWords('R2', 'renewal');
    expect([sayings, problems[0]?.code]).toEqual([{}, 'TERM_WORDS_UNKNOWN']);
  });
});

describe('what is not understood is said, never ignored', () => {
  test.each([
    ['bidule machin', {}, 'bidule machin'],
    ['1 an, voir CCAP', { firm: year }, 'voir ccap'],
    ['12 mois 24 mois', { firm: year }, '24 mois'],
    ['selon les besoins', {}, 'selon besoins'],
    ['99999 mois', {}, '99999'],
    ['résiliable chaque année', {}, 'résiliable tous les 12 mois'],
  ])('%s', (text, expected, words) => {
    expect(readTermWords(text, 'term')).toEqual({
      ...expected,
      problems: [{ code: 'TERM_WORDS_UNKNOWN', params: { words } }],
    });
  });
  it('never throws, whatever the words, and says something or understands something', () => {
    const vocabulary = [
      '1',
      '3',
      '12',
      'an',
      'ans',
      'mois',
      'x',
      '+',
      'fois',
      'reconductible',
      'tacite',
      'expresse',
      'sans',
      'préavis',
      'avant',
      'échéance',
      'ferme',
      'puis',
      '(',
      ')',
      '31/12/2027',
      'jusqu’au',
      'max',
      'notice',
      'years',
      'zut',
    ];
    const phrase = fc
      .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 })
      .map(words => words.join(' '));
    fc.assert(
      fc.property(
        fc.oneof(phrase, fc.string({ unit: 'grapheme' })),
        fc.constantFrom<TermContext>('term', 'renewal', 'notice'),
        (text, context) => {
          const { problems, ...sayings } = readTermWords(text, context);
          if (/zut/.test(text)) expect(problems.some(({ code }) => code === 'TERM_WORDS_UNKNOWN')).toBe(true);
          for (const value of Object.values(sayings)) expect(value).not.toBeUndefined();
        },
      ),
      { numRuns: 3000 },
    );
  });
});
