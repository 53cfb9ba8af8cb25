// Bundles src/ into dist/coop-plan.cjs, one function whose parts run when they are first needed, and keeps beside it the
// code that this Node compiles for usual runs (see bin/coop-plan.js).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtForEsbuild } from './built.mjs';
import { lateForEsbuild } from './late.mjs';
import { tablesForEsbuild } from './tables.mjs';
import { textsForEsbuild } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/coop-plan.cjs',
  write: false,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  // Identifiers stay as written: keeping the names of minified ones costs a call for each function at every start.
  minifyWhitespace: true,
  minifySyntax: true,
  alias: {
    'string-width': `${root}/scripts/string-width.cjs`,
    '#supports-color': `${root}/scripts/supports-color.cjs`,
  },
  legalComments: 'inline',
  logLevel: 'warning',
  plugins: [builtForEsbuild, lateForEsbuild, tablesForEsbuild, textsForEsbuild],
  define: { COOP_PLAN_VERSION: JSON.stringify(version) },
});

// Built aside, then put in place: a failed build leaves the last good one.
const aside = `${root}/dist.${process.pid}.tmp`;
mkdirSync(aside, { recursive: true });
const bundle = inAscii(outputFiles[0].text);
const hash = createHash('sha256').update(bundle).digest('hex').slice(0, 16);
writeFileSync(`${aside}/coop-plan.cjs`, `/* ${hash} */(function(require){${bundle}\n})`);
rmSync(`${root}/dist`, { recursive: true, force: true });
renameSync(aside, `${root}/dist`);

// Without its compiled code the tool only starts more slowly: a failure here is none of the build.
spawnSync(process.execPath, [`${root}/scripts/keep-compiled.cjs`], { stdio: 'ignore', timeout: 60_000 });

/** Regular expressions and tagged templates, which esbuild leaves as written, escape their characters too. */
function inAscii(source) {
  return source.replace(
    /[^\0-\x7F]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
