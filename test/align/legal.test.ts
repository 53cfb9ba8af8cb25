import { describe, expect, test } from 'vitest';
import { amendedMonthsOf } from '../../src/align/amendments.ts';
import {
  extensionUnderThreshold,
  interimUnderWaiver,
  latestDeferredEntry,
  longestExtensionDays,
  longestExtensionMonths,
  waiverOn,
} from '../../src/align/legal.ts';
import { leverChecks } from '../../src/align/lever-checks.ts';
import { legalCheck } from '../../src/align/legal-check.ts';
import { LEGAL_RULES, legalNumber, legalRule } from '../../src/data/legal-rules.ts';
import { day } from '../../src/domain/day.ts';
import { cents, euros } from '../../src/domain/money.ts';
import { contract } from './samples.ts';

describe('an extension by amendment', () => {
  test.each([
    [12, 1],
    [24, 2],
    [30, 2],
    [36, 3],
    [48, 4],
    [60, 5],
    [96, 9],
  ])('of a contract of %i months is at most %i months, strictly under a tenth', (initialMonths, longest) => {
    expect(longestExtensionMonths({ initialMonths, nature: 'S' })).toBe(longest);
    expect(longest * 10).toBeLessThan(initialMonths);
    expect((longest + 1) * 10).toBeGreaterThanOrEqual(initialMonths);
  });

  test('of works stays under 15 %', () => {
    expect(longestExtensionMonths({ initialMonths: 48, nature: 'T' })).toBe(7);
    expect(longestExtensionMonths({ initialMonths: 40, nature: 'T' })).toBe(5);
  });

  test('deducts earlier amendments, and is never negative', () => {
    expect(longestExtensionMonths({ initialMonths: 48, nature: 'S', earlierMonths: 3 })).toBe(1);
    expect(longestExtensionMonths({ initialMonths: 48, nature: 'S', earlierMonths: 9 })).toBe(0);
  });

  test('of a framework stays within 48 months', () => {
    expect(longestExtensionMonths({ initialMonths: 36, nature: 'S', frameworkMonths: 46 })).toBe(2);
    expect(longestExtensionMonths({ initialMonths: 24, nature: 'S', frameworkMonths: 48 })).toBe(0);
  });

  test('counted in days: 146 for four years', () => {
    expect(longestExtensionDays(1461, 'S')).toBe(146);
    expect(longestExtensionDays(1460, 'S')).toBe(145);
  });

  test('stays below the European threshold, earlier amendments included', () => {
    expect(extensionUnderThreshold(cents(215_999), cents(0), day('2027-06-01'), 'S')).toBe(true);
    expect(extensionUnderThreshold(cents(200_000), cents(16_000), day('2027-06-01'), 'S')).toBe(false);
  });
});

test('a bridging contract stays below the waiver, with the others of the same need', () => {
  expect(euros(waiverOn(day('2027-06-01'), 'S'))).toBe(60_000);
  expect(interimUnderWaiver(cents(59_999), cents(0), day('2027-06-01'), 'S')).toBe(true);
  expect(interimUnderWaiver(cents(40_000), cents(20_000), day('2027-06-01'), 'S')).toBe(false);
  expect(interimUnderWaiver(cents(59_999), cents(0), day('2026-03-31'), 'S')).toBe(false);
});

test('a member enters a joint contract a year before its end at the latest', () => {
  expect(latestDeferredEntry(day('2028-01-01'), 48)).toBe('2031-01-01');
});

