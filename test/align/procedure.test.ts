import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { procedureChecks } from '../../src/align/procedure-checks.ts';
import { procedureFor } from '../../src/align/procedure.ts';
import { estimatedValue, valueOf } from '../../src/align/value.ts';
import type { BuyerClass, LegalCheckCode } from '../../src/domain/legal.ts';
import { addMonths, day } from '../../src/domain/day.ts';
import { type Cents, cents, euros, sumCents } from '../../src/domain/money.ts';
import { category, member, settings } from './samples.ts';

const START = day('2028-01-01');
const LAUNCH = day('2027-07-13');
const ASC = category('ASC');

const share = (annual: number, joinsOn = START) => ({ annual: cents(annual), joinsOn });
const procedure = (value: number, launchOn = LAUNCH, of = ASC, changes = {}) =>
  procedureFor({ category: of, launchOn, value: cents(value) }, settings(changes));

describe('the estimated value of a group', () => {
  test('is every member over the whole duration: three × 60 k€ × 4 years are 720 k€, a formal procedure', () => {
    const value = estimatedValue([share(60_000), share(60_000), share(60_000)], START, 48);
    expect(euros(value)).toBe(720_000);
    expect(procedure(720_000).code).toBe('FORMAL');
  });

  test('two × 20 k€ × 4 years are 160 k€, an adapted procedure', () => {
    const value = estimatedValue([share(20_000), share(20_000)], START, 48);
    expect(euros(value)).toBe(160_000);
    expect(procedure(160_000).code).toBe('ADAPTED');
  });

  test('counts a deferred entry from its month: a year late, three years of four', () => {
    expect(euros(estimatedValue([share(60_000), share(60_000, day('2029-01-01'))], START, 48))).toBe(420_000);
    // Eleven months and a half late: the month begun counts.
    expect(euros(valueOf(share(12_000, day('2028-12-16')), START, 48))).toBe(37_000);
    expect(valueOf(share(12_000, day('2032-01-01')), START, 48)).toBe(0);
  });

  test('adds options', () => {
    expect(euros(estimatedValue([share(60_000)], START, 48, 0.1))).toBe(264_000);
  });

  test('never grows when an entry is put off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.nat(60), fc.nat(60), (annual, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map(months => addMonths(START, months)) as [
          never,
          never,
        ];
        expect(valueOf(share(annual, late), START, 48)).toBeLessThanOrEqual(
          valueOf(share(annual, early), START, 48),
        );
      }),
    );
  });
});

describe('the procedure', () => {
  test.each([
    [59_999.99, 'BELOW_WAIVER', 'none'],
    [60_000, 'ADAPTED', 'free'],
    [215_999.99, 'ADAPTED', 'free'],
    [216_000, 'FORMAL', 'european'],
  ])('of services worth %d € in 2027 is %s', (value, code, publication) => {
    expect(procedure(value)).toMatchObject({ code, publication });
  });

  test.each([
    ['2025-12-31', 220_000, 'ADAPTED'],
    ['2026-01-01', 220_000, 'FORMAL'],
    ['2026-03-31', 50_000, 'ADAPTED'],
    ['2026-04-01', 50_000, 'BELOW_WAIVER'],
  ])('launched on %s for %d € is %s', (launchOn, value, code) => {
    expect(procedure(value, day(launchOn)).code).toBe(code);
  });

  test('of works has thresholds of its own', () => {
    const works = category('MENUIS');
    expect(procedure(99_999, LAUNCH, works).code).toBe('BELOW_WAIVER');
    expect(procedure(5_403_999, LAUNCH, works).code).toBe('ADAPTED');
    expect(procedure(5_404_000, LAUNCH, works).code).toBe('FORMAL');
  });

  test('of a social service is adapted whatever its value, with a European notice from 750 000 €', () => {
    const training = category('FORMATION');
    expect(procedure(749_999, LAUNCH, training)).toMatchObject({
      code: 'SOCIAL_ADAPTED',
      publication: 'free',
    });
    expect(procedure(750_000, LAUNCH, training)).toMatchObject({
      code: 'SOCIAL_ADAPTED',
      publication: 'european',
    });
  });

  test('of a service perhaps social follows the common regime until the group settles it', () => {
    const watch = category('TELESURV');
    expect(procedure(300_000, LAUNCH, watch).code).toBe('FORMAL');
    expect(procedure(300_000, LAUNCH, watch, { socialRegime: { TELESURV: true } }).code).toBe(
      'SOCIAL_ADAPTED',
    );
    expect(
      procedure(300_000, LAUNCH, category('FORMATION'), { socialRegime: { FORMATION: false } }).code,
    ).toBe('FORMAL');
  });

  test('of a local authority is announced in the BOAMP or a gazette from 90 000 €', () => {
    const buyerClass: BuyerClass = 'local-authority';
    expect(procedure(89_999, LAUNCH, ASC, { buyerClass }).publication).toBe('free');
    expect(procedure(90_000, LAUNCH, ASC, { buyerClass }).publication).toBe('national');
  });

  test('says how far the threshold is, its article and its validity', () => {
    expect(procedure(200_000)).toMatchObject({
      threshold: cents(216_000),
      margin: cents(16_000),
      waiver: cents(60_000),
    });
    expect(procedure(200_000).basis).toMatch(/^L2124-1 ; .*2026-01-01 → 2027-12-31$/);
    expect(procedure(200_000).mark).toBe('verified');
    expect(procedure(200_000, day('2028-02-01')).mark).toBe('derived');
  });
});

