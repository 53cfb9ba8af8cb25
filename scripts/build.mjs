// Bundles src/ into dist/: one entry and lazily loaded chunks, so that a run loads only what it uses.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtForEsbuild } from './built.mjs';
import { tablesForEsbuild } from './tables.mjs';
import { textsForEsbuild } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

// Built aside, then put in place: a failed build leaves the last good one.
const aside = `dist.${process.pid}.tmp`;
await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outdir: aside,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Identifiers stay as written: keeping the names of minified ones costs a call for each function at every start.
  minifyWhitespace: true,
  minifySyntax: true,
  alias: { 'string-width': `${root}/scripts/string-width.cjs` },
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [builtForEsbuild, tablesForEsbuild, textsForEsbuild],
  define: { COOP_PLAN_VERSION: JSON.stringify(version) },
  // Some bundled packages are CommonJS and call require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require=__createRequire(import.meta.url);",
  },
});
rmSync(`${root}/dist`, { recursive: true, force: true });
renameSync(`${root}/${aside}`, `${root}/dist`);
