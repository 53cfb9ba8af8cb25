/** The quarterly report as a page and as Markdown: safe, whole, the same on every run, in both languages. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { textsFor } from '../../../src/i18n/index.ts';
import { QUARTER_SECTIONS } from '../../../src/i18n/quarterTexts.ts';
import { quarterViewOf } from '../../../src/report/quarter/view.ts';
import { planOf, rendered } from '../fixture.ts';
import { earlierOf, hostile, meetingOf } from './meeting.ts';

const HOSTILE = `"><img src=x onerror="alert(1)"></script><script>alert(2)</script> | a`;

let outcome: Outcome;
beforeAll(async () => void (outcome = await planOf('l4h')));
const page = async (subject = meetingOf(outcome), lang: 'fr' | 'en' = 'fr'): Promise<string> =>
  (await rendered(subject, 'html', { lang })) as string;

describe('the page of the quarter', () => {
  it('lets only its own style and script run, by their fingerprints', async () => {
    const text = await page();
    const policies = [...text.matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
    expect(policies).toHaveLength(1);
    const policy = policies[0]![1]!.replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    for (const name of ['style', 'script']) {
      const inline = [...text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(
        ([, code]) => code!,
      );
      expect(inline.length).toBeLessThanOrEqual(1);
      for (const code of inline)
        expect(policy).toContain(`'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`);
    }
    expect(text).not.toMatch(/@import|url\(/);
  });

  it('keeps hostile names as text, wherever they stand', async () => {
    const before = hostile(earlierOf(outcome), `${HOSTILE} avant`);
    const text = await page(meetingOf(hostile(outcome, HOSTILE), before));
    expect(text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(text).not.toMatch(/<img/i);
    const plain = await page();
    for (const tag of [/<script/g, /<\/script/g])
      expect(text.match(tag)?.length).toBe(plain.match(tag)?.length);
    expect(text.replaceAll(/<(?:style|script).*?<\/(?:style|script)>/gs, '')).not.toMatch(
      /<[^>]*\s(?:on\w+|style)=/i,
    );
  });

  it('has an address for each part, and no two alike', async () => {
    const text = await page();
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
    expect(targets.filter(target => !ids.includes(target))).toEqual([]);
    for (const id of QUARTER_SECTIONS.filter(part => part !== 'missed')) expect(ids).toContain(id);
  });

  it.each(['fr', 'en'] as const)('speaks %s throughout', async lang => {
    const text = await page(meetingOf(outcome), lang);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(text).not.toMatch(
      lang === 'fr' ? /To launch|What changed|joint tender/ : /À lancer|Échéance|changé/,
    );
  });

  it('is the same on every run', async () => expect(await page()).toBe(await page()));

  it('has every row of its tables, what matters marked', async () => {
    const text = await page();
    const { sections, changes } = quarterViewOf(meetingOf(outcome), textsFor('fr'));
    const rows = [...sections, ...changes].flatMap(section => section.rows);
    const body = text.replaceAll(/<thead>.*?<tbody>/gs, '');
    expect(body.match(/<tr>/g)).toHaveLength(rows.length);
    for (const emphasis of ['late', 'soon'])
      expect(body.match(new RegExp(`<th><b class="?${emphasis}`, 'g'))?.length ?? 0).toBe(
        rows.filter(row => row.emphasis === emphasis).length,
      );
  });

  it('tells nothing that changed when there is no earlier plan', async () => {
    const { before: _, quarterly, ...rest } = meetingOf(outcome);
    const { changes: __, ...alone } = quarterly;
    const text = (await rendered({ ...rest, quarterly: alone }, 'html')) as string;
    expect(text).toContain('Premier rapport');
    expect(text).not.toContain('id="tenderChanges"');
  });
});

describe('the Markdown of the quarter', () => {
  it('keeps its tables whole, whatever the names', async () => {
    const text = (await rendered(meetingOf(hostile(outcome, `${HOSTILE}\nsuite`)), 'markdown')) as string;
    for (const part of text.split(/\n## /).slice(1)) {
      const lines = part.split('\n').filter(line => line.startsWith('|'));
      const cells = lines.map(line => line.replaceAll(/\\./g, '').split('|').length);
      expect(new Set(cells).size, part.split('\n')[0]).toBeLessThanOrEqual(1);
    }
    expect(text).not.toMatch(/<img|<script/);
  });
});
