/**
 * Titles in the style of award notices and of internal registers, invented and labelled before the classifier saw them
 * (see docs/decisions.md). One title may be wrong; the classifier as a whole may not, nor be sure where it is wrong.
 */
import { describe, expect, it } from 'vitest';
import { type Reading, classifier } from '../../../src/intake/classify/classify.ts';
import titles from './invented.csv';

type Damage = (reading: Reading) => Reading;

const DAMAGES: Readonly<Record<string, { damage: Damage; right: number; sure: number }>> = {
  'as they are': { damage: reading => reading, right: 0.98, sure: 0.75 },
  'accents destroyed': {
    damage: ({ title, ...rest }) => ({ ...rest, title: title.replace(/[^\0-\x7F]/g, '\uFFFD') }),
    right: 0.97,
    sure: 0.7,
  },
  'the title alone': { damage: ({ title }) => ({ title }), right: 0.95, sure: 0.65 },
  'under a code too general': {
    damage: reading => ({ ...reading, cpv: '50700000-2' }),
    right: 0.95,
    sure: 0.6,
  },
};

const classify = classifier({ families: {}, synonyms: {}, contracts: {} });

describe.each(Object.entries(DAMAGES))('invented titles, %s', (_, { damage, right, sure }) => {
  const verdicts = titles.map(line => {
    const { id, confidence } = classify(damage(readingOf(line)));
    return { right: line['accepted']!.split('|').includes(id), sure: confidence === 'high', line };
  });

  it('are classed right, by and large', () => {
    expect(share(verdicts, verdict => verdict.right)).toBeGreaterThanOrEqual(right);
  });

  it('are sure for most, and then right', () => {
    const certain = verdicts.filter(verdict => verdict.sure);
    expect(certain.length / verdicts.length).toBeGreaterThanOrEqual(sure);
    expect(share(certain, verdict => verdict.right)).toBeGreaterThanOrEqual(0.98);
  });
});

function readingOf(line: Readonly<Record<string, string>>): Reading {
  const months = Number(line['months']);
  return { title: line['title']!, ...(line['cpv'] && { cpv: line['cpv'] }), ...(months > 0 && { months }) };
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}
