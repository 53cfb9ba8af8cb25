// Runs the bundle's commands on the demonstration, then keeps beside the bundle the code that V8 compiled for them.
'use strict';
const { renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const v8 = require('node:v8');

// Code must still be there at the end, when it is kept.
v8.setFlagsFromString('--no-flush-bytecode');
const { compiled, identityOf, script } = require('../bin/coop-plan.js');

const demonstration = join(__dirname, '../fixtures/l4h');
const RUNS = [
  ['align', demonstration, '--lang', 'fr'],
  ['align', demonstration, '--lang', 'en'],
  ['check', demonstration],
  ['normalize', demonstration],
  ['align', '--no-such-option'],
  ['--help'],
];

// A run is over when nothing is left to do: the next one begins then.
process.on('beforeExit', () => {
  const args = RUNS.shift();
  if (args) {
    process.argv.splice(2, Infinity, ...args);
    setImmediate(() => script.runInThisContext()(require));
    return;
  }
  v8.setFlagsFromString('--flush-bytecode');
  const code = script.createCachedData();
  writeFileSync(`${compiled}.tmp`, `${identityOf(code)}\n`, 'latin1');
  writeFileSync(`${compiled}.tmp`, code, { flag: 'a' });
  renameSync(`${compiled}.tmp`, compiled);
  process.removeAllListeners('beforeExit');
  process.exitCode = 0;
});
