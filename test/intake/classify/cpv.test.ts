import { describe, expect, it } from 'vitest';
import { cpvCheckDigit, cpvCode } from '../../../src/intake/classify/cpv.ts';

describe('cpvCode', () => {
  it.each([
    ['50700000-2', '50700000'],
    ['50700000', '50700000'],
    ['507000002', '50700000'],
    ['50700000 - 2', '50700000'],
    ['50 700 000', '50700000'],
    ['9323000', '09323000'],
    ['9323000-3', '09323000'],
    ['93230003', '09323000'],
    ['09310000-9', '09310000'],
    ['CPV : 45421000-4 (menuiserie)', '45421000'],
  ])('reads %s', (written, code) => {
    expect(cpvCode(written)).toBe(code);
  });

  it.each(['', '0', 'NC', '5070', '123456789012', '99999999', '999999999', '93230009', '2024-03-01'])(
    'refuses %j',
    written => {
      expect(cpvCode(written)).toBeUndefined();
    },
  );
});

describe('cpvCheckDigit', () => {
  // Codes with their check digits, as the European vocabulary publishes them.
  it.each(['50750000-7', '09123000-1', '71241000-9', '90911200-8', '66515200-5', '45421100-5'])(
    '%s',
    written => {
      const [code, digit] = written.split('-');
      expect(cpvCheckDigit(code!)).toBe(Number(digit));
    },
  );
});
