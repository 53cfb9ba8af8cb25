import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CategoriesOptions, categories } from '../../src/commands/categories.ts';
import type { Run } from '../../src/commands/run.ts';
import { CATEGORIES } from '../../src/data/categories.ts';
import { Mistake } from '../../src/domain/mistake.ts';
import type { Language } from '../../src/domain/settings.ts';
import { textsFor } from '../../src/i18n/index.ts';

/** What the command writes. */
async function said(
  question: readonly string[],
  options: CategoriesOptions = {},
  language: Language = 'fr',
): Promise<string> {
  let written = '';
  const run: Run = {
    texts: textsFor(language),
    today: () => {
      throw new Error('no clock here');
    },
    write: text => void (written += String(text)),
    tell: () => {},
    width: 100,
    colour: false,
    terminal: false,
    progress: () => {},
  };
  expect(await categories(question, options, run)).toBe(0);
  return written;
}

describe('categories', () => {
  it('lists every category, one a line at least, within the width of the page', async () => {
    const lines = (await said([])).trimEnd().split('\n');
    for (const { id } of CATEGORIES)
      expect(
        lines.some(line => line.startsWith(`${id} `)),
        id,
      ).toBe(true);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100);
  });

  it('lists the same for a spreadsheet and for programs', async () => {
    const csv = (await said([], { format: 'csv' })).trimEnd().split('\r\n');
    expect(csv).toHaveLength(CATEGORIES.length + 1);
    expect(csv[0]).toMatch(/^\uFEFFCode;Catégorie;/);
    expect(JSON.parse(await said([], { format: 'json' })).categories).toEqual(CATEGORIES);
  });

  it('refuses another question', async () => {
    await expect(said(['expliquer', 'x'])).rejects.toThrow(Mistake);
    await expect(said(['explain'])).rejects.toThrow(Mistake);
    await expect(said([], { format: 'pdf' })).rejects.toThrow(Mistake);
  });
});

describe('categories explain', () => {
  it('says the category, how sure it is, and each reason', async () => {
    const text = await said(['explain', 'Entretien', 'des', 'portes', 'de', 'garage', 'P2-P3'], {
      cpv: '50700000-2',
    });
    expect(text).toContain(
      'PORTES (Portes automatiques, portes de garage, portails, barrières), certitude forte',
    );
    expect(text).toMatch(/\+[\d,]+ +« portes garage » nomme ce besoin/);
    expect(text).toMatch(/50700000 est trop général pour trancher +code CPV/);
    expect(text).not.toContain('synonyms');
  });

  it('speaks English', async () => {
    expect(await said(['explain', 'Entretien des ascenseurs'], {}, 'en')).toContain(
      '"ascenseurs" names this need',
    );
  });

  it('ends with the lines that settle what is not sure', async () => {
    const title = 'Couverture "A" : accord-cadre';
    const text = await said(['explain', title]);
    const yaml = text.slice(text.indexOf('categories:'));
    expect(parse(yaml)).toEqual({ categories: { synonyms: { [title]: 'TOITURE' } } });
  });

  it('says that it found nothing', async () => {
    expect(await said(['explain', 'Zorglub'])).toContain('Aucun mot connu, aucun code.');
  });

  it('gives programs the whole reasoning', async () => {
    const { category, scores, evidence } = JSON.parse(
      await said(['explain', 'Curage EU EV'], { format: 'json' }),
    );
    expect(category).toMatchObject({ id: 'ASSAIN', confidence: 'high' });
    expect(scores[0].id).toBe('ASSAIN');
    expect(evidence).toContainEqual(
      expect.objectContaining({ feature: 'name', text: 'curage', origin: 'title' }),
    );
  });

  it('keeps weights as numbers in a spreadsheet', async () => {
    expect(await said(['explain', 'Entretien des ascenseurs'], { format: 'csv' })).toMatch(
      /\r\nASC;5,7;en tout;\r\n/,
    );
  });
});
