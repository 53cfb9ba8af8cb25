const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ß: 'ss' };

/** What folding a text is (see text.ts), whatever its characters. */
export function foldByRule(text: string): string {
  return text
    .replace(/[œŒæÆß]/g, ligature => LIGATURES[ligature]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9\uFFFD]+/g, ' ')
    .trim();
}
