// Stands for chalk's own look at the terminal in the bundle: whether there is colour is decided before (src/cli.ts).
'use strict';
module.exports = { stdout: false, stderr: false };
