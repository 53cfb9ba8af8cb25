// `npm run bench -- NAME [arguments]`: bundles bench/NAME.ts and runs it (Node 20 does not run TypeScript itself).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtForEsbuild } from './built.mjs';
import { tablesForEsbuild } from './tables.mjs';
import { textsForEsbuild } from './texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...args] = process.argv.slice(2);
const known = readdirSync(`${root}/bench`)
  .filter(file => file.endsWith('.ts'))
  .map(file => file.slice(0, -3));
if (!known.includes(name)) {
  process.stderr.write(`usage: npm run bench -- ${known.join('|')}\n`);
  process.exit(2);
}
mkdirSync(`${root}/dist/bench`, { recursive: true });
const outfile = `${root}/dist/bench/${name}.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [builtForEsbuild, tablesForEsbuild, textsForEsbuild],
  define: { COOP_PLAN_VERSION: '"bench"' },
});
process.exitCode =
  spawnSync(process.execPath, ['--expose-gc', outfile, ...args], { stdio: 'inherit', cwd: root }).status ?? 1;
