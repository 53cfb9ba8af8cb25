/**
 * Properties draw the same cases at every run, so that a red run is a fault and never chance. `FC_SEED=7 npm test`
 * draws others; whoever changes what a property is about tries a few.
 */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2026) });
