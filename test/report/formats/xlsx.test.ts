/** The workbook, read back by another library and by LibreOffice. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/domain/day.ts';
import { euros } from '../../../src/domain/money.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { textsFor } from '../../../src/i18n/index.ts';
import { serialOf } from '../../../src/report/formats/xlsx/cells.ts';
import { withHeight } from '../../../src/report/formats/xlsx/heights.ts';
import { columnLetters } from '../../../src/report/formats/xlsx/layout.ts';
import { sheetName } from '../../../src/report/formats/xlsx/sheets.ts';
import type { Cell } from '../../../src/report/table.ts';
import { viewOf } from '../../../src/report/view.ts';
import { FIXTURES, planOf, rendered, withContracts } from '../fixture.ts';

const SECTIONS = [
  ...(['schedule', 'matrix', 'decisions', 'milestones', 'participations', 'members', 'workload'] as const),
  ...(['checks', 'contracts', 'alone', 'quality', 'settle', 'data', 'assumptions'] as const),
];
const texts = textsFor('fr');

async function workbookOf(outcome: Outcome): Promise<Uint8Array> {
  return (await rendered({ kind: 'schedule', ...outcome }, 'xlsx')) as Uint8Array;
}

/** A cell as the other library gives it back. */
function expected(cell: Cell): unknown {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return cell;
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`).getTime();
  return 'amount' in cell ? euros(cell.amount) : cell.number;
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

describe.each(FIXTURES)('the workbook of %s', name => {
  it('reads back with the values of every table, dates as dates and numbers as numbers', async () => {
    const outcome = await planOf(name);
    const view = viewOf(outcome, texts);
    const sheets = await readWorkbook(Buffer.from(await workbookOf(outcome)), { trim: false });
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Résumé',
      sheetName(view.sections.schedule.title),
      'Frise',
      ...SECTIONS.slice(1).map(id => sheetName(view.sections[id].title)),
    ]);
    for (const id of SECTIONS) {
      const { title, columns, rows } = view.sections[id];
      const [header, ...data] = sheets.find(({ sheet }) => sheet === sheetName(title))!.data;
      expect(header, id).toEqual(columns.map(({ label }) => label));
      expect(
        data.map(cells => columns.map((_, i) => plain(cells[i] ?? null))),
        id,
      ).toEqual(rows.map(({ cells }) => cells.map(expected)));
    }
    const gantt = sheets.find(({ sheet }) => sheet === 'Frise')!.data;
    const joining = outcome.plan.tenders.flatMap(({ participations }) => participations).length;
    expect(gantt.filter(row => row.slice(3).includes('='))).toHaveLength(
      outcome.plan.tenders.length + joining,
    );
  });

  it('is the same bytes each time', async () => {
    const outcome = await planOf(name);
    expect(await workbookOf(outcome)).toEqual(await workbookOf(outcome));
  });
});

describe('the sheets', () => {
  const partsOf = async (outcome: Outcome): Promise<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(unzipSync(await workbookOf(outcome))).map(([path, bytes]) => [path, strFromU8(bytes)]),
    );

  it('freeze and filter their header, repeat it on each page, and print as wide as an A4 sheet', async () => {
    const parts = await partsOf(await planOf('tri-oph'));
    const sheets = Object.keys(parts).filter(path => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));
    expect(sheets).toHaveLength(SECTIONS.length + 2);
    for (const path of sheets) {
      const xml = parts[path]!;
      expect(xml, path).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(xml, path).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
      expect(xml, path).toMatch(/<pane [^>]*state="frozen"/);
      // The order that spreadsheets insist on.
      const order = [
        '<sheetPr',
        '<sheetViews',
        '<cols',
        '<sheetData',
        '<autoFilter',
        '<pageMargins',
        '<pageSetup',
        '<headerFooter',
      ];
      const places = order.map(tag => xml.indexOf(tag)).filter(at => at >= 0);
      expect(places, path).toEqual(places.toSorted((a, b) => a - b));
    }
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<autoFilter ref="A1:O\d+"\/>/);
    expect(parts['xl/workbook.xml']).toContain("'Achats groupés proposés'!$1:$1</definedName>");
    expect(parts['xl/workbook.xml']).toContain('name="_xlnm._FilterDatabase" localSheetId="1" hidden="1"');
  });

  it('hold texts that look like formulas, or that no XML can hold, as texts', async () => {
    const title = '=1+1';
    const outcome = withContracts(await planOf('tri-oph'), contract => ({
      ...contract,
      title,
      supplier: 'A\u0000\u0008B <&> "C" '.padEnd(40_000, 'x'),
    }));
    const bytes = await workbookOf(outcome);
    expect((await partsOf(outcome))['xl/worksheets/sheet2.xml']).not.toContain('<f>');
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    const contracts = sheets.find(({ sheet }) => sheet === 'Marchés lus')!.data;
    expect(contracts[1]![2]).toBe(title);
    expect(String(contracts[1]![3])).toMatch(/^A.*B <&> "C" x+…$/);
    expect(String(contracts[1]![3]).length).toBeLessThanOrEqual(32_767);
  });

  it('know days as Excel does, and columns beyond Z', () => {
    expect(serialOf(parseDay('1900-03-01')!)).toBe(61);
    expect(serialOf(parseDay('2027-01-01')!)).toBe(46_388);
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
    expect(sheetName('Coûts [€] : a/b*c?\\d et encore plus long')).toBe('Coûts € a b c d et encore');
  });

  it('make room for texts that wrap', () => {
    const cell = { value: 'un deux trois quatre cinq six', type: String, wrap: true } as const;
    expect(withHeight([cell], [40])[0]).not.toHaveProperty('height');
    expect(withHeight([cell], [10])[0]).toHaveProperty('height', 4 * 13.5);
    expect(withHeight([{ ...cell, value: 'x'.repeat(100_000) }], [10])[0]).toHaveProperty('height', 409);
  });
});

const OFFICE = 'soffice';
const office = spawnSync(OFFICE, ['--version']).status === 0;

describe.skipIf(!office)(`LibreOffice${office ? '' : ' (skipped: not installed)'}`, () => {
  it('opens the workbook and finds the same schedule', { timeout: 180_000 }, async () => {
    const outcome = await planOf('tri-oph');
    const folder = mkdtempSync(join(tmpdir(), 'coop-plan-xlsx-'));
    try {
      writeFileSync(join(folder, 'plan.xlsx'), await workbookOf(outcome));
      // 44: comma, 34: quote, 76: UTF-8, 1: first line; -1: every sheet, a file each.
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
      spawnSync(
        OFFICE,
        [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, 'plan.xlsx'],
        { cwd: folder },
      );
      const files = readdirSync(folder).filter(file => file.endsWith('.csv'));
      expect(files).toHaveLength(SECTIONS.length + 2);
      const schedule = readFileSync(join(folder, 'plan-Achats groupés proposés.csv'), 'utf8');
      const rows = parse(schedule) as string[][];
      expect(rows.slice(1).map(row => Number(row[9]))).toEqual(
        outcome.plan.tenders.map(({ annualAmount }) => euros(annualAmount)),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