describe('the check of a lever', () => {
  const joined = {
    start: day('2028-04-01'),
    months: 48,
    nature: 'S',
    buyerClass: 'social-landlord',
  } as const;
  // In force until 31 December 2027: three months to go.
  const ending = contract('membre-a', 'A1', 40_000);

  test('accepts three months on forty-eight, refuses five', () => {
    const [within] = leverChecks({ contract: ending, joinsOn: joined.start, lever: 'extension' }, joined);
    expect(within).toMatchObject({ code: 'EXTENSION_LIMIT', effect: 'informs' });
    expect(within?.params).toMatchObject({ months: 3, longest: 4, percent: 10, initialMonths: 48 });
    const [over] = leverChecks({ contract: ending, joinsOn: day('2028-06-01'), lever: 'extension' }, joined);
    expect(over).toMatchObject({ code: 'EXTENSION_OVER_LIMIT', effect: 'blocks' });
  });

  test('deducts the months that earlier amendments have already added', () => {
    const amended = contract('membre-a', 'A1', 40_000, {
      start: day('2023-11-01'),
      firmMonths: 48,
      statedLatestEnd: day('2028-02-29'),
      statedCurrentEnd: day('2028-02-29'),
    });
    expect(amendedMonthsOf(amended.term)).toBe(4);
    const [over] = leverChecks({ contract: amended, joinsOn: joined.start, lever: 'extension' }, joined);
    expect(over).toMatchObject({
      code: 'EXTENSION_OVER_LIMIT',
      params: { months: 1, longest: 0, earlier: 4 },
    });
    // Renewals are no amendments; what goes beyond the last of them is.
    const renewed = { renewal: 'express', renewals: 1, renewalMonths: 12, firmMonths: 36 } as const;
    const amendedBy = (end: string): number =>
      amendedMonthsOf(contract('a', 'A1', 1, { ...renewed, statedLatestEnd: day(end) }).term);
    expect(['2027-12-31', '2028-01-01', '2028-01-31', '2028-02-01'].map(amendedBy)).toEqual([0, 1, 1, 2]);
    expect(amendedMonthsOf(ending.term)).toBe(0);
    expect(amendedMonthsOf(contract('a', 'A1', 1, { renewal: 'tacit', renewalMonths: 12 }).term)).toBe(0);
  });

  test('blocks an amendment that reaches the European threshold', () => {
    const dear = contract('membre-a', 'A2', 900_000);
    const codes = leverChecks({ contract: dear, joinsOn: joined.start, lever: 'extension' }, joined).map(
      c => c.code,
    );
    expect(codes).toEqual(['EXTENSION_LIMIT', 'EXTENSION_OVER_THRESHOLD']);
  });

  test('accepts a bridging contract of 10 000 €, refuses one of 60 000 €', () => {
    const [small] = leverChecks({ contract: ending, joinsOn: joined.start, lever: 'interim' }, joined);
    expect(small).toMatchObject({ code: 'INTERIM_LIMIT', params: { valueAmount: cents(10_000) } });
    const dear = contract('membre-a', 'A2', 240_000);
    const [large] = leverChecks({ contract: dear, joinsOn: joined.start, lever: 'interim' }, joined);
    expect(large).toMatchObject({ code: 'INTERIM_OVER_WAIVER', effect: 'blocks' });
  });

  test('announces a deferred entry, and warns of one in the last year', () => {
    const entry = { contract: ending, joinsOn: day('2028-10-01'), lever: 'natural-end' } as const;
    expect(leverChecks(entry, joined).map(check => check.code)).toEqual(['NAMED_FROM_OUTSET']);
    const late = leverChecks({ ...entry, joinsOn: day('2031-04-02') }, joined);
    expect(late.map(check => [check.code, check.effect])).toContainEqual(['ENTERS_TOO_LATE', 'warns']);
    expect(leverChecks({ ...entry, joinsOn: joined.start }, joined)).toEqual([]);
  });
});

test('a fact blocks, warns or informs at most as much as it is sure', () => {
  const basis = { article: '', source: 'essai' };
  expect(legalCheck('SMALL_LOTS', 'blocks', { ...basis, mark: 'verified' }).effect).toBe('blocks');
  expect(legalCheck('SMALL_LOTS', 'blocks', { ...basis, mark: 'derived' }).effect).toBe('warns');
  expect(legalCheck('SMALL_LOTS', 'blocks', { ...basis, mark: 'unverified' }).effect).toBe('informs');
  expect(legalCheck('SMALL_LOTS', 'informs', { ...basis, mark: 'verified' }).effect).toBe('informs');
});

test('every legal rule has a source and one line; an unknown one is a mistake of ours', () => {
  expect(new Set(LEGAL_RULES.map(rule => rule.code)).size).toBe(LEGAL_RULES.length);
  for (const rule of LEGAL_RULES) expect(rule.source, rule.code).not.toBe('');
  expect(() => legalRule('NOWHERE')).toThrow(RangeError);
  expect(() => legalNumber('ALLOTMENT')).toThrow(RangeError);
});
