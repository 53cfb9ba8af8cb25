/**
 * Accuracy on real titles labelled by two readers, when they are beside the project (they are not ours to publish).
 * The bars are those that the classifier must hold on landlords that it never saw; see docs/decisions.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Reading, classifier } from '../../../src/intake/classify/classify.ts';

const FILE = fileURLToPath(new URL('../../../../shared/labels/titles.csv', import.meta.url));
const present = existsSync(FILE);
if (!present)
  process.stderr.write('skipped: accuracy on labelled titles, ../shared/labels/titles.csv is absent\n');

interface Labelled {
  readonly title: string;
  readonly cpv: string;
  readonly duration_months: string;
  readonly accepted: string;
}

type Damage = (line: Labelled) => Reading;

const whole: Damage = ({ title, cpv, duration_months }) => ({
  title,
  cpv,
  ...(Number(duration_months) > 0 && { months: Number(duration_months) }),
});
const DAMAGES: Readonly<Record<string, { damage: Damage; atLeast: number }>> = {
  'as it is': { damage: whole, atLeast: 0.95 },
  'without accents': { damage: l => ({ ...whole(l), title: plain(l.title) }), atLeast: 0.95 },
  'in capitals': { damage: l => ({ ...whole(l), title: l.title.toUpperCase() }), atLeast: 0.95 },
  'accents destroyed': { damage: l => ({ ...whole(l), title: destroyed(l.title) }), atLeast: 0.95 },
  'without code': { damage: l => ({ title: l.title }), atLeast: 0.9 },
  'under a code too general': { damage: l => ({ ...whole(l), cpv: '50700000-2' }), atLeast: 0.9 },
  'under a wrong code': { damage: l => ({ ...whole(l), cpv: '79311000-2' }), atLeast: 0.9 },
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const destroyed = (text: string): string => text.replace(/[^\0-\x7F]/g, '\uFFFD');

describe.skipIf(!present)('labelled titles', () => {
  const lines: Labelled[] = present ? parse(readFileSync(FILE), { bom: true, columns: true }) : [];
  const classify = classifier({ families: {}, synonyms: {}, contracts: {} });
  const verdicts = (damage: Damage): { right: boolean; sure: boolean }[] =>
    lines.map(line => {
      const { id, confidence } = classify(damage(line));
      return { right: line.accepted.split('|').includes(id), sure: confidence === 'high' };
    });

  it.each(Object.entries(DAMAGES))('%s', (_, { damage, atLeast }) => {
    const found = verdicts(damage);
    expect(found.filter(({ right }) => right).length / found.length).toBeGreaterThanOrEqual(atLeast);
  });

  it('is sure of at least 70 %, and right in 98 % of those', () => {
    const found = verdicts(whole);
    const sure = found.filter(verdict => verdict.sure);
    expect(sure.length / found.length).toBeGreaterThanOrEqual(0.7);
    expect(sure.filter(({ right }) => right).length / sure.length).toBeGreaterThanOrEqual(0.98);
  });
});
