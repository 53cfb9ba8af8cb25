/** The dependency rule: bin → cli → commands → {io, config, intake, align, followup, report} → {data, i18n} → domain. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** What each part may import, beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['cli'],
  cli: ['commands', 'i18n', 'domain'],
  commands: ['io', 'config', 'intake', 'align', 'followup', 'report', 'data', 'i18n', 'domain'],
  io: ['domain'],
  config: ['data', 'domain'],
  intake: ['data', 'domain'],
  align: ['data', 'domain'],
  followup: ['data', 'domain'],
  report: ['data', 'i18n', 'domain'],
  i18n: ['domain'],
  data: ['domain'],
  domain: [],
};

/** Each heavy library has one owner file. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli.ts', 'cli/program.ts', 'cli/mistakes.ts'],
  chalk: ['report/formats/paint.ts'],
  'cli-table3': ['report/formats/grid.ts'],
  'csv-stringify': ['report/formats/csv.ts'],
  'write-excel-file': ['report/formats/xlsx/workbook.ts'],
  yaml: ['config/document.ts'],
};

const FILE_SYSTEM = /^(node:)?fs(\/promises)?$/;

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(file: string, source: string): Import[] {
  return [...source.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)'([^']+)'/g)].map(([, target]) => ({
    from: file,
    to: target!.startsWith('.') ? join(dirname(file), target!) : target!,
  }));
}

const partOf = (file: string): string => file.split(/[/\\]/)[0]!.replace(/\.ts$/, '');

/** Why an import breaks a rule; `undefined` when it does not. */
function breach({ from, to }: Import): string | undefined {
  const part = partOf(from);
  if (FILE_SYSTEM.test(to) && part !== 'io' && part !== 'config') return `${from} touches the file system`;
  const owned = Object.keys(OWNERS).find(name => to === name || to.startsWith(`${name}/`));
  if (owned && !OWNERS[owned]!.includes(from))
    return `${from} imports ${owned}, owned by ${OWNERS[owned]!.join()}`;
  if (!to.endsWith('.ts')) return undefined;
  const target = partOf(to);
  return target === part || MAY_IMPORT[part]?.includes(target) ? undefined : `${from} imports ${to}`;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map(file => file.replaceAll('\\', '/'));

describe('architecture', () => {
  it('keeps the downward dependency rule', () => {
    const imports = files.flatMap(file => importsOf(file, readFileSync(join(SRC, file), 'utf8')));
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(breach).filter(Boolean)).toEqual([]);
  });

  it.each([
    ['align/value.ts', "import { fr } from '../i18n/fr/index.ts';"],
    ['intake/intake.ts', "import { planTenders } from '../align/align.ts';"],
    ['domain/day.ts', "import { cents } from '../data/defaults.ts';"],
    ['report/view.ts', "import { readFileSync } from 'node:fs';"],
    ['intake/cells/amount.ts', "const { stringify } = await import('csv-stringify/sync');"],
  ])('refuses a forbidden import in %s', (file, source) => {
    expect(importsOf(file, source).map(breach).filter(Boolean)).toHaveLength(1);
  });

  it('reads the clock in cli.ts alone', () => {
    const clock = /\bnew Date\b|\bDate\.now\b|performance\.now/;
    const readers = files.filter(file => clock.test(readFileSync(join(SRC, file), 'utf8')));
    expect(readers.map(file => relative('.', file))).toEqual(['cli.ts']);
  });
});
