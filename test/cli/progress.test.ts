/** What long work shows, by a clock that the tests hold. */
import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';
import type { ReadingStep } from '../../src/domain/progress.ts';
import { textsFor } from '../../src/i18n/index.ts';
import { readContracts } from '../../src/intake/intake.ts';
import { AS_OF, NO_SETTINGS, fileOf } from '../intake/registers.ts';

/** A stream, and a clock at 0. */
function stage(terminal: boolean, columns = 80) {
  const written: string[] = [];
  let time = 0;
  const output = { isTTY: terminal, columns, write: (text: string) => written.push(text) };
  const progress = progressOn(output, () => time);
  const at = (ms: number, text: string): void => {
    time = ms;
    progress.show(() => text);
  };
  return { written, at, clear: progress.clear };
}

describe('on a terminal', () => {
  it('nothing is shown before a second, nor cleared', () => {
    const { written, at, clear } = stage(true);
    at(10, 'a');
    at(999, 'b');
    clear();
    expect(written).toEqual([]);
  });

  it('one line is written over, at most five times a second, without escape codes', () => {
    const { written, at } = stage(true);
    at(1000, 'Lecture : 1 000');
    at(1100, 'Lecture : 1 100');
    at(1200, 'Lecture');
    expect(written).toEqual(['\rLecture : 1 000', '\rLecture        ']);
    // eslint-disable-next-line no-control-regex
    expect(written.join('')).not.toMatch(/\u001B|\n/);
  });

  it('is cleared, once, before anything else is written', () => {
    const { written, at, clear } = stage(true);
    at(1000, 'abc');
    clear();
    clear();
    expect(written).toEqual(['\rabc', '\r   \r']);
  });

  it('never wraps', () => {
    const { written, at } = stage(true, 10);
    at(1000, 'Lecture de registre.csv');
    expect(written).toEqual(['\rLecture d']);
  });
});

describe('in a log', () => {
  it('there is one line every ten seconds, and nothing to clear', () => {
    const { written, at, clear } = stage(false);
    for (let second = 1; second <= 25; second += 1) at(second * 1000, `${second} s`);
    clear();
    expect(written).toEqual(['10 s\n', '20 s\n']);
  });
});

describe('a long reading', () => {
  it('says the file and how many lines, then the contracts, in both languages', async () => {
    const steps: ReadingStep[] = [];
    const lines = Array.from({ length: 3000 }, (_, i) => `M${i};Chauffage;A;31/12/2027`);
    const file = fileOf('habitat-test.csv', ['Référence;Objet;Titulaire;Date de fin', ...lines]);
    await readContracts([file], NO_SETTINGS, AS_OF, step => steps.push(step));
    const [fr, en] = [textsFor('fr'), textsFor('en')];
    expect(steps.map(step => fr.command.progress(step))).toEqual([
      'Ouverture de habitat-test.csv : 3\u00A0000 lignes…',
      'Ouverture de habitat-test.csv : 3\u00A0001 lignes…',
      'Lecture de habitat-test.csv : 1\u00A0024 lignes…',
      'Lecture de habitat-test.csv : 2\u00A0048 lignes…',
      '1\u00A0024 marchés…',
      '2\u00A0048 marchés…',
    ]);
    expect(en.command.progress(steps[2]!)).toBe('Reading habitat-test.csv: 1,024 rows…');
  });
});
