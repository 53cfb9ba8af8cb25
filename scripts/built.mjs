// Modules named `*.built.ts` compute constants from the tables alone. The build replaces each by its value, so that a
// run computes nothing; tests and type checks take them as they are.
import { build } from 'esbuild';
import { tablesForEsbuild } from './tables.mjs';

/** esbuild plugin: a `*.built.ts` module becomes what it exports, as JSON. */
export const builtForEsbuild = {
  name: 'built',
  setup(outer) {
    outer.onLoad({ filter: /\.built\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'node',
        plugins: [tablesForEsbuild],
      });
      const source = Buffer.from(outputFiles[0].contents).toString('base64');
      const values = await import(`data:text/javascript;base64,${source}`);
      // A text that JSON.parse reads starts faster than the same value as a literal.
      const lines = Object.entries(values).map(([name, value]) => {
        const text = JSON.stringify(value);
        return `export const ${name} = ${typeof value === 'string' ? text : `JSON.parse(${JSON.stringify(text)})`};`;
      });
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};
