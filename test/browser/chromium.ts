/** Debian's Chromium, when the machine has it. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumPath = PLACES.find(path => existsSync(path));

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A file that the browser opens as a reader would. */
export function written(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'coop-plan-')), 'plan.html');
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors, messages of the console and requests beyond the page itself: there must be none. */
  readonly trouble: readonly string[];
}

export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 850 }, ...options });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', message => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', error => trouble.push(`error: ${error.message}`));
  page.on('request', request => {
    if (request.url().split('#')[0] !== url.split('#')[0]) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, trouble };
}
