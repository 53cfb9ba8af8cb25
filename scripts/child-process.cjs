// Stands for node:child_process in the bundle: commander loads it for sub-commands that are programs of their own, and
// none of ours is.
'use strict';
module.exports = {};
