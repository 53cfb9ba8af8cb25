#!/usr/bin/env node
'use strict';
require('../dist/coop-plan.cjs');
