// Reference tables are CSV files that a buyer can open and edit. They become JavaScript rows when the
// tool is built (esbuild) or tested (vitest), so that starting it parses nothing.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Rows of a reference table: one object a line, keyed by heading, every value a trimmed string. */
export function tableRows(path) {
  return parse(readFileSync(path), { bom: true, columns: true, trim: true, skip_empty_lines: true });
}

/** esbuild plugin: `import rows from './x.csv'`. */
export const tablesForEsbuild = {
  name: 'reference-tables',
  setup(build) {
    build.onLoad({ filter: /\.csv$/ }, ({ path }) => ({
      // A text that JSON.parse reads starts faster than the same rows as a literal.
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(tableRows(path)))})`,
      loader: 'js',
    }));
  },
};

/** The same for vite and vitest. */
export const tablesForVite = {
  name: 'reference-tables',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.csv') ? `export default ${JSON.stringify(tableRows(id))}` : undefined;
  },
};
