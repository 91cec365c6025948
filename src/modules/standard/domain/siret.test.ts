import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePivot, parseSiret } from '../index.ts';

describe('SIRET', () => {
  test('fourteen digits with a right key are a SIRET, whatever the spaces', () => {
    expect(parsePivot('434 933 123 00029')).toEqual({ ok: true, value: '43493312300029' });
    expect(parseSiret('43493312300029')).toEqual({ ok: true, value: '43493312300029' });
  });

  test('a wrong key is refused', () => {
    expect(parseSiret('43493312300028')).toEqual({ ok: false, refusal: { kind: 'wrong-checksum' } });
  });

  test('La Poste numbers its branches by a plain sum of digits', () => {
    expect(parseSiret('35600000000048').ok).toBe(true);
    expect(parseSiret('35600000049837').ok).toBe(true);
    expect(parseSiret('35600000049838').ok).toBe(false);
  });

  test('zeros and blanks say that the identifier is unknown', () => {
    for (const text of ['00000000000000', '', '  ', '-', '0']) {
      expect(parsePivot(text)).toEqual({ ok: false, refusal: { kind: 'unknown' } });
    }
  });

  test('a number that a spreadsheet cut is not a SIRET, though it has fourteen digits', () => {
    for (const text of ['36750100000000', '4,34933E+13', '4.3493312300029E+13']) {
      expect(parsePivot(text)).toEqual({ ok: false, refusal: { kind: 'truncated' } });
    }
  });

  test('changing one digit of a SIRET always breaks its key', () => {
    const digit = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), digit, (position, shift) => {
        const digits = [...'43493312300029'];
        digits[position] = String((Number(digits[position]) + shift) % 10);
        return !parseSiret(digits.join('')).ok;
      }),
    );
  });
});

describe('RNA and RIDET', () => {
  test('an association number is W, the prefecture, and seven digits', () => {
    expect(parsePivot('w691057281')).toEqual({ ok: true, value: 'W691057281' });
    expect(parsePivot('W2B1000123')).toEqual({ ok: true, value: 'W2B1000123' });
    expect(parsePivot('W12')).toEqual({ ok: false, refusal: { kind: 'malformed' } });
  });

  test('New Caledonia numbers its establishments with nine or ten digits', () => {
    for (const hint of [{ postalCode: '98800' }, { codeInsee: '98818', postalCode: '98800' }]) {
      expect(parsePivot('0123456.001', hint)).toEqual({ ok: true, value: '0123456001' });
      expect(parsePivot('123456789012', hint)).toEqual({ ok: false, refusal: { kind: 'malformed' } });
    }
  });

  test('elsewhere nine digits are an enterprise, which is no place, and ten are nothing', () => {
    for (const hint of [{}, { postalCode: '69500' }]) {
      expect(parsePivot('434 933 123', hint)).toEqual({ ok: false, refusal: { kind: 'siren' } });
      expect(parsePivot('434933124', hint)).toEqual({ ok: false, refusal: { kind: 'malformed' } });
      expect(parsePivot('0123456001', hint)).toEqual({ ok: false, refusal: { kind: 'malformed' } });
    }
  });
});

test('every text gets an answer, and an accepted identifier is read as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const read = parsePivot(text);
      return !read.ok || JSON.stringify(parsePivot(read.value)) === JSON.stringify(read);
    }),
  );
});
