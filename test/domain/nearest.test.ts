import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/domain/nearest.ts';

describe('nearestWord', () => {
  it.each([
    ['--formt', ['--format', '--force'], '--format'],
    ['aling', ['align', 'check'], 'align'],
    ['asof', ['asOf', 'group'], 'asOf'],
    ['nom', ['id', 'files'], undefined],
    ['zzz', [], undefined],
  ])('%s among %j is %s', (word, candidates, expected) => {
    expect(nearestWord(word, candidates)).toBe(expected);
  });
});
