// `npm run docs:pictures`: makes docs/pictures/ from the demonstration, so that the guide shows what the tool really
// writes. Needs the built tool, Chromium for the page, LibreOffice and poppler for the workbook; what is missing is
// said, and its pictures are left as they are.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs/pictures');
/** A page of documentation is read over slow lines too. */
const MOST_BYTES = 200_000;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The tender whose sheet is shown: every member joins it, by several levers. */
const TENDER = 'ASSU_DAB';
/** Sheets of the workbook that are shown, by their names. */
const SHEETS = [
  ['classeur-calendrier', 'Achats groupés proposés'],
  ['classeur-frise', 'Frise'],
];

const work = mkdtempSync(join(tmpdir(), 'coop-plan-pictures-'));
try {
  mkdirSync(pictures, { recursive: true });
  const [page, workbook] = ['plan.html', 'plan.xlsx'].map(name => join(work, name));
  const options = ['--lang', 'fr', '--quiet', '-o', page, '-o', workbook];
  made('coop-plan', process.execPath, [
    join(root, 'bin/coop-plan.js'),
    'align',
    join(root, 'fixtures/l4h'),
    ...options,
  ]);
  await picturesOfPage(page);
  picturesOfWorkbook(workbook);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The top of the page, its timeline, and one tender's sheet. */
async function picturesOfPage(file) {
  const executablePath = CHROMIUM.find(path => existsSync(path));
  if (!executablePath) return say('no Chromium: the pictures of the page are not made again');
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1320, height: 720 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await page.goto(pathToFileURL(file).href);
    await shot(page, 'page');
    await page.locator('h2#timeline').evaluate(heading => heading.scrollIntoView());
    await shot(page, 'page-calendrier');
    await page.setViewportSize({ width: 1200, height: 720 });
    await page.locator(`.timeline a[href*="${TENDER}"]`).first().click();
    await page.getByRole('dialog').waitFor();
    await shot(page, 'page-fiche');
  } finally {
    await browser.close();
  }
}

async function shot(page, name) {
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path });
  weighed(path);
}

/** The sheets as they print. */
function picturesOfWorkbook(file) {
  if (!has('soffice') || !has('pdftoppm')) {
    return say('no LibreOffice or no poppler: the pictures of the workbook are not made again');
  }
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
  made('soffice', 'soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, file]);
  const pdf = join(work, 'plan.pdf');
  const pages = made('pdftotext', 'pdftotext', [pdf, '-']).split('\f');
  for (const [name, sheet] of SHEETS) {
    const page = String(firstPageOf(sheet, pages));
    const target = join(work, name);
    made('pdftoppm', 'pdftoppm', ['-png', '-r', '90', '-f', page, '-l', page, '-singlefile', pdf, target]);
    renameSync(`${target}.png`, join(pictures, `${name}.png`));
    weighed(join(pictures, `${name}.png`));
  }
}

/** The first page of a sheet, from 1: the footer of a page is its sheet's name, then « page 3 sur 81 ». */
function firstPageOf(sheet, pages) {
  const page = pages.findIndex(text => text.trim().split(/\n+/).at(-2) === sheet);
  if (page < 0) throw new Error(`no page of the workbook is of the sheet « ${sheet} »`);
  return page + 1;
}

function weighed(path) {
  const { size } = statSync(path);
  say(`${path.slice(root.length)} ${Math.round(size / 1000)} KB`);
  if (size > MOST_BYTES) throw new Error(`${path} is heavier than ${MOST_BYTES / 1000} KB`);
}

/** What a program writes; LibreOffice speaks French too. */
function made(what, command, args) {
  const env = { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' };
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${what} failed: ${stderr}`);
  return stdout;
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
