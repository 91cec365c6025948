import { expect, test } from 'vitest';
import {
  ENUMERATIONS,
  type EnumeratedField,
  FIELD_LABELS,
  labelForValue,
  type PublicWords,
  STANDARD_FIELDS,
} from '../index.ts';

const LANGUAGES = ['fr', 'falc', 'en', 'ar', 'uk', 'es'] as const;

const everyLabel = (): PublicWords[] => [
  ...STANDARD_FIELDS.map((field) => FIELD_LABELS[field]),
  ...(Object.entries(ENUMERATIONS) as [EnumeratedField, readonly string[]][])
    .filter(([field]) => field !== 'typologie')
    .flatMap(([field, values]) => values.map((value) => labelForValue(field, value))),
];

test('every field and every value has words in every language', () => {
  for (const words of everyLabel()) {
    expect(LANGUAGES.filter((lang) => words[lang].trim() === '')).toEqual([]);
  }
});

test('no French is left in another language, save names that have none', () => {
  const isName = (text: string) =>
    /^[\p{Lu}\d(][^.]*$/u.test(text) &&
    /Emmaüs|École|Grande école|Fabrique|Éclaireurs|Mes Papiers|Sud Labs|Latitude|Longitude|Source|Date|Information|^France services$|Identifiant/u.test(
      text,
    );
  for (const lang of ['en', 'ar', 'uk', 'es'] as const) {
    const left = everyLabel().filter((words) => words[lang] === words.fr && !isName(words.fr));
    expect(left.map(({ fr }) => fr)).toEqual([]);
  }
});

test('words are plain: no technical name, no straight apostrophe', () => {
  const words = Object.values(FIELD_LABELS).map(({ fr }) => fr);
  expect(words.filter((text) => /_|'/.test(text))).toEqual([]);
});

test('an unknown value is shown as it is', () => {
  expect(Object.values(labelForValue('services', 'Autre chose'))).toEqual(LANGUAGES.map(() => 'Autre chose'));
  expect(labelForValue('typologie', 'EPN').fr).toBe('Espace public numérique (EPN)');
});
