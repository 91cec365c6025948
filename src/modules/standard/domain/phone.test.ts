import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import { formatPhone, parsePhones } from '../index.ts';

const phonesOf = (text: string, postalCode = '') => parsePhones(text, { postalCode }).phones;

describe('one number', () => {
  test('spaces, dots, dashes and country codes lead to one form', () => {
    for (const text of [
      '04 72 00 00 00',
      '04.72.00.00.00',
      '04-72-00-00-00',
      '+33 (0)4 72 00 00 00',
      '0033472000000',
    ]) {
      expect(phonesOf(text)).toEqual(['+33472000000']);
      expect(parsePhones(text).repaired).toBe(false);
    }
  });

  test('a zero that a spreadsheet dropped is given back, and said', () => {
    for (const text of ['472000000', '33472000000', '472000000.0', '+33 04 72 00 00 00']) {
      expect(phonesOf(text)).toEqual(['+33472000000']);
    }
    expect(parsePhones('472000000').repaired).toBe(true);
  });

  test('the prefix of an overseas number says its territory, the postal code does for local numbers', () => {
    expect(phonesOf('0590 00 00 00')).toEqual(['+590590000000']);
    expect(phonesOf('0596 50 00 00', '97200')).toEqual(['+596596500000']);
    expect(phonesOf('0594 30 00 00', '97300')).toEqual(['+594594300000']);
    expect(phonesOf('0262 20 00 00', '97400')).toEqual(['+262262200000']);
    expect(phonesOf('0269 61 00 00', '97600')).toEqual(['+262269610000']);
    expect(phonesOf('41 00 00', '97500')).toEqual(['+508410000']);
    expect(phonesOf('40 50 00 00', '98713')).toEqual(['+68940500000']);
    expect(phonesOf('27 00 00', '98800')).toEqual(['+687270000']);
  });

  test('a metropolitan number given by an overseas place stays metropolitan', () => {
    expect(phonesOf('04 72 00 00 00', '97200')).toEqual(['+33472000000']);
  });

  test('the calling code of another territory is mended when the rest is sure', () => {
    expect(parsePhones('+33 594 30 00 00')).toMatchObject({ phones: ['+594594300000'], repaired: true });
    expect(phonesOf('+262 6 12 00 00 00')).toEqual(['+33612000000']);
    expect(phonesOf('+596 5 95 00 00 00')).toEqual([]);
  });

  test('short numbers are real but no E.164: they are told apart', () => {
    expect(parsePhones('39 49')).toMatchObject({ phones: [], shortNumbers: ['3949'], invalid: [] });
    expect(parsePhones('115').shortNumbers).toEqual(['115']);
  });

  test('what is no number is refused, what says nothing is absent', () => {
    expect(parsePhones('04 72 00 00').invalid).toEqual(['04 72 00 00']);
    expect(parsePhones('4,72E+08').invalid).toEqual(['4,72E+08']);
    expect(parsePhones('à venir').invalid).toEqual(['à venir']);
    expect(parsePhones('+687')).toEqual({ phones: [], invalid: [], shortNumbers: [], repaired: false });
    expect(parsePhones(' - ')).toEqual({ phones: [], invalid: [], shortNumbers: [], repaired: false });
  });
});

describe('several numbers', () => {
  const both = ['+33472000000', '+33612000000'];
  test('any mark or word may stand between them', () => {
    for (const between of [' / ', ' // ', ' ou ', '\n', ' - ', ' et ', ';', '|', ' ']) {
      expect(phonesOf(`04 72 00 00 00${between}06 12 00 00 00`)).toEqual(both);
    }
  });

  test('words and extensions around them are dropped', () => {
    expect(phonesOf('Accueil : 04 72 00 00 00 (mairie), poste 123 ; mobile 06 12 00 00 00')).toEqual(both);
    expect(parsePhones('04 72 00 00 00 (mairie)').repaired).toBe(true);
  });

  test('a number said twice counts once', () => {
    expect(phonesOf('04 72 00 00 00 / 0472000000')).toEqual(['+33472000000']);
  });
});

test('people read numbers by pairs, with spaces that do not break', () => {
  expect(formatPhone('+33472000000')).toBe('04\u00a072\u00a000\u00a000\u00a000');
  expect(formatPhone('+262262200000')).toBe('0262\u00a020\u00a000\u00a000');
  expect(formatPhone('+687270000')).toBe('27\u00a000\u00a000');
  expect(formatPhone('+41227000000')).toBe('+41\u00a022\u00a0700\u00a000\u00a000');
  expect(formatPhone('rien')).toBe('rien');
});

const phoneLike = fc
  .array(
    fc.constantFrom(
      '0',
      '4',
      '6',
      '33',
      '+',
      '+33',
      ' ',
      '.',
      '/',
      '-',
      '(0)',
      'ou',
      '262',
      '12',
      '3949',
      '\n',
    ),
  )
  .map((pieces) => pieces.join(''));

test('every text gets an answer, and accepted numbers are read as themselves', () => {
  fc.assert(
    fc.property(fc.oneof(phoneLike, fc.string({ unit: 'grapheme' })), (text) => {
      const { phones } = parsePhones(text, { postalCode: '97400' });
      const again = parsePhones(phones.join('|'));
      return JSON.stringify(again.phones) === JSON.stringify(phones) && !again.repaired;
    }),
  );
});

test('the first digits of a French number decide as the numbering plan does', () => {
  const nationalNumber = fc.stringMatching(/^0[1-9]\d{8}$/);
  fc.assert(
    fc.property(nationalNumber, (text) => {
      const expected = parsePhoneNumberFromString(text, 'FR');
      // These prefixes belong to an overseas département: another numbering plan decides.
      if (/^0(?:26[239]|590|594|596|63|69)/.test(text)) return true;
      return phonesOf(text).join() === (expected?.isValid() ? expected.number : '');
    }),
    { numRuns: 500 },
  );
});

describeWithSharedData('real numbers', () => {
  test('at least 99 % of the cells of France services give a number', () => {
    const lines = readFileSync(sharedPath('gold/records.jsonl'), 'utf8').trim().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { phone?: string; postal_code?: string });
    const cells = records.filter(({ phone }) => /\d{2}/.test(phone ?? ''));
    const read = cells.filter(({ phone, postal_code: postalCode }) => {
      const { phones, shortNumbers } = parsePhones(phone ?? '', { postalCode: postalCode ?? '' });
      return phones.length + shortNumbers.length > 0;
    });
    expect(cells.length).toBeGreaterThan(10_000);
    expect(read.length / cells.length).toBeGreaterThan(0.99);
  });
});

test('numbers of France written in pairs are those that the library writes so', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+33[1-9]\d{8}$/), (e164) => {
      const expected = parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
      return formatPhone(e164) === expected.replaceAll(' ', '\u00a0');
    }),
    { numRuns: 300 },
  );
});
