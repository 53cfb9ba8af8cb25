/**
 * Side by side with csvkit and DuckDB's sniffer on the six layouts of fixtures/l4h, as they are, then with what real exports
 * have planted in them: wrong values accepted in silence, bad cells found.
 * Each tool is run as it comes, then told the layout: UTF-8, header first, delimiter given.
 * Usage: npm run bench -- compare  (csvkit from Debian; `npm install --prefix bench/compare` for DuckDB)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layouts } from './compare/layouts.ts';
import { type Case, type Judged, asItIs, planted } from './compare/planted.ts';
import { type Answer, TOOLS } from './compare/tools.ts';

/** How many cells, or records, ended so. */
interface Tally {
  refused: number;
  /** Good cells: given with their value, given as the text that they are, wrong or lost without a word. */
  right: number;
  asText: number;
  wrong: number;
  said: number;
  /** Bad cells, totals and copies: pointed at, or not. */
  found: number;
  accepted: number;
}

type Verdict = Exclude<keyof Tally, 'refused'>;

function verdictOn(cell: Judged, answer: Answer): Verdict {
  const { reference, nth, record, column, raw, truth } = cell;
  const complains = answer.complains(reference, nth, record, column);
  if (truth === undefined) return complains ? 'found' : 'accepted';
  const given = answer.cell(reference, nth, column);
  if (given !== undefined && isRight(given, truth)) return 'right';
  if (complains || (given === undefined && answer.complains(reference, nth, record))) return 'said';
  return given?.trim() === raw.trim() ? 'asText' : 'wrong';
}

function isRight(given: string, truth: string | number): boolean {
  if (typeof truth === 'number') return given !== '' && Math.abs(Number(given) - truth) < 0.005;
  // « 2025-01-01 00:00:00 » and « 2025-01-01T00:00:00 » are that day; spaces at the ends are nothing.
  const day = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(given);
  return (day ? day[1]! : given.replace(/\s+/g, ' ').trim()) === truth.replace(/\s+/g, ' ');
}

function count(tally: Tally, { cells, extras }: Case, answer: Answer): void {
  if (answer.refused !== undefined) {
    tally.refused += 1;
    return;
  }
  for (const cell of cells) tally[verdictOn(cell, answer)] += 1;
  for (const { reference, nth, record } of extras)
    tally[answer.complains(reference, nth, record) ? 'found' : 'accepted'] += 1;
}

const folder = mkdtempSync(join(tmpdir(), 'coop-plan-compare-'));
const print = (...columns: readonly (string | number)[]): void => {
  const [name, ...numbers] = columns;
  process.stdout.write(`${String(name).padEnd(26)}${numbers.map(n => String(n).padStart(10)).join('')}\n`);
};
for (const [title, cases] of [
  ['The six registers as they are', layouts().map(asItIs)],
  ['The same with planted errors', layouts().map(planted)],
] as const) {
  const all = cases.flatMap(({ cells }) => cells);
  const bad = all.filter(({ truth }) => truth === undefined).length;
  const extras = cases.reduce((sum, each) => sum + each.extras.length, 0);
  process.stdout.write(
    `\n${title}: ${all.length - bad} good cells, ${bad} bad ones, ${extras} totals and copies\n`,
  );
  print('', 'refused', 'right', 'as text', 'WRONG', 'said', 'FOUND', 'accepted');
  for (const tool of TOOLS) {
    if (tool.absent) {
      process.stdout.write(`${tool.name.padEnd(26)}not here: ${tool.absent}\n`);
      continue;
    }
    const tally: Tally = { refused: 0, right: 0, asText: 0, wrong: 0, said: 0, found: 0, accepted: 0 };
    for (const each of cases)
      count(tally, each, await tool.read(each.layout, mkdtempSync(join(folder, 'x'))));
    print(
      tool.name,
      `${tally.refused}/6`,
      tally.right,
      tally.asText,
      tally.wrong,
      tally.said,
      tally.found,
      tally.accepted,
    );
  }
}
process.stdout.write(
  '\nrefused: files that the tool could not open, none of whose cells count. as text: left as typed, for the user to read.\n' +
    'WRONG: another value, or lost, without a word. said: not read, and said. FOUND: bad cells pointed at.\n',
);
rmSync(folder, { recursive: true, force: true });
