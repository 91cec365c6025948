import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalEuros, parseEuros } from './money.ts';

describe('amounts', () => {
  test.each([
    ['15', 1500n],
    ['0,1', 10n],
    ['0.2', 20n],
    [' 1 234,56 € ', 123_456n],
    ['1\u202f000\u00a0000 EUR', 100_000_000n],
    ['0', 0n],
  ])('« %s » is %s cents', (text, cents) => {
    expect(parseEuros(text)).toBe(cents);
  });

  test.each(['', '-1', '1,234', '1,2,3', 'dix', '1e3', '10000000001', 'NaN'])(
    '« %s » is no amount',
    (text) => {
      expect(parseEuros(text)).toBeNull();
    },
  );

  test('L1 a tenth and two tenths are three tenths', () => {
    expect(decimalEuros(parseEuros('0,1')! + parseEuros('0,2')!)).toBe('0.30');
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 100_000_000_000n }),
        (cents) => parseEuros(decimalEuros(cents)) === cents,
      ),
    );
  });
});
