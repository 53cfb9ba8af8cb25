/** The story of a line: nothing that it says may differ from the plan, and nothing of the plan may be missing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Contract, type ContractId } from '../../src/domain/contract.ts';
import { diagnostic } from '../../src/domain/diagnostic.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { textsFor } from '../../src/i18n/index.ts';
import { rawRows } from '../../src/intake/rawRows.ts';
import { readSources } from '../../src/io.ts';
import { contractStory } from '../../src/report/explain/contractStory.ts';
import type { Chapter, Story } from '../../src/report/explain/story.ts';
import { tenderStory } from '../../src/report/explain/tenderStory.ts';
import { writeStory } from '../../src/report/explain/write.ts';
import { planOf } from './fixture.ts';

const fr = textsFor('fr');
const SETTINGS = { members: [], mappings: [], classification: { families: {}, synonyms: {}, contracts: {} } };

let outcome: Outcome;
beforeAll(async () => (outcome = await planOf('l4h')));

function contractOf(reference: string): Contract {
  const found = outcome.contracts.find(contract => contract.reference === reference);
  if (!found) throw new Error(`no contract ${reference}`);
  return found;
}

async function storyOf(contract: Contract, of = outcome): Promise<Story> {
  const { source } = contract;
  const rawRow = await rawRows(readSources(['fixtures/l4h']), [source], SETTINGS);
  return contractStory(contract, rawRow(source), of, fr);
}

function chapterOf({ chapters }: Story, id: Chapter['id']): Chapter {
  const found = chapters.find(chapter => chapter.id === id);
  if (!found) throw new Error(`no chapter ${id}`);
  return found;
}

const factOf = (chapter: Chapter, id: string): unknown => chapter.facts.find(fact => fact.id === id)?.value;
const column = ({ table }: Chapter, id: string): unknown[] => {
  const at = table!.columns.findIndex(item => item.id === id);
  return table!.rows.map(({ cells }) => cells[at]);
};
const amounts = (chapter: Chapter): number[] =>
  column(chapter, 'amount').map(cell => (cell as { amount: number }).amount);

describe('a contract', () => {
  it('shows each cell as written, with its column and what it was taken for', async () => {
    const read = chapterOf(await storyOf(contractOf('LBH-001')), 'read');
    expect(factOf(read, 'place')).toBe('extraction_contrats_2026-11.csv, ligne 2');
    expect(read.table!.rows.map(({ cells }) => cells)).toContainEqual([
      'J',
      'Coût annuel HT',
      '331 k€',
      'montant annuel',
    ]);
  });

  it('says what was assumed for its own line, its columns and its file, and of no other line', async () => {
    const line = await storyOf(
      outcome.contracts.find(({ id }) => id.startsWith('meduane') && hasLine(id, 19))!,
    );
    const assumed = chapterOf(line, 'assumed');
    expect(column(assumed, 'value')).toContain('31/02/2028');
    const whole = await storyOf(outcome.contracts.find(({ id }) => id.startsWith('touraine'))!);
    const places = column(chapterOf(whole, 'assumed'), 'where') as string[];
    expect(places).toContainEqual(expect.stringContaining('remarque sur la colonne'));
    const other = await storyOf(
      outcome.contracts.find(({ id }) => id.startsWith('meduane') && hasLine(id, 8))!,
    );
    expect(column(chapterOf(other, 'assumed'), 'value')).not.toContain('31/02/2028');
    // The holder on the next row belongs to this line.
    expect(column(chapterOf(other, 'assumed'), 'value')).toContain('Ascenseurs Ernée (cotraitant)');
  });

  it('says so when nothing was assumed', async () => {
    const contract = contractOf('LBH-001');
    const quiet = { ...outcome, diagnostics: [] };
    const assumed = chapterOf(await storyOf(contract, quiet), 'assumed');
    expect(assumed.sentences).toEqual([fr.explain.nothingAssumed]);
    expect(assumed.table).toBeUndefined();
    const elsewhere = diagnostic('END_UNKNOWN', { file: contract.source.file, row: 99 }, {});
    const still = chapterOf(await storyOf(contract, { ...outcome, diagnostics: [elsewhere] }), 'assumed');
    expect(still).toEqual(assumed);
  });

  it('in every tender: its gain is the sum shown, its other levers are all there with their difference', async () => {
    let levers = 0;
    for (const tender of outcome.plan.tenders.slice(0, 12)) {
      for (const participation of tender.participations) {
        const story = await storyOf(outcome.contracts.find(({ id }) => id === participation.contract)!);
        const parts = amounts(chapterOf(story, 'gain'));
        expect(parts.at(-1)).toBe(participation.gain);
        expect(parts.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(participation.gain);
        const { table } = chapterOf(story, 'levers');
        expect(table!.rows).toHaveLength(1 + participation.otherLevers.length);
        participation.otherLevers.forEach(({ gain }, i) => {
          levers += 1;
          expect(table!.rows[i + 1]!.cells[3]).toEqual({ amount: gain - participation.gain });
        });
        expect(factOf(chapterOf(story, 'joins'), 'identifier')).toBe(tender.id);
      }
    }
    expect(levers).toBeGreaterThan(10);
  });

  it('left alone: its reason, and the nearest tender with what separates them', async () => {
    const tooLate = outcome.plan.alone.find(({ reason }) => reason.code === 'WINDOW_MISMATCH')!;
    const none = await storyOf(outcome.contracts.find(({ id }) => id === tooLate.contract)!);
    expect(factOf(chapterOf(none, 'alone'), 'reason')).toBe('sans date commune');
    const withTender = outcome.plan.alone.filter(({ contract }) =>
      outcome.plan.tenders.some(({ category }) => category === categoryOf(contract)),
    );
    expect(withTender.length).toBeGreaterThan(3);
    for (const alone of withTender) {
      const { sentences } = chapterOf(
        await storyOf(outcome.contracts.find(({ id }) => id === alone.contract)!),
        'alone',
      );
      const tender = outcome.plan.tenders.find(({ id }) => sentences[1]!.includes(id));
      expect(tender?.category).toBe(categoryOf(alone.contract));
      expect(sentences).toHaveLength(3);
    }
  });

  it('every contract of the group has a story in both languages', () => {
    for (const contract of outcome.contracts) {
      for (const texts of [fr, textsFor('en')]) {
        const page = writeStory(contractStory(contract, [], outcome, texts), 'table', {
          texts,
          width: 80,
          colour: false,
        });
        expect(page).not.toMatch(/undefined|NaN|\[object/);
        expect(Math.max(...page.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
      }
    }
  });
});

describe('a joint tender', () => {
  it('shows the sum of its gain, every member, every other date and the best of them', () => {
    for (const tender of outcome.plan.tenders) {
      const story = tenderStory(tender, outcome, fr);
      const parts = amounts(chapterOf(story, 'gain'));
      expect(parts.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(tender.gain.expected);
      expect(chapterOf(story, 'participants').table!.rows).toHaveLength(tender.participations.length + 1);
      const { sentences, table } = chapterOf(story, 'next');
      expect(table?.rows.length ?? 0).toBe(tender.alternatives.length);
      const best = tender.alternatives.reduce<number>((most, { net }) => Math.max(most, net), -Infinity);
      if (tender.alternatives.length > 0) expect(sentences[1]).toContain(fr.format.money(best as never));
      else expect(sentences[1]).toBe(fr.explain.noAlternative);
      const checks = chapterOf(story, 'checks').table!.rows;
      expect(checks.filter(({ cells }) => String(cells[1]).includes(fr.legal.confirm))).toHaveLength(
        tender.checks.length,
      );
    }
  });

  it('lists every contract that buys the same, and where it is', () => {
    const tender = outcome.plan.tenders[0]!;
    const others = chapterOf(tenderStory(tender, outcome, fr), 'others');
    const same = outcome.contracts.filter(({ category }) => category.id === tender.category);
    expect(others.table!.rows).toHaveLength(same.length);
    expect(column(others, 'where').every(where => where !== '')).toBe(true);
  });
});

describe('the forms of a story', () => {
  const options = { texts: fr, width: 100, colour: false };

  it('in JSON: days and euros', () => {
    const tender = outcome.plan.tenders[0]!;
    const value = JSON.parse(writeStory(tenderStory(tender, outcome, fr), 'json', options)) as {
      chapters: { id: string; facts: Record<string, unknown>; rows: Record<string, unknown>[] }[];
    };
    const facts = value.chapters.find(({ id }) => id === 'tender')!.facts;
    expect(facts).toMatchObject({ identifier: tender.id, gain: tender.gain.expected / 100 });
    const rows = value.chapters.find(({ id }) => id === 'calendar')!.rows;
    expect(rows[0]).toMatchObject({ from: tender.milestones[0]!.from, to: tender.milestones[0]!.to });
  });

  it('in Markdown: a text of a register does not become markup', () => {
    const contract = { ...outcome.contracts[0]!, title: '<img onerror=x> | **gras**' };
    const story = contractStory(
      contract,
      ['<b>'],
      { ...outcome, contracts: [contract, ...outcome.contracts.slice(1)] },
      fr,
    );
    const page = writeStory(story, 'markdown', options);
    expect(page).not.toMatch(/<img|<b>|\*\*gras/);
    expect(page).toMatch(/^# .*&lt;img/);
  });
});

const categoryOf = (id: ContractId): string =>
  outcome.contracts.find(contract => contract.id === id)!.category.id;
const hasLine = (id: ContractId, row: number): boolean =>
  outcome.contracts.find(contract => contract.id === id)!.source.row === row;
