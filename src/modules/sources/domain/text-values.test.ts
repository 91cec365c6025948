import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enumerationOf } from '../../standard/index.ts';
import type { Mapping } from './mapping.ts';
import { setTextValues, type TextValues, valuedFields, valuesOfText } from './text-values.ts';

const FEES = enumerationOf('frais_a_charge');
const place = { field: 'frais_a_charge', column: 'tarif' } as const;
const mapping = (rules: Mapping['values']['frais_a_charge'] = []): Mapping => ({
  fields: { frais_a_charge: { columns: ['tarif'], confidence: 0.9 } },
  values: rules.length > 0 ? { frais_a_charge: rules } : {},
  unmapped: [],
});

/** Texts as they come out of a column: folded, one item each, some inside others. */
const text = fc
  .array(fc.constantFrom('gratuit', 'sous', 'condition', 'rsa', 'adhesion', 'caf', '2 euros'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));
const texts = fc
  .uniqueArray(text, { minLength: 1, maxLength: 12 })
  .chain((all) =>
    fc.tuple(...all.map((one) => fc.record({ text: fc.constant(one), values: fc.subarray([...FEES]) }))),
  );

describe('what the texts of a column become', () => {
  test('once corrected, each text says exactly the values chosen for it', () => {
    fc.assert(
      fc.property(texts, (chosen) => {
        const corrected = setTextValues(mapping(), place, chosen);
        return chosen.every(
          (one) =>
            valuesOfText(corrected, place, one.text).join() ===
            [...FEES].filter((fee) => one.values.includes(fee)).join(),
        );
      }),
    );
  });

  test('a text inside another never speaks for it', () => {
    const chosen: TextValues[] = [
      { text: 'gratuit', values: ['Gratuit'] },
      { text: 'gratuit sous condition', values: ['Gratuit sous condition'] },
    ];
    const corrected = setTextValues(mapping(), place, chosen);
    expect(valuesOfText(corrected, place, 'gratuit sous condition')).toEqual(['Gratuit sous condition']);
  });

  test('a text may say nothing, even one that the standard knows', () => {
    expect(valuesOfText(mapping(), place, 'gratuit')).toEqual(['Gratuit']);
    const corrected = setTextValues(mapping(), place, [{ text: 'gratuit', values: [] }]);
    expect(valuesOfText(corrected, place, 'gratuit')).toEqual([]);
  });

  test('terms that the file does not hold stay for the next one', () => {
    const before = mapping([{ columns: ['tarif'], terms: ['offert', 'libre'], value: 'Gratuit' }]);
    const corrected = setTextValues(before, place, [{ text: 'adhesion', values: ['Payant'] }]);
    expect(valuesOfText(corrected, place, 'offert')).toEqual(['Gratuit']);
  });

  test('the rules of other columns are left alone', () => {
    const shared = { columns: ['tarif', 'prix'], terms: ['0 euro'], value: 'Gratuit' };
    const corrected = setTextValues(mapping([shared]), place, [{ text: '0 euro', values: ['Payant'] }]);
    expect(valuesOfText(corrected, place, '0 euro')).toEqual(['Payant']);
    expect(valuesOfText(corrected, { ...place, column: 'prix' }, '0 euro')).toEqual(['Gratuit']);
  });

  test('a yes-or-no column gives values through its rules alone', () => {
    const yes = {
      fields: {},
      values: { services: [{ columns: ['wifi'], terms: ['oui'], value: 'X' }] },
      unmapped: [],
    };
    expect(valuedFields(yes, 'wifi')).toEqual(['services']);
    expect(valuedFields(yes, 'autre')).toEqual([]);
  });
});
