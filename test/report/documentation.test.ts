/** `docs/formats.md` says what the tool writes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../src/i18n/index.ts';
import { SECTIONS } from '../../src/i18n/texts.ts';
import { FORMATS, FORMAT_IDS } from '../../src/report/formats/registry.ts';
import { planDocument } from '../../src/report/schema/plan.ts';
import { tender } from '../../src/report/schema/tender.ts';
import { viewOf } from '../../src/report/view.ts';
import { planOf } from './fixture.ts';

const page = readFileSync('docs/formats.md', 'utf8');

describe('docs/formats.md', () => {
  it.each(FORMAT_IDS)('names the format %s and its endings', id => {
    const line = page.split('\n').find(text => text.startsWith(`| \`${id}\``));
    for (const ending of FORMATS[id].endings) expect(line).toContain(`\`.${ending}\``);
    expect(line?.split('|')[4]?.trim()).toBe(FORMATS[id].needsPlan ? 'yes' : '');
    expect(line?.split('|')[5]?.trim()).toBe(FORMATS[id].sections ? 'yes' : '');
  });

  it.each(SECTIONS)('gives the columns of the view %s', async id => {
    const { columns } = viewOf(await planOf('tri-oph'), textsFor('en')).sections[id];
    const line = page.split('\n').find(text => text.startsWith(`| \`${id}\` |`));
    expect(line).toBeDefined();
    if (id === 'matrix') return;
    if (id === 'publication')
      for (const { id: name } of columns) expect(page).toMatch(new RegExp(`\\b${name}\\b`));
    else expect(line!.split('|')[3]!.trim()).toBe(columns.map(column => column.id).join(', '));
  });

  it('names every member of the plan and of a tender', () => {
    const members = [...Object.keys(planDocument.shape), ...Object.keys(tender.shape)];
    const missing = members.filter(name => !page.includes(`\`${name}\``) && name !== 'durationMonths');
    expect(missing).toEqual([]);
  });
});
