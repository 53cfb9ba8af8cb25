#!/usr/bin/env node
// Runs the bundle, with the code that this very Node compiled from it when it was built (scripts/keep-compiled.cjs). At
// the slightest doubt about that code the bundle is compiled anew, which gives the same a little later.
'use strict';
const { readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const bundle = join(__dirname, '../dist/coop-plan.cjs');
const compiled = join(__dirname, '../dist/coop-plan.compiled');

// What Node 20 does for long runs, and a short one ends before it gains anything from: functions optimised early, regular
// expressions polished before they first run, garbage marked little by little (`spareMemory` takes that up again).
if (process.version.startsWith('v20.')) {
  require('node:v8').setFlagsFromString(
    '--interrupt-budget=450000 --no-regexp-peephole-optimization --no-incremental-marking',
  );
}

/** A function of `require`. It is in ASCII, which is read fastest as Latin-1; it begins with its hash, in a comment. */
const source = readFileSync(bundle, 'latin1');

/**
 * What `code` was compiled by and from, and its checksum. V8 looks at its own version and at the length of the source,
 * and crashes on damaged code, or on that of another build of the same version.
 */
function identityOf(code) {
  const { version, versions, arch, platform, execPath } = process;
  const { size, mtimeMs } = statSync(execPath);
  const node = [version, versions.v8, arch, platform, size, Math.floor(mtimeMs / 1000)];
  const hash = source.slice(0, source.indexOf('*/'));
  return [...node, hash, code.length, crc32(code)].join(' ');
}

/** The code kept for this Node and this bundle, if there is any. */
function keptCode() {
  try {
    const kept = readFileSync(compiled);
    const end = kept.indexOf('\n');
    const code = kept.subarray(end + 1);
    return kept.latin1Slice(0, end) === identityOf(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

const script = new Script(source, { filename: bundle, cachedData: keptCode() });

if (require.main === module) script.runInThisContext()(require);
else module.exports = { compiled, identityOf, script };
