/** The page in a real browser: filters, keyboard, print, policy, accessibility, narrow screens. */
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import { planOf, renderedText } from '../report/fixture.ts';
import { chromiumPath, launch, open, written } from './chromium.ts';

if (!chromiumPath)
  process.stderr.write('test/browser: no Chromium found, the page is not tested in a browser\n');

/** Markup that runs wherever it can: what the browser blocked, and whether anything ran. */
const INJECTION = `(async () => {
  const violations = [];
  document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective));
  document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="globalThis.ran = true"><p style="color:red">');
  const script = document.createElement('script');
  script.textContent = 'globalThis.ran = true';
  document.body.append(script);
  await new Promise(resolve => setTimeout(resolve, 200));
  return { ran: 'ran' in globalThis, violations };
})()`;
/** The browser does not lay out what is far from the screen; axe-core measures all of it. */
const LAY_OUT_ALL = `document.styleSheets[0].insertRule('* { content-visibility: visible !important }')`;
const AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`;

describe.skipIf(!chromiumPath)('the page in Chromium', () => {
  let browser: Browser;
  let outcome: Outcome;
  let url: string;

  beforeAll(async () => {
    outcome = await planOf('l4h');
    url = written(await renderedText(outcome, 'html'));
    browser = await launch();
  });
  afterAll(() => browser?.close());

  /** Does something on the page, which must give no trouble. */
  async function on<T>(
    use: (page: Page) => Promise<T>,
    options: BrowserContextOptions = {},
    at = url,
  ): Promise<T> {
    const { page, trouble } = await open(browser, at, options);
    try {
      const result = await use(page);
      expect(trouble).toEqual([]);
      return result;
    } finally {
      await page.context().close();
    }
  }

  const visible = (page: Page, rows: string): Promise<number> =>
    page.locator(`${rows}:not([hidden])`).count();
  const hash = (page: Page): Promise<string> => page.evaluate('location.hash');

  it('shows what is next, then the timeline, without error or request', () =>
    on(async page => {
      const headings = await page.locator('main h2').allTextContents();
      expect(headings.slice(0, 4)).toEqual([
        'Chiffres clés',
        'À lancer et à décider maintenant',
        'Calendrier',
        'Achats groupés',
      ]);
      expect(await visible(page, '.timeline li')).toBe(outcome.plan.tenders.length);
    }));

  it('filters by member and category, says how many are left, and keeps it in the address', () =>
    on(async page => {
      await page.selectOption('[name=member]', 'guingamp');
      const tenders = outcome.plan.tenders.filter(({ participations }) =>
        participations.some(({ member }) => member === 'guingamp'),
      );
      expect(tenders.length).toBeGreaterThan(0);
      expect(tenders.length).toBeLessThan(outcome.plan.tenders.length);
      expect(await visible(page, '.timeline li')).toBe(tenders.length);
      expect(await visible(page, '.sheets > details')).toBe(tenders.length);
      expect(await page.textContent('[data-count=tender]')).toBe(String(tenders.length));
      const alone = outcome.plan.alone.filter(({ contract }) =>
        outcome.contracts.some(({ id, member }) => id === contract && member === 'guingamp'),
      );
      expect(await visible(page, '.alone li')).toBe(alone.length);
      const [tender] = tenders;
      await page.selectOption('[name=category]', tender!.category);
      expect(await visible(page, '.timeline li')).toBe(
        tenders.filter(({ category }) => category === tender!.category).length,
      );
      expect(await hash(page)).toBe(`#member=guingamp&category=${tender!.category}`);

      await page.reload();
      expect(await page.inputValue('[name=member]')).toBe('guingamp');
      expect(await visible(page, '.alone li')).toBeLessThanOrEqual(alone.length);
      await page.click('.filters button');
      // The page filters once the form is reset, which is just after the click.
      await expect.poll(() => visible(page, '.timeline li')).toBe(outcome.plan.tenders.length);
    }));

  it('shows each decision of a member, and no other', () =>
    on(async page => {
      await page.selectOption('[name=member]', 'meduane');
      const shown = await page.locator('.month:not([hidden]) li:not([hidden])').allTextContents();
      expect(shown).toHaveLength(outcome.plan.decisions.filter(({ member }) => member === 'meduane').length);
      expect(shown.filter(text => !text.includes('Méduane Habitat'))).toEqual([]);
    }));

  it('opens a tender with the keyboard, goes to the next one, and gives the focus back', () =>
    on(async page => {
      await page.locator('.timeline').focus();
      await page.keyboard.press('Tab');
      expect(await page.textContent('.hover')).toContain('Démarrage : ');
      await page.keyboard.press('Enter');
      const sheet = page.getByRole('dialog');
      await sheet.waitFor();
      const title = await page.textContent('#sheet-title');
      expect(title).toBe(await page.textContent('.timeline li:first-child b'));
      for (const part of [
        'Marchés réunis',
        'D’où vient le gain',
        'Étapes',
        'Autres dates possibles',
        'Points juridiques',
      ]) {
        expect(await sheet.textContent()).toContain(part);
      }
      expect(await sheet.textContent()).toContain('à confirmer par le service juridique');
      expect(await hash(page)).toContain('tender=');
      await page.click('[data-go="1"]');
      expect(await page.textContent('#sheet-title')).not.toBe(title);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
      expect(await hash(page)).not.toContain('tender=');
      expect(await page.locator('.timeline li a:focus').count()).toBe(1);
    }));

  it('comes back to a tender, its filters and its scale by the address alone', async () => {
    const address = await on(async page => {
      await page.selectOption('[name=member]', 'armorique');
      await page.check('[value=quarter]');
      await page.click('.timeline li:not([hidden]) a');
      return `${url}${await hash(page)}`;
    });
    await on(
      async page => {
        expect(await page.getByRole('dialog').isVisible()).toBe(true);
        expect(await page.isChecked('[value=quarter]')).toBe(true);
        expect(await page.inputValue('[name=member]')).toBe('armorique');
      },
      {},
      address,
    );
  });

  it('stretches the timeline by quarters', () =>
    on(async page => {
      const width = (): Promise<number> => page.locator('.plot').evaluate(plot => plot.clientWidth);
      const byYears = await width();
      await page.check('[value=quarter]');
      expect(await width()).toBeGreaterThan(1.5 * byYears);
      expect(await page.locator('.axis .q').first().isVisible()).toBe(true);
    }));

  it('prints on A4 landscape', () =>
    on(async page => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/
        .exec(pdf.toString('latin1'))!
        .map(Number);
      expect(width).toBeCloseTo(842, -1);
      expect(height).toBeCloseTo(595, -1);
      expect(pdf.toString('latin1').match(/\/Type ?\/Page\b/g)!.length).toBeLessThan(45);
    }));

  it('shows a title that looks like markup as it is, and would not run it', async () => {
    const { page } = await open(browser, url);
    await page.click('[data-open-all]');
    expect(await page.locator('main').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
    // Even markup that would get in cannot run.
    const blocked = await page.evaluate<{ ran: boolean; violations: string[] }>(INJECTION);
    expect(blocked.ran).toBe(false);
    expect(blocked.violations).toEqual(
      expect.arrayContaining(['img-src', 'script-src-elem', 'style-src-attr']),
    );
    await page.context().close();
  });

  it('has no horizontal scroll of the page on a telephone', () =>
    on(
      async page => {
        await page.click('[data-open-all]');
        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect(width).toBe(360);
        await page.click('.timeline a');
        expect(await page.getByRole('dialog').evaluate(dialog => dialog.scrollWidth)).toBe(360);
      },
      { viewport: { width: 360, height: 740 } },
    ));

  it('says the schedule without its script', () =>
    on(
      async page => {
        expect(await page.locator('.filters').isVisible()).toBe(false);
        const tender = page.locator('.sheets > details').first();
        await tender.locator('summary').click();
        expect(await tender.textContent()).toContain('Marchés réunis');
        expect(await tender.locator('table').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    ));

  it.each([
    ['page', 'light', 1366],
    ['page', 'dark', 1366],
    ['page', 'light', 360],
    ['sheet', 'light', 1366],
    ['sheet', 'dark', 360],
  ] as const)('has nothing that axe-core finds wrong: %s, %s, %i pixels wide', (part, colorScheme, width) =>
    on(
      async page => {
        await page.locator('.sheets summary').first().click();
        await page.locator('[data-print] > summary').first().click();
        await page.locator('.problem > summary').first().click();
        if (part === 'sheet') await page.click('.timeline a');
        await page.evaluate(LAY_OUT_ALL);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResults>(AXE);
        expect(violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]!.html}`)).toEqual([]);
      },
      { viewport: { width, height: 850 }, colorScheme, reducedMotion: 'reduce' },
    ),
  );
});
