/** CSV, read back by another reader, with the values of the JSON. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain/outcome.ts';
import type { CsvDialect } from '../../../src/report/formats/csvDialect.ts';
import type { PlanDocument } from '../../../src/report/schema/plan.ts';
import { FIXTURES, planOf, rendered, renderedText, withContracts } from '../fixture.ts';

const python = spawnSync('python3', ['--version']).status === 0;
const unless = python ? '' : ' (skipped: python3 is not installed)';

const READER = `
import csv, json, sys
with open(sys.argv[1], newline='', encoding=sys.argv[3]) as file:
    print(json.dumps(list(csv.reader(file, delimiter=sys.argv[2], strict=True))))
`;

/** The records of a CSV, by Python's reader. */
function readByPython(text: string, dialect: CsvDialect): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'coop-plan-csv-'));
  try {
    const path = join(folder, 'table.csv');
    writeFileSync(path, text);
    const args = dialect === 'rfc4180' ? [path, ',', 'utf-8'] : [path, ';', 'utf-8-sig'];
    const { stdout, stderr } = spawnSync('python3', ['-c', READER, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout) as string[][];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A table by column name. */
function rowsOf(records: readonly string[][]): Record<string, string>[] {
  const [header, ...rows] = records as [string[], ...string[][]];
  for (const row of rows) expect(row).toHaveLength(header.length);
  return rows.map(row => Object.fromEntries(row.map((cell, i) => [header[i], cell])));
}

const number = (text: string): number => Number(text.replace(',', '.'));
const iso = (text: string): string => text.split('/').toReversed().join('-');

describe.skipIf(!python).each(FIXTURES)(`the CSV of %s${unless}`, name => {
  it.each(['rfc4180', 'excel-fr'] as const)('%s: has the values of the JSON', async dialect => {
    const outcome = await planOf(name);
    const json = JSON.parse(await renderedText(outcome, 'json')) as PlanDocument;
    const table = async (section: 'schedule' | 'participations' | 'decisions' | 'alone') =>
      rowsOf(readByPython(await renderedText(outcome, 'csv', { csvDialect: dialect, section }), dialect)).map(
        row => Object.values(row),
      );
    const day = (text: string | undefined): string | undefined =>
      text ? (dialect === 'excel-fr' ? iso(text) : text) : undefined;
    const annual = new Map(json.contracts.map(({ id, annualAmount }) => [id, annualAmount]));

    const schedule = await table('schedule');
    expect(
      schedule.map(row => [row[14], day(row[6]), ...[row[9], row[10], row[12]].map(cell => number(cell!))]),
    ).toEqual(
      json.tenders.map(({ id, start, annualAmount, estimatedValue, gain }) => [
        id,
        start,
        annualAmount,
        estimatedValue,
        gain.expected,
      ]),
    );
    const participations = await table('participations');
    expect(
      participations.map(row => [
        row[0],
        day(row[1]),
        day(row[4]),
        day(row[13]),
        day(row[14]),
        day(row[15]),
        row[16] ? number(row[16]) : undefined,
        number(row[17]!),
      ]),
    ).toEqual(
      json.tenders.flatMap(({ id, launchOn, start, participations: own }) =>
        own.map(({ contract, leavesOn, joinsOn, decideBy, gain }) => [
          id,
          launchOn,
          start,
          leavesOn,
          joinsOn,
          decideBy,
          annual.get(contract),
          gain,
        ]),
      ),
    );
    const decisions = await table('decisions');
    expect(decisions.map(row => day(row[0]))).toEqual(json.decisions.map(({ by }) => by));
    const alone = await table('alone');
    expect(alone.map(row => [day(row[5]), day(row[6])].join()).sort()).toEqual(
      json.alone.map(({ nextExit, decideBy }) => [nextExit, decideBy].join()).sort(),
    );
  });

  it('lists each joint tender once in the publication, under names for machines', async () => {
    const outcome = await planOf(name);
    const text = await renderedText(outcome, 'csv', { csvDialect: 'rfc4180', section: 'publication' });
    const rows = rowsOf(readByPython(text, 'rfc4180'));
    expect(rows.map(row => row['id'])).toEqual(outcome.plan.tenders.map(({ id }) => id));
    expect(rows.map(row => row['date_demarrage'])).toEqual(outcome.plan.tenders.map(({ start }) => start));
    expect(rows.map(row => number(row['montant_estime_ht']!) * 100)).toEqual(
      outcome.plan.tenders.map(({ estimatedValue }) => expect.closeTo(estimatedValue, 3) as number),
    );
    expect(rows.every(row => /^\d{8}(\|\d{8})*$/.test(row['cpv']!))).toBe(true);
  });
});

describe('the form of a CSV', () => {
  const lines = (text: string): string[] => text.split('\r\n');

  it('is what French Excel opens: BOM, semicolons, decimal commas, days first', async () => {
    const text = await renderedText(await planOf('tri-oph'), 'csv', { csvDialect: 'excel-fr', lang: 'en' });
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(lines(text)[1]).toMatch(/;\d{2}\/\d{2}\/\d{4};/);
    expect(text).toMatch(/;-?\d+,\d+(;|\r)/);
  });

  it('is what programs read: no BOM, commas, decimal points, ISO days, stable names', async () => {
    const text = await renderedText(await planOf('tri-oph'), 'csv', {
      csvDialect: 'rfc4180',
      section: 'schedule',
    });
    expect(lines(text)[0]).toBe(
      'launch,launchOn,category,territory,members,coordinator,start,months,procedure,annual,estimated,' +
        'gainLow,gain,gainHigh,tender',
    );
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).toMatch(/,\d{4}-\d{2}-\d{2},/);
  });

  const trapped = (outcome: Outcome): Outcome =>
    withContracts(outcome, contract => ({
      ...contract,
      title: '=HYPERLINK("http://x";"y")',
      supplier: '-2+3',
    }));

  it('neutralises formulas in texts, and leaves negative numbers alone', async () => {
    const outcome = trapped(await planOf('tri-oph'));
    const [first, ...others] = outcome.plan.tenders;
    const [own, ...rest] = first!.participations;
    const negative = { ...own!, gain: -123_450 as NonNullable<typeof own>['gain'] };
    const plan = {
      ...outcome.plan,
      tenders: [{ ...first!, participations: [negative, ...rest] }, ...others],
    };
    const text = await renderedText({ ...outcome, plan }, 'csv', { csvDialect: 'excel-fr' });
    expect(lines(text)[1]).toMatch(/;-1234,5$/);
    expect(lines(text)[1]).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
    expect(lines(text)[1]).toContain(";'-2+3;");
    const plain = await renderedText({ ...outcome, plan }, 'csv', { csvDialect: 'rfc4180' });
    expect(plain).toContain('"=HYPERLINK(""http://x"";""y"")"');
    expect(plain).toContain(',-1234.5\r\n');
  });

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ])('keeps line ends (%s), quotes and separators inside a cell', async (_, end) => {
    const title = `Entretien ; "lot 2"${end}suite, fin`;
    const outcome = withContracts(await planOf('tri-oph'), contract => ({ ...contract, title }));
    for (const csvDialect of ['excel-fr', 'rfc4180'] as const) {
      const text = await renderedText(outcome, 'csv', { csvDialect });
      if (python) expect(readByPython(text, csvDialect)[1]).toContain(title);
      else expect(text).toContain(`"Entretien ; ""lot 2""${end}suite, fin"`);
    }
  });

  it('writes the problems of a check, one a line', async () => {
    const outcome = await planOf('l4h');
    const text = (await rendered({ kind: 'check', ...outcome }, 'csv', { csvDialect: 'rfc4180' })) as string;
    if (python) expect(readByPython(text, 'rfc4180')).toHaveLength(outcome.diagnostics.length + 1);
  });
});
