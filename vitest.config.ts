import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
// @ts-expect-error: a build script without types
import { tablesForVite } from './scripts/tables.mjs';
// @ts-expect-error: a build script without types
import { textsForVite } from './scripts/texts.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

export default defineConfig({
  plugins: [tablesForVite, textsForVite],
  define: { COOP_PLAN_VERSION: JSON.stringify(version) },
  test: { include: ['test/**/*.test.ts'], setupFiles: 'test/seed.ts', testTimeout: 60_000 },
});
