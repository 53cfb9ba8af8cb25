import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../src/data/categories.ts';
import type { MemberId } from '../../src/domain/contract.ts';
import { isDecisionsFile, readDecisions } from '../../src/intake/decisions.ts';

const NAMES = {
  members: [
    { id: 'armorique' as MemberId, name: 'Armorique Habitat' },
    { id: 'touraine' as MemberId, name: 'Touraine logement' },
  ],
  aliases: new Map([['lbh', 'lb-habitat' as MemberId]]),
  categories: CATEGORIES,
};
const read = (text: string) =>
  readDecisions({ path: 'decisions.csv', bytes: new TextEncoder().encode(text) }, NAMES);
const HEAD = 'Décision;Membre;Partenaire;Catégorie;Territoire;Groupement;Démarrage;Poids;Date;Auteur;Motif\n';

describe('the table of decisions', () => {
  it('says each decision, its author, its day and its reason', async () => {
    const { value, diagnostics } = await read(
      `${HEAD}se retire;Armorique Habitat;;ASC;;;;;03/10/2026;référente achats;contrat neuf\n` +
        'exige;touraine;LBH;;;;;;;;\n' +
        'fixe la date;;;Ascenseurs – maintenance;;;01/01/2028;;;;\n' +
        'accepte;;;;;ASC-2028-01-01-0a1b2c3d;;;;;\n' +
        'pondère;;;EV;;;;1,5;;;\n',
    );
    expect(diagnostics).toEqual([]);
    expect(value.rulings).toEqual([
      {
        kind: 'OPT_OUT',
        member: 'armorique',
        category: 'ASC',
        date: '2026-10-03',
        author: 'référente achats',
        reason: 'contrat neuf',
        at: { file: 'decisions.csv', row: 2 },
      },
      {
        kind: 'REQUIRE_PARTNER',
        member: 'touraine',
        partner: 'lb-habitat',
        at: { file: 'decisions.csv', row: 3 },
      },
      { kind: 'FIX_START', category: 'ASC', start: '2028-01-01', at: { file: 'decisions.csv', row: 4 } },
      { kind: 'ACCEPT', tender: 'ASC-2028-01-01-0a1b2c3d', at: { file: 'decisions.csv', row: 5 } },
      { kind: 'WEIGHT', category: 'EV', weight: 1.5, at: { file: 'decisions.csv', row: 6 } },
    ]);
  });

  it('reads English headings and words, below a title', async () => {
    const { value } = await read(
      'Purchasing group;;\ndecision;member;category\nopts out;Touraine logement;Green spaces, tree pruning\n',
    );
    expect(value.rulings).toMatchObject([
      { kind: 'OPT_OUT', member: 'touraine', category: 'EV', at: { row: 3 } },
    ]);
  });

  it('leaves no line out without saying which, where and why', async () => {
    const { value, diagnostics } = await read(
      `${HEAD}annule;Armorique Habitat;;;;;;;;;\nexclut;armorique;;;;;;;;;\nse retire;Inconnu;;;;;;;;;\n` +
        'pondère;;;ZZZ;;;;2;;;\npondère;;;ASC;;;;beaucoup;;;\ninterdit la date;;;ASC;;;un jour;;;;\n;;;;;;;;;;\n',
    );
    expect(value.rulings).toEqual([]);
    expect(diagnostics.map(({ code, at }) => [code, at.row, at.column])).toEqual([
      ['RULING_UNKNOWN', 2, 'A'],
      ['RULING_INCOMPLETE', 3, 'C'],
      ['RULING_MEMBER_UNKNOWN', 4, 'B'],
      ['RULING_CATEGORY_UNKNOWN', 5, 'D'],
      ['RULING_WEIGHT_INVALID', 6, 'H'],
      ['DATE_UNREADABLE', 7, 'G'],
    ]);
  });

  it('says when a file has no column of decisions', async () => {
    const { diagnostics } = await read('a;b\n1;2\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(['HEADER_NOT_FOUND']);
  });
});

describe('a file of decisions', () => {
  it.each([
    ['exports/decisions.csv', true],
    ['exports\\Décisions 2027.xlsx', true],
    ['arbitrages.csv', true],
    ['exports/marches.csv', false],
    ['decisions.pdf', false],
    ['indecisions.csv', false],
  ])('%s → %s', (path, expected) => {
    expect(isDecisionsFile(path)).toBe(expected);
  });
});
