#!/usr/bin/env node
// Runs the bundle, with the code that this very Node compiled from it when it was built (scripts/keep-compiled.cjs). Any
// doubt about that code, and the bundle is compiled again: a run then takes longer to start, and gives the same.
'use strict';
const { readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const bundle = join(__dirname, '../dist/coop-plan.cjs');
const compiled = join(__dirname, '../dist/coop-plan.compiled');

/** The bundle as a function of `require`. It is written in ASCII, which is read as it stands. */
const source = `(function(require){${readFileSync(bundle, 'latin1')}\n})`;

/**
 * What kept code was compiled by and from: V8 compares its own version only, and crashes on code that another build of
 * the same version made. The checksum is that of the code itself.
 */
function identity(code) {
  const { size, mtimeMs } = statSync(process.execPath);
  const { version, arch, platform, versions } = process;
  return [version, versions.v8, arch, platform, size, mtimeMs, crc32(source), code.length, crc32(code)].join(' ');
}

/** The code kept for this Node and this bundle, if there is any. */
function keptCode() {
  try {
    const kept = readFileSync(compiled);
    const end = kept.indexOf('\n');
    const code = kept.subarray(end + 1);
    return kept.latin1Slice(0, end) === identity(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

const script = new Script(source, { filename: bundle, cachedData: keptCode() });

if (require.main === module) script.runInThisContext()(require);
else module.exports = { compiled, identity, script };
