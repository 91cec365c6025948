import { expect, test } from 'vitest';
import {
  ENUMERATIONS,
  type EnumeratedField,
  FIELD_LABELS,
  labelForValue,
  STANDARD_FIELDS,
} from '../index.ts';

test('every field and every value has words in both languages', () => {
  for (const field of STANDARD_FIELDS) expect(FIELD_LABELS[field].fr && FIELD_LABELS[field].en).not.toBe('');
  for (const [field, values] of Object.entries(ENUMERATIONS) as [EnumeratedField, readonly string[]][]) {
    for (const value of values) {
      const { fr, en } = labelForValue(field, value);
      expect([value, fr.length > 0 && en.length > 0]).toEqual([value, true]);
    }
  }
});

test('words are plain: no technical name, no straight apostrophe', () => {
  const words = Object.values(FIELD_LABELS).map(({ fr }) => fr);
  expect(words.filter((text) => /_|'/.test(text))).toEqual([]);
});

test('an unknown value is shown as it is', () => {
  expect(labelForValue('services', 'Autre chose')).toEqual({ fr: 'Autre chose', en: 'Autre chose' });
  expect(labelForValue('typologie', 'EPN').fr).toBe('Espace public numérique (EPN)');
});
