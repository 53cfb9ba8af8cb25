import { foldByRule } from './foldByRule.ts';

/** What each character below U+0180 folds to, '' for what separates words: nearly all text needs nothing else. */
export const FOLDED: readonly string[] = Array.from({ length: 0x180 }, (_, code) =>
  foldByRule(String.fromCharCode(code)),
);
