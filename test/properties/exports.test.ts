/** Whatever the words of a register are, each export keeps them, and stays well formed. */
import { parse } from 'csv-parse/sync';
import { assert, property, sample, string } from 'fast-check';
import ICAL from 'ical.js';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../src/i18n/index.ts';
import { csvTable } from '../../src/report/formats/csv.ts';
import { contentLines, textValue } from '../../src/report/formats/ics/lines.ts';
import { planOf, rendered } from '../report/fixture.ts';

/** Any characters, those of emoji and of rare scripts included. */
const words = string({ unit: 'binary', maxLength: 120 });
const texts = textsFor('fr');
describe('any text', () => {
  it('comes back from a CSV: as it is for programs, neutralised for spreadsheets', () => {
    assert(
      property(words, words, (a, b) => {
        const records = [
          ['x', 'y'],
          [a, b],
          [b, -1.5],
        ];
        const plain = parse(csvTable(records, 'rfc4180', texts), { relax_column_count: true });
        expect(plain).toEqual([
          ['x', 'y'],
          [a, b],
          [b, '-1.5'],
        ]);
        const [, row] = parse(csvTable(records, 'excel-fr', texts), {
          delimiter: ';',
          bom: true,
        }) as string[][];
        expect([a, b].map((text, i) => row![i] === text || row![i] === `'${text}`)).toEqual([true, true]);
        for (const cell of row!) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('comes back from a calendar, less its control characters', () => {
    assert(
      property(words, text => {
        const lines = contentLines([
          ['BEGIN', 'VEVENT'],
          ['SUMMARY', textValue(text)],
          ['END', 'VEVENT'],
        ]);
        for (const line of lines.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const event = new ICAL.Component(ICAL.parse(lines) as unknown as string);
        const expected = text.replace(/\r\n|\r/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, '');
        expect(event.getFirstPropertyValue('summary')).toBe(expected);
      }),
    );
  });

  it('comes back from a workbook, as it was', { timeout: 120_000 }, async () => {
    const outcome = await planOf('tri-oph');
    const traps = ['constructor', '__proto__', 'toString', '=1+1', ' ', 'perdu \uFFFD', '_x0041_'];
    const titles = [...traps, ...sample(string({ unit: 'grapheme', maxLength: 120 }), 200)];
    const model = outcome.contracts[0]!;
    const contracts = titles.map((title, i) => ({ ...model, id: `${i}` as typeof model.id, title }));
    const bytes = await rendered({ kind: 'schedule', ...outcome, contracts }, 'xlsx');
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    const written = sheets.find(({ sheet }) => sheet === texts.report.sections.contracts)!.data.slice(1);
    const kept = (text: string): string => text.replaceAll('\uFFFD', '?').trimEnd();
    expect(written.map(row => kept(String(row[2] ?? '')))).toEqual(titles.map(kept));
  });
});
