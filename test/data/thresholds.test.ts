import { describe, expect, test } from 'vitest';
import { THRESHOLDS, thresholdOn } from '../../src/data/thresholds.ts';
import { addDays, day } from '../../src/domain/day.ts';
import { euros } from '../../src/domain/money.ts';

const LANDLORD = 'social-landlord';

/** The value in euros and whether the table covers the day. */
function value(
  rule: Parameters<typeof thresholdOn>[0],
  on: string,
  nature: 'S' | 'F' | 'T',
  buyer = LANDLORD as Parameters<typeof thresholdOn>[3],
) {
  const threshold = thresholdOn(rule, day(on), nature, buyer);
  return threshold && [euros(threshold.amount), threshold.known];
}

describe('the European threshold changes on 1 January of even years', () => {
  test.each([
    ['2018-01-01', 221_000, 5_548_000],
    ['2019-12-31', 221_000, 5_548_000],
    ['2020-01-01', 214_000, 5_350_000],
    ['2021-12-31', 214_000, 5_350_000],
    ['2022-01-01', 215_000, 5_382_000],
    ['2023-12-31', 215_000, 5_382_000],
    ['2024-01-01', 221_000, 5_538_000],
    ['2025-12-31', 221_000, 5_538_000],
    ['2026-01-01', 216_000, 5_404_000],
    ['2027-12-31', 216_000, 5_404_000],
  ])('on %s: %i services and supplies, %i works', (on, services, works) => {
    expect(value('EU_FORMAL', on, 'S')).toEqual([services, true]);
    expect(value('EU_FORMAL', on, 'F')).toEqual([services, true]);
    expect(value('EU_FORMAL', on, 'T')).toEqual([works, true]);
  });

  test('is the last known one from 2028, and said to be', () => {
    expect(value('EU_FORMAL', '2028-01-01', 'S')).toEqual([216_000, false]);
    expect(value('EU_FORMAL', '2031-06-01', 'T')).toEqual([5_404_000, false]);
  });

  test('is the first known one before 2018, and said to be', () => {
    expect(value('EU_FORMAL', '2017-12-31', 'S')).toEqual([221_000, false]);
  });

  test('of the State is never that of a landlord', () => {
    expect(value('EU_FORMAL', '2026-06-01', 'S', 'state')).toEqual([140_000, true]);
    expect(value('EU_FORMAL', '2026-06-01', 'S', 'local-authority')).toEqual([216_000, true]);
    expect(value('EU_FORMAL', '2026-06-01', 'S', 'contracting-entity')).toEqual([432_000, true]);
  });
});

describe('the waiver of publicity and competition', () => {
  test.each([
    ['2019-12-31', 25_000, 25_000],
    ['2020-01-01', 40_000, 40_000],
    ['2020-07-21', 40_000, 40_000],
    ['2020-07-22', 40_000, 70_000],
    ['2020-12-07', 40_000, 70_000],
    ['2020-12-08', 40_000, 100_000],
    ['2025-12-31', 40_000, 100_000],
    ['2026-01-01', 40_000, 100_000],
    ['2026-03-31', 40_000, 100_000],
    ['2026-04-01', 60_000, 100_000],
    ['2040-01-01', 60_000, 100_000],
  ])('on %s: %i services and supplies, %i works', (on, services, works) => {
    expect(value('WAIVER', on, 'S')).toEqual([services, true]);
    expect(value('WAIVER', on, 'F')).toEqual([services, true]);
    expect(value('WAIVER', on, 'T')).toEqual([works, true]);
  });
});

test('landlords choose their publicity: the national notice has no line for them', () => {
  expect(value('NATIONAL_NOTICE', '2026-06-01', 'S')).toBeUndefined();
  expect(value('NATIONAL_NOTICE', '2026-06-01', 'S', 'local-authority')).toEqual([90_000, true]);
});

test('no day is covered by two lines of a rule, and no day between two lines by none', () => {
  for (const rule of ['EU_FORMAL', 'WAIVER'] as const) {
    for (const nature of ['S', 'T'] as const) {
      const lines = THRESHOLDS.filter(line => line.rule === rule && line.natures.includes(nature)).filter(
        line => line.classes.includes('all') || line.classes.includes(LANDLORD),
      );
      expect(lines.length).toBeGreaterThan(2);
      lines.slice(1).forEach((line, k) => expect(line.from).toBe(addDays(lines[k]!.to!, 1)));
    }
  }
});
