/**
 * The message gallery. `fixtures/errors/<CODE>/` holds the smallest input that shows each problem; this test reads
 * it, and `docs/messages.md` is what it prints (`npm run docs:messages` writes it again).
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planTenders } from '../../src/align/align.ts';
import { loadSettings } from '../../src/config/load.ts';
import { CATEGORIES } from '../../src/data/categories.ts';
import { day } from '../../src/domain/day.ts';
import { type Diagnostic, type DiagnosticCode, SEVERITY } from '../../src/domain/diagnostic.ts';
import { type Texts, textsFor } from '../../src/i18n/index.ts';
import { decisionNames, readDecisions } from '../../src/intake/decisions.ts';
import { readContracts } from '../../src/intake/intake.ts';
import { readSources } from '../../src/io.ts';
import { explain } from '../../src/report/sections/data.ts';

const ERRORS = fileURLToPath(new URL('../../fixtures/errors', import.meta.url));
const CODES = (Object.keys(SEVERITY) as DiagnosticCode[]).toSorted();
const AS_OF = day('2026-11-23');

async function diagnosticsOf(code: DiagnosticCode): Promise<readonly Diagnostic[]> {
  const folder = join(ERRORS, code);
  const { settings } = loadSettings(undefined, [folder]);
  const sources = readSources([folder]).map(source => ({ ...source, path: source.path.split('/').at(-1)! }));
  const found = await readContracts(sources, settings.intake, AS_OF);
  const decisions = join(folder, 'decisions.csv');
  if (!existsSync(decisions)) return found.diagnostics;
  const names = decisionNames(found.members, settings.intake.members, CATEGORIES);
  const files = readSources([decisions]).map(file => ({ ...file, path: 'decisions.csv' }));
  const reads = await Promise.all(files.map(file => readDecisions(file, names)));
  const rulings = reads.flatMap(({ value }) => value.rulings);
  const plan = planTenders({ asOf: AS_OF, ...found }, settings, { rulings });
  return [...found.diagnostics, ...reads.flatMap(read => read.diagnostics), ...plan.diagnostics];
}

function told(diagnostic: Diagnostic, texts: Texts): string {
  const { message, expected, hint } = explain(diagnostic, texts);
  const value = diagnostic.value === undefined ? [] : [`\`${diagnostic.value.replaceAll('\n', '⏎')}\``];
  return [`> ${texts.report.place(diagnostic.at)}`, ...value, message, expected, hint]
    .filter(Boolean)
    .join(' — ');
}

describe('message gallery', () => {
  it.each(CODES)('%s has its smallest input, which shows it', async code => {
    expect(existsSync(join(ERRORS, code)), `fixtures/errors/${code} is missing`).toBe(true);
    expect((await diagnosticsOf(code)).map(diagnostic => diagnostic.code)).toContain(code);
  });

  it('has no input for a code that is gone', () => {
    expect(readdirSync(ERRORS).filter(name => !CODES.includes(name as DiagnosticCode))).toEqual([]);
  });

  it('is printed in docs/messages.md', async () => {
    const blocks: string[] = [];
    for (const code of CODES) {
      const shown = (await diagnosticsOf(code)).find(diagnostic => diagnostic.code === code)!;
      const severity = `${textsFor('fr').report.severity[shown.severity]} · ${shown.severity}`;
      blocks.push(`## ${code}`, severity, told(shown, textsFor('fr')), told(shown, textsFor('en')));
    }
    const page = [
      '# Messages',
      'Chaque problème que l’outil peut signaler, sur sa plus petite entrée (`fixtures/errors/<CODE>/`).',
      'Every problem that the tool can report, on its smallest input. Written by `npm run docs:messages`.',
      ...blocks,
    ].join('\n\n');
    await expect(`${page}\n`).toMatchFileSnapshot('../../docs/messages.md');
  });
});
