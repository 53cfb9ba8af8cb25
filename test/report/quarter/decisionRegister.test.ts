/** The group's register of decisions: what a report writes, the next one reads back to the letter. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../src/data/categories.ts';
import type { DecisionField } from '../../../src/data/decisionHeadings.ts';
import type { Quarter } from '../../../src/domain/day.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import type { DecisionRow } from '../../../src/domain/ruling.ts';
import { quarterlyOf } from '../../../src/followup/quarterly.ts';
import { textsFor } from '../../../src/i18n/index.ts';
import { decisionNames, readDecisions } from '../../../src/intake/decisions.ts';
import { csvTable } from '../../../src/report/formats/csv.ts';
import { decisionRegister } from '../../../src/report/quarter/decisionRegister.ts';
import { planOf } from '../fixture.ts';

type Row = DecisionRow<DecisionField>;

/** The register as bytes that Excel opens, or a program. */
function written(
  rows: readonly Row[],
  outcome: Outcome,
  lang: 'fr' | 'en' = 'fr',
  dialect?: 'rfc4180',
): string {
  const texts = textsFor(lang);
  const quarterly = quarterlyOf(outcome, '2027-Q1' as Quarter, []);
  return csvTable(
    decisionRegister(rows, { ...outcome, quarterly }, texts, texts.format.sheetDay),
    dialect,
    texts,
  );
}

async function readBack(outcome: Outcome, text: string, path = 'decisions.csv') {
  const names = decisionNames(outcome.members, [], CATEGORIES);
  return readDecisions({ path, bytes: new TextEncoder().encode(text) }, names);
}

const shown = ({ cells, others }: Row) => ({ cells, others });
const at = (file: string, row: number) => ({ file, row });
const decided = (row: Row): boolean => row.cells.decision !== undefined;

/** Every proposal of the first demonstration group, none decided. */
const proposed = async () => {
  const outcome = await planOf('tri-oph');
  const { value } = await readBack(outcome, written([], outcome));
  return { outcome, rows: value.rows };
};

describe('the register', () => {
  it.each(['fr', 'en'] as const)('is read back without a word, in %s', async lang => {
    const outcome = await planOf('l4h');
    const { value, diagnostics } = await readBack(outcome, written([], outcome, lang));
    expect(diagnostics).toEqual([]);
    expect(value.rulings).toEqual([]);
    const open = outcome.plan.tenders.filter(({ frozen }) => frozen !== 'PUBLISHED' && frozen !== 'ACCEPTED');
    expect(value.rows.map(({ cells }) => cells.tender)).toEqual(open.map(({ id }) => id));
    expect(written(value.rows, outcome, lang)).toBe(written([], outcome, lang));
  });

  it('is the same whether its lines were read in one language or the other', async () => {
    const outcome = await planOf('tri-oph');
    const { value } = await readBack(outcome, written([], outcome, 'fr'));
    const filled = value.rows.map((row, i) =>
      i === 0 ? { ...row, cells: { ...row.cells, decision: 'accepte' } } : row,
    );
    const english = written(filled, outcome, 'en');
    const again = await readBack(outcome, english);
    expect(again.diagnostics).toEqual([]);
    const french = (await readBack(outcome, written(again.value.rows, outcome, 'fr'))).value.rows;
    expect(french.filter(decided).map(shown)).toEqual(filled.filter(decided).map(shown));
    expect(Object.keys(french[1]!.others)).toEqual(Object.keys(value.rows[0]!.others));
  });

  it('keeps what was noted beside a proposal, in any column, while it is proposed', async () => {
    const { outcome, rows } = await proposed();
    const [first, ...rest] = rows as [Row, ...Row[]];
    const noted: Row = {
      ...first,
      cells: {
        ...first.cells,
        member: 'Archipel Habitat',
        author: 'référents achats',
        reason: 'à revoir en mars',
      },
      others: { ...first.others, 'avis du bureau': 'favorable' },
    };
    const { value } = await readBack(outcome, written([noted, ...rest], outcome));
    expect(value.rows.map(shown)).toEqual([noted, ...rest].map(shown));
  });

  it('keeps the notes of a proposal that is no more, and lets go what was only proposed', async () => {
    const { outcome, rows } = await proposed();
    const gone = (row: number, tender: string, more: Partial<Row>): Row => ({
      cells: { category: 'Ascenseurs – maintenance', tender, start: '01/01/2028', ...more.cells },
      others: { 'membres proposés': 'Archipel Habitat', ...more.others },
      at: at('decisions.csv', row),
    });
    const earlier = [
      gone(2, 'ASC-2028-01-01-aaaaaaaa', {}),
      gone(3, 'ASC-2028-01-01-bbbbbbbb', { cells: { reason: 'attendre' } }),
      gone(4, 'ASC-2028-01-01-cccccccc', { others: { 'avis du bureau': 'réservé' } }),
    ];
    const { value, diagnostics } = await readBack(outcome, written([...earlier, ...rows], outcome));
    expect(diagnostics).toEqual([]);
    const orphans = value.rows.filter(({ cells }) => cells.tender?.startsWith('ASC-2028-01-01-'));
    expect(orphans.map(shown)).toEqual(earlier.slice(1).map(shown));
    expect(value.rows).toHaveLength(rows.length + 2);
  });

  it('gathers several files, and does not grow when they stay beside it', async () => {
    const { outcome, rows } = await proposed();
    const refused = (file: string, row: number, reason: string): Row => ({
      cells: { decision: 'refuse', tender: 'ASC-2028-01-01-aaaaaaaa', reason },
      others: {},
      at: at(file, row),
    });
    const other = [refused('arbitrages.xlsx', 2, 'un'), refused('arbitrages.xlsx', 3, 'deux')];
    const first = written([...other, ...rows], outcome);
    const { value } = await readBack(outcome, first);
    expect(value.rows.filter(decided)).toHaveLength(2);
    expect(written([...other, ...value.rows], outcome)).toBe(first);
    // Twice in one file: the group wrote it so.
    const twice = [refused('decisions.csv', 2, 'un'), refused('decisions.csv', 3, 'un')];
    expect((await readBack(outcome, written(twice, outcome))).value.rows.filter(decided)).toHaveLength(2);
  });

  it('proposes no more what the group has accepted', async () => {
    const { outcome, rows } = await proposed();
    const tender = outcome.plan.tenders.find(({ id }) => id === rows[0]!.cells.tender)!;
    const texts = textsFor('fr');
    const accepted = { kind: 'ACCEPT' as const, tender: tender.id, at: at('decisions.csv', 2) };
    const quarterly = quarterlyOf(outcome, '2027-Q1' as Quarter, [accepted]);
    const lines = decisionRegister([], { ...outcome, quarterly }, texts, texts.format.sheetDay);
    expect(lines.flat()).not.toContain(tender.id);
    expect(lines).toHaveLength(rows.length);
  });
});

