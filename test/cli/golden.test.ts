/**
 * The quarterly report of each demonstration group, and what changed since its earlier plan, kept: a change of what the
 * meeting reads is seen and agreed on. `npm run build && npx vitest run test/cli/golden.test.ts -u` writes it again.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, Workdir } from './workdir.ts';

const LANGUAGES = ['fr', 'en'] as const;

describe.each(['l4h', 'tri-oph', 'coo-efficience'])('the second quarter of %s', name => {
  const work = new Workdir();
  const kept = (file: string): string => `../golden/${name}/${file}`;
  beforeAll(() => {
    const [first, second] = [join(ROOT, 'fixtures', name), join(ROOT, `fixtures/${name}-2027-T1`)];
    const run = (...args: readonly string[]): void =>
      expect(work.run(args), args.join(' ')).toMatchObject({ code: 0 });
    run('align', first, '-q', '-o', 'plan.json');
    for (const lang of LANGUAGES)
      run('report', second, '--previous', 'plan.json', '--output-dir', lang, '--lang', lang, '-q');
    for (const lang of LANGUAGES)
      run('diff', 'plan.json', `${lang}/plan.json`, '-q', '-o', `${lang}/diff.md`, '--lang', lang);
  }, 120_000);
  afterAll(() => work.remove());

  it.each(LANGUAGES.flatMap(lang => ['report.md', 'diff.md', 'decisions.csv'].map(file => ({ lang, file }))))(
    '$file in $lang',
    async ({ lang, file }) => {
      const target = file === 'decisions.csv' ? 'register.csv' : file;
      await expect(work.read(`${lang}/${file}`)).toMatchFileSnapshot(kept(`${lang}/${target}`));
    },
  );

  it('its changes are what their schema says, in both languages', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
    addFormats.default(ajv);
    const isChanges = ajv.compile(JSON.parse(work.run(['schema', 'changes']).stdout));
    for (const lang of LANGUAGES) {
      const changes = JSON.parse(work.read(`${lang}/changes.json`));
      isChanges(changes);
      expect(isChanges.errors).toBeNull();
      for (const item of [changes, changes.tenders[0], changes.contracts[0], changes.decisions[0]]) {
        item.surplus = 1;
        expect(isChanges(changes)).toBe(false);
        delete item.surplus;
      }
    }
  });

  it('the whole set, by its fingerprints', async () => {
    const lines = LANGUAGES.flatMap(lang =>
      readdirSync(join(work.path, lang))
        .sort()
        .map(file => {
          const bytes = readFileSync(join(work.path, lang, file));
          const sha = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
          return `${lang}/${file} ${bytes.length} ${sha}`;
        }),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(kept('report-fingerprints.txt'));
  });
});
