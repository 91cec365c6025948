import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const marked = (text: string, other: string) =>
  differences(text, other)
    .filter(({ isDifferent }) => isDifferent)
    .map((piece) => piece.text.trim());

test('words that the other text lacks are marked, neighbours together', () => {
  expect(marked('Médiathèque Jeanne Plumier', 'Bibliothèque J. Plumier')).toEqual(['Médiathèque Jeanne']);
  expect(marked('3 place du Modèle', '3 pl. du Modèle')).toEqual(['place']);
});

test('case, accents and punctuation make no difference', () => {
  expect(marked('ESPACE Numérique, Mimosa', 'Espace numerique Mimosa')).toEqual([]);
});

test('a word written twice on one side only is marked once', () => {
  expect(marked('la la Ruche', 'la Ruche')).toEqual(['la']);
});

test('the pieces put together are the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const whole = differences(text, other)
        .map((piece) => piece.text)
        .join('');
      return whole === text;
    }),
  );
});
