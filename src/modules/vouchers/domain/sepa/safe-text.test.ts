import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafeId, NAME_LENGTH, safeName, safeText } from './safe-text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 120 });

describe('a text for the bank', () => {
  test.each([
    ["Hôpital d'Été", "Hopital d'Ete"],
    ['Association « L’Œuvre d’Aïcha »', "Association L'OEuvre d'Aicha"],
    ['Łódź & Straße – n° 3', 'Lodz + Strasse - no 3'],
    ['data·inclusion [Nord] ; 50 € !', 'data.inclusion (Nord) , 50 EUR .'],
    ['Ａｃｃｕｅｉｌ numérique №\u00a04 ½', 'Accueil numerique No 4 1/2'],
    ['e\u0301cole\tdu\r\nbord 😀 du la\u00adc', 'ecole du bord du lac'],
  ])('P4 « %s » becomes « %s »', (text, safe) => {
    expect(safeText(text, NAME_LENGTH)).toBe(safe);
  });

  test('P4 holds safe characters only, within its length, without space at its ends, whatever it was', () => {
    const property = fc.property(anyText, fc.nat(100), (text, length) => {
      const safe = safeText(text, length);
      return /^[A-Za-z0-9/?:().,'+ -]*$/.test(safe) && safe.length <= length && safe.trim() === safe;
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('P4 made safe once, does not change any more', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) => safeText(safeText(text, NAME_LENGTH), NAME_LENGTH) === safeText(text, NAME_LENGTH),
      ),
    );
  });
});

describe('the name of an account holder', () => {
  test('P4 is cut at 70 characters', () => {
    expect(safeName('é'.repeat(100))).toEqual({ ok: true, value: 'e'.repeat(70) });
    expect(safeName(`${'é'.repeat(69)} Lyon`)).toEqual({ ok: true, value: 'e'.repeat(69) });
  });

  test('P9 written in Arabic only, is refused: we spell nobody’s name for them', () => {
    expect(safeName('جمعية أمل')).toEqual({ ok: false, refusal: { kind: 'name-unwritable' } });
    expect(safeName('Amal – أمل')).toEqual({ ok: true, value: 'Amal -' });
  });

  test('P4 is never empty, nor signs alone', () => {
    for (const name of ['', '   ', '—', '« »', '😀', '\u200b'])
      expect(safeName(name)).toEqual({ ok: false, refusal: { kind: 'name-unwritable' } });
  });
});

test('P3 an identifier is taken as it is or not at all', () => {
  expect(['A', 'R2026-11/004', '1'.repeat(35)].every(isSafeId)).toBe(true);
  const refused = ['', '1'.repeat(36), 'é', 'a&b', ' a', 'a ', '/a', 'a/', 'a//b', 'a\nb'];
  expect(refused.filter(isSafeId)).toEqual([]);
});
