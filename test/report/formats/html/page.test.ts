/** The page as text: safe, whole, small, the same on every run, in both languages. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '../../../../src/domain/contract.ts';
import type { Outcome } from '../../../../src/domain/outcome.ts';
import { jointDecisions } from '../../../../src/report/formats/html/decisions.ts';
import { FIXTURES, planOf, rendered, renderedText, withContracts } from '../../fixture.ts';
import { invented } from '../../outcome.ts';

const HOSTILE = `"><img src=x onerror="alert(1)"></script><script>alert(2)</script>`;

let l4h: Outcome;
let page: string;

beforeAll(async () => {
  l4h = await planOf('l4h');
  page = await renderedText(l4h, 'html');
});

describe('safety', () => {
  it('lets only its own style and script run, by their fingerprints', () => {
    const inline = (name: string): string[] =>
      [...page.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, text]) => text!);
    const fingerprint = (text: string): string =>
      `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    expect(inline('style')).toHaveLength(1);
    expect(inline('script')).toHaveLength(1);
    expect(policy!.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${fingerprint(inline('style')[0]!)}`,
      `script-src ${fingerprint(inline('script')[0]!)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('asks the network for nothing', () => {
    const addresses = [...page.matchAll(/\s(?:src|href|action|data|srcset)="([^"]*)"/g)].map(
      ([, url]) => url!,
    );
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter(url => !url.startsWith('#') && url !== 'data:,')).toEqual([]);
    expect(page).not.toMatch(/@import|url\(/);
  });

  it('keeps hostile names as text, wherever they stand', async () => {
    const change = (contract: Contract): Contract => ({
      ...contract,
      title: HOSTILE,
      reference: HOSTILE,
      supplier: HOSTILE,
      source: { ...contract.source, file: HOSTILE },
    });
    const members = l4h.members.map(member => ({ ...member, name: HOSTILE }));
    const hostile = { ...withContracts(l4h, change), members, group: HOSTILE };
    const text = await renderedText(hostile, 'html');
    expect(text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(text).not.toMatch(/<img/i);
    expect(text.match(/<script/g)).toHaveLength(3);
    expect(text.match(/<\/script/g)).toHaveLength(3);
    expect(text.replaceAll(/<(?:style|script).*?<\/(?:style|script)>/gs, '')).not.toMatch(
      /<[^>]*\s(?:on\w+|style)=/i,
    );
  });
});

describe('what it says', () => {
  it('has every tender, every contract left alone, and as many decisions as there are', () => {
    const { plan } = l4h;
    expect(page.match(/<details data-m/g)).toHaveLength(plan.tenders.length);
    const alone = page.slice(page.indexOf('id="alone"'), page.indexOf('id="data"'));
    expect(alone.match(/<li data-m/g)).toHaveLength(plan.alone.length);
    const joint = jointDecisions(plan.decisions);
    expect(joint.flatMap(({ members }) => members)).toHaveLength(plan.decisions.length);
    expect(joint.length).toBeLessThan(plan.decisions.length);
  });

  it('has an address for each sheet, and no two alike', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
    expect(targets.filter(target => !ids.includes(target))).toEqual([]);
  });

  it.each(['fr', 'en'] as const)('speaks %s throughout', async lang => {
    const text = await renderedText(l4h, 'html', { lang });
    const foreign =
      lang === 'fr' ? /Key figures|Joint tenders|Data quality/ : /Chiffres clés|Achats groupés|hors achat/;
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).not.toMatch(foreign);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  it.each(['check', 'register'] as const)('shows what was read alone: %s', async kind => {
    const text = await rendered({ ...l4h, kind }, 'html');
    expect(text).toContain('Qualité des données');
    expect(text).not.toContain('<dialog');
  });

  it('shows one section alone', async () => {
    const text = await renderedText(l4h, 'html', { section: 'members' });
    expect(text).toContain('Armorique Habitat');
    expect(text).not.toContain('id="timeline"');
  });

  it('says so when there is nothing to pool', async () => {
    const { plan } = l4h;
    const nothing = {
      ...l4h,
      plan: { ...plan, tenders: [], decisions: [], datesToVerify: [], quarters: [] },
    };
    const text = await renderedText(nothing, 'html');
    expect(text).toContain('Aucun achat groupé ne ferait gagner');
    expect(text).not.toContain('NaN');
  });
});

describe('size', () => {
  it.each([6, 8, 12])('is at most 400 KB for 300 contracts of %i members', async members => {
    const text = await renderedText(invented(300, members), 'html');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(400_000);
  });

  it.each(FIXTURES)('keeps that measure on %s', async name => {
    const outcome = await planOf(name);
    const bytes = Buffer.byteLength(await renderedText(outcome, 'html'));
    // Style, script and assumptions do not grow with the contracts.
    const constant = 40_000;
    const for300 = constant + (bytes - constant) * (300 / Math.max(outcome.contracts.length, 100));
    expect(for300).toBeLessThanOrEqual(400_000);
  });
});

it('is the same on every run', async () => {
  expect(await renderedText(l4h, 'html')).toBe(page);
});
