// Bundles src/ into dist/coop-plan.cjs, whose parts run when they are first needed.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtForEsbuild } from './built.mjs';
import { tablesForEsbuild } from './tables.mjs';
import { textsForEsbuild } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

// Built aside, then put in place: a failed build leaves the last good one.
const aside = `${root}/dist.${process.pid}.tmp`;
await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outfile: `${aside}/coop-plan.cjs`,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  // Identifiers stay as written: keeping the names of minified ones costs a call for each function at every start.
  minifyWhitespace: true,
  minifySyntax: true,
  alias: { 'string-width': `${root}/scripts/string-width.cjs` },
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [builtForEsbuild, tablesForEsbuild, textsForEsbuild],
  define: { COOP_PLAN_VERSION: JSON.stringify(version) },
});
rmSync(`${root}/dist`, { recursive: true, force: true });
renameSync(aside, `${root}/dist`);
