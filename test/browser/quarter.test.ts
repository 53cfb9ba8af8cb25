/** The page of the quarterly report in a real browser: accessibility, narrow screens, the dark, print. */
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf, rendered } from '../report/fixture.ts';
import { meetingOf } from '../report/quarter/meeting.ts';
import { chromiumPath, launch, open, written } from './chromium.ts';

const AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`;
const LAY_OUT_ALL = `document.styleSheets[0].insertRule('* { content-visibility: visible !important }')`;

describe.skipIf(!chromiumPath)('the page of the quarter in Chromium', () => {
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    url = written((await rendered(meetingOf(await planOf('l4h')), 'html')) as string);
    browser = await launch();
  }, 60_000);
  afterAll(() => browser?.close());

  async function on<T>(use: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
    const { page, trouble } = await open(browser, url, options);
    try {
      const result = await use(page);
      expect(trouble).toEqual([]);
      return result;
    } finally {
      await page.context().close();
    }
  }

  it('says each title once, and leads to every part', () =>
    on(async page => {
      const links = await page.locator('nav a').allTextContents();
      const headings = await page.locator('main h2').allTextContents();
      expect(headings.filter(heading => heading !== 'Ce qui a changé')).toEqual(links);
      const captions = page.locator('main caption');
      for (let i = 0; i < (await captions.count()); i += 1) {
        expect((await captions.nth(i).boundingBox())!.width).toBeLessThanOrEqual(1);
      }
    }));

  it('has no horizontal scroll of the page on a telephone', () =>
    on(async page => expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360), {
      viewport: { width: 360, height: 740 },
    }));

  it('prints on A4 landscape', () =>
    on(async page => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.map(Number);
      expect([width, height].map(Math.round as (n?: number) => number)).toEqual([842, 595]);
    }));

  it.each([
    ['light', 1366],
    ['dark', 1366],
    ['light', 360],
    ['dark', 360],
  ] as const)('has nothing that axe-core finds wrong: %s, %i pixels wide', (colorScheme, width) =>
    on(
      async page => {
        await page.evaluate(LAY_OUT_ALL);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResults>(AXE);
        expect(violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]!.html}`)).toEqual([]);
      },
      { viewport: { width, height: 850 }, colorScheme, reducedMotion: 'reduce' },
    ),
  );
});
