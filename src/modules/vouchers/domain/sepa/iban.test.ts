import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBic } from './bic.ts';
import { groupIban, type Iban, maskIban, parseIban } from './iban.ts';

const FRENCH = 'FR1420041010050500013M02606';

const refusalOf = (text: string) => {
  const result = parseIban(text);
  return result.ok ? null : result.refusal;
};
const iban = (text: string): Iban => {
  const result = parseIban(text);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
};

describe('an account number', () => {
  test('P5 is read as people copy it: spaces of every kind, small letters, hyphens, the word before it', () => {
    for (const text of [
      FRENCH,
      'FR14 2004 1010 0505 0001 3M02 606',
      'fr14 2004\u00a01010\u202f0505\u200b 0001 3m02 606',
      ' IBAN : FR14-2004-1010-0505-0001-3M02-606\n',
    ])
      expect(parseIban(text)).toEqual({ ok: true, value: FRENCH });
  });

  test('P5 with one digit changed, or two neighbours exchanged, is never the number of another', () => {
    const position = fc.integer({ min: 2, max: FRENCH.length - 2 });
    const property = fc.property(position, fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const changed = FRENCH.slice(0, at) + digit + FRENCH.slice(at + 1);
      const exchanged = FRENCH.slice(0, at) + FRENCH[at + 1] + FRENCH[at] + FRENCH.slice(at + 2);
      return [changed, exchanged].every((text) => text === FRENCH || !parseIban(text).ok);
    });
    fc.assert(property);
  });

  test('P5 is refused with the reason that lets the person who typed it look', () => {
    expect(refusalOf(' - ')).toEqual({ kind: 'iban-empty' });
    expect(refusalOf('ZZ1420041010050500013M02606')).toEqual({ kind: 'iban-country-unknown', country: 'ZZ' });
    expect(refusalOf('20041 01005 0500013M026 06')).toEqual({ kind: 'iban-country-unknown', country: '20' });
    expect(refusalOf(FRENCH.slice(0, -1))).toEqual({ kind: 'iban-length-wrong', expected: 27, found: 26 });
    expect(refusalOf('FR14X0041010050500013M02606')).toEqual({ kind: 'iban-form-wrong' });
    expect(refusalOf('FR1520041010050500013M02606')).toEqual({ kind: 'iban-key-wrong' });
  });

  test('P5 a French number also has the key of its RIB', () => {
    // The two last digits changed, and the key of the IBAN computed for them: modulo 97 alone would let it pass.
    expect(refusalOf('FR6620041010050500013M02640')).toEqual({ kind: 'iban-key-wrong' });
  });

  test('outside the area of SEPA transfers is refused, and the countries that joined lately are not', () => {
    expect(refusalOf('BR1800360305000010009795493C1')).toEqual({ kind: 'iban-outside-sepa', country: 'BR' });
    expect(refusalOf('RS35260005601001611379')).toBeNull();
    expect(refusalOf('MC5811222000010123456789030')).toBeNull();
  });

  test('a Swiss number for payment slips is refused: no transfer reaches it', () => {
    expect(refusalOf('CH4431999123000889012')).toEqual({ kind: 'iban-form-wrong' });
  });

  test('is shown in fours, or only by what lets its owner know it', () => {
    expect(groupIban(iban(FRENCH))).toBe('FR14 2004 1010 0505 0001 3M02 606');
    expect(groupIban(iban('BE68539007547034'))).toBe('BE68 5390 0754 7034');
    expect(maskIban(iban(FRENCH))).toBe('FR14 •••• … 606');
  });
});

describe('the code of a bank', () => {
  test('has 8 or 11 signs and a country', () => {
    expect(parseBic('psst fr pp xxx')).toEqual({ ok: true, value: 'PSSTFRPPXXX' });
    expect(parseBic('PSSTFRPP')).toEqual({ ok: true, value: 'PSSTFRPP' });
    for (const text of ['', 'PSSTFRP', 'PSSTFRPPX', 'PSSTZZPP', 'PSST-FR-PP'])
      expect(parseBic(text)).toEqual({ ok: false, refusal: { kind: 'bic-wrong' } });
  });

  test('of a test bank is refused: it reaches nobody', () => {
    expect(parseBic('PSSTFRP0').ok).toBe(false);
  });
});