describe('the checks of a procedure', () => {
  const checks = (values: Record<string, number>, launchOn = LAUNCH, of = ASC) => {
    const map = new Map(Object.entries(values).map(([id, value]) => [member(id), cents(value)]));
    const value = sumCents(map.values());
    return procedureChecks({ category: of, launchOn, value }, map, settings());
  };
  const codes = (...of: Parameters<typeof checks>): LegalCheckCode[] =>
    checks(...of).map(check => check.code);

  test('are each to be confirmed, with a source', () => {
    for (const check of checks({ a: 100_000, b: 130_000 })) {
      expect(check.confirm).toBe('LEGAL_CONFIRM');
      expect(check.source).not.toBe('');
    }
  });

  test('a group just above the threshold says so, and who makes it pass', () => {
    const found = checks({ a: 100_000, b: 100_000, c: 20_000 });
    expect(found.filter(check => check.code === 'NEAR_THRESHOLD')).toHaveLength(1);
    const without = found.filter(check => check.code === 'WITHOUT_MEMBER');
    expect(
      without.map(check => [check.params.member, check.params.valueAmount, check.params.procedure]),
    ).toEqual([
      ['a', cents(120_000), 'ADAPTED'],
      ['b', cents(120_000), 'ADAPTED'],
      ['c', cents(200_000), 'ADAPTED'],
    ]);
  });

  test('a group under the threshold that one more member would carry over it says so', () => {
    const found = checks({ a: 80_000, b: 80_000 }).find(check => check.code === 'WITH_ONE_MORE');
    expect(found?.params).toMatchObject({ valueAmount: cents(240_000), procedure: 'FORMAL' });
    expect(codes({ a: 400_000, b: 400_000 })).not.toContain('WITH_ONE_MORE');
    expect(codes({ a: 400_000, b: 400_000 })).not.toContain('NEAR_THRESHOLD');
    expect(codes({ a: 400_000, b: 400_000 })).not.toContain('WITHOUT_MEMBER');
  });

  test('a launch beyond the published thresholds warns and cannot block', () => {
    const found = checks({ a: 400_000 }, day('2028-01-01')).find(
      check => check.code === 'THRESHOLD_PROVISIONAL',
    );
    expect(found).toMatchObject({ effect: 'warns', mark: 'derived' });
    expect(codes({ a: 400_000 }, day('2027-12-31'))).not.toContain('THRESHOLD_PROVISIONAL');
  });

  test('an environmental criterion is due from 22 August 2026', () => {
    expect(codes({ a: 1 }, day('2026-08-21'))).not.toContain('ENVIRONMENT_CRITERION');
    expect(codes({ a: 1 }, day('2026-08-22'))).toContain('ENVIRONMENT_CRITERION');
  });

  test('an unverified rule only informs', () => {
    const found = checks({ a: 300_000 }, LAUNCH, category('TELESURV'));
    expect(found.find(check => check.code === 'SOCIAL_REGIME_TO_CONFIRM')?.effect).toBe('informs');
    for (const check of found) if (check.mark === 'unverified') expect(check.effect).toBe('informs');
  });
});

test('a value at or above the threshold is never adapted, and the other way round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000_000 }), value => {
      const { code, threshold, waiver } = procedureFor(
        { category: ASC, launchOn: LAUNCH, value: value as Cents },
        settings(),
      );
      expect(code).toBe(value >= threshold ? 'FORMAL' : value >= waiver ? 'ADAPTED' : 'BELOW_WAIVER');
    }),
  );
});
