/** A short fuzz run; the long one is `bench/fuzz.ts`. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readGrids } from '../../src/intake/grid.ts';
import { matchHeadings } from '../../src/intake/headings.ts';
import { findTablesOfFile } from '../../src/intake/layout.ts';
import { rowKindsOf } from '../../src/intake/row-kind.ts';
import { placeOf } from '../../src/intake/rows.ts';
import { mutated } from '../../bench/damage.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const files = ['l4h', 'tri-oph', 'coo-efficience'].flatMap(folder =>
  readdirSync(`${FIXTURES}${folder}`)
    .filter(name => /\.(csv|xlsx)$/.test(name))
    .map(name => `${folder}/${name}`),
);

it.each(files)('%s damaged in 60 ways is read without a crash, each row being something', async name => {
  const whole = readFileSync(`${FIXTURES}${name}`);
  for (let seed = 1; seed <= 60; seed += 1) {
    const { value: grids } = await readGrids({ path: name, bytes: mutated(whole, seed) });
    const { value: tables } = findTablesOfFile(grids);
    for (const table of tables) {
      const columns = matchHeadings(table).value;
      expect(columns).toHaveLength(table.headings.length);
      const kindOf = rowKindsOf(table, columns);
      for (const row of table.body) expect(kindOf(row)).toBeTruthy();
    }
    // Whatever the damage, no row of a grid is lost between its preambles, headers and bodies.
    for (const grid of grids) {
      const ours = tables.filter(table => table.grid === grid);
      if (!ours.length) continue;
      const first = placeOf(grid.rows, ({ row }) => row === ours[0]!.headerRow);
      const below = ours.reduce((rows, { body }) => rows + body.length, 0) + ours.length - 1;
      expect(first + 1 + below).toBe(grid.rows.length);
    }
  }
});