describe('an earlier line', () => {
  it('keeps columns without a heading, or with another’s', async () => {
    const outcome = await planOf('tri-oph');
    const text =
      'décision;membre;catégorie;motif;remarque;;remarque\r\n' +
      'se retire;archipel;ASC;non;une;deux;trois;quatre\r\n';
    const { value } = await readBack(outcome, text);
    expect(value.rows[0]!.others).toEqual({
      remarque: 'une',
      F: 'deux',
      'remarque (G)': 'trois',
      H: 'quatre',
    });
    const again = await readBack(outcome, written(value.rows, outcome));
    expect(again.value.rows[0]).toMatchObject(shown(value.rows[0]!));
  });

  /** What people write in a cell, and what they should not. */
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.constantFrom(
        '=1+1',
        '- 5 % attendus',
        '+33',
        '@tous',
        "'=x",
        '＝1',
        '"',
        '""',
        ';',
        'a;b',
        'a\nb',
        'a\r\nb',
        '« oui »',
        'l’avis',
        '12,5',
        '01/02/2027',
        'TRUE',
        '0012',
        "d'accord",
        '\uFEFFx',
        'x\ty',
        '#N/A',
      ),
    )
    .map(value => value.replaceAll(/\p{Cc}/gu, char => (/[\t\n\r]/.test(char) ? char : ' ')).trim())
    .filter(value => value !== '' && !value.startsWith("'"));
  const cell = fc.option(text, { nil: undefined });
  const row = fc.record({
    cells: fc.record({
      decision: text,
      member: cell,
      category: cell,
      tender: cell,
      author: cell,
      reason: cell,
    }),
    others: fc.record({ 'avis du bureau': cell, Suite: cell }),
  });
  const without = <T extends object>(value: T): Partial<T> =>
    Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as Partial<T>;

  it.each([undefined, 'rfc4180'] as const)(
    'comes back to the letter, whatever is in it (%s)',
    async dialect => {
      const outcome = await planOf('tri-oph');
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async lines => {
          const rows: Row[] = lines.map(({ cells, others }, i) => ({
            cells: without(cells) as Row['cells'],
            others: without(others) as Row['others'],
            at: at('decisions.csv', i + 2),
          }));
          const once = written(rows, outcome, 'fr', dialect);
          const { value } = await readBack(outcome, once);
          expect(value.rows.slice(0, rows.length).map(shown)).toEqual(rows.map(shown));
          expect(written(value.rows, outcome, 'fr', dialect)).toBe(once);
        }),
        { numRuns: 150 },
      );
    },
  );
});
