/** The README shows what the tool really prints (`npx vitest run test/readme -u` writes it again). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, Workdir } from './cli/workdir.ts';

/** Lines shown before the rest is cut. */
const SHOWN = 40;

it('shows the first lines of the demonstration, as they are', async () => {
  const work = new Workdir();
  const { code, stdout } = work.run(['align', join(ROOT, 'fixtures/l4h')]);
  work.remove();
  expect(code).toBe(0);
  const lines = stdout.split('\n');
  const shown = [...lines.slice(0, SHOWN), '…'].join('\n');
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const updated = readme.replace(
    /(<!-- align -->\n```text\n)[\s\S]*?(```\n<!-- \/align -->)/,
    (_, before: string, after: string) => `${before}${shown}\n${after}`,
  );
  await expect(updated).toMatchFileSnapshot('../README.md');
});
